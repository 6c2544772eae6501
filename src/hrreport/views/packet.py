"""An exhibit as blocks: cover, index, contents, a tab for each report in each part."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts
from hrreport.model.change_wording import status_said, title, titles
from hrreport.model.packet_wording import (
    ADVERSE_NOTE,
    NEIGHBORS,
    NO_ADVERSE,
    NO_PASSAGE,
    OWN_WORDS,
    UNCUT,
    claim_said,
    part_title,
    silence_said,
    tab_label,
    topics_said,
)
from hrreport.model.wording import PARAGRAPHS_COUNTED, day
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    ContentsBlock,
    EndMark,
    HeadingBlock,
    NoteBlock,
    PageBreak,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)
from hrreport.views.changes import FILED
from hrreport.views.heads import document_on
from hrreport.views.passages import paragraph_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.change import Comparison, Quote, TopicChange
    from hrreport.model.change_wording import Names
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import (
        Packet,
        PacketParagraph,
        PacketPart,
        PacketPartId,
        PacketTab,
        PrintedElsewhere,
        Silence,
    )
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock, BlockDocument

    Cite = Callable[[ReportId, Locator | None], str]

_SUMMARY = "summary"
_DEPTH = 3
"""Levels of headings in the contents: parts, tabs, headings of the reports."""


class _TabBlocks(NamedTuple):
    """A tab: its name and date for the index, and its blocks."""

    name: str
    date: str
    blocks: tuple[AnyBlock, ...]


class _PartBlocks(NamedTuple):
    """A part: its heading, a note, and its tabs."""

    title: str
    note: str
    tabs: tuple[_TabBlocks, ...]


def packet_document(packet: Packet, names: Names, *, cite: Cite | None = None) -> BlockDocument:
    """Return an exhibit as a document of blocks.

    Args:
        packet: The exhibit.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a report, or of a place in it.
    """
    parts = tuple(_parts(packet, names, cite))
    countries = ", ".join(dict.fromkeys(fold(names.get(r.id.country, r.id.country)) for r in packet.reports))
    years = ", ".join(map(str, sorted({report.id.year for report in packet.reports})))
    body: list[AnyBlock] = [ProseBlock(runs(FILED)), PageBreak(), HeadingBlock(1, "Index", "index"), _index(parts)]
    body.append(PageBreak())
    body.append(ContentsBlock(_DEPTH, fixed=True))
    number = 0
    for n, part in enumerate(parts, 1):
        body += [PageBreak(), HeadingBlock(1, f"Part {n}. {part.title}", f"part-{n}")]
        body += [ProseBlock(runs(part.note), small=True)] if part.note else []
        for m, tab in enumerate(part.tabs):
            number += 1
            label = tab_label(number)
            body += [PageBreak()] if m else []
            body += [HeadingBlock(2, f"Tab {label}. {tab.name}", _tab_id(label)), *tab.blocks]
            body.append(EndMark(_end_id(label)))
    heading = f"Conditions in {countries}"
    colophon = f"{OWN_WORDS} {NEIGHBORS} {PARAGRAPHS_COUNTED[0].upper()}{PARAGRAPHS_COUNTED[1:]}."
    made = document_on(
        heading, packet.reports, body, names=names, cautions=packet.cautions, gaps=packet.gaps, colophon=colophon
    )
    return replace(
        made,
        subtitle=f"From the editions of {years}",
        running_head=f"{heading}, {years}",
        notes=(_chosen(packet), *made.notes),
    )


def _chosen(packet: Packet) -> NoteBlock:
    """Return what the passages were chosen by."""
    if packet.claim:
        return NoteBlock(runs(claim_said(packet.claim)), "Chosen by")
    return NoteBlock(runs(topics_said(packet.topics)), "Chosen topics")


def _tab_id(label: str) -> str:
    return f"tab-{label.casefold()}"


def _end_id(label: str) -> str:
    return f"end-{label.casefold()}"


def _index(parts: Sequence[_PartBlocks]) -> TableBlock:
    """Return the index: tab, title, date, first and last page."""
    rows: list[TableRow] = []
    for part in parts:
        for tab in part.tabs:
            label = tab_label(len(rows) + 1)
            pages = runs(TextRun("", page_of=_tab_id(label)), "–", TextRun("", page_of=_end_id(label)))
            named = runs(TextRun(f"{part.title}: {tab.name}", address=f"#{_tab_id(label)}"))
            cells = (runs(label), named, runs(tab.date), pages)
            rows.append(TableRow(tuple(TableCell((cell,)) for cell in cells)))
    columns = (
        TableColumn("Tab", width=0.5),
        TableColumn("Title", width=4),
        TableColumn("Date", width=1.5),
        TableColumn("Pages", "end", 0.8, paged=True),
    )
    return TableBlock(columns, tuple(rows))


def _parts(packet: Packet, names: Names, cite: Cite | None) -> Iterator[_PartBlocks]:
    numbers: dict[PacketPartId, int] = {part.id: n for n, part in enumerate(packet.parts, 1)}
    for part in packet.parts:
        note = ADVERSE_NOTE if part.id == "adverse" else topics_said(part.topics)
        tabs = tuple(_tab(part, tab, names, cite, numbers) for tab in part.tabs)
        yield _PartBlocks(part_title(part.id, packet), note, tabs)
    if packet.changes:
        tabs = tuple(_changes_tab(each, names, cite) for each in packet.changes)
        yield _PartBlocks(part_title("changes", packet), "Sentences on the topics of this exhibit alone.", tabs)
    if packet.silences:
        countries = groupby(packet.silences, key=lambda silence: silence.country)
        found = tuple(_silences_tab(country, tuple(held), names) for country, held in countries)
        note = "Topics of this exhibit without a heading. Absence of reporting is not evidence of absence."
        yield _PartBlocks(part_title("silences", packet), note, found)
    yield _PartBlocks(part_title("sources", packet), "", (_sources_tab(packet),))


def _cited(report: Report, cite: Cite | None) -> ProseBlock:
    """Return the citation of a report, as it stands at the head of a tab."""
    return ProseBlock(runs(cite(report.id, None) if cite else fold(report.title)), small=True)


def _date(report: Report) -> str:
    return day(facts.publication(report.id.year, report.published).day)


def _tab(
    part: PacketPart, tab: PacketTab, names: Names, cite: Cite | None, numbers: dict[PacketPartId, int]
) -> _TabBlocks:
    blocks: list[AnyBlock] = [_cited(tab.report, cite)]
    if not tab.passages and not tab.elsewhere:
        blocks.append(ProseBlock(runs(NO_ADVERSE if part.id == "adverse" else NO_PASSAGE), small=True))
    for passage in tab.passages:
        blocks.append(HeadingBlock(_DEPTH, _headed(tab.report, passage.section)))
        blocks += (_quotation(each) for each in passage.paragraphs)
    blocks += (_reference(each, tab.report, numbers, again=part.id == "adverse") for each in tab.elsewhere)
    return _TabBlocks(title(tab.report, names), _date(tab.report), tuple(blocks))


def _headed(report: Report, section_id: str) -> str:
    """Return the heading of a section with its number: "§ 1.c, Prison and Detention Center Conditions"."""
    section = report.section(section_id)
    number = "" if section.anchor.rpartition(":")[2] == _SUMMARY else f"§ {section.anchor}, "
    return number + fold(section.heading)


def _reference(found: PrintedElsewhere, report: Report, numbers: dict[PacketPartId, int], *, again: bool) -> ProseBlock:
    """Return in which part paragraphs are printed, or are printed too."""
    counted = ", ".join(map(str, found.paragraphs))
    sign = "¶" if len(found.paragraphs) == 1 else "¶¶"
    printed = "in their place in" if again else "printed in"
    part = TextRun(f"Part {numbers[found.part]}", address=f"#part-{numbers[found.part]}")
    return ProseBlock(runs(f"{_headed(report, found.section)}, {sign} {counted}: {printed} ", part, "."), small=True)


def _quotation(told: PacketParagraph) -> QuotationBlock:
    place = told.locator
    pinpoint = place.pinpoint if place.anchor.rpartition(":")[2] == _SUMMARY else str(place)
    return paragraph_block(told.paragraph, f"({pinpoint})" if told.neighbor else pinpoint)


def _changes_tab(change: Comparison, names: Names, cite: Cite | None) -> _TabBlocks:
    old, new = change.old.report, change.new.report
    blocks: list[AnyBlock] = [_cited(side, cite) for side in (old, new)]
    for topic in change.changes:
        blocks += _topic(topic, change, names)
    one, other = titles(change, names)
    name = f"{fold(names.get(old.id.country, old.id.country))}, {one} and {other}"
    return _TabBlocks(name, f"{_date(old)}; {_date(new)}", tuple(blocks))


def _topic(topic: TopicChange, change: Comparison, names: Names) -> Iterator[AnyBlock]:
    one, other = titles(change, names)
    yield HeadingBlock(_DEPTH, fold(topic.name))
    yield ProseBlock(runs(status_said(topic, one, other)), small=True)
    kinds = (
        (("reworded", "split", "merged"), f"Reworded: {one}, then {other}."),
        (("removed",), f"Only in {one}."),
        (("added",), f"Only in {other}."),
    )
    for wanted, said in kinds:
        pairs = [p for p in topic.pairs if p.kind in wanted and topic.id == (p.old_topic or p.new_topic)]
        if pairs:
            yield ProseBlock(runs(said), small=True)
        for pair in pairs:
            yield from _sentences(pair.old, change.old.report, names)
            yield from _sentences(pair.new, change.new.report, names)


def _sentences(quotes: Iterable[Quote], report: Report, names: Names) -> Iterator[QuotationBlock]:
    for quote in quotes:
        citation = f"{title(report, names)}, {report.pinpoint(quote.locator)}"
        yield QuotationBlock(runs(TextRun(quote.text, ("quoted",))), str(report.id.year), citation)


def _silences_tab(country: str, silences: Sequence[Silence], names: Names) -> _TabBlocks:
    years = [cell.year for cell in silences[0].cells]
    columns = (
        TableColumn("Topic", width=1.6),
        *(TableColumn(str(year), width=1.3) for year in years),
        TableColumn("Words looked for", width=2),
    )
    rows = tuple(
        TableRow(
            (
                TableCell((runs(silence.name),)),
                *(TableCell((runs(silence_said(cell)),)) for cell in silence.cells),
                TableCell((runs(", ".join(silence.words)),)),
            )
        )
        for silence in silences
    )
    name = fold(names.get(country, country))
    return _TabBlocks(f"{name} {', '.join(map(str, years))}", "", (TableBlock(columns, rows),))


def _sources_tab(packet: Packet) -> _TabBlocks:
    blocks: list[AnyBlock] = []
    chosen = set(facts.with_narrower(packet.topics))
    for cut in packet.cuts:
        said = (
            f"The outline of the {cut.year} edition has headings for {cut.after} topics; that of the edition before it "
            f"for {cut.before}. Without a heading in {cut.year} that they had: {topics_said(cut.dropped)}."
        )
        blocks.append(ProseBlock(runs(said), small=True))
        own = [topic for topic in cut.dropped if topic in chosen]
        told = (
            f"Of these, topics of this exhibit: {topics_said(own)}."
            if own
            else "No topic of this exhibit is among them."
        )
        blocks.append(ProseBlock(runs(told), small=True))
    if not packet.cuts:
        blocks.append(ProseBlock(runs(UNCUT), small=True))
    blocks += (ProseBlock(runs(caution), small=True) for caution in packet.cautions)
    years = ", ".join(map(str, sorted({report.id.year for report in packet.reports})))
    return _TabBlocks(f"Editions {years}", "", tuple(blocks))
