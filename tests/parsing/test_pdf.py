"""The lines of a PDF become headings and paragraphs."""

from __future__ import annotations

import pytest

from hrreport.errors import ParseError
from hrreport.model.filing import RAISED, PrintedLine
from hrreport.parsing.blocks import Block
from hrreport.parsing.pdf import read_print

UP, DOWN = RAISED


def line(
    text: str, bottom: float, *, page: int = 1, height: float = 12, bold: int = 0, right: float = 500
) -> PrintedLine:
    return PrintedLine(text, 72, right, bottom, height, page, bold)


def blocks_of(*lines: PrintedLine) -> list[tuple[str, str]]:
    _, blocks = read_print((lines,))
    return [(block.tag, block.text) for block in blocks]


def test_what_a_title_says_is_the_claim_of_the_pdf() -> None:
    claim, _ = read_print(((line("Togo 2023 Human Rights Report", 700, height=16),),))
    assert (claim.country, claim.year) == ("togo", 2023)


def test_larger_bold_type_is_a_heading_and_space_parts_paragraphs() -> None:
    assert blocks_of(
        line("Section 1. Respect for Rights", 700, height=16, bold=29),
        line("a. Arbitrary Killings", 670, height=14, bold=21),
        line("The law forbids it, and in", 650),
        line("one town it was kept.", 636),
        line("Nobody was charged.", 608),
        line("Nobody was held.", 594),
    ) == [
        ("h2", "Section 1. Respect for Rights"),
        ("h3", "a. Arbitrary Killings"),
        ("p", "The law forbids it, and in one town it was kept."),
        ("p", "Nobody was charged. Nobody was held."),
    ]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (
            "The well-known com-",
            "plaint: the complaint was heard.",
            "The well-known complaint: the complaint was heard.",
        ),
        ("It is self-", "made, as all of it is.", "It is self-made, as all of it is."),
        (f"The court{UP}7{DOWN} sat.", f"Of 3 km{UP}2{DOWN} of land.", "The court ⁷ sat. Of 3 km² of land."),
    ],
)
def test_words_are_whole_and_raised_figures_are_raised(first: str, second: str, text: str) -> None:
    assert blocks_of(line(first, 700), line(second, 686), line("More of it.", 672)) == [("p", f"{text} More of it.")]


def test_bold_words_at_the_beginning_are_emphasized() -> None:
    _, blocks = read_print(((line("Women: They could vote.", 700, bold=6), line("All of them did.", 686)),))
    assert blocks == (Block("p", "Women: They could vote. All of them did.", emphasis=((0, 6, 1),)),)


def test_a_pdf_without_text_is_refused() -> None:
    with pytest.raises(ParseError, match="no text"):
        read_print(((line(" ", 700),),))
