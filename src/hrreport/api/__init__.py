"""The Python interface: reports by country and year, and what can be asked of them."""
