"""Features of a sentence, by itself and beside its neighbors."""

from __future__ import annotations

import pytest

from hrreport.analysis.cues import read_sentence
from hrreport.analysis.features import KINDS, as_neighbor, neighbor_features, sentence_features, tone_features


@pytest.mark.parametrize(
    ("sentence", "present", "absent"),
    [
        ("Guards did not beat anyone.", ("!beat", "early !harm"), ("beat", "early harm", "length 6")),
        ("Guards beat nine boatmen.", ("beat", "early harm", "^0 guard", "guard beat nin"), ("!beat",)),
        ("The law forbids it, but guards beat them.", ("turn: but", "~beat", "~guard", "length 6"), ("~law",)),
        ("There were no reports of torture.", ("cue: no-reports", "final for denial 1"), ("all for none",)),
        ("Boats sailed.", ("all for none", "in prison", "label in wing", "labelled"), ("unlabelled", "in wing")),
    ],
)
def test_features_name_what_is_in_a_sentence(sentence: str, present: tuple[str, ...], absent: tuple[str, ...]) -> None:
    found = sentence_features(read_sentence(sentence), "Prison Conditions", "Wings")
    assert len(found) == len(set(found))
    assert set(present) <= set(found)
    assert set(absent).isdisjoint(found)


def test_a_turn_ends_what_a_negation_colors() -> None:
    stems = ("no", "one", "but", "tortur")
    assert "tone harm 1" in tone_features(stems, 2)
    assert "tone ~harm 1" in tone_features(stems, 2)
    assert "tone !harm 1" in tone_features(stems, len(stems))


def test_a_neighbor_of_another_paragraph_stands_apart() -> None:
    shares = [float(kind == "abuse") for kind in KINDS]
    own, near, far = (as_neighbor(read_sentence("Guards beat a man."), shares, paragraph) for paragraph in (1, 1, 2))
    found = neighbor_features(own, near, far)
    assert "abuse before abuse" in found
    assert "abuse after abuse apart" in found
    assert "nothing after" in neighbor_features(own, near, None)
