"""Markdown: what differs between two reports, the overview and, where wanted, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.exporting.report_heads import page, table
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change import Comparison, Quote, SentencePair, TopicChange
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]

NO_DIFFERENCE = "The two do not differ but for white space and typography."


def changes_markdown(comparison: Comparison, names: Names, *, passages: bool = False, cite: Cite | None = None) -> str:
    """Return the overview by topic and, where wanted, what became of every sentence.

    Words that only the first report has stand in ``<del>``, words that only the second has in ``<ins>``.

    Args:
        names: Names of countries as shown to readers, by slug.
        passages: Whether every topic follows sentence by sentence.
        cite: Makes the citation of a sentence; without it its place stands there.
    """
    reports = (comparison.old.report, comparison.new.report)
    blocks = list(_overview(comparison, names)) if comparison.differs else [NO_DIFFERENCE]
    if passages:
        for change in comparison.changes:
            blocks += _topic(change, comparison, names, cite)
    return page(heading(comparison, names), reports, comparison.cautions, names, blocks)


def _overview(comparison: Comparison, names: Names) -> Iterator[str]:
    one, other = titles(comparison, names)
    lengths = [
        (
            total.name,
            f"{total.then:,}",
            f"{total.now:,}",
            "" if total.then_rate is None else f"{format_rate(total.then_rate)} → {format_rate(total.now_rate)}",
        )
        for total in totals(comparison.old.measure, comparison.new.measure)
    ]
    yield table(("Whole reports", one, other, PER), lengths, right=(1, 2, 3))
    yield " ".join(commonmark.plain(sentence) for sentence in describe_outcome(comparison, names))
    yield "## Topics"
    signs = "; ".join(
        f"{sign} sentences {meaning.replace('the first', one).replace('the second', other)}"
        for sign, _, meaning in SIGNS
    )
    yield commonmark.plain(f"Of each topic: {signs}.")
    head = ("Topic", "Headings", "Assessment", *(sign for sign, _, _ in SIGNS), "Characters")
    rows = [_row(change) for change in comparison.changes if change.pairs or change.status in ("dropped", "new")]
    yield table(head, rows, right=range(3, 4 + len(SIGNS)))


def _row(change: TopicChange) -> tuple[str, ...]:
    one, other = numbers_of(change.old.places) or "none", numbers_of(change.new.places) or "none"
    where = {"dropped": f"heading dropped: {one} → none", "new": f"heading new: none → {other}"}.get(
        change.status, one if one == other else f"{one} → {other}"
    )
    return (
        commonmark.plain(change.name),
        commonmark.plain(where),
        commonmark.plain(describe_assessments(change)),
        *(str(change.count(*kinds)) for _, kinds, _ in SIGNS),
        f"{change.old.measure.characters:,} → {change.new.measure.characters:,}",
    )


def _topic(change: TopicChange, comparison: Comparison, names: Names, cite: Cite | None) -> Iterator[str]:
    one, other = titles(comparison, names)
    yield f"## {commonmark.anchor(change.id)}{commonmark.plain(change.name)}"
    assessment = describe_assessments(change)
    facts = [
        describe_status(change, one, other),
        f"Assessment: {assessment}" if assessment else "",
        describe_rates(change),
    ]
    yield "\n".join(f"- {commonmark.plain(fact)}" for fact in facts if fact)
    for pair in change.pairs:
        yield "\n".join(_pair(pair, change.id, comparison, (one, other), cite))


def _pair(
    pair: SentencePair, topic: str, comparison: Comparison, sides: tuple[str, str], cite: Cite | None
) -> Iterator[str]:
    only = {"removed": f"only in {sides[0]}", "added": f"only in {sides[1]}"}
    yield f"- {commonmark.plain(only.get(pair.kind, KINDS[pair.kind]))}"
    both = (
        (sides[0], pair.old, pair.old_topic, comparison.old.report.id, "del"),
        (sides[1], pair.new, pair.new_topic, comparison.new.report.id, "ins"),
    )
    for name, quotes, there, report, tag in both:
        for quote in quotes:
            where = cite(report, quote.locator) if cite else str(quote.locator)
            under = f", under {topic_name(there)}" if there != topic else ""
            yield f"    - {commonmark.plain(f'{name}, {where}{under}')}: {_marked(quote, tag)}"


def _marked(quote: Quote, tag: str) -> str:
    """Return a sentence with the words that the other side does not have in an element.

    Markdown's own signs would not do: between a letter and a comma they are no delimiters.
    """
    said = []
    done = 0
    for start, end in quote.marks:
        said += [
            _piece(quote.text[done:start], opens=not done),
            f"<{tag}>{commonmark.plain(quote.text[start:end])}</{tag}>",
        ]
        done = end
    return "".join([*said, _piece(quote.text[done:], opens=not done)])


def _piece(text: str, *, opens: bool) -> str:
    """Return a stretch of a sentence escaped, a space at either end of it kept."""
    if not text.strip():
        return " " if text and not opens else ""
    return " " * text[0].isspace() + commonmark.plain(text) + " " * text[-1].isspace()
