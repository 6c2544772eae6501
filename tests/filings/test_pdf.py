"""A PDF as blocks: paragraphs, block quotations and footnotes, without running heads."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2")

from tests.corpus.pdf import TypeLine, write_pdf

from hrreport.filings.pdf import read_blocks
from hrreport.model.filing import FilingBlock, NoteMark


def lines(*texts: str, top: float = 700, left: float = 72, size: float = 10) -> list[TypeLine]:
    return [TypeLine(left, top - 14 * n, size, text) for n, text in enumerate(texts)]


LONG = "It is a line of words that reaches to the edge of the page."


def test_gaps_and_indents_part_paragraphs() -> None:
    page = [
        *lines(LONG, "It ends."),
        *lines("Another begins", "and ends.", top=650),
        *lines("Set off from it,", "line by line.", top=622, left=110),
    ]
    assert [(block.text, block.kind) for block in read_blocks(write_pdf([page]))] == [
        (f"{LONG}\nIt ends.", "text"),
        ("Another begins\nand ends.", "text"),
        ("Set off from it,\nline by line.", "quote"),
    ]


def test_a_paragraph_goes_on_over_the_page_and_the_number_of_the_page_is_passed_over() -> None:
    pages = [
        [*lines(LONG, "and it goes"), TypeLine(300, 30, 10, "1")],
        [*lines("on here."), TypeLine(300, 30, 10, "2")],
    ]
    assert read_blocks(write_pdf(pages)) == (FilingBlock(f"{LONG}\nand it goes\non here.", "page 1"),)


def test_small_lines_at_the_foot_are_the_notes_of_the_signs() -> None:
    page = [
        *lines(LONG, LONG, LONG, "So it is."),
        TypeLine(126, 662, 6, "1"),
        *lines("1 A note", "of two lines.", top=100, size=8),
    ]
    text, note = read_blocks(write_pdf([page]))
    assert text.marks == (NoteMark(len(text.text), "1"),)
    assert note == FilingBlock("A note\nof two lines.", "footnote 1, page 1", "note", "1")


def test_a_passage_with_its_place_in_the_margin_is_a_quotation_that_begins_with_it() -> None:
    page = [TypeLine(36, 700, 7, "2023"), *lines(LONG, "It ends.", left=90)]
    assert read_blocks(write_pdf([page])) == (FilingBlock(f"2023\t{LONG}\nIt ends.", "page 1", "quote"),)


def test_a_page_without_words_has_no_blocks() -> None:
    assert read_blocks(write_pdf([[]])) == ()
