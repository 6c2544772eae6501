"""Sentences that answer each other: the hand-made list, and the laws."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.comparison.alignment import align
from hrreport.comparison.similarity import ComparedSentence

CASES = Path(__file__).parent / "cases" / "alignment.toml"


@dataclass
class Cases:
    """Two texts, and which of their sentences a reader pairs."""

    old: list[ComparedSentence] = field(default_factory=list)
    new: list[ComparedSentence] = field(default_factory=list)
    pairs: dict[tuple[int, int], str] = field(default_factory=dict)
    """Kind by the places of an old and a new sentence."""
    entries: int = 0


@pytest.fixture(scope="module")
def cases() -> Cases:
    made = Cases()
    entries = tomllib.loads(CASES.read_text(encoding="utf-8"))["entry"]
    paragraph = 0
    later: list[tuple[int, int, ComparedSentence]] = []
    old_places: list[list[int]] = []
    for number, entry in enumerate(entries):
        old_places.append([len(made.old) + n for n in range(len(entry.get("old", ())))])
        made.old += [ComparedSentence(text, entry["topic"], paragraph) for text in entry.get("old", ())]
        row = entry.get("new_topic", entry["topic"])
        later += [
            (entry.get("at", number * 10), number, ComparedSentence(text, row, paragraph))
            for text in entry.get("new", ())
        ]
        ends = number + 1 == len(entries) or entries[number + 1]["topic"] != entry["topic"]
        paragraph += bool(entry.get("break")) or ends
    later.sort(key=lambda each: each[0])
    made.new = [line for _, _, line in later]
    for place, (_, number, _) in enumerate(later):
        for i in old_places[number]:
            made.pairs[i, place] = entries[number]["kind"]
    made.entries = sum(1 for e in entries if e.get("old") and e.get("new"))
    return made


def found(cases: Cases) -> dict[tuple[int, int], str]:
    return {(i, j): link.kind for link in align(cases.old, cases.new) for i in link.old for j in link.new}


def test_the_list_has_sixty_pairs_of_every_kind(cases: Cases) -> None:
    kinds = Counter(cases.pairs.values())
    assert cases.entries >= 60
    assert set(kinds) == {"same", "reworded", "split", "merged", "moved"}


def test_what_a_reader_pairs_is_paired(cases: Cases) -> None:
    answer = found(cases)
    right = len(answer.keys() & cases.pairs.keys())
    assert 2 * right / (len(answer) + len(cases.pairs)) >= 0.95


def test_pairs_have_the_kind_that_a_reader_gives_them(cases: Cases) -> None:
    answer = found(cases)
    both = answer.keys() & cases.pairs.keys()
    assert {place: answer[place] for place in both} == {place: cases.pairs[place] for place in both}


def test_the_other_way_round_the_same_sentences_are_paired(cases: Cases) -> None:
    back = align(cases.new, cases.old)
    assert {(j, i) for link in back for i in link.old for j in link.new} == set(found(cases))


sentences = st.lists(
    st.builds(
        ComparedSentence,
        st.sampled_from(
            [
                "Police beat the boatmen of Lindmoor at night.",
                "Police beat the boatmen of Gallow at night.",
                "Police beat boatmen. They burned boats.",
                "The law forbids it.",
                "Not applicable.",
                "The court freed Aru Temm on June 3 after a long trial in Tessim.",
                "In Tessim the court freed Aru Temm after a trial.",
            ]
        ),
        st.sampled_from(["torture", "prisons"]),
        st.integers(0, 2),
    ),
    max_size=8,
)


@given(sentences, sentences)
def test_every_sentence_of_both_texts_is_accounted_for_once(
    old: list[ComparedSentence], new: list[ComparedSentence]
) -> None:
    links = align(old, new)
    assert sorted(i for link in links for i in link.old) == list(range(len(old)))
    assert sorted(j for link in links for j in link.new) == list(range(len(new)))


@given(sentences)
def test_a_text_beside_itself_is_all_the_same(text: list[ComparedSentence]) -> None:
    assert {link.kind for link in align(text, text)} <= {"same"}


def kinds(old: list[ComparedSentence], new: list[ComparedSentence]) -> list[str]:
    return [link.kind for link in align(old, new)]


def test_a_formula_under_another_topic_has_not_moved() -> None:
    assert kinds([ComparedSentence("Not applicable.", "property")], [ComparedSentence("Not applicable.", "exile")]) == [
        "removed",
        "added",
    ]


def test_a_sentence_of_substance_under_another_topic_has_moved() -> None:
    text = "Providers kept the browsing records of subscribers for eighteen months."
    assert kinds([ComparedSentence(text, "internet-freedom")], [ComparedSentence(text, "press-freedom")]) == ["moved"]


def test_a_repeated_sentence_is_paired_under_its_own_topic_first() -> None:
    text = "See the annual report on trafficking in persons at its own address."
    links = align(
        [ComparedSentence(text, "labor"), ComparedSentence(text, "trafficking")],
        [ComparedSentence(text, "trafficking")],
    )
    assert [(link.kind, link.old) for link in links] == [("removed", (0,)), ("same", (1,))]


def test_a_sentence_between_neighbors_that_answer_each_other_needs_less_likeness() -> None:
    before, after = "Wardens of Gallow prison sold bread.", "Wardens of Gallow prison burned letters."
    old, new = "He was charged with smuggling rare parrots.", "Carver was accused of smuggling parrots abroad by sea."
    alone = kinds([ComparedSentence(old, "a")], [ComparedSentence(new, "a")])
    between = kinds(
        [ComparedSentence(t, "a") for t in (before, old, after)],
        [ComparedSentence(t, "a") for t in (before, new, after)],
    )
    assert (alone, between) == (["removed", "added"], ["same", "reworded", "same"])


def test_one_sentence_may_become_three() -> None:
    old = [ComparedSentence("Guards beat the boatmen, sold their nets, and burned the smokehouse.", "a")]
    new = [
        ComparedSentence(t, "a") for t in ("Guards beat the boatmen.", "They sold nets.", "They burned the smokehouse.")
    ]
    (link,) = align(old, new)
    assert (link.kind, link.new) == ("split", (0, 1, 2))


def test_two_halves_that_alone_are_too_little_alike_are_a_split_together() -> None:
    old = [
        ComparedSentence(
            "Wardens of Gallow sold letters, blankets, candles, bread, soap, salt, rope, lamps and tobacco.", "a"
        )
    ]
    halves = [
        "Wardens traded letters, blankets and candles dearly.",
        "Bread, soap, salt and tobacco were also for sale.",
    ]
    assert kinds(old, [ComparedSentence(halves[0], "a")]) == ["removed", "added"]
    (link,) = align(old, [ComparedSentence(text, "a") for text in halves])
    assert (link.kind, link.new) == ("split", (0, 1))


def test_two_sentences_that_only_share_some_words_with_a_long_one_are_no_split() -> None:
    old = [
        ComparedSentence(
            "Wardens of Gallow sold letters, blankets, candles, bread, soap, salt, rope, lamps, tobacco, needles, "
            "mirrors, combs, paper, ink and string.",
            "a",
        )
    ]
    new = [
        ComparedSentence(t, "a") for t in ("Letters, blankets and candles vanished.", "Bread, soap and salt arrived.")
    ]
    assert kinds(old, new) == ["removed", "added", "added"]
