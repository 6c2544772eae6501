"""Findings of a report, and the issues of its executive summary with the sentences that support them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.codec.contract import place_id
from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, ProseBlock, QuotationBlock, runs, small_note
from hrreport.views.heads import document_on
from hrreport.views.passages import SourceFinder, elsewhere_blocks
from hrreport.wording.changes import title
from hrreport.wording.reports import UNSUPPORTED, describe_evidence, finding_words, without_issues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Finding, Issue
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock, BlockDocument

    Cite = Callable[[Locator], str]


def findings_document(
    report: Report,
    findings: Iterable[Finding],
    country: str,
    *,
    explain: bool = False,
    assess: bool = True,
    cite: Cite | None = None,
    elsewhere: Elsewhere | None = None,
) -> BlockDocument:
    """Return findings under the headings of their sections, in the order given.

    Args:
        report: The report that the findings are of.
        findings: What is shown.
        country: The country's name as shown to readers.
        explain: Whether to name the cues that decided each sentence's kind.
        assess: Whether the program's own words on each are shown: its kind, sources, figures, strength.
        cite: Makes the citation of a place, printed after each finding; without it title and place are copied.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    names = {report.id.country: country}
    finder = SourceFinder(report)
    blocks: list[AnyBlock] = []

    def quotation(finding: Finding) -> QuotationBlock:
        place = finding.locator
        remarks = [" · ".join(finding_words(finding))] if assess else []
        remarks += [f"cues: {'; '.join(finding.cues)}"] if explain and finding.cues else []
        citation = copied = fold(cite(place)) if cite else ""
        if not citation and report.provenance.origin != "sample":  # the bundled abridgement must not be cited
            copied = fold(f"{report.title}, {report.pinpoint(place)}")
        return QuotationBlock(
            runs(fold(finding.text)),
            str(place),
            citation,
            fold(finding.topic or ""),
            id=place_id(finding.locator),
            remarks=tuple(map(fold, remarks)),
            kind=finding.kind.value if assess else "",
            key=finding.key,
            copied=copied,
            source=finder.source(place),
        )

    for section, group in groupby(findings, key=lambda f: f.locator.section):
        blocks += [HeadingBlock(1, fold(report.section(section).title)), *map(quotation, group)]
    blocks = [*(blocks or [ProseBlock(runs("None."))]), *elsewhere_blocks(elsewhere, whole=False)]
    return document_on(f"{title(report, names)}: findings", (report,), blocks, names=names, subtitle=report.title)


def issues_document(report: Report, analysis: Analysis, country: str, *, cite: Cite | None = None) -> BlockDocument:
    """Return the executive summary's issues, each with the sentences of the body that support it.

    Args:
        report: The report that the issues are of.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, printed after each sentence; without it none is.
    """
    names = {report.id.country: country}
    finder = SourceFinder(report)

    def quotation(place: Locator) -> QuotationBlock:
        citation = fold(cite(place)) if cite else ""
        words, source = runs(fold(report.text_at(place))), finder.source(place)
        return QuotationBlock(words, report.pinpoint(place), citation, source=source)

    blocks: list[AnyBlock] = []
    for issue in analysis.issues:
        blocks.append(HeadingBlock(1, fold(issue.text)))
        blocks.append(small_note(" ".join(_about(report, issue))))
        blocks += [quotation(place) for _, group in issue.evidence_by_section() for place in group]
        if not issue.evidence:
            blocks.append(ProseBlock(runs(UNSUPPORTED)))
    if not blocks:
        blocks = [ProseBlock(runs(without_issues(analysis.brief))), *map(quotation, analysis.brief.issues)]
    heading = f"{title(report, names)}: issues of the executive summary"
    return document_on(heading, (report,), blocks, names=names, subtitle=report.title)


def _about(report: Report, issue: Issue) -> Iterator[str]:
    if issue.sections:
        yield f"In the body: {'; '.join(fold(report.section(name).title) for name in issue.sections)}."
    yield f"Listed at {issue.locator}."
    if issue.evidence or issue.omitted:
        yield f"Borne out by {describe_evidence(issue)}."
