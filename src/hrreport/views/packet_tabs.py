"""Tabs of an exhibit: passages of a report, topics that it does not address, and what is to know of the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ProseBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)
from hrreport.views.passages import paragraph_block
from hrreport.wording.changes import title
from hrreport.wording.packets import NO_ADVERSE, NO_PASSAGE, UNCUT, describe_silence, names_of_topics
from hrreport.wording.reports import day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import (
        Packet,
        PacketParagraph,
        PacketPart,
        PacketPartId,
        PacketTab,
        PrintedElsewhere,
        UnaddressedTopic,
    )
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock, QuotationBlock
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]

_SUMMARY = "summary"
DEPTH = 3
"""Levels of headings in the contents: parts, tabs, headings of the reports."""


class TabBlocks(NamedTuple):
    """A tab: its name and date for the index, and its blocks."""

    name: str
    date: str
    blocks: tuple[AnyBlock, ...]


def citation_of(report: Report, cite: Cite | None) -> ProseBlock:
    """Return the citation of a report, as it stands at the head of a tab."""
    return ProseBlock(runs(cite(report.id, None) if cite else fold(report.title)), small=True)


def date_of(report: Report) -> str:
    """Return when a report was published, as readers write it."""
    return day(records.publication(report.id.year, report.published).day)


def passages_tab(
    part: PacketPart, tab: PacketTab, names: Names, cite: Cite | None, numbers: dict[PacketPartId, int]
) -> TabBlocks:
    """Return what a report has in a part: its citation, its passages, and where others of them are printed."""
    blocks: list[AnyBlock] = [citation_of(tab.report, cite)]
    if not tab.passages and not tab.elsewhere:
        blocks.append(ProseBlock(runs(NO_ADVERSE if part.id == "adverse" else NO_PASSAGE), small=True))
    for passage in tab.passages:
        blocks.append(HeadingBlock(DEPTH, _headed(tab.report, passage.section)))
        blocks += (_quotation(each) for each in passage.paragraphs)
    blocks += (_reference(each, tab.report, numbers, again=part.id == "adverse") for each in tab.elsewhere)
    return TabBlocks(title(tab.report, names), date_of(tab.report), tuple(blocks))


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


def pinpoint_of(place: Locator) -> str:
    """Return a place as the margin has it; the summary's paragraphs need no section."""
    return place.pinpoint if place.anchor.rpartition(":")[2] == _SUMMARY else str(place)


def _quotation(told: PacketParagraph) -> QuotationBlock:
    pinpoint = pinpoint_of(told.locator)
    return paragraph_block(told.paragraph, f"({pinpoint})" if told.neighbor else pinpoint)


def silences_tab(country: str, silences: Sequence[UnaddressedTopic], names: Names) -> TabBlocks:
    """Return the topics that reports on a country do not address, edition by edition."""
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
                *(TableCell((runs(describe_silence(cell)),)) for cell in silence.cells),
                TableCell((runs(", ".join(silence.words)),)),
            )
        )
        for silence in silences
    )
    name = fold(names.get(country, country))
    return TabBlocks(f"{name} {', '.join(map(str, years))}", "", (TableBlock(columns, rows),))


def sources_tab(packet: Packet) -> TabBlocks:
    """Return what must be known of the editions: outlines that were cut, and cautions."""
    blocks: list[AnyBlock] = []
    chosen = set(records.with_narrower(packet.topics))
    for cut in packet.cuts:
        said = (
            f"The outline of the {cut.year} edition has headings for {cut.after} topics; that of the edition before it "
            f"for {cut.before}. Without a heading in {cut.year} that they had: {names_of_topics(cut.dropped)}."
        )
        blocks.append(ProseBlock(runs(said), small=True))
        own = [topic for topic in cut.dropped if topic in chosen]
        told = (
            f"Of these, topics of this exhibit: {names_of_topics(own)}."
            if own
            else "No topic of this exhibit is among them."
        )
        blocks.append(ProseBlock(runs(told), small=True))
    if not packet.cuts:
        blocks.append(ProseBlock(runs(UNCUT), small=True))
    blocks += (ProseBlock(runs(caution), small=True) for caution in packet.cautions)
    years = ", ".join(map(str, sorted({report.id.year for report in packet.reports})))
    return TabBlocks(f"Editions {years}", "", tuple(blocks))
