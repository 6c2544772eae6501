"""Views of findings, and of issues with their evidence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, Rule, TextBlock, text_block
from hrreport.terminal.elsewhere import elsewhere_view
from hrreport.terminal.parts import GUTTER, counting, head, heading, labeled, pinpoint, title_with_id
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.reports import UNSUPPORTED, counted, describe_evidence, finding_words, without_issues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Finding, Issue
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting

_KEY = (StyledSpan("◆", "key"),)


def findings_view(
    report: Report,
    findings: Iterable[Finding],
    country: str,
    *,
    explain: bool = False,
    cite: Callable[[Locator], str] | None = None,
    elsewhere: Elsewhere | None = None,
) -> Document:
    """Return findings under the headings of their sections, in the order given.

    Args:
        country: The country's name as shown to readers.
        explain: Whether to name the cues that decided each sentence's kind.
        cite: Makes the citation of a place, shown under each finding; without it none is.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    settings: list[Setting] = [*head(report, country)]
    shown = 0
    for section_id, group in groupby(findings, key=lambda f: f.locator.section):
        settings += heading(report.section(section_id))
        for place, finding in enumerate(group):
            shown += 1
            settings.append(_finding(finding, above=1 if place else 0))
            remarks = [" · ".join(finding_words(finding, key=False))]
            remarks += [f"cues: {'; '.join(finding.cues)}"] if explain and finding.cues else []
            remarks += [cite(finding.locator)] if cite else []
            settings += [text_block(remark, "aside", indent=GUTTER) for remark in remarks]
    foot = (*_KEY, StyledSpan(f" key finding; {counted(shown, 'finding')} shown", "faint"))
    settings.append(TextBlock(foot, above=1))
    return Document((*settings, *elsewhere_view(elsewhere, whole=False), *(counting() if shown else ())))


def _finding(finding: Finding, *, above: int) -> TextBlock:
    """Return a sentence with its mark, if it is a key one, and its place before it."""
    place = f"{finding.locator.pinpoint:>{GUTTER - 3}}"
    first = _KEY if finding.key else (StyledSpan(" "),)
    return TextBlock(labeled(finding.topic, finding.text), (*first, StyledSpan(place, "faint")), GUTTER, above=above)


def issues_view(
    report: Report, analysis: Analysis, country: str, *, cite: Callable[[Locator], str] | None = None
) -> Document:
    """Return the executive summary's issues, each with the sentences of the body that support it.

    An issue without evidence in the body says so.

    Args:
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, shown under each sentence; without it none is.
    """
    settings: list[Setting] = [*head(report, country), Rule()]
    for number, issue in enumerate(analysis.issues, 1):
        settings += _issue(report, number, issue, cite)
    if not analysis.issues:
        settings.append(text_block(without_issues(analysis.brief), above=1))
        settings += [TextBlock((clean_span(report.text_at(at)),), pinpoint(at), GUTTER) for at in analysis.brief.issues]
    return Document((*settings, *(counting() if analysis.issues or analysis.brief.issues else ())))


def _issue(report: Report, number: int, issue: Issue, cite: Callable[[Locator], str] | None) -> Iterator[Setting]:
    listed = (clean_span(f"listed at {issue.locator}", "faint"),)
    yield TextBlock((clean_span(issue.text, "strong"),), (StyledSpan(f"{number:>3}  "),), 5, listed, above=1)
    if issue.evidence or issue.omitted:
        yield text_block(describe_evidence(issue), "faint", indent=5)
    for section_id, places in issue.evidence_by_section():
        yield TextBlock(title_with_id(report.section(section_id), "aside"), indent=5)
        for place in places:
            yield TextBlock((clean_span(report.text_at(place)),), pinpoint(place), GUTTER)
            if cite:
                yield text_block(cite(place), "faint", indent=GUTTER)
    unseen = [name for name in issue.sections if name not in {place.section for place in issue.evidence}]
    if unseen:
        titles = "; ".join(report.section(name).title for name in unseen)
        yield text_block(f"See also: {titles}", "faint", indent=5)
    if not issue.evidence and not issue.omitted:
        sign = (StyledSpan("   "), StyledSpan("!", "sign"), StyledSpan(" "))
        yield TextBlock((StyledSpan(UNSUPPORTED, "notice"),), sign, 5)
