"""Verdicts on quotations in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.locator import Locator
from hrreport.model.quotation import Alteration, Caveat, LeftOutWords, Nearest, QuotedSpan, QuotedWord
from hrreport.quoting import verify
from hrreport.wording.verdicts import describe_differences, describe_verdict, pieces, remarks, warning, where

if TYPE_CHECKING:
    from hrreport.model.report import Report

WORDS = (
    QuotedWord("same", "In ", "In "),
    QuotedWord("changed", "June ", "May "),
    QuotedWord("missing", "", "two "),
    QuotedWord("bracketed", "[men]", "boatmen"),
)


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("The law forbids torture", "Word for word."),
        ("In June officers shot two boatmen.", "Differs: 1 word changed."),
        ("in may officers shot two boatmen.", "Differs: only capital letters."),
        ("Giraffes wore purple trousers on Tuesday.", "Not there, and no passage comes near it."),
        ("He appealed ... officers shot two boatmen",
         "Differs: each of its stretches is there, but not in this order within one section."),
    ],
)  # fmt: skip
def test_a_verdict_is_said_in_a_sentence(arcadia: Report, quotation: str, words: str) -> None:
    assert describe_verdict(verify(arcadia, quotation)) == words


def test_changed_words_are_both_shown_the_quoted_before_the_printed() -> None:
    nearest = Nearest((Locator("1.a", 1, 2),), WORDS, 0.9)
    assert list(pieces(nearest)) == [("same", "In "), ("quoted", "June "), ("printed", "May two "), ("same", "[men]")]
    assert describe_differences(nearest) == "1 word changed, 1 left out"


def test_ellipses_and_brackets_are_explained() -> None:
    place = QuotedSpan(
        (Locator("1.a", 1, 1),),
        (),
        (LeftOutWords(0, ""), LeftOutWords(2, " of men ", 1)),
        (
            Alteration("case", "[t]he", "The"),
            Alteration("insertion", "[sic]", ""),
            Alteration("replacement", "[x]", "y"),
        ),
        marks_differ=True,
    )
    assert list(remarks(place)) == [
        "An ellipsis leaves nothing out.",
        "An ellipsis leaves out 2 words and leads over 1 sentence end: “of men”",
        "[t]he changes the capital of “The”.",
        "[sic] replaces nothing in the report.",
        "[x] stands for “y”.",
        "Quotation marks within the passage were left out or added.",
    ]


def test_places_name_their_section_once() -> None:
    assert where([Locator("1.c", 2, 1), Locator("1.c", 3, 1), Locator("2", 1, 1)]) == "§ 1.c ¶ 2; ¶ 3; § 2 ¶ 1"
    caveat = Caveat("but", "contrast", "after", Locator("1.c", 2, 1))
    assert warning(caveat) == (
        "Caveat (contrast): “but” stands after the quoted words, in the same sentence, § 1.c ¶ 2."
    )
