"""A quotation taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.errors import InputError
from hrreport.quoting.quotation import Bracket, Omission, PatchedWord, WordRun, read_quotation

if TYPE_CHECKING:
    from hrreport.quoting.quotation import Element


def sketch(elements: tuple[Element, ...]) -> str:
    signs = {WordRun: "words", Omission: "gap", Bracket: "bracket", PatchedWord: "patched"}
    return " ".join(signs[type(element)] for element in elements)


@pytest.mark.parametrize(
    ("text", "sketched"),
    [
        ("Police came.", ""),
        ("Police ... came.", "words gap words"),
        ("Police [...] [. . .] (…) came.", "words gap words"),
        ("Police * * * came.", "words gap words"),
        ("Police came. . . . They left", "words gap words"),
        ("[P]olice detain[ed] th[ei]r men", "patched patched patched words"),
        ("[the] police[men] [of] [the town] came [sic]", "bracket patched bracket words bracket"),
        ("[they]'s", "patched"),
        ("... police came ...", "words"),
        ("a [] b", "words bracket words"),
        ("an [unclosed one", ""),
    ],
)
def test_marks_are_told_from_words(text: str, sketched: str) -> None:
    assert sketch(read_quotation(text).marked) == sketched


def test_the_literal_reading_keeps_every_mark() -> None:
    (run,) = read_quotation("Police [...] “came”").literal
    assert isinstance(run, WordRun)
    assert run.words == ("Police", "[", "…", "]", "came")


def test_parts_are_what_stands_between_omissions() -> None:
    parts = read_quotation("[P]olice ... came ... ! ... [they] left").parts
    assert [part.text for part in parts] == ["[P]olice", "came", "[they] left"]
    assert read_quotation("[P]olice came").parts == ()


def test_sure_words_are_those_outside_brackets() -> None:
    assert read_quotation("[P]olice came ... [they] left.").sure_words == ("came", "left")


def test_a_word_with_brackets_fits_what_they_may_stand_for() -> None:
    (patched,) = read_quotation("detain[ed]").marked
    assert isinstance(patched, PatchedWord)
    assert patched.word == "detained"
    assert all(patched.pattern.fullmatch(word) for word in ("detain", "detains", "detainees"))
    assert not any(patched.pattern.fullmatch(word) for word in ("retained", "detainmentships"))


@pytest.mark.parametrize("text", ["", "“ ”", "[they]", "...", "[...] ! [sic]"])
def test_a_text_without_words_is_no_quotation(text: str) -> None:
    with pytest.raises(InputError):
        read_quotation(text)


@given(st.text("ab [].…*()'’", max_size=60))
def test_the_elements_hold_every_letter_of_the_quotation(text: str) -> None:
    try:
        quotation = read_quotation(text)
    except InputError:
        return
    letters = [c for c in quotation.text if c.isalnum()]
    for elements in (quotation.literal, quotation.marked):
        if elements:
            assert [c for element in elements for c in element.text if c.isalnum()] == letters
