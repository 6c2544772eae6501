"""A coders' packet on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.evidence import Codebook, CodersPacket, EvidenceSentence, Indicator, IndicatorEvidence
from hrreport.terminal.evidence import evidence_view

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_each_indicator_has_its_sentences_with_who_did_what(arcadia: Report, arcadia_analysis: Analysis) -> None:
    finding = next(each for each in arcadia_analysis.findings if "two boatmen" in each.text)
    killing = Indicator("killing", "Killings")
    sentence = EvidenceSentence("killing", finding, "words", ("officers",), ("boatmen",))
    nothing = IndicatorEvidence(Indicator("exile", "Exile"), (), "Nothing was found.")
    book = Codebook("own", "Own codebook", "", (killing, nothing.indicator))
    packet = CodersPacket(arcadia.id, book, (IndicatorEvidence(killing, (sentence,)), nothing))
    lines = evidence_view(arcadia, packet, "Arcadia").plain(140).splitlines()
    assert "Own codebook" in lines
    assert "killing: Killings 1 sentence" in lines
    assert f"        {finding.text}" in lines
    words = "abuse · figure: two (boatmen) · strength: several · by officers · to boatmen · found by its words"
    assert words in " ".join(" ".join(lines).split())
    assert lines[lines.index("exile: Exile 0 sentences") + 1] == "! Nothing was found."
