"""Sentences in a coder's packet."""

from __future__ import annotations

from hrreport.model.country import ReportId
from hrreport.model.evidence import Codebook, CodersPacket, EvidenceSentence, Indicator, IndicatorEvidence
from hrreport.model.finding import Figure, Finding, Kind
from hrreport.model.locator import Locator


def sentence(kind: Kind, *figures: Figure) -> EvidenceSentence:
    return EvidenceSentence(
        "beating", Finding(Locator("1.c", 1, 1), "Guards beat them.", None, kind, key=False, figures=figures), "words"
    )


def test_a_denial_is_absent_and_an_abuse_may_have_no_figure() -> None:
    counted = sentence(Kind.ABUSE, Figure("12", 12.0))
    found = [(each.absent, each.without_figure) for each in (sentence(Kind.DENIAL), sentence(Kind.ABUSE), counted)]
    assert found == [(True, False), (False, True), (False, False)]


def test_a_sentence_that_two_indicators_read_is_in_both() -> None:
    indicator, read = Indicator("beating", "Beating"), sentence(Kind.ABUSE)
    own = IndicatorEvidence(indicator, (read,))
    packet = CodersPacket(ReportId("arcadia", 2023), Codebook("own", "Own", "", (indicator,) * 2), (own, own))
    assert packet.sentences == (read, read)
