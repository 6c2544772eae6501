"""What is read off a verdict."""

from __future__ import annotations

import pytest

from hrreport.model.country import ReportId
from hrreport.model.quotation import Nearest, QuotedPart, QuotedSpan, QuotedWord, Verdict


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ((QuotedWord("changed", "The ", "the "),), "case"),
        ((QuotedWord("changed", ".", ","), QuotedWord("missing", "", "; ")), "punctuation"),
        ((QuotedWord("changed", "The ", "the "), QuotedWord("missing", "", "; ")), ""),
        ((QuotedWord("changed", "a ", "b "),), ""),
        ((QuotedWord("bracketed", "[a] ", "b "),), ""),
    ],
)
def test_differences_that_are_no_words_are_named(words: tuple[QuotedWord, ...], only: str) -> None:
    near = Nearest((), (QuotedWord("same", "men ", "men "), *words), 0.9)
    assert near.only == only
    assert near.text.startswith("men")


def test_a_place_gives_its_passage_and_the_sentences_around_it() -> None:
    stretches = (
        QuotedPart("around", "At "),
        QuotedPart("quoted", "noon "),
        QuotedPart("left-out", "men"),
        QuotedPart("around", " came."),
    )
    place = QuotedSpan((), stretches)
    assert (place.text, place.sentences) == ("noon men", "At noon men came.")


def test_a_verdict_tells_whether_it_was_found_and_whether_its_parts_were() -> None:
    report_id = ReportId("arcadia", 2023)
    found = Verdict(report_id, "noon", (QuotedSpan((), ()),))
    missing = Verdict(report_id, "moon")
    assert [found.found, missing.found] == [True, False]
    assert [Verdict(report_id, "", parts=p).scattered for p in ((), (found, found), (found, missing))] == [
        False,
        True,
        False,
    ]
