"""Compare reports: crosswalk, alignment, changes, matrix, trend."""
