"""What is said of a report's PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.model.official_pdf import OfficialPdf, PdfDifference, PrintedPlace
from hrreport.wording.pdfs import difference_words, differences_at, found_words

if TYPE_CHECKING:
    from hrreport.model.report import Report

DIFFERENCES = (
    PdfDifference("1.a", 1, "police killed", "officers killed", 2),
    PdfDifference("1.b", 1, "x" * 200, ""),
    PdfDifference("", None, "", "a footnote", 1),
)


def test_differences_are_named_with_place_words_and_page(arcadia: Report) -> None:
    pdf = OfficialPdf(arcadia.provenance, (1, 2), (PrintedPlace("1.a", 1, 2),), DIFFERENCES)
    report = replace(arcadia, printed=pdf)
    assert found_words(report, pdf).startswith("2 pages, 1 of ")
    assert found_words(report, pdf).endswith(" found in it; words differ in 3 places")
    assert list(difference_words(report, DIFFERENCES)) == [
        '§ 1.a ¶ 1: the page has "police killed", the PDF "officers killed", on its page 2',
        f'§ 1.b ¶ 1: the page has "{"x" * 160}…", which was not found in the PDF',
        'only the PDF has "a footnote", on its page 1',
    ]
    assert list(differences_at(report, (Locator("1.b", 1),))) == [DIFFERENCES[1]]
    assert list(differences_at(arcadia, (Locator("1.b", 1),))) == []
