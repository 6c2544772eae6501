"""Parse a snapshot into a report: page layouts, headings, outline, paragraphs."""

PARSER_VERSION = "5"
"""Raised whenever the same page may give another report; stored reports of another version are parsed again."""
