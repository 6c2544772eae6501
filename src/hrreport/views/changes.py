"""Changes between two reports: the overview by topic, and what became of every sentence, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    ContentsBlock,
    HeadingBlock,
    ProseBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    marked_runs,
    runs,
    small_note,
)
from hrreport.views.heads import document_on
from hrreport.wording.changes import (
    KINDS,
    PER,
    SIGNS,
    describe_absence,
    describe_assessments,
    describe_outcome,
    describe_rates,
    describe_status,
    format_rate,
    heading,
    numbers_of,
    side_words,
    sign_meanings,
    titles,
    topic_name,
    totals,
)
from hrreport.wording.reports import degree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change import Comparison, Quote, SentencePair, TopicChange
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.views.blocks import AnyBlock, BlockDocument, Mark, Runs
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]

FILED = "Exhibit No. ____________    Case ________________________________"
"""What is filled in by hand at the head of an exhibit."""
COLOPHON = (
    "Set by hrreport from the pages named at the head; the words in both columns are those of the reports, verbatim. "
    "Struck through: words that only the first has. Underlined: words that only the second has. A dash: no sentence "
    "that answers it was found. The numbers of paragraphs and the words beside the text are hrreport’s and no part of "
    "the reports."
)


def changes_document(
    comparison: Comparison, names: Names, *, passages: bool = True, exhibit: bool = False, cite: Cite | None = None
) -> BlockDocument:
    """Return the overview by topic and, where asked for, what became of every sentence.

    Args:
        comparison: What differs.
        names: Names of countries as shown to readers, by slug.
        passages: Whether every topic follows sentence by sentence.
        exhibit: Whether it is to be filed: the two columns alone, their rows numbered, without assessments and
            counts of the program.
        cite: Makes the citation of a sentence; without it its place alone is shown.
    """
    blocks: list[AnyBlock] = []
    if absence := describe_absence(comparison):
        blocks.append(ProseBlock(runs(absence)))
    else:
        topics = [change for change in comparison.changes if change.pairs] if passages or exhibit else []
        blocks += [ProseBlock(runs(FILED))] if exhibit else []
        blocks += [ContentsBlock(1)] if len(topics) > 1 else []
        blocks += [] if exhibit else _overview(comparison, names)
        for change in topics:
            blocks += _topic(change, comparison, names, cite, exhibit=exhibit)
    return document_on(
        heading(comparison, names),
        (comparison.old.report, comparison.new.report),
        blocks,
        names=names,
        subtitle="Exhibit: the two texts, sentence by sentence" if exhibit else "",
        cautions=comparison.cautions,
        folding=not exhibit,
        colophon=COLOPHON,
    )


def _overview(comparison: Comparison, names: Names) -> Iterator[AnyBlock]:
    one, other = titles(comparison, names)
    yield HeadingBlock(1, "Lengths and counts of the whole reports", "lengths")
    rows = []
    for total in totals(comparison.old.measure, comparison.new.measure):
        rates = f"{format_rate(total.then_rate)} → {format_rate(total.now_rate)}" if total.then_rate is not None else ""
        rows.append(TableRow(cells_of((total.name, f"{total.then:,}", f"{total.now:,}", rates))))
    columns = (TableColumn(width=2), *(TableColumn(name, "end") for name in (one, other, PER)))
    yield TableBlock(columns, tuple(rows))
    yield ProseBlock(runs(" ".join(describe_outcome(comparison, names))))
    yield HeadingBlock(1, "Topics", "topics")
    signs = "; ".join(f"{sign} sentences {meaning}" for sign, meaning in sign_meanings(one, other))
    yield ProseBlock(runs(f"Of each topic: {signs}."))
    columns = (
        TableColumn("Topic", width=1.8),
        TableColumn("Headings", width=1.6),
        TableColumn(one, width=1.1),
        TableColumn(other, width=1.1),
        *(TableColumn(sign, "end", 0.4) for sign, _, _ in SIGNS),
        TableColumn("Characters", "end", 1.2),
    )
    shown = (change for change in comparison.changes if change.pairs or change.status in ("dropped", "new"))
    yield TableBlock(columns, tuple(map(_row, shown)))


def _row(change: TopicChange) -> TableRow:
    one, other = numbers_of(change.old.places) or "none", numbers_of(change.new.places) or "none"
    where = {"dropped": f"heading dropped: {one} → none", "new": f"heading new: none → {other}"}.get(
        change.status, one if one == other else f"{one} → {other}"
    )
    name = TextRun(fold(change.name), address=f"#{slug(change.id)}")
    sizes = f"{change.old.measure.characters:,} → {change.new.measure.characters:,}"
    return TableRow(
        (
            TableCell((runs(name),)),
            *cells_of((where,)),
            *(TableCell((runs(side_words(side)),), degree(side.assessment)) for side in (change.old, change.new)),
            *cells_of((*(f"{change.count(*kinds):,}" for _, kinds, _ in SIGNS), sizes)),
        ),
        change.status,
    )


def _topic(
    change: TopicChange, comparison: Comparison, names: Names, cite: Cite | None, *, exhibit: bool
) -> Iterator[AnyBlock]:
    one, other = titles(comparison, names)
    yield HeadingBlock(1, fold(change.name), slug(change.id), remark=fold(describe_status(change, one, other)))
    if not exhibit:
        assessment = describe_assessments(change)
        yield small_note(f"Assessment: {assessment}. " * bool(assessment) + describe_rates(change))
    number = (TableColumn("No.", "end"),) if exhibit else ()
    columns = (*number, TableColumn(one, width=8), TableColumn(other, width=8))
    rows = (
        TableRow((*(cells_of((str(n),)) if exhibit else ()), *_pair(pair, change.id, comparison, cite)), pair.kind)
        for n, pair in enumerate(change.pairs, 1)
    )
    yield TableBlock(columns, tuple(rows), row_heads=False)


def _pair(pair: SentencePair, topic: str, comparison: Comparison, cite: Cite | None) -> tuple[TableCell, TableCell]:
    """Return one sentence, or several that answer it, of each side; or where it is under another topic."""

    def side(quotes: tuple[Quote, ...], there: str, report: ReportId, mark: Mark) -> TableCell:
        lines: list[Runs] = []
        if quotes and there != topic:
            where = f"{KINDS[pair.kind]}: {quotes[0].locator}, {topic_name(there)}"
            lines.append(runs(TextRun(fold(where), ("emphasis",))))
            if pair.kind == "moved":  # its words are those beside it
                return TableCell(tuple(lines))
        for quote in quotes:
            words = marked_runs(quote.text, quote.marks, ("quoted", mark), ("quoted",))
            lines.append(runs(TextRun(f"{quote.locator} ", ("pinpoint",)), *words))
            lines += [runs(TextRun(fold(cite(report, quote.locator)), ("small",)))] if cite else []
        return TableCell(tuple(lines) or (runs("—"),))

    return (
        side(pair.old, pair.old_topic, comparison.old.report.id, "deleted"),
        side(pair.new, pair.new_topic, comparison.new.report.id, "inserted"),
    )
