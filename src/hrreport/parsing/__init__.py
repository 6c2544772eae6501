"""A snapshot becomes a report: page layouts, headings, outline, paragraphs."""

PARSER_VERSION = "1"
"""Raised whenever the same page may give another report; stored reports of another version are parsed anew."""
