"""Tabs of an exhibit: passages, changes between editions, topics not addressed, and what to know of the editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.model.change import REPEATED
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
    small_note,
)
from hrreport.views.passages import paragraph_block
from hrreport.wording.changes import describe_status, title, titles
from hrreport.wording.packets import NO_ADVERSE, NO_PASSAGE, UNCUT, describe_silence, names_of_topics
from hrreport.wording.reports import day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.change import Comparison, Quote, TopicChange
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import Packet, PacketPart, PacketPartId, PacketTab, PrintedElsewhere, UnaddressedTopic
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]

DEPTH = 3
"""Levels of headings in the contents: parts, tabs, headings of the reports."""


class TabBlocks(NamedTuple):
    """A tab: its name and date for the index, and its blocks."""

    name: str
    date: str
    blocks: tuple[AnyBlock, ...]


def _citation(report: Report, cite: Cite | None) -> ProseBlock:
    """Return the citation of a report, as it is printed at the head of a tab."""
    return ProseBlock(runs(cite(report.id, None) if cite else fold(report.title)), small=True)


def _date(report: Report) -> str:
    """Return when a report was published, as readers write it."""
    return day(records.publication(report.id.year, report.published).day)


def passages_tab(
    part: PacketPart, tab: PacketTab, names: Names, cite: Cite | None, numbers: dict[PacketPartId, int]
) -> TabBlocks:
    """Return what a report has in a part: its citation, its passages, and where others of them are printed."""
    adverse = part.id == "adverse"
    blocks: list[AnyBlock] = [_citation(tab.report, cite)]
    if not tab.passages and not tab.elsewhere:
        blocks.append(small_note(NO_ADVERSE if adverse else NO_PASSAGE))
    for passage in tab.passages:
        blocks.append(HeadingBlock(DEPTH, _numbered_heading(tab.report, passage.section)))
        for each in passage.paragraphs:
            place = _pinpoint(each.locator)
            blocks.append(paragraph_block(each.paragraph, f"({place})" if each.neighbor else place))
    blocks += (_reference(each, tab.report, numbers, again=adverse) for each in tab.elsewhere)
    return TabBlocks(title(tab.report, names), _date(tab.report), tuple(blocks))


def _in_summary(anchor: str) -> bool:
    return anchor.rpartition(":")[2] == "summary"


def _numbered_heading(report: Report, section_id: str) -> str:
    """Return the heading of a section with its number: "§ 1.c, Prison and Detention Center Conditions"."""
    section = report.section(section_id)
    heading = fold(section.heading)
    return heading if _in_summary(section.anchor) else f"§ {section.anchor}, {heading}"


def _pinpoint(place: Locator) -> str:
    """Return a place as the margin has it; the summary's paragraphs need no section."""
    return place.pinpoint if _in_summary(place.anchor) else str(place)


def _reference(found: PrintedElsewhere, report: Report, numbers: dict[PacketPartId, int], *, again: bool) -> ProseBlock:
    """Return in which part paragraphs are printed, or are printed too."""
    paragraphs = ", ".join(map(str, found.paragraphs))
    sign = "¶" if len(found.paragraphs) == 1 else "¶¶"
    printed = "in their place in" if again else "printed in"
    part = TextRun(f"Part {numbers[found.part]}", address=f"#part-{numbers[found.part]}")
    heading = _numbered_heading(report, found.section)
    return ProseBlock(runs(f"{heading}, {sign} {paragraphs}: {printed} ", part, "."), small=True)


def changes_tab(change: Comparison, names: Names, cite: Cite | None) -> TabBlocks:
    """Return what became of the topics of an exhibit from one edition to the next."""
    old, new = change.old.report, change.new.report
    blocks: list[AnyBlock] = [_citation(side, cite) for side in (old, new)]
    for topic in change.changes:
        blocks += _changed_topic(topic, change, names)
    one, other = titles(change, names)
    name = f"{fold(names.get(old.id.country, old.id.country))}, {one} and {other}"
    return TabBlocks(name, f"{_date(old)}; {_date(new)}", tuple(blocks))


def _changed_topic(topic: TopicChange, change: Comparison, names: Names) -> Iterator[AnyBlock]:
    """Yield what became of a topic; nothing where both editions have it word for word under one heading."""
    if topic.status == "kept" and all(pair.kind in REPEATED for pair in topic.pairs):
        return
    yield HeadingBlock(DEPTH, fold(topic.name))
    yield small_note(f"{describe_status(topic, *titles(change, names))}.")
    old, new = change.old.report, change.new.report
    own = [pair for pair in topic.pairs if topic.id == (pair.old_topic or pair.new_topic)]
    reworded = [pair for pair in own if pair.kind in ("reworded", "split", "merged")]
    if reworded:
        yield small_note("Reworded:")
    for pair in reworded:
        for report, quote in (*((old, quote) for quote in pair.old), *((new, quote) for quote in pair.new)):
            citation = f"{title(report, names)}, {report.pinpoint(quote.locator)}."
            yield QuotationBlock(runs(quote.text), str(report.id.year), citation)
    removed = [quote for pair in own if pair.kind == "removed" for quote in pair.old]
    added = [quote for pair in own if pair.kind == "added" for quote in pair.new]
    for report, quotes in ((old, removed), (new, added)):
        if quotes:
            yield small_note(f"Only in the {title(report, names)} report:")
        for together in _contiguous(quotes):
            yield QuotationBlock(runs(" ".join(quote.text for quote in together)), _pinpoint(together[0].locator))


def _contiguous(quotes: Iterable[Quote]) -> Iterator[list[Quote]]:
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


def silences_tab(country: str, silences: Sequence[UnaddressedTopic], names: Names) -> TabBlocks:
    """Return the topics that reports on a country do not address, edition by edition."""
    years = [str(cell.year) for cell in silences[0].cells]
    columns = (
        TableColumn("Topic", width=1.6),
        *(TableColumn(year, width=1.3) for year in years),
        TableColumn("Words looked for", width=2),
    )
    rows = ((each.name, *map(describe_silence, each.cells), ", ".join(each.words)) for each in silences)
    table = TableBlock(columns, tuple(TableRow(tuple(TableCell((runs(word),)) for word in row)) for row in rows))
    return TabBlocks(f"{fold(names.get(country, country))} {', '.join(years)}", "", (table,))


def sources_tab(packet: Packet) -> TabBlocks:
    """Return what must be known of the editions: outlines that were cut, and cautions."""
    notes = []
    chosen = set(records.with_narrower(packet.topics))
    for cut in packet.cuts:
        notes.append(
            f"The outline of the {cut.year} edition has headings for {cut.after} topics; that of the edition before it "
            f"for {cut.before}. Without a heading in {cut.year} that they had: {names_of_topics(cut.dropped)}."
        )
        own = names_of_topics(topic for topic in cut.dropped if topic in chosen)
        notes.append(f"Of these, topics of this exhibit: {own}." if own else "No topic of this exhibit is among them.")
    notes += [*([] if packet.cuts else [UNCUT]), *packet.cautions]
    years = ", ".join(map(str, sorted({report.id.year for report in packet.reports})))
    return TabBlocks(f"Editions {years}", "", tuple(map(small_note, notes)))
