"""The pages of a PDF on which paragraphs are printed: every one found, none on a wrong page, whatever went wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.corpus.pdf import print_report

from hrreport import sample
from hrreport.model.retrieval import Provenance
from hrreport.quoting.printed_pages import find_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report

pytest.importorskip("pypdfium2")

SOURCE = Provenance("", "", datetime(2024, 4, 22, tzinfo=UTC), "file", "0" * 64, media_type="application/pdf")


def found_in(report: Report, body: bytes) -> OfficialPdf:
    from hrreport.filings.furniture import printed_numbers, without_furniture
    from hrreport.filings.pdfium import read_lines

    lines = read_lines(body)
    return find_pages(report, without_furniture(lines), printed_numbers(lines), SOURCE)


def pages_of(pdf: OfficialPdf) -> dict[tuple[str, int], tuple[int, int]]:
    return {(p.section, p.paragraph): (p.sheet, p.sheet + len(p.breaks)) for p in pdf.places}


@pytest.fixture(scope="module")
def kazakhstan() -> Report:
    return sample().report


def test_every_paragraph_has_its_pages_and_no_word_differs(kazakhstan: Report) -> None:
    printed = print_report(kazakhstan, "Kazakhstan")
    pdf = found_in(kazakhstan, printed.body)
    assert pages_of(pdf) == printed.pages
    assert len(set(printed.pages.values())) > 20
    assert pdf.differences == ()


@pytest.mark.parametrize("seed", range(5))
def test_words_divided_or_run_together_and_passages_missing_added_or_changed_lead_to_no_wrong_page(
    kazakhstan: Report, seed: int
) -> None:
    printed = print_report(kazakhstan, "Kazakhstan", seed)
    pdf = found_in(kazakhstan, printed.body)
    found = pages_of(pdf)
    assert {place: pages for place, pages in found.items() if printed.pages.get(place) != pages} == {}
    named = {(d.section, d.paragraph): d for d in pdf.differences if d.section}
    assert set(printed.pages) - set(found) <= set(named), "what has no page is named"
    assert len(found) >= len(printed.pages) * 0.97
    assert printed.missing <= set(named)
    assert {place for place in named if place not in printed.missing} <= set(printed.changed)
    for place, (old, new) in printed.changed.items():
        if place in found:
            assert (old.strip(".,;”“") in named[place].page_words, new in named[place].pdf_words) == (True, True)


def test_a_text_that_occurs_twice_and_is_printed_once_has_no_page(build: Callable[..., Report]) -> None:
    killing = "There was one killing by a lake patrol in March of the year."
    report = build(2023, f"1.a Killings\nNot applicable.\n{killing}\n\n1.b Fish\nNot applicable.")
    once = build(2023, f"1.a Killings\n{killing}\n\n1.b Fish\nNot applicable.")
    pdf = found_in(report, print_report(once, "Arcadia").body)
    assert [(p.section, p.paragraph) for p in pdf.places] == [("1.a", 2), ("1.b", 1)]
