"""Markdown: a report and its outline as CommonMark with YAML front matter.

Every section and paragraph carries an anchor, ``1.c`` and ``1.c-p4``, that links can point to.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.codec.contract import notices
from hrreport.exporting import commonmark
from hrreport.exporting.block_markdown import front_matter
from hrreport.model.wording import PARAGRAPHS_COUNTED, assessed, counted, moment, obtained, publication_date, publisher
from hrreport.views.heads import report_metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Paragraph, Report, Section

DEEPEST = 6
"""Markdown has no heading below this level."""


def page(report: Report, country: str, subtitle: str, blocks: Iterable[str], *, citation: str = "") -> str:
    """Return a whole file: front matter, title, notices, source, and what follows."""
    head = [front_matter(report_metadata(report, country, citation)), f"# {commonmark.plain(report.title)}"]
    head += [f"> **Notice:** {commonmark.plain(notice)}" for notice in notices(report)]
    head.append(_source(report, citation))
    if subtitle:
        head.append(f"## {subtitle}")
    return "\n\n".join([*head, *blocks]) + "\n"


def _source(report: Report, citation: str) -> str:
    """Return who published the report, when and from where it was retrieved, and how it is cited."""
    source = report.provenance
    day = publication_date(facts.publication(report.id.year, report.published))
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


def sections_markdown(report: Report, analysis: Analysis | None, country: str) -> str:
    """Return the outline as a list in a list: heading, assessment, paragraphs, words."""

    def items(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
        for section in sections:
            said = assessed(analysis.shown_assessment(section.id)) if analysis else ""
            size = (counted(len(section.paragraphs), "paragraph"), counted(section.words, "word"))
            facts = ", ".join((f"§ {section.id}", *((said,) if said else ()), *(size if section.paragraphs else ())))
            yield f"{'  ' * depth}- {commonmark.plain(section.title)} ({commonmark.plain(facts)})"
            yield from items(section.sections, depth + 1)

    return page(report, country, "Sections", ["\n".join(items(report.sections))])
