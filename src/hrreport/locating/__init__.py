"""Find which page holds which report: addresses, lists of editions, and the order to try them."""
