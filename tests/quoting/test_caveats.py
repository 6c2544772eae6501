"""The vocabulary of caveats, and where it is looked for."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from hrreport import tables
from hrreport.model.quotation import CaveatKind
from hrreport.quoting import verify, verify_in

ROWS = tables.rows("quoting/caveats.csv")


def test_every_phrase_has_a_known_kind_and_stands_once() -> None:
    assert {row["kind"] for row in ROWS} == set(get_args(CaveatKind))
    phrases = [row["phrase"] for row in ROWS]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == phrase.strip().lower() and "’" not in phrase for phrase in phrases)
    assert {row["turns"] for row in ROWS} == {"", "yes"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_every_phrase_is_told_when_it_stands_beside_the_quotation(row: dict[str, str], shelf: Any) -> None:
    report = shelf.build(f"= 1 | 1 | Life\nWords here {row['phrase']} the market opened at dawn.")
    (place,) = verify(report, "the market opened at dawn.").places
    assert [(c.phrase, c.kind, c.place) for c in place.caveats] == [(row["phrase"], row["kind"], "before")]


def test_a_caveat_names_the_sentence_that_it_stands_in(shelf: Any) -> None:
    (place,) = verify_in(shelf.index, "guards in Port Vale ... upheld 34.").places
    assert [(c.phrase, str(c.locator), c.locator.sentence) for c in place.caveats] == [
        ("However", "§ 1.c ¶ 1", 2),
        ("some", "§ 1.c ¶ 1", 2),
        ("although", "§ 1.c ¶ 1", 2),
    ]


def test_of_sentences_left_out_whole_only_what_turns_is_told(shelf: Any) -> None:
    (place,) = verify_in(shelf.index, "The law allows police ... Judges may extend").places
    assert [(c.phrase, c.place) for c in place.caveats] == [("unless", "after")]


def test_a_number_after_no_is_no_negation(shelf: Any) -> None:
    report = shelf.build("= 1 | 1 | Life\nUnder law no. 7 the market opened at dawn.")
    assert verify(report, "the market opened at dawn.").places[0].caveats == ()


def test_a_phrase_is_told_once_for_each_side(shelf: Any) -> None:
    report = shelf.build("= 1 | 1 | Life\nNot she, not he, not they said it was not so, not at all.")
    (place,) = verify(report, "said it was").places
    assert [(c.phrase, c.place) for c in place.caveats] == [("Not", "before"), ("not", "after")]
