"""Quotations in a block of a filing, titles and names that are none, and passages with their place in the margin."""

from __future__ import annotations

import pytest

from hrreport.model.filing import ClaimedPlace, FilingBlock
from hrreport.quoting.filing_quotations import passage_in, quotations_in


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It is “so” and “more so.”", ["so", "more so."]),
        ('It is "so" and "more so."', ["so", "more so."]),
        ("It is ‘so, it is’ that we’re told.", ["so, it is"]),
        ("Il est «comme ça».", ["comme ça"]),
        ("They “said “no” twice” then.", ["said “no” twice"]),
        ("It is “so and never ends", ["so and never ends"]),
        ("The “Country Reports on Human Rights Practices” say so.", []),
        ("The report (the “Chad Report”) and hereinafter “Tab C” say so.", []),
        ("Nothing is quoted here.", []),
    ],
)
def test_what_is_between_marks_is_quoted(text: str, quoted: list[str]) -> None:
    found, _ = quotations_in(FilingBlock(text, "line 1"), 3)
    assert [quotation.text for quotation in found] == quoted
    assert [text[quotation.begin : quotation.end] for quotation in found] == quoted
    assert {quotation.block for quotation in found} <= {3}


def test_where_titles_are_is_told() -> None:
    text = "The “Country Reports on Human Rights Practices” say so."
    _, ((begin, end),) = quotations_in(FilingBlock(text, "line 1"), 0)
    assert (text[begin], text[end]) == ("“", "”")


def test_a_block_is_one_quotation_and_its_words_are_counted() -> None:
    ((quotation,), titles) = quotations_in(FilingBlock("  It is so, “they” say. ", "line 1", "quote"), 0)
    assert (quotation.text, quotation.is_block, quotation.words, titles) == ("It is so, “they” say.", True, 5, [])


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("§ 1.c ¶ 4\tIt is so.", "It is so.", ClaimedPlace("1.c", "", (4,))),
        ("(¶ 12) It is so.", "It is so.", ClaimedPlace("", "", (12,))),
        ("2023\tIt is so.", "It is so.", None),
    ],
)
def test_a_passage_has_its_place_in_the_margin(text: str, words: str, place: ClaimedPlace | None) -> None:
    found = passage_in(FilingBlock(text, "page 1", "quote"), 0)
    assert found is not None
    quotation, citations = found
    assert quotation.text == words
    assert [citation.place for citation in citations] == ([place] if place else [])


@pytest.mark.parametrize(("text", "kind"), [("¶ 4 It is so.", "text"), ("It is so.", "quote"), ("¶ 4 ", "quote")])
def test_other_blocks_are_no_passages(text: str, kind: str) -> None:
    assert passage_in(FilingBlock(text, "page 1", kind), 0) is None  # type: ignore[arg-type]
