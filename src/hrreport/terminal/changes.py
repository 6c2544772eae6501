"""Views of what differs between two reports: the overview by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import (
    NO_DIFFERENCE,
    PER,
    SIGNS,
    describe_outcome,
    format_rate,
    heading,
    numbers_of,
    titles,
    totals,
)
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change import Comparison, TopicChange, TopicSide
    from hrreport.model.finding import Assessment
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import LengthChange, Names

_COUNTED = (
    Column(), Column(flexible=True), Column(dispensable=True), *(Column("right") for _ in SIGNS),
    Column("right", dispensable=True),
)  # fmt: skip
"""Marks then and now, topic, sections, sentences by sign, characters."""
_TOTALS = (Column(flexible=True), Column("right"), Column("right"), Column("right", dispensable=True))
_ALONE = (Column(), Column(flexible=True), Column(), Column("right"), Column("right", dispensable=True))
"""Mark, topic, sections, sentences, characters."""
_ROOM = 30
WIDE = 120


def changes_view(comparison: Comparison, names: Names) -> Document:
    """Return the overview: lengths and rates, then topic by topic what became of headings and sentences.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    one, other = titles(comparison, names)
    reports = (comparison.old.report, comparison.new.report)
    settings: list[Setting] = [*heads(heading(comparison, names), reports, comparison.cautions, names)]
    if not comparison.differs:
        return Document((*settings, TextBlock((StyledSpan(NO_DIFFERENCE),), above=1)))
    settings += [TextBlock(()), _totals(comparison, one, other), TextBlock(())]
    settings += [TextBlock((clean_span(sentence),)) for sentence in describe_outcome(comparison, names)]
    both = [c for c in comparison.changes if c.old.places and c.new.places]
    settings += _both(both, one, other)
    settings += _one_side([c for c in comparison.changes if c.status == "dropped"], one, other)
    settings += _one_side([c for c in comparison.changes if c.status == "new"], other, one)
    return Document(
        (*settings, *signs(one, other), _sides(one, other), *legend(assessments_of(comparison))), measure=WIDE
    )


def assessments_of(comparison: Comparison) -> Iterator[Assessment | None]:
    """Yield every assessment whose mark a view of a comparison shows."""
    for change in comparison.changes:
        yield from (change.old.assessment, change.new.assessment)


def _totals(comparison: Comparison, one: str, other: str) -> Table:
    rows = [cells("", one, other, PER, style="faint")]
    rows += [_total(total) for total in totals(comparison.old.measure, comparison.new.measure)]
    return Table(_TOTALS, tuple(rows), gap=3)


def _total(total: LengthChange) -> tuple[TextBlock, ...]:
    rates = (
        "" if total.then_rate is None else f"{format_rate(total.then_rate)} → {format_rate(total.now_rate) or 'none'}"
    )
    return cells(total.name, f"{total.then:,}", f"{total.now:,}", rates)


def _both(changes: Iterable[TopicChange], one: str, other: str) -> Iterator[Setting]:
    rows = [_row(c) for c in changes if c.pairs]
    if rows:
        signs = (sign for sign, _, _ in SIGNS)
        yield TextBlock((clean_span(f"Topics of both {one} and {other}", "strong"),), above=1)
        yield Table(_COUNTED, (cells("", "Topic", "§", *signs, "Characters", style="faint"), *rows), room=_ROOM)


def marks(change: TopicChange) -> tuple[StyledSpan, ...]:
    """Return the marks of a topic's assessments then and now, side by side; a dash for no heading."""
    return (_mark(change.old), StyledSpan(" "), _mark(change.new))


def _mark(side: TopicSide) -> StyledSpan:
    return mark(side.assessment) if side.places else StyledSpan("–", "faint")


def _row(change: TopicChange) -> tuple[TextBlock, ...]:
    here, there = numbers_of(change.old.places), numbers_of(change.new.places)
    style: StyleName = "faint" if here == there else ""
    counts = (change.count(*kinds) for _, kinds, _ in SIGNS)
    then, now = change.old.measure.characters, change.new.measure.characters
    return (
        TextBlock(marks(change)),
        TextBlock((clean_span(change.name),)),
        TextBlock((clean_span(here if here == there else f"{here} → {there}", style),)),
        *(TextBlock((StyledSpan(f"{count:,}" if count else "·", "" if count else "faint"),)) for count in counts),
        TextBlock((StyledSpan(f"{then:,} → {now:,}"),)),
    )


def _one_side(changes: list[TopicChange], one: str, other: str) -> Iterator[Setting]:
    """Yield the topics that only one report has a heading for, as such and as nothing else."""
    if not changes:
        return
    dropped = changes[0].status == "dropped"
    which = "Headings dropped" if dropped else "New headings"
    said_so = f"{which}: {counted(len(changes), 'topic')} with a heading in {one} and none in {other}"
    yield TextBlock((clean_span(said_so, "strong"),), above=1)
    rows = []
    for change in changes:
        side = change.old if dropped else change.new
        sentences = f"{side.measure.sentences:,}" if side.measure.sentences else "no text"
        crossing = sum(pair.elsewhere for pair in change.pairs)
        note = f", of them {counted(crossing, 'sentence')} under another topic of {other}" if crossing else ""
        rows.append(
            (
                TextBlock((mark(side.assessment),)),
                TextBlock((clean_span(change.name), clean_span(note, "faint") if note else StyledSpan(""))),
                TextBlock((clean_span(numbers_of(side.places), "faint"),)),
                TextBlock((StyledSpan(sentences, "" if side.measure.sentences else "faint"),)),
                TextBlock((StyledSpan(f"{side.measure.characters:,}" if side.measure.characters else ""),)),
            )
        )
    yield Table(_ALONE, (cells("", "Topic", "§", "Sentences", "Characters", style="faint"), *rows), room=_ROOM)


def signs(one: str, other: str) -> Iterator[Setting]:
    """Yield what the signs of sentences mean, a line each."""
    for place, (sign, _, meaning) in enumerate(SIGNS):
        words = meaning.replace("the first", one).replace("the second", other)
        yield TextBlock((StyledSpan(f"sentences {words}", "faint"),), (StyledSpan(sign),), 2, above=0 if place else 1)


def _sides(one: str, other: str) -> TextBlock:
    return TextBlock(
        (StyledSpan(f"marks: assessment in {one}, then in {other}; – where there is no heading", "faint"),)
    )
