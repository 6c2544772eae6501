"""The assessment of a section, from the kinds of its sentences."""

from __future__ import annotations

from hrreport.analysis.assessment import assess
from hrreport.analysis.cues import read_sentence
from hrreport.analysis.kinds import PlacedSentence, classify
from hrreport.analysis.network import bundled_models
from hrreport.model.finding import Kind


def placed(text: str) -> PlacedSentence:
    return PlacedSentence(read_sentence(text), None, 1)


def test_a_doubtful_abuse_beside_a_denial_does_not_make_a_section_abusive() -> None:
    own = [placed("There were no reports of disappearances."), placed("The council met twice.")]
    judged = classify(own, "Disappearance", bundled_models())
    doubtful = judged[1]._replace(kind=Kind.ABUSE, shares={**judged[1].shares, "abuse": 0.4})
    found = assess([judged[0], doubtful], "Disappearance", bundled_models().extent, listed=False, share=0.1)
    assert found.value == "none-reported"


def test_a_law_alone_does_not_say_that_it_is_respected() -> None:
    judged = classify([placed("The law provides for free elections.")], "Elections", bundled_models())
    found = assess(judged, "Elections", bundled_models().extent, listed=False, share=0.1)
    assert (found.value, found.basis) == ("none-reported", None)
