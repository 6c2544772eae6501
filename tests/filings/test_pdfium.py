"""Lines of a PDF from where its characters are printed."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2")

from tests.corpus.pdf import TypeLine, write_pdf

from hrreport.errors import ParseError
from hrreport.filings.pdfium import named_pages, read_lines
from hrreport.model.filing import RAISED


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    first = [TypeLine(72, 600, 10, "below"), TypeLine(72, 700, 10, "above"), TypeLine(300, 700, 10, "beside")]
    pages = read_lines(write_pdf([first, [TypeLine(72, 700, 10, "next")]]))
    assert [[line.text for line in page] for page in pages] == [["above beside", "below"], ["next"]]
    assert [[line.page for line in page] for page in pages] == [[1, 1], [2]]


def test_a_raised_number_is_a_sign_and_bold_letters_are_counted() -> None:
    page = [
        TypeLine(72, 700, 10, "It is so."),
        TypeLine(126, 704, 6, "12"),
        TypeLine(72, 680, 10, "Label:", bold=True),
        TypeLine(114, 680, 10, "and words"),
    ]
    ((sentence, labeled),) = read_lines(write_pdf([page]))
    assert sentence.text == f"It is so.{RAISED[0]}12{RAISED[1]}"
    assert (labeled.text, labeled.text[: labeled.bold].strip(), sentence.bold) == ("Label: and words", "Label:", 0)


def test_a_place_in_the_margin_is_apart_from_its_line_only_where_that_is_asked_for() -> None:
    body = write_pdf([[TypeLine(36, 700, 7, "2023"), TypeLine(90, 700, 10, "It is so.")]])
    ((together,),), ((apart,),) = read_lines(body), read_lines(body, margins=True)
    assert (together.text, together.margin) == ("2023 It is so.", "")
    assert (apart.text, apart.margin) == ("It is so.", "2023")


def test_a_file_without_named_places_has_none() -> None:
    assert named_pages(write_pdf([[TypeLine(72, 700, 10, "words")]])) == {}


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ParseError, match="not a PDF"):
        read_lines(b"%PDF-1.7 and nothing more")
