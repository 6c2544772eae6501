"""Running heads and feet and numbers of pages are set aside, and what only looks like one is not."""

from __future__ import annotations

import pytest

from hrreport.filings.furniture import printed_numbers, without_furniture
from hrreport.model.filing import PrintedLine


def pages(*texts: tuple[str, ...]) -> tuple[tuple[PrintedLine, ...], ...]:
    """Pages with their lines from the top down, each at the same height on every page."""
    return tuple(
        tuple(PrintedLine(text, 72, 400, 700 - 12 * n, 10, number) for n, text in enumerate(lines))
        for number, lines in enumerate(texts, start=1)
    )


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("A brief", False),
        ("A brief, page {n}", False),
        ("Page {n} of 4", False),
        ("{n}", False),
        ("- {n} -", False),
        ("Chapter {word} begins", True),
    ],
)
def test_what_is_the_same_on_every_page_is_set_aside(head: str, kept: bool) -> None:
    words = ("one", "two", "three", "four")
    texts = [
        (head.format(n=n, word=word), f"So {word}.", f"It {word} is.", f"And {word} more.", f"The {word} end.")
        for n, word in enumerate(words, start=1)
    ]
    shown = [[line.text for line in page] for page in without_furniture(pages(*texts))]
    assert shown == [list(page if kept else page[1:]) for page in texts]


def test_a_line_within_the_page_stays_however_often_it_is_printed() -> None:
    texts = [(f"a{n}", f"b{n} c", "The same.", f"d{n} e", f"f{n} g") for n in "xyz"]
    assert [len(page) for page in without_furniture(pages(*texts))] == [5, 5, 5]


@pytest.mark.parametrize(
    ("feet", "numbers"),
    [(("1", "2", "3"), (1, 2, 3)), (("11", "x", "13"), (11, 12, 13)), (("7", "9", "1"), (1, 2, 3)), ("xyz", (1, 2, 3))],
)
def test_pages_have_the_numbers_that_are_printed_where_these_rise_by_one(
    feet: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert printed_numbers(pages(*(("Words.", "More.", foot) for foot in feet))) == numbers
