"""Topics as people type them."""

from __future__ import annotations

import pytest

from hrreport.catalogue.topics import find_topic
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
    with pytest.raises(InputError, match='no topic is called "tortur"') as caught:
        find_topic("tortur")
    assert (caught.value.hint or "").startswith("did you mean torture")


@pytest.mark.parametrize("typed", ["xyzzyx", "zz", "", " "])
def test_nonsense_is_answered_with_a_few_topics_that_there_are(typed: str) -> None:
    with pytest.raises(InputError, match=r"^no topic (is called|was named)") as caught:
        find_topic(typed)
    begins, _, named = (caught.value.hint or "").partition("for instance, ")
    assert begins == "topics are, "
    assert [find_topic(topic).id for topic in named.split(", ")] == named.split(", ")
    assert len(named.split(", ")) < 10
