"""The tab of an exhibit on what changed: sentences that were reworded, and those that one edition alone has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.change import REPEATED
from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, ProseBlock, QuotationBlock, TextRun, runs
from hrreport.views.packet_tabs import DEPTH, TabBlocks, citation_of, date_of, pinpoint_of
from hrreport.wording.changes import describe_status, title, titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.change import Comparison, Quote, TopicChange
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]


def changes_tab(change: Comparison, names: Names, cite: Cite | None) -> TabBlocks:
    """Return what became of the topics of an exhibit from one edition to the next."""
    old, new = change.old.report, change.new.report
    blocks: list[AnyBlock] = [citation_of(side, cite) for side in (old, new)]
    for topic in change.changes:
        blocks += _topic(topic, change, names)
    one, other = titles(change, names)
    name = f"{fold(names.get(old.id.country, old.id.country))}, {one} and {other}"
    return TabBlocks(name, f"{date_of(old)}; {date_of(new)}", tuple(blocks))


def _topic(topic: TopicChange, change: Comparison, names: Names) -> Iterator[AnyBlock]:
    """Yield what became of a topic; nothing where both editions have it word for word under one heading."""
    if topic.status == "kept" and not any(pair.kind not in REPEATED for pair in topic.pairs):
        return
    yield HeadingBlock(DEPTH, fold(topic.name))
    yield ProseBlock(runs(f"{describe_status(topic, *titles(change, names))}."), small=True)
    own = [pair for pair in topic.pairs if topic.id == (pair.old_topic or pair.new_topic)]
    reworded = [pair for pair in own if pair.kind in ("reworded", "split", "merged")]
    if reworded:
        yield ProseBlock(runs("Reworded:"), small=True)
    for pair in reworded:
        yield from _reworded(pair.old, change.old.report, names)
        yield from _reworded(pair.new, change.new.report, names)
    for report, quotes in (
        (change.old.report, [quote for pair in own if pair.kind == "removed" for quote in pair.old]),
        (change.new.report, [quote for pair in own if pair.kind == "added" for quote in pair.new]),
    ):
        if quotes:
            yield ProseBlock(runs(f"Only in the {title(report, names)} report:"), small=True)
        for together in _contiguous(quotes):
            words = " ".join(quote.text for quote in together)
            yield QuotationBlock(runs(TextRun(words)), pinpoint_of(together[0].locator))


def _reworded(quotes: Iterable[Quote], report: Report, names: Names) -> Iterator[QuotationBlock]:
    for quote in quotes:
        citation = f"{title(report, names)}, {report.pinpoint(quote.locator)}."
        yield QuotationBlock(runs(TextRun(quote.text)), str(report.id.year), citation)


def _contiguous(quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Yield sentences, those that follow each other in a paragraph together."""
    together: list[Quote] = []
    for quote in quotes:
        last = together[-1].locator if together else None
        if last and replace(last, sentence=(last.sentence or 0) + 1) != quote.locator:
            yield together
            together = []
        together.append(quote)
    if together:
        yield together
