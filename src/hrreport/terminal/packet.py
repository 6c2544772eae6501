"""A view of an exhibit: its parts, the passages of each report in them, and what is not addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, Rule, TextBlock, text_block
from hrreport.terminal.parts import GUTTER, counting, labeled, pinpoint
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import describe_outcome, title
from hrreport.wording.packets import describe_claim, describe_silence, names_of_topics, part_title
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import Packet, PacketTab
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]


def packet_view(packet: Packet, names: Names, *, cite: Cite | None = None) -> Document:
    """Return an exhibit part by part; of what changed only the counts.

    Args:
        packet: The exhibit.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a report.
    """
    which = ", ".join(title(report, names) for report in packet.reports)
    chosen = describe_claim(packet.claim) if packet.claim else names_of_topics(packet.topics)
    settings: list[Setting] = [*heads(f"Exhibit: {which}", packet.reports, packet.cautions, names, packet.gaps)]
    settings.append(text_block(chosen, "aside", above=1))
    for part in packet.parts:
        settings += [Rule(), text_block(part_title(part.id, packet), "strong")]
        for tab in part.tabs:
            settings += _tab(tab, names, cite)
    if packet.changes:
        settings += [Rule(), text_block(part_title("changes", packet), "strong")]
        lines = (line for each in packet.changes for line in describe_outcome(each, names))
        settings += [text_block(line, above=1) for line in lines]
    if packet.silences:
        settings += [Rule(), text_block(part_title("silences", packet), "strong")]
    for silence in packet.silences:
        words = "; ".join(f"{cell.year}: {describe_silence(cell)}" for cell in silence.cells)
        settings.append(TextBlock(labeled(silence.name, words)))
    return Document((*settings, *counting()))


def _tab(tab: PacketTab, names: Names, cite: Cite | None) -> Iterator[Setting]:
    paragraphs = counted(tab.paragraphs, "paragraph")
    yield TextBlock((clean_span(title(tab.report, names), "strong"), StyledSpan(f"  {paragraphs}", "faint")), above=1)
    if cite:
        yield text_block(cite(tab.report.id, None), "faint")
    for passage in tab.passages:
        yield text_block(" › ".join(passage.path), "label", above=1)
        for each in passage.paragraphs:
            body = labeled(each.paragraph.topic, each.paragraph.text)
            yield TextBlock(body, pinpoint(each.locator), GUTTER, above=1)
