"""The view of what differs between two reports: the overview by topic.

It parts the topics of both reports from those of one, with both marks in one column, which the document does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells, text_block
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import (
    PER,
    SIGNS,
    describe_absence,
    describe_outcome,
    format_rate,
    heading,
    numbers_of,
    sign_meanings,
    titles,
    totals,
)
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.change import Comparison, TopicChange
    from hrreport.model.finding import Assessment
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

_BOTH = (
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
    if absence := describe_absence(comparison):
        return Document((*settings, text_block(absence, above=1)))
    rows = [cells("", one, other, PER, style="faint")]
    for total in totals(comparison.old.measure, comparison.new.measure):
        then, now = format_rate(total.then_rate), format_rate(total.now_rate) or "none"
        rows.append(cells(total.name, f"{total.then:,}", f"{total.now:,}", f"{then} → {now}" if then else ""))
    settings += [TextBlock(()), Table(_TOTALS, tuple(rows), gap=3), TextBlock(())]
    settings += map(text_block, describe_outcome(comparison, names))
    rows = [_row(change) for change in comparison.changes if change.old.places and change.new.places and change.pairs]
    if rows:
        titles_row = cells("", "Topic", "§", *(sign for sign, _, _ in SIGNS), "Characters", style="faint")
        settings.append(text_block(f"Topics of both {one} and {other}", "strong", above=1))
        settings.append(Table(_BOTH, (titles_row, *rows), room=_ROOM))
    settings += _one_side([change for change in comparison.changes if change.status == "dropped"], one, other)
    settings += _one_side([change for change in comparison.changes if change.status == "new"], other, one)
    sides = text_block(f"marks: assessment in {one}, then in {other}; – where there is no heading", "faint")
    return Document((*settings, *explain_signs(one, other), sides, *legend(assessments_of(comparison))), measure=WIDE)


def assessments_of(comparison: Comparison) -> Iterator[Assessment | None]:
    """Yield every assessment whose mark a view of a comparison shows."""
    for change in comparison.changes:
        yield from (change.old.assessment, change.new.assessment)


def marks(change: TopicChange) -> tuple[StyledSpan, ...]:
    """Return the marks of a topic's assessments then and now, side by side; a dash for no heading."""
    then, now = (
        mark(side.assessment) if side.places else StyledSpan("–", "faint") for side in (change.old, change.new)
    )
    return (then, StyledSpan(" "), now)


def _row(change: TopicChange) -> tuple[TextBlock, ...]:
    old, new = numbers_of(change.old.places), numbers_of(change.new.places)
    counts = (change.count(*kinds) for _, kinds, _ in SIGNS)
    return (
        TextBlock(marks(change)),
        *cells(change.name),
        text_block(old, "faint") if old == new else text_block(f"{old} → {new}"),
        *(text_block(f"{count:,}") if count else text_block("·", "faint") for count in counts),
        *cells(f"{change.old.measure.characters:,} → {change.new.measure.characters:,}"),
    )


def _one_side(changes: Sequence[TopicChange], one: str, other: str) -> Iterator[Setting]:
    """Yield the topics that only one report has a heading for, as such and as nothing else."""
    if not changes:
        return
    dropped = changes[0].status == "dropped"
    which = "Headings dropped" if dropped else "New headings"
    total = f"{counted(len(changes), 'topic')} with a heading in {one} and none in {other}"
    yield text_block(f"{which}: {total}", "strong", above=1)
    rows = [cells("", "Topic", "§", "Sentences", "Characters", style="faint")]
    for change in changes:
        side = change.old if dropped else change.new
        crossing = sum(pair.elsewhere for pair in change.pairs)
        note = f", of them {counted(crossing, 'sentence')} under another topic of {other}" if crossing else ""
        sentences, characters = side.measure.sentences, side.measure.characters
        rows.append(
            (
                TextBlock((mark(side.assessment),)),
                TextBlock((clean_span(change.name), clean_span(note, "faint"))),
                text_block(numbers_of(side.places), "faint"),
                text_block(f"{sentences:,}") if sentences else text_block("no text", "faint"),
                *cells(f"{characters:,}" if characters else ""),
            )
        )
    yield Table(_ALONE, tuple(rows), room=_ROOM)


def explain_signs(one: str, other: str) -> Iterator[Setting]:
    """Yield what the signs of sentences mean, a line each."""
    for place, (sign, meaning) in enumerate(sign_meanings(one, other)):
        words = (StyledSpan(f"sentences {meaning}", "faint"),)
        yield TextBlock(words, (StyledSpan(sign),), 2, above=0 if place else 1)
