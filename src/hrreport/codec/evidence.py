"""The public form of coders' packets; see `hrreport.codec.contract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue.stable_ids import report_key, stable_id
from hrreport.codec.contract import figure_json, id_json, report_json, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.codec.contract import Json
    from hrreport.model.evidence import CodersPacket, EvidenceSentence
    from hrreport.model.report import Report

_SENTENCE = (
    "id", "section", "heading", "paragraph", "sentence", "label", "by", "kind", "absent", "text", "strength", "figures",
    "without_figure", "doers", "affected", "sources", "citation",
)  # fmt: skip
"""Fields of a sentence; all null where an indicator has none."""


def evidence_json(report: Report, packet: CodersPacket, country: str) -> Json:
    """Return a packet: each indicator of the codebook with the sentences that are read for it."""
    return {
        "report": report_json(report, country),
        "codebook": {"id": packet.codebook.id, "title": packet.codebook.title, "source": packet.codebook.source},
        "indicators": [
            {
                "id": one.indicator.id,
                "name": one.indicator.name,
                "topics": list(one.indicator.topics),
                "kinds": [kind.value for kind in one.indicator.kinds],
                "words": list(one.indicator.words),
                "notice": one.notice,
                "sentences": [_sentence(report, sentence) for sentence in one.sentences],
            }
            for one in packet.indicators
        ],
    }


def _sentence(report: Report, sentence: EvidenceSentence) -> Json:
    finding = sentence.finding
    place = finding.locator
    return {
        "id": stable_id(report.id, place),
        "section": place.section,
        "heading": report.section(place.section).title,
        "paragraph": place.paragraph,
        "sentence": place.sentence,
        "label": finding.topic,
        "by": sentence.by,
        "kind": finding.kind.value,
        "absent": sentence.absent,
        "text": finding.text,
        "strength": list(finding.strength),
        "figures": [figure_json(figure) for figure in finding.figures],
        "without_figure": sentence.without_figure,
        "doers": list(sentence.doers),
        "affected": list(sentence.affected),
        "sources": sources_json(finding.sources),
        "citation": report.pinpoint(place),
    }


def evidence_lines(report: Report, packet: CodersPacket) -> Iterator[Json]:
    """Yield a flat object for each sentence of each indicator; an indicator without any has one without a sentence."""
    about = {
        "codebook": packet.codebook.id,
        "report": report_key(report.id),
        **id_json(report.id),
        "url": report.provenance.url,
        "sha256": report.provenance.sha256,
    }
    for one in packet.indicators:
        head = {**about, "indicator": one.indicator.id, "name": one.indicator.name, "notice": one.notice}
        for sentence in one.sentences:
            yield {**head, **_sentence(report, sentence)}
        if not one.sentences:
            yield {**head, **dict.fromkeys(_SENTENCE)}
