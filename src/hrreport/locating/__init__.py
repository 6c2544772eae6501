"""Find which page holds which report: addresses, lists of editions, and the order to try them.

Begin in `strategies`: it says which edition is found in which way.
"""
