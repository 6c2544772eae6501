"""The addresses of official PDFs, for reports whose page does not give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import tables

if TYPE_CHECKING:
    from hrreport.model.country import ReportId

_ROOT = "https://www.state.gov/wp-content/uploads/"


def pdf_address(report_id: ReportId) -> str:
    """Return the address of a report's PDF, or empty where none is known.

    >>> from hrreport.model.country import ReportId
    >>> pdf_address(ReportId("japan", 2023)).rpartition("/")[2]
    '528267_JAPAN-2023-HUMAN-RIGHTS-REPORT.pdf'
    """
    wanted = (str(report_id.year), report_id.country)
    file = next((row["file"] for row in tables.rows("pdfs.csv") if (row["year"], row["country"]) == wanted), "")
    return f"{_ROOT}{file}" if file else ""
