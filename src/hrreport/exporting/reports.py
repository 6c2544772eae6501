"""One door to the formats in which a whole report can be exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.model.report import Report

FORMATS = ("markdown", "json")


def export_report(report: Report, form: str = "markdown", *, country: str | None = None) -> str:
    """Return the whole report, with its provenance, as the text of a file.

    Args:
        report: The report.
        form: ``markdown`` or ``json``.
        country: The country's name as shown to readers; ``None`` for State's own.

    Raises:
        InputError: There is no such format.
    """
    name = country or next((c.name for c in facts.countries() if c.slug == report.id.country), report.id.country)
    if form == "markdown":
        from hrreport.exporting.markdown import report_markdown

        return report_markdown(report, name)
    if form == "json":
        from hrreport.codec.contract import whole_report_json
        from hrreport.exporting.json import json_text

        return json_text(whole_report_json(report, name))
    raise InputError(f"no report is exported as '{form}'", hint=f"formats are: {', '.join(FORMATS)}")
