"""The months of the year, and patterns for their names."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""The months by name, January first."""

MONTH = "|".join(MONTHS)
"""Alternatives of a pattern: a month's name in full."""
