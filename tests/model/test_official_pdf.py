"""Pages of a report's PDF."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrreport.model.locator import Locator
from hrreport.model.official_pdf import OfficialPdf, PageRange, PrintedPlace
from hrreport.model.retrieval import Provenance

SOURCE = Provenance("", "https://a.example/a.pdf", datetime(2024, 5, 1, tzinfo=UTC), "file", "00")
FIRST, SECOND = PrintedPlace("1.c", 1, 2, (40,)), PrintedPlace("1.c/prisons", 2, 3)
PDF = OfficialPdf(SOURCE, (10, 11, 12), (FIRST, SECOND))


def test_a_paragraph_is_found_by_its_section_and_number() -> None:
    assert PDF.place(Locator("1.c/prisons", 2, 1)) is SECOND
    assert PDF.place(Locator("1.c", 2)) is None
    assert PDF.place(Locator("1.c")) is None


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ((FIRST, 0), (FIRST, 40), PageRange(11, 11, 2)),
        ((FIRST, 0), (FIRST, 41), PageRange(11, 12, 2)),
        ((FIRST, 40), (FIRST, None), PageRange(12, 12, 3)),
        ((FIRST, -1), (SECOND, None), PageRange(11, 12, 2)),
    ],
)
def test_a_page_begins_at_its_break(
    first: tuple[PrintedPlace, int], last: tuple[PrintedPlace, int | None], pages: PageRange
) -> None:
    assert PDF.pages(first, last) == pages


def test_pages_are_shown_by_the_numbers_printed_on_them() -> None:
    assert [str(pages) for pages in (PageRange(12, 12, 3), PageRange(12, 13, 3))] == ["12", "12–13"]


def test_looking_places_up_makes_no_other_value_of_it() -> None:
    other = OfficialPdf(SOURCE, (10, 11, 12), (FIRST, SECOND))
    assert PDF.place(Locator("1.c", 1)) is FIRST
    assert (other == PDF, hash(PDF) == hash(other), repr(PDF) == repr(other)) == (True, True, True)
