"""Markdown: a report, its outline, summary, findings and issues as CommonMark with YAML front matter.

Every section and paragraph carries an anchor, ``1.c`` and ``1.c-p4``, that links can point to.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.exporting import commonmark
from hrreport.exporting.elsewhere import elsewhere_markdown
from hrreport.exporting.front_matter import front_matter
from hrreport.wording.notices import notices
from hrreport.wording.reports import (
    NOT_BORNE_OUT,
    PARAGRAPHS_COUNTED,
    assessed,
    counted,
    describe_evidence,
    finding_words,
    moment,
    obtained,
    publication_date,
    publisher,
    without_issues,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Report, Section

DEEPEST = 6
"""Markdown has no heading below this level."""


def page(report: Report, country: str, subtitle: str, blocks: Iterable[str], *, citation: str = "") -> str:
    """Return a whole file: front matter, title, notices, source, and what follows."""
    head = [front_matter(report, country, citation), f"# {commonmark.plain(report.title)}"]
    head += [f"> **Notice:** {commonmark.plain(notice)}" for notice in notices(report)]
    head.append(_source(report, citation))
    if subtitle:
        head.append(f"## {subtitle}")
    return "\n\n".join([*head, *blocks]) + "\n"


def _source(report: Report, citation: str) -> str:
    """Return who published the report, when and from where it was retrieved, and how it is cited."""
    source = report.provenance
    day = publication_date(records.publication(report.id.year, report.published))
    told = [("Cite as", citation)] if citation else []
    told.append(("Publisher", publisher(report)))
    told += [("Published", day)] if day else []
    told.append(("Retrieved", f"{moment(source.retrieved_at)}, {obtained(source)}"))
    lines = [f"- {name}: {commonmark.plain(said)}" for name, said in told]
    if target := commonmark.destination(source.url):
        lines.append(f"- Address: [{commonmark.plain(source.url)}]({target})")
    if pdf := commonmark.destination(report.pdf):
        lines.append(f"- PDF: [{commonmark.plain(report.pdf)}]({pdf})")
    lines.append(f"- SHA-256 of the page: `{source.sha256}`")
    lines.append(f"- {PARAGRAPHS_COUNTED[0].upper()}{PARAGRAPHS_COUNTED[1:]}")
    return "\n".join(lines)


# -- the whole report ------------------------------------------------------------------------


def _contents(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        yield f"{'  ' * depth}- {commonmark.reference(section.title, section.id)}"
        yield from _contents(section.sections, depth + 1)


def _heading(section: Section) -> str:
    level = min(max(section.level, 1), DEEPEST)
    return f"{'#' * level} {commonmark.anchor(section.id)}{commonmark.plain(section.title)}"


def _passages(section: Section) -> Iterator[str]:
    """Yield the blocks of a section's own text; items that follow each other are one list."""

    def line(paragraph: Paragraph) -> str:
        return commonmark.anchor(f"{section.anchor}-p{paragraph.number}") + commonmark.paragraph(paragraph)

    for form, paragraphs in groupby(section.paragraphs, key=lambda p: p.form):
        if form == "item":
            yield "\n".join(f"- {line(p)}" for p in paragraphs)
        else:
            yield from (f"> {line(p)}" if form == "note" else line(p) for p in paragraphs)


def report_markdown(report: Report, country: str, *, citation: str = "") -> str:
    """Return the whole report, with a table of contents.

    Args:
        country: The country's name as shown to readers.
        citation: How the report is cited, for the head of the file; without it nothing is said.
    """
    blocks = ["\n".join(_contents(report.sections))]
    for section in report.walk():
        blocks.append(_heading(section))
        blocks += _passages(section)
    return page(report, country, "Contents", blocks, citation=citation)


# -- what it says ----------------------------------------------------------------------------


def sections_markdown(report: Report, analysis: Analysis | None, country: str) -> str:
    """Return the outline as a list in a list: heading, assessment, paragraphs, words."""

    def items(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
        for section in sections:
            said = assessed(analysis.displayed_assessment(section.id)) if analysis else ""
            size = (counted(len(section.paragraphs), "paragraph"), counted(section.words, "word"))
            facts = ", ".join((f"§ {section.id}", *((said,) if said else ()), *(size if section.paragraphs else ())))
            yield f"{'  ' * depth}- {commonmark.plain(section.title)} ({commonmark.plain(facts)})"
            yield from items(section.sections, depth + 1)

    return page(report, country, "Sections", ["\n".join(items(report.sections))])


def _quoted(place: Locator | str, text: str, topic: str | None = None) -> str:
    """Return one sentence of the report as an item of a list, its place before it."""
    label = f"{commonmark.set_off(topic)} " if topic else ""
    return f"- {commonmark.plain(str(place))}: {label}{commonmark.plain(text)}"


def findings_markdown(
    report: Report,
    findings: Iterable[Finding],
    country: str,
    *,
    explain: bool = False,
    cite: Callable[[Locator], str] | None = None,
    elsewhere: Elsewhere | None = None,
) -> str:
    """Return findings under the headings of their sections, in the order given.

    Args:
        country: The country's name as shown to readers.
        explain: Whether to name the cues that decided each sentence's kind.
        cite: Makes the citation of a place, printed after each finding; without it none is.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    blocks = []
    for section_id, group in groupby(findings, key=lambda f: f.locator.section):
        blocks.append(f"### {commonmark.plain(report.section(section_id).title)}")
        items = []
        for finding in group:
            remarks = [" · ".join(finding_words(finding))]
            remarks += [f"cues: {'; '.join(finding.cues)}"] if explain and finding.cues else []
            remarks += [cite(finding.locator)] if cite else []
            quoted = _quoted(finding.locator, finding.text, finding.topic)
            items.append("\\\n  ".join((quoted, *map(commonmark.plain, remarks))))
        blocks.append("\n".join(items))
    blocks = [*(blocks or ["None."]), *elsewhere_markdown(elsewhere, whole=False)]
    return page(report, country, "Findings", blocks)


def issues_markdown(
    report: Report, analysis: Analysis, country: str, *, cite: Callable[[Locator], str] | None = None
) -> str:
    """Return the executive summary's issues, each with the sentences of the body that support it.

    Args:
        report: The report that the issues are of.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, printed after each sentence; without it none is.
    """

    def quoted(place: Locator) -> str:
        said = _quoted(report.pinpoint(place), report.text_at(place))
        return f"{said}\\\n  {commonmark.plain(cite(place))}" if cite else said

    blocks = []
    for issue in analysis.issues:
        blocks.append(f"### {commonmark.plain(issue.text)}")
        if issue.sections:
            titles = "; ".join(commonmark.plain(report.section(name).title) for name in issue.sections)
            blocks.append(f"In the body: {titles}. Listed at {issue.locator}.")
        else:
            blocks.append(f"Listed at {issue.locator}.")
        if issue.evidence:
            places = (place for _, group in issue.evidence_by_section() for place in group)
            blocks.append(f"{describe_evidence(issue)[0].upper()}{describe_evidence(issue)[1:]}.")
            blocks.append("\n".join(map(quoted, places)))
        else:
            blocks.append(f"*{NOT_BORNE_OUT}*")
    if not blocks:
        blocks.append(without_issues(analysis.brief))
        blocks.append("\n".join(_quoted(place, report.text_at(place)) for place in analysis.brief.issues))
    return page(report, country, "Issues of the executive summary", blocks)
