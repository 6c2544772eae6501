"""What a sentence can be shown for, and its score."""

from __future__ import annotations

import pytest

from hrreport.analysis.digest.sentence_scores import (
    begins_case,
    criminalizes,
    ends_case,
    has_scale,
    is_case,
    restricts,
    signs_of,
    slot_of,
    weights,
    worth,
)  # fmt: skip
from hrreport.analysis.figures import find_figures
from hrreport.model.finding import Finding, Kind
from hrreport.model.locator import Locator


def finding(text: str, kind: Kind) -> Finding:
    return Finding(Locator("1.c", 1, 1), text, None, kind, key=False, figures=find_figures(text))


@pytest.mark.parametrize(
    ("text", "kind", "slot"),
    [
        ("The law provides for a register of boats.", Kind.LAW, "law"),
        ("On May 3, police arrested the editor Lena Marro.", Kind.ABUSE, "case"),
        ("Guards beat 40 boatmen.", Kind.ABUSE, "scale"),
        ("Impunity was a problem.", Kind.ABUSE, "accountability"),
        ("There were numerous reports that guards beat boatmen.", Kind.ABUSE, "practice"),
        ("Guards used wet ropes.", Kind.ABUSE, "methods"),
        ("The ministry opened a shelter.", Kind.RESPONSE, "government"),
        ("The lake is deep.", Kind.CONTEXT, "rest"),
    ],
)
def test_a_sentence_has_one_slot(text: str, kind: Kind, slot: str) -> None:
    assert slot_of(finding(text, kind)) == slot


def test_a_case_begins_and_ends() -> None:
    arrested, freed = "On May 3, police arrested a printer.", "On May 9, a court released him."
    assert is_case(finding(arrested, Kind.ABUSE))
    assert not is_case(finding(arrested, Kind.CONTEXT))
    assert begins_case(arrested)
    assert ends_case(freed)
    assert not ends_case(arrested)


def test_law_restricts_or_criminalizes() -> None:
    restricting = finding("The law restricts meetings of boatmen.", Kind.LAW)
    criminal = finding("The penal code criminalizes same-sex conduct.", Kind.LAW)
    assert restricts(restricting)
    assert not criminalizes(restricting)
    assert criminalizes(criminal)
    assert not restricts(finding("The law provides for a register of boats.", Kind.LAW))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Guards beat 40 boatmen.", True), ("Guards beat two boatmen.", False), ("It rained.", False)],
)
def test_only_larger_counts_are_a_scale(text: str, *, expected: bool) -> None:
    assert has_scale(finding(text, Kind.ABUSE)) is expected


def test_the_score_is_the_sum_of_weighted_signs() -> None:
    one = finding("Guards beat 40 boatmen.", Kind.ABUSE)
    signs = signs_of(one, 0, named=True)
    assert signs | {"kind abuse": 1.0, "abuse named": 1.0, "first": 1.0, "scale": 1.0} == signs
    assert worth(one, 0, named=True) == pytest.approx(sum(weights()[name] * value for name, value in signs.items()))
