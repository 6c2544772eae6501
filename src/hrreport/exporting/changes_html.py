"""HTML: what differs between two reports, and the two-column exhibit to file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.report_heads_html import page
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold
from hrreport.wording.changes import (
    KINDS,
    PER,
    SIGNS,
    describe_assessments,
    describe_outcome,
    describe_rates,
    describe_status,
    format_rate,
    heading,
    numbers_of,
    titles,
    topic_name,
    totals,
)
from hrreport.wording.reports import assessed_or_not, degree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change import Comparison, Quote, SentencePair, TopicChange, TopicSide
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.wording.changes import LengthChange, Names

    Cite = Callable[[ReportId, Locator], str]

NO_DIFFERENCE = "The two do not differ but for white space and typography."


class _MarkedPiece(NamedTuple):
    """Words that both sides have (no tag), or only one (``del``, ``ins``)."""

    text: str
    tag: str = ""


class _ChangeLine(NamedTuple):
    """One sentence of one side; or, in `under`, where it stands instead."""

    place: str
    pieces: tuple[_MarkedPiece, ...] = ()
    under: str = ""
    citation: str = ""


class _PairView(NamedTuple):
    kind: str
    old: tuple[_ChangeLine, ...]
    new: tuple[_ChangeLine, ...]


class _TopicView(NamedTuple):
    """Everything that is shown of one topic."""

    anchor: str
    name: str
    status: str
    describe_status: str
    headings: str
    then_degree: str
    then_said: str
    now_degree: str
    now_said: str
    assessment: str
    rates: str
    counts: tuple[str, ...]
    characters: str
    pairs: tuple[_PairView, ...]


class _Number(NamedTuple):
    name: str
    then: str
    now: str
    rates: str


class _ChangeSign(NamedTuple):
    sign: str
    meaning: str


def changes_html(
    comparison: Comparison, names: Names, *, passages: bool = True, exhibit: bool = False, cite: Cite | None = None
) -> str:
    """Return a page with the overview by topic and what became of every sentence, side by side.

    Args:
        names: Names of countries as shown to readers, by slug.
        passages: Whether every topic follows sentence by sentence.
        exhibit: Whether it is to be filed: the two columns alone, their rows numbered, without our
            assessments and counts.
        cite: Makes the citation of a sentence; without it its place alone stands there.
    """
    one, other = titles(comparison, names)
    shown = [c for c in comparison.changes if c.pairs or c.status in ("dropped", "new")]
    signs = [
        _ChangeSign(sign, meaning.replace("the first", one).replace("the second", other)) for sign, _, meaning in SIGNS
    ]
    values = {
        "subtitle": "Exhibit: the two texts, sentence by sentence" if exhibit else "",
        "one": one,
        "other": other,
        "per": PER,
        "exhibit": exhibit,
        "passages": passages or exhibit,
        "totals": [_number(total) for total in totals(comparison.old.measure, comparison.new.measure)],
        "outcome": describe_outcome(comparison, names),
        "signs": signs,
        "topics": [_topic(change, comparison, names, cite) for change in shown] if comparison.differs else [],
        "no_difference": NO_DIFFERENCE,
    }
    reports = (comparison.old.report, comparison.new.report)
    return page("changes", heading(comparison, names), reports, comparison.cautions, names=names, values=values)


def _number(total: LengthChange) -> _Number:
    rates = "" if total.then_rate is None else f"{format_rate(total.then_rate)} → {format_rate(total.now_rate)}"
    return _Number(total.name, f"{total.then:,}", f"{total.now:,}", rates)


def _topic(change: TopicChange, comparison: Comparison, names: Names, cite: Cite | None) -> _TopicView:
    one, other = titles(comparison, names)
    here, there = numbers_of(change.old.places) or "none", numbers_of(change.new.places) or "none"
    where = here if here == there else f"{here} → {there}"
    lead = {"dropped": "heading dropped: ", "new": "heading new: "}.get(change.status, "")
    return _TopicView(
        slug(change.id),
        fold(change.name),
        change.status,
        fold(describe_status(change, one, other)),
        fold(f"{lead}{where}"),
        degree(change.old.assessment),
        _assessed(change.old),
        degree(change.new.assessment),
        _assessed(change.new),
        describe_assessments(change),
        describe_rates(change),
        tuple(f"{change.count(*kinds):,}" for _, kinds, _ in SIGNS),
        f"{change.old.measure.characters:,} → {change.new.measure.characters:,}",
        tuple(_pair(pair, change.id, comparison, cite) for pair in change.pairs),
    )


def _assessed(side: TopicSide) -> str:
    if not side.places:
        return "no heading"
    return assessed_or_not(side.assessment, side.measure.sentences)


def _pair(pair: SentencePair, topic: str, comparison: Comparison, cite: Cite | None) -> _PairView:
    def side(quotes: tuple[Quote, ...], there: str, report: ReportId, tag: str) -> tuple[_ChangeLine, ...]:
        if quotes and there != topic:
            place = quotes[0].locator
            return (_ChangeLine("", under=fold(f"{KINDS[pair.kind]}: {place}, {topic_name(there)}")),)
        return tuple(
            _ChangeLine(str(q.locator), tuple(_pieces(q, tag)), citation=fold(cite(report, q.locator)) if cite else "")
            for q in quotes
        )

    return _PairView(
        pair.kind,
        side(pair.old, pair.old_topic, comparison.old.report.id, "del"),
        side(pair.new, pair.new_topic, comparison.new.report.id, "ins"),
    )


def _pieces(quote: Quote, tag: str) -> Iterator[_MarkedPiece]:
    """Yield a sentence in pieces; put together they are the sentence."""
    done = 0
    for start, end in quote.marks:
        yield _MarkedPiece(_folded(quote.text[done:start]))
        yield _MarkedPiece(_folded(quote.text[start:end]), tag)
        done = end
    yield _MarkedPiece(_folded(quote.text[done:]))


def _folded(text: str) -> str:
    """Return a stretch of a sentence folded, a space at either end of it kept."""
    words = fold(text)
    if not words:
        return " " if text else ""
    return " " * text[0].isspace() + words + " " * text[-1].isspace()
