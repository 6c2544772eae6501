"""Topics as people type them."""

from __future__ import annotations

import pytest

from hrreport.comparison.topics import find_topic, with_narrower
from hrreport.errors import InputError


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("prisons", "prisons"),
        ("Prison conditions", "prisons"),
        ("PRESS-FREEDOM", "press-freedom"),
        ("press freedom", "press-freedom"),
        ("trade unions", "unions"),
    ],
)
def test_a_topic_is_found_by_id_name_and_other_names(typed: str, topic: str) -> None:
    assert find_topic(typed).id == topic


def test_a_slip_is_answered_with_what_is_near() -> None:
    with pytest.raises(InputError, match="there is no topic 'tortur'") as caught:
        find_topic("tortur")
    assert caught.value.hint == "did you mean torture?"


def test_nonsense_is_answered_with_examples() -> None:
    with pytest.raises(InputError) as caught:
        find_topic("xyzzyx")
    assert caught.value.hint == "topics are named like torture, prisons, press-freedom"


def test_a_topic_brings_those_that_belong_to_it_at_any_depth() -> None:
    found = with_narrower(["women"])
    assert found[0] == "women"
    assert {"gender-based-violence", "rape-domestic-violence"} <= set(found)
    assert "children" not in found
