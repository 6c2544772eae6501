"""The public form of exhibits; see `hrreport.codec.contract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.codec.changes import citation_of, gaps_json, head_json
from hrreport.codec.contract import assessment_json, id_json, locator_json, paragraph_json
from hrreport.wording.changes import title
from hrreport.wording.packets import part_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.change import Comparison, Quote
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.packet import Packet, PacketPart, PacketPassage, PacketTab, UnaddressedTopic
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator | None], str]


def packet_json(packet: Packet, names: Names, *, cite: Cite | None = None) -> Json:
    """Return an exhibit: its parts with every paragraph, what changed, and what is not addressed.

    Args:
        cite: Makes the citation of a report, or of a place in it.
    """
    return {
        "claim": packet.claim
        and {
            "grounds": list(packet.claim.grounds),
            "group": list(packet.claim.group),
            "actors": list(packet.claim.actors),
            "relocation": packet.claim.relocation,
            "topics": list(packet.claim.topics),
        },
        "reports": [head_json(report, names) for report in packet.reports],
        "cautions": list(packet.cautions),
        "not_included": gaps_json(packet.gaps, names),
        "parts": [_part(part, packet, names, cite) for part in packet.parts],
        "changes": [_changes(each, cite) for each in packet.changes],
        "silences": [_silence(each) for each in packet.silences],
        "outline_cuts": [
            {"year": cut.year, "before": cut.before, "after": cut.after, "dropped": list(cut.dropped)}
            for cut in packet.cuts
        ],
    }


def _part(part: PacketPart, packet: Packet, names: Names, cite: Cite | None) -> Json:
    topics = {topic.id: topic.name for topic in records.topics()}
    return {
        "id": part.id,
        "title": part_title(part.id, packet),
        "topics": [{"id": topic, "name": topics.get(topic, topic)} for topic in part.topics],
        "tabs": [_tab(tab, names, cite) for tab in part.tabs],
    }


def _tab(tab: PacketTab, names: Names, cite: Cite | None) -> Json:
    report = tab.report
    return {
        **id_json(report.id),
        "title": title(report, names),
        "citation": cite(report.id, None) if cite else None,
        "passages": [_passage(passage, report.id, cite) for passage in tab.passages],
        "elsewhere": [
            {"section": each.section, "paragraphs": list(each.paragraphs), "part": each.part} for each in tab.elsewhere
        ],
    }


def _passage(passage: PacketPassage, report: ReportId, cite: Cite | None) -> Json:
    return {
        "section": passage.section,
        "path": list(passage.path),
        "paragraphs": [
            {
                **paragraph_json(each.paragraph),
                "topics": list(each.topics),
                "neighbor": each.neighbor,
                "kinds": [kind.value for kind in each.kinds],
                "citation": citation_of(report, each.locator, cite),
            }
            for each in passage.paragraphs
        ],
    }


def _changes(change: Comparison, cite: Cite | None) -> Json:
    old, new = change.old.report.id, change.new.report.id
    return {
        "country": old.country,
        "old_year": old.year,
        "new_year": new.year,
        "cautions": list(change.cautions),
        "topics": [
            {
                "id": topic.id,
                "name": topic.name,
                "status": topic.status,
                "sentences": [
                    {
                        "kind": pair.kind,
                        "old": _quotes(pair.old, old, cite),
                        "new": _quotes(pair.new, new, cite),
                    }
                    for pair in topic.pairs
                    if pair.kind not in ("same", "moved") and topic.id == (pair.old_topic or pair.new_topic)
                ],
            }
            for topic in change.changes
        ],
    }


def _quotes(quotes: Iterable[Quote], report: ReportId, cite: Cite | None) -> list[Json]:
    return [
        {
            **locator_json(quote.locator),
            "text": quote.text,
            "citation": citation_of(report, quote.locator, cite),
        }
        for quote in quotes
    ]


def _silence(silence: UnaddressedTopic) -> Json:
    return {
        "country": silence.country,
        "topic": silence.topic,
        "name": silence.name,
        "words": list(silence.words),
        "reports": [
            {
                "year": cell.year,
                "standing": cell.standing,
                "mentions": cell.mentions,
                **assessment_json(cell.assessment),
            }
            for cell in silence.cells
        ],
    }
