"""What an executive summary is likely to hold, told from the body."""

from __future__ import annotations

import numpy as np
import pytest
from tests.training.fitting import Seen, count_habits, fit_weights

from hrreport.analysis.expectation import SIGNS, Body, Habits, expect, habits
from hrreport.model.finding import Finding, Kind
from hrreport.model.locator import Locator

BODY = Body(
    [
        ("Torture", [Finding(Locator("1.c", 1, 1), "Guards used torture.", None, Kind.ABUSE, key=True),
                     Finding(Locator("1.c", 1, 2), "They used torture daily.", None, Kind.ABUSE, key=False)]),
        ("Unions", [Finding(Locator("7.a", 1, 1), "Unions met.", None, Kind.DENIAL, key=False)]),
    ]
)  # fmt: skip


def weighing(**counts: float) -> Habits:
    """Habits by which only the signs named count."""
    weights = {(size, sign): counts.get(sign, 0.0) for size in (1, 2) for sign in SIGNS}
    return Habits({("union",): (0.1, 0.2, 0.9, 0.2)}, {"union": 1.5}, weights)


def test_signs_are_counted_in_the_body() -> None:
    signs = dict(zip(SIGNS, BODY.signs(("used", "tortur"), 0.0, 300), strict=True))
    named = {
        name: round(signs[name], 2) for name in ("count", "sections", "key", "abuse", "first", "heading", "unknown")
    }
    assert named == {
        "count": 1.1, "sections": 0.69, "key": 0.69, "abuse": 1.1, "first": 0.69, "heading": 0.0, "unknown": 1.0,
    }  # fmt: skip
    assert dict(zip(SIGNS, BODY.signs(("tortur",), 0.5, 300), strict=True))["heading"] == 1.0


@pytest.mark.parametrize(("form", "more"), [(0, False), (2, True)])
def test_what_is_probable_depends_on_the_form_of_the_edition(form: int, more: bool) -> None:
    found = expect(BODY, form, 300, weighing(share=1.0))
    assert (found.words["union"] > 0.5) is more
    assert found.rates == {"union": 1.5}


def test_what_the_body_has_often_is_more_probable() -> None:
    found = expect(BODY, 3, 300, weighing(count=1.0))
    assert found.words["tortur"] > found.words["they"] > 0.5


def test_shares_are_of_each_form_and_what_few_countries_share_is_left_out() -> None:
    said = [(f"country-{i}", 2018, "Guards used torture.") for i in range(20)]
    said += [(f"country-{i}", 2024, "Unions met.") for i in range(20)]
    known = count_habits([*said, ("one", 2018, "zebra"), ("one", 2018, "zebra")], least=0.01)
    shares = known.shares["tortur",]
    assert shares[1] - shares[3] > 0.5
    assert ("zebra",) not in known.shares


def test_weights_are_found_again() -> None:
    random = np.random.default_rng(0)
    signs = np.column_stack([np.ones(4000), random.normal(size=4000), random.normal(size=4000)])
    held = random.random(4000) < 1 / (1 + np.exp(-signs @ np.array([0.5, 1.0, -2.0])))
    assert fit_weights(Seen(signs, held.astype(float))) == pytest.approx([0.5, 1.0, -2.0], abs=0.2)


def test_the_weights_of_the_package_hold_words_and_pairs() -> None:
    known = habits()
    assert {len(gram) for gram in known.shares} == {1, 2}
    assert len(known.shares) > 1000
    assert {sign for _, sign in known.weights} == set(SIGNS)
