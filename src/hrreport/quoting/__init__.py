"""Verify quotations: whether they occur word for word, and where."""

from hrreport.quoting.quotation_index import QuotationIndex, index_report
from hrreport.quoting.verification import verify, verify_anywhere, verify_in, verify_text

__all__ = ["QuotationIndex", "index_report", "verify", "verify_anywhere", "verify_in", "verify_text"]
