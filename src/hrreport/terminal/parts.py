"""Parts that views are put together from: heads, headings, marks, pinpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Head, Rule, TextBlock, text_block
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.notices import SAMPLE_PINNED, brief_notices, notices
from hrreport.wording.reports import (
    PARAGRAPHS_COUNTED,
    counted,
    day,
    degree,
    describe_publication,
    legend_of,
    moment,
    obtained,
    publication_date,
    publisher,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.finding import Assessment
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName

GUTTER = 8
"""Columns left of all running text, for marks and pinpoints."""
HASH_SHOWN = 12
"""Digits of a hash that are enough to distinguish two pages."""
_BLANK = StyledSpan(" ")
_MARKS: dict[str, StyledSpan] = {
    "serious": StyledSpan("●", "serious"),
    "limited": StyledSpan("◐", "limited"),
    "reported": StyledSpan("■", "reported"),
    "none": StyledSpan("○", "none"),
    "silent": StyledSpan("·", "silent"),
    "": _BLANK,
}


def mark(assessment: Assessment | None) -> StyledSpan:
    """Return the mark of an assessment: its shape alone says what its color says."""
    return _MARKS[degree(assessment)]


def legend(assessments: Iterable[Assessment | None] = ()) -> Iterator[Setting]:
    """Yield what the marks mean, a line each.

    Args:
        assessments: Those that are shown; abuses of unknown extent are explained only where there are some.
    """
    for place, (name, meaning) in enumerate(legend_of(assessments)):
        yield TextBlock((StyledSpan(meaning, "faint"),), (_MARKS[name],), 2, above=0 if place else 1)


def head(report: Report, country: str) -> Iterator[Setting]:
    """Yield the head of a view: which report, its notices, who published it, where it came from."""
    source = report.provenance
    title = (text_block(f"{country} {report.id.year}", "strong"), *([text_block(report.title)] if report.title else []))
    facts = [
        ("Publisher", publisher(report)),
        ("Published", publication_date(report) or "date not given"),
        ("Address", source.url or "none: the page was given as a file"),
        ("Retrieved", f"{moment(source.retrieved_at)}, {obtained(source)}"),
        ("SHA-256", source.sha256[:HASH_SHOWN]),
    ]
    facts += [("PDF", report.pdf)] if report.pdf else []
    facts += [(part.name, f"{part.provenance.url}, {obtained(part.provenance)}") for part in report.parts]
    wide = 2 + max(len(name) for name, _ in facts)
    rows = (
        TextBlock((clean_span(fact),), (clean_span(name, "faint"),), wide, above=0 if place else 1)
        for place, (name, fact) in enumerate(facts)
    )
    brief = brief_notices(report)
    if source.origin == "sample":
        origin, pinned = publisher(report), SAMPLE_PINNED
    else:
        origin = f"{describe_publication(report)}; {describe_retrieval(report)}"
        pinned = f"{counted(len(brief), 'notice')} at the beginning" if brief else ""
    yield Head((*title, *warnings(notices(report)), *rows), (*title, text_block(origin)), warnings(brief), pinned)


def describe_retrieval(report: Report) -> str:
    """Return on which day a report was retrieved, and from where."""
    source = report.provenance
    return f"retrieved {day(source.retrieved_at.date().isoformat())}, {obtained(source)}"


def warning(notice: str, *, above: int = 0) -> TextBlock:
    """Return a notice, a sign before it."""
    return TextBlock((clean_span(notice, "notice"),), (StyledSpan("!", "sign"), StyledSpan(" ")), 2, above=above)


def warnings(notices: Iterable[str]) -> tuple[TextBlock, ...]:
    """Return notices, an empty line above the first."""
    return tuple(warning(notice, above=0 if place else 1) for place, notice in enumerate(notices))


def pinpoint(place: Locator) -> tuple[StyledSpan, ...]:
    """Return the paragraph sign and number, flush right in the gutter."""
    return (StyledSpan(f"{place.pinpoint:>{GUTTER - 2}}", "faint"),)


def heading(section: Section, sign: StyledSpan = _BLANK, tail: str = "") -> Iterator[Setting]:
    """Yield a section's heading with its id, a sign before it and `tail` at the right.

    A numbered section has a rule above it; what is inside a lettered one (from level 4) is indented.
    """
    words = title_with_id(section, "strong" if section.level < 4 else "aside")  # noqa: PLR2004
    rest = (StyledSpan(tail, "faint"),) if tail else ()
    if section.level > 2:  # noqa: PLR2004  numbered sections
        yield TextBlock(words, (sign,), 2 * (section.level - 2), rest, above=1)
    else:
        yield Rule()
        yield TextBlock(words, (sign,), 2, rest) if sign.style else TextBlock(words, tail=rest)


def title_with_id(section: Section, style: StyleName) -> tuple[StyledSpan, ...]:
    """Return a section's title with its id, by which it can be asked for."""
    return (clean_span(section.title, style), StyledSpan("  "), clean_span(f"§ {section.id}", "faint"))


def counting() -> Iterator[Setting]:
    """Yield the line that says where the numbers of paragraphs come from."""
    yield text_block(f"{PARAGRAPHS_COUNTED[0].upper()}{PARAGRAPHS_COUNTED[1:]}.", "faint", above=1)


def labeled(topic: str | None, text: str) -> tuple[StyledSpan, ...]:
    """Return words of the report after their run-in label, the label set off."""
    return (clean_span(f"{topic}:", "label"), StyledSpan(" "), clean_span(text)) if topic else (clean_span(text),)
