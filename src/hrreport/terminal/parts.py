"""Parts that views are put together from: heads, headings, marks, pinpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.terminal.document import Head, Rule, TextBlock
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.notices import SAMPLE_PINNED, brief_notices, notices
from hrreport.wording.reports import (
    PARAGRAPHS_COUNTED,
    counted,
    day,
    degree,
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
"""Columns left of all running text, where marks and pinpoints stand."""
HASH_SHOWN = 12
"""Digits of a hash that are enough to tell two pages apart."""
NUMBERED = 2
"""Level of the headings of numbered sections."""
DEEP = 4
"""Headings from this level on stand inside a lettered section."""

_MARKS: dict[str, StyledSpan] = {
    "serious": StyledSpan("●", "serious"),
    "limited": StyledSpan("◐", "limited"),
    "reported": StyledSpan("■", "reported"),
    "none": StyledSpan("○", "none"),
    "silent": StyledSpan("·", "silent"),
    "": StyledSpan(" "),
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
    name = TextBlock((clean_span(f"{country} {report.id.year}", "strong"),))
    title = (TextBlock((clean_span(report.title),)),) if report.title else ()
    told = brief_notices(report)
    warned, brief = (
        tuple(warning(notice, above=0 if place else 1) for place, notice in enumerate(each))
        for each in (notices(report), told)
    )
    shown = [
        ("Publisher", publisher(report)),
        ("Published", publication_date(records.publication(report.id.year, report.published)) or "date not given"),
        ("Address", source.url or "none: the page was given as a file"),
        ("Retrieved", f"{moment(source.retrieved_at)}, {obtained(source)}"),
        ("SHA-256", source.sha256[:HASH_SHOWN]),
    ]
    shown += [("PDF", report.pdf)] if report.pdf else []
    shown += [(part.name, f"{part.provenance.url}, {obtained(part.provenance)}") for part in report.parts]
    wide = 2 + max(len(name) for name, _ in shown)
    rows = (
        TextBlock((clean_span(fact),), (clean_span(name, "faint"),), wide, above=0 if place else 1)
        for place, (name, fact) in enumerate(shown)
    )
    origin = TextBlock((clean_span(_brief_source(report)),))
    pinned = (
        SAMPLE_PINNED
        if source.origin == "sample"
        else f"{counted(len(told), 'notice')} at the beginning"
        if told
        else ""
    )
    yield Head((name, *title, *warned, *rows), (name, *title, origin), brief, pinned)


def _brief_source(report: Report) -> str:
    """Return when a report was published and where it comes from; of the abridgement, who wrote it."""
    if report.provenance.origin == "sample":
        return publisher(report)
    published = publication_date(records.publication(report.id.year, report.published))
    return f"{f'Published {published}' if published else 'Date of publication not given'}; {retrieved(report)}"


def retrieved(report: Report) -> str:
    """Return on which day a report was retrieved, and from where."""
    source = report.provenance
    return f"retrieved {day(source.retrieved_at.date().isoformat())}, {obtained(source)}"


def warning(notice: str, *, above: int = 0) -> TextBlock:
    """Return a notice, a sign before it."""
    return TextBlock((clean_span(notice, "notice"),), (StyledSpan("!", "sign"), StyledSpan(" ")), 2, above=above)


def pinpoint(place: Locator) -> tuple[StyledSpan, ...]:
    """Return the paragraph sign and number, flush right in the gutter."""
    return (StyledSpan(f"{place.pinpoint:>{GUTTER - 2}}", "faint"),)


def heading(section: Section, assessment: Assessment | None = None, tail: str = "") -> Iterator[Setting]:
    """Yield a section's heading, its mark before it and `tail` at the right.

    A numbered section has a rule above it; what stands inside a lettered one is indented. Its id follows it.
    """
    return titled(section, mark(assessment), tail)


def titled(section: Section, shape: StyledSpan, tail: str = "") -> Iterator[Setting]:
    """Yield a section's heading with the mark given before it, as `heading` does."""
    style: StyleName = "strong" if section.level < DEEP else "aside"
    rest = (StyledSpan(tail, "faint"),) if tail else ()
    if section.level <= NUMBERED:
        yield Rule()
        indent = 2 if shape.style else 0
        yield TextBlock(named(section, style), (shape,) if indent else (), indent, rest)
    else:
        yield TextBlock(named(section, style), (shape,), 2 * (section.level - NUMBERED), rest, above=1)


def named(section: Section, style: StyleName) -> tuple[StyledSpan, ...]:
    """Return a section's title with its id, by which it can be asked for."""
    return (clean_span(section.title, style), StyledSpan("  "), clean_span(f"§ {section.id}", "faint"))


def counting() -> Iterator[Setting]:
    """Yield the line that says where the numbers of paragraphs come from."""
    yield TextBlock((clean_span(f"{PARAGRAPHS_COUNTED[0].upper()}{PARAGRAPHS_COUNTED[1:]}.", "faint"),), above=1)


def labeled(topic: str | None, text: str) -> tuple[StyledSpan, ...]:
    """Return words of the report after their run-in label, the label set off."""
    return (clean_span(f"{topic}:", "label"), StyledSpan(" "), clean_span(text)) if topic else (clean_span(text),)
