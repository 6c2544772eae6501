"""An exhibit as blocks: cover, index, contents, a tab for each report in each part."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    ContentsBlock,
    EndMark,
    HeadingBlock,
    NoteBlock,
    PageBreak,
    ProseBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
    small_note,
)
from hrreport.views.changes import FILED
from hrreport.views.heads import document_on
from hrreport.views.packet_tabs import DEPTH, changes_tab, passages_tab, silences_tab, sources_tab
from hrreport.wording.packets import (
    ADVERSE_NOTE,
    NEIGHBORS,
    OWN_WORDS,
    describe_claim,
    names_of_topics,
    part_title,
    tab_label,
)
from hrreport.wording.reports import PARAGRAPHS_COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import Packet, PacketPartId
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.views.packet_tabs import TabBlocks
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]


class _PartBlocks(NamedTuple):
    """A part: its heading, a note, and its tabs."""

    title: str
    note: str
    tabs: tuple[TabBlocks, ...]


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
    body += [PageBreak(), ContentsBlock(DEPTH, fixed=True)]
    labels = map(tab_label, count(1))
    for n, part in enumerate(parts, 1):
        body += [PageBreak(), HeadingBlock(1, f"Part {n}. {part.title}", f"part-{n}")]
        body += [small_note(part.note)] if part.note else []
        for tab in part.tabs:
            label = next(labels)
            body += [] if tab is part.tabs[0] else [PageBreak()]
            body += [HeadingBlock(2, f"Tab {label}. {tab.name}", f"tab-{label.casefold()}"), *tab.blocks]
            body.append(EndMark(f"end-{label.casefold()}"))
    if packet.claim:
        chosen = NoteBlock(runs(describe_claim(packet.claim)), "Chosen by")
    else:
        chosen = NoteBlock(runs(names_of_topics(packet.topics)), "Chosen topics")
    heading = f"Conditions in {countries}"
    colophon = f"{OWN_WORDS} {NEIGHBORS} {PARAGRAPHS_COUNTED[0].upper()}{PARAGRAPHS_COUNTED[1:]}."
    made = document_on(
        heading, packet.reports, body, names=names, cautions=packet.cautions, gaps=packet.gaps, colophon=colophon
    )
    return replace(
        made,
        subtitle=f"From the editions of {years}",
        running_head=f"{heading}, {years}",
        notes=(chosen, *made.notes),
    )


def _index(parts: Sequence[_PartBlocks]) -> TableBlock:
    """Return the index: tab, title, date, first and last page."""
    rows: list[TableRow] = []
    for part in parts:
        for tab in part.tabs:
            label = tab_label(len(rows) + 1)
            tab_id, end_id = f"tab-{label.casefold()}", f"end-{label.casefold()}"
            pages = runs(TextRun("", page_of=tab_id), "–", TextRun("", page_of=end_id))
            name = runs(TextRun(f"{part.title}: {tab.name}", address=f"#{tab_id}"))
            cells = (runs(label), name, runs(tab.date), pages)
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
        note = ADVERSE_NOTE if part.id == "adverse" else names_of_topics(part.topics)
        tabs = tuple(passages_tab(part, tab, names, cite, numbers) for tab in part.tabs)
        yield _PartBlocks(part_title(part.id, packet), note, tabs)
    if packet.changes:
        tabs = tuple(changes_tab(each, names, cite) for each in packet.changes)
        yield _PartBlocks(part_title("changes", packet), "Sentences on the topics of this exhibit alone.", tabs)
    if packet.silences:
        countries = groupby(packet.silences, key=lambda silence: silence.country)
        tabs = tuple(silences_tab(country, tuple(silences), names) for country, silences in countries)
        note = "Topics of this exhibit without a heading. Absence of reporting is not evidence of absence."
        yield _PartBlocks(part_title("silences", packet), note, tabs)
    yield _PartBlocks(part_title("sources", packet), "", (sources_tab(packet),))
