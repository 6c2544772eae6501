"""HTML: what became of checked documents, as one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.report_heads_html import page
from hrreport.exporting.verdicts_html import DIFFERENCES
from hrreport.text.whitespace import fold
from hrreport.wording.checked import SCOPE, describe_finding, details, summary
from hrreport.wording.verdicts import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.checked import Checked, CheckedFiling
    from hrreport.wording.changes import Names


class _ShownFinding(NamedTuple):
    """A finding as it is shown."""

    number: int
    where: str
    judgment: str
    describe_finding: str
    quotation: str
    citation: str
    report: str
    details: tuple[str, ...]
    pieces: tuple[tuple[str, str], ...]
    wrong: bool


def checked_html(filings: Sequence[CheckedFiling], names: Names) -> str:
    """Return what became of documents: a table, then each finding with its differences marked.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    shown = [
        (fold(f.name), summary(f), [_shown(n, one, names) for n, one in enumerate(f.findings, start=1)])
        for f in filings
    ]
    reports = list({one.id: one for filing in filings for one in filing.reports.values()}.values())
    heading = f"Checked: {', '.join(filing.name for filing in filings)}"
    return page("checked", heading, reports, (), names=names, values={"filings": shown, "scope": SCOPE})


def _shown(number: int, finding: Checked, names: Names) -> _ShownFinding:
    near = finding.judged.nearest if finding.judged and finding.judged.nearest else None
    report = ""
    if finding.report:
        right = f", {finding.right_place}" if finding.right_place else ""
        report = f"{names.get(finding.report.country, finding.report.country)} {finding.report.year}{right}"
    return _ShownFinding(
        number,
        fold(finding.where),
        finding.verdict,
        describe_finding(finding),
        fold(finding.quotation),
        fold(finding.citation),
        fold(report),
        tuple(fold(line) for line in details(finding)),
        tuple((DIFFERENCES[kind], words) for kind, words in pieces(near)) if near else (),
        finding.wrong,
    )
