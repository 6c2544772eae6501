"""Views of one report's text: its outline, and the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Rule, Table, TextBlock, cells, text_block
from hrreport.terminal.elsewhere import elsewhere_view
from hrreport.terminal.parts import GUTTER, counting, head, heading, labeled, legend, mark, pinpoint, title_with_id
from hrreport.terminal.spans import StyledSpan
from hrreport.wording.reports import assessed, counted, describe_guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report, Section
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName

_OUTLINE = (Column(), Column(flexible=True), Column(dispensable=True), Column("right"), Column("right"))
"""Mark, heading with id, assessment in words, paragraphs, words."""
WIDE = 140
"""The outline may be wider than running text: ids are beside the headings."""


def sections_view(report: Report, analysis: Analysis | None, country: str) -> Document:
    """Return the outline as a tree, with each section's mark, paragraphs and words.

    Args:
        analysis: What was found in it; with ``None`` there are no marks.
        country: The country's name as shown to readers.
    """
    titles = ("", "Section", "Assessment" if analysis else "", "¶", "Words")
    rows = [cells(*titles, style="faint")]
    for section, depth in _with_depth(report.sections):
        rows += [] if depth else [(TextBlock(()),) * len(_OUTLINE)]
        rows.append(_row(section, depth, analysis))
    sections = tuple(report.walk())
    total = (
        counted(len(sections), "heading"),
        counted(sum(len(s.paragraphs) for s in sections), "paragraph"),
        counted(sum(s.words for s in sections), "word"),
    )
    foot = text_block(f"{', '.join(total)}.", "faint", above=1)
    settings = (*head(report, country), TextBlock(()), Table(_OUTLINE, tuple(rows)), foot)
    return Document((*settings, *legend()) if analysis else settings, measure=WIDE)


def _with_depth(sections: Iterable[Section], depth: int = 0) -> Iterator[tuple[Section, int]]:
    for section in sections:
        yield section, depth
        yield from _with_depth(section.sections, depth + 1)


def _row(section: Section, depth: int, analysis: Analysis | None) -> tuple[TextBlock, ...]:
    assessment = analysis.displayed_assessment(section.id) if analysis else None
    style: StyleName = "" if depth else "strong"
    guessed = (StyledSpan(f"  {describe_guess(section)}", "faint"),) if section.guess else ()
    return (
        TextBlock((mark(assessment),)),
        TextBlock((*title_with_id(section, style), *guessed), indent=2 * depth),
        *cells(
            assessed(assessment),
            str(len(section.paragraphs)) if section.paragraphs else "",
            f"{section.words:,}" if section.paragraphs else "",
        ),
    )


def show_view(report: Report, section: Section | None, country: str, *, elsewhere: Elsewhere | None = None) -> Document:
    """Return the text with paragraph numbers in the gutter and run-in labels set off.

    Args:
        section: What to show, with all below it; ``None`` for the whole report.
        country: The country's name as shown to readers.
        elsewhere: What it says of a topic that no heading of it is on.
    """
    settings: list[Setting] = [*head(report, country)]
    if section and (above := report.path(section.id)[:-1]):
        settings += [Rule(), text_block(" › ".join(each.title for each in above), "faint")]
    for shown in section.walk() if section else report.walk():
        settings += heading(shown)
        settings += _passages(shown)
    return Document((*settings, *elsewhere_view(elsewhere, whole=True), *counting()))


def _passages(section: Section) -> Iterator[TextBlock]:
    """Yield paragraphs, numbers in the gutter; items have a bullet, notes are set in italics."""
    before = ""
    for paragraph in section.paragraphs:
        words, place = labeled(paragraph.topic, paragraph.text), pinpoint(section.locate(paragraph))
        if paragraph.form == "note":
            words = tuple(StyledSpan(text, style or "aside") for text, style in words)
        item = paragraph.form == "item"
        bullet = (StyledSpan("  • "),) if item else ()
        yield TextBlock(words, (*place, *bullet), GUTTER + 2 * item, above=0 if item and before == "item" else 1)
        before = paragraph.form
