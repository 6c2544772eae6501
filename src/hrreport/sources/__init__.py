"""Where reports are: editions, hosts, addresses; what a person types becomes a country and a year."""
