"""Several quotations in one text: each has a verdict of its own, words of the writer have none."""

from __future__ import annotations

from typing import Any

import pytest

from hrreport.quoting import verify_in
from hrreport.quoting.passages import marked_passages, paragraphs, verify_passages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("One.\n \n\n2) Two\nlines.", ("One.", "Two\nlines.")),
        ("- “One.”\n- “Two.”", ("“One.”", "“Two.”")),
        ("One line\nand a half.", ("One line\nand a half.",)),
        ("> One\n> line.\n\n...", ("One\nline.",)),
        ("", ()),
    ],
)
def test_a_text_has_these_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He says “one” and “two “twice” over”.", ("one", "two “twice” over")),
        ('It says "one", «two» and „three“.', ("one", "two", "three")),
        ("No marks.", ()),
    ],
)
def test_passages_are_what_is_between_outermost_marks(text: str, expected: tuple[str, ...]) -> None:
    assert marked_passages(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Heating worked until midnight.", []),
        ("Heating worked until midnight.\n\nShelters existed in four towns.", [True, False]),
        ("My client wrote to us: “Heating worked until midnight” but “Shelters existed in four towns”.", [True, False]),
        ("Shelters “existed” in four towns.", []),
    ],
)
def test_each_quotation_of_a_text_has_a_verdict(text: str, found: list[bool], shelf: Any) -> None:
    verdict = verify_passages(text, lambda quotation: verify_in(shelf.index, quotation))
    assert [bool(each.found) for each in verdict.quotations] == found
