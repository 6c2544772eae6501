"""Analyze a report: kinds of its sentences, sources, figures, assessments, issues, and summaries."""

ANALYSIS_VERSION = "14"
"""Raised whenever the same report may give another analysis; stored ones of another version are made again."""
