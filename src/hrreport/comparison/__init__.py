"""What differs between reports: crosswalk, alignment, changes, matrix, trend."""
