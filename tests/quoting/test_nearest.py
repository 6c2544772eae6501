"""The passage that comes nearest to a quotation, and how each word differs."""

from __future__ import annotations

from typing import Any

import pytest

from hrreport.quoting.nearest import nearest_to
from hrreport.quoting.quotation import read_quotation


def compared(shelf: Any, quotation: str) -> str | None:
    """The words that differ, each with its mark."""
    asked = read_quotation(quotation)
    near = nearest_to(shelf.index, asked.marked or asked.literal)
    if near is None:
        return None
    differing = [word for word in near.words if word.mark != "same"]
    shown = " ".join(f"{w.mark}:{w.quoted.strip()}/{w.printed.strip()}" for w in differing)
    return f"{near.locators[0]} {shown}".strip() + ("" if near.close else " loosely")


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("Shelters existed in four towns.", "§ 6 ¶ 2 changed:four/three"),
        ("Courts heard 51 cases and convicted 17 young men.", "§ 6 ¶ 1 added:young/"),
        ("Courts heard 51 cases and convicted men.", "§ 6 ¶ 1 missing:/17"),
        ("Courts heard 51 [criminal] cases and convicted 17 men.", "§ 6 ¶ 1 bracketed:[criminal]/"),
        ("courts HEARD 51 cases and convicted 17 men.", "§ 6 ¶ 1 changed:courts/Courts changed:HEARD/heard"),
        ("Two kitchens were built by the ministry.", "§ 1.c ¶ 8"),
        ("Zebras grazed on purple mountains yesterday.", None),
    ],
)  # fmt: skip
def test_the_nearest_passage_names_what_differs(quotation: str, expected: str | None, shelf: Any) -> None:
    found = compared(shelf, quotation)
    assert found == expected or (expected is not None and found is not None and found.startswith(f"{expected} "))


def test_both_texts_are_given_whole(shelf: Any) -> None:
    quotation = "Cells held up to ten men each, except in the women’s wing."
    near = nearest_to(shelf.index, read_quotation(quotation).literal)
    assert near is not None
    assert "".join(word.quoted for word in near.words) == quotation
    assert "".join(word.printed for word in near.words).strip() == quotation.replace("ten", "nine").replace("’", "'")
    assert near.close
    assert 0.8 < near.likeness < 1
