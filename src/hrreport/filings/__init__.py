"""Finished documents: read as blocks of text, and given comments."""

from hrreport.filings.reader import FORMATS, read_filing

__all__ = ["FORMATS", "read_filing"]
