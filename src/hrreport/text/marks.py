"""Marks that are printed among the words of a report."""

OMISSION = "[…]"
"""Printed where sentences of a paragraph are left out between two that are shown."""
