"""Markdown: what became of checked documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.wording.checked import SCOPE, describe_finding, details, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.checked import Checked, CheckedFiling
    from hrreport.wording.changes import Names


def checked_markdown(filings: Sequence[CheckedFiling], names: Names) -> str:
    """Return what became of documents, a table and what is to be said of each finding.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    blocks: list[str] = []
    for filing in filings:
        blocks += [f"# {commonmark.plain(filing.name)}", commonmark.plain(summary(filing))]
        for number, finding in enumerate(filing.findings, start=1):
            blocks += _finding(number, finding, names)
    return "\n\n".join([*blocks, f"*{commonmark.plain(SCOPE)}*"]) + "\n"


def _finding(number: int, finding: Checked, names: Names) -> Iterator[str]:
    yield f"## {number}. {commonmark.plain(finding.where)}: {commonmark.plain(describe_finding(finding))}"
    if finding.quotation:
        yield f"> {commonmark.plain(finding.quotation)}"
    lines = [finding.citation] if finding.citation else []
    if finding.report:
        right = f", {finding.right_place}" if finding.right_place else ""
        lines.append(f"{names.get(finding.report.country, finding.report.country)} {finding.report.year}{right}")
    lines += details(finding)
    if lines:
        yield "\n".join(f"- {commonmark.plain(line)}" for line in lines)
