"""A report's PDF in words: how much of the report is in it, and which words differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.official_pdf import OfficialPdf, PdfDifference
    from hrreport.model.report import Report

_SHOWN = 160
"""Characters of differing words that are shown."""


def found_words(report: Report, pdf: OfficialPdf) -> str:
    """Return how many pages a PDF has, how many paragraphs were found in it, and in how many places words differ."""
    paragraphs = sum(1 for _ in report.passages())
    found = f"{len(pdf.places)} of {counted(paragraphs, 'paragraph')} found in it"
    differ = f"; words differ in {counted(len(pdf.differences), 'place')}" if pdf.differences else ""
    return f"{counted(len(pdf.numbers), 'page')}, {found}{differ}"


def difference_words(report: Report, differences: Iterable[PdfDifference]) -> Iterator[str]:
    """Yield each difference in words: the place, what the page has, and what the PDF has."""
    for each in differences:
        sheet = f" on its page {report.printed.numbers[each.sheet - 1]}" if report.printed and each.sheet else ""
        on_page, in_pdf = _quoted(each.page_words), _quoted(each.pdf_words)
        if each.paragraph is None:
            yield f"only the PDF has {in_pdf},{sheet}"
            continue
        place = report.pinpoint(Locator(each.section, each.paragraph))
        if not each.pdf_words and each.sheet is None:
            yield f"{place}: the page has {on_page}, which was not found in the PDF"
        else:
            comma = "," * bool(sheet)
            yield f"{place}: the page has {on_page or 'nothing'}, the PDF {in_pdf or 'nothing'}{comma}{sheet}"


def differences_at(report: Report, places: Iterable[Locator]) -> Iterator[PdfDifference]:
    """Yield the differences between the page and the PDF in some paragraphs, named with the sections they are in."""
    paragraphs = {(place.section, place.paragraph) for place in places}
    differences = report.printed.differences if report.printed else ()
    yield from (each for each in differences if (each.section, each.paragraph) in paragraphs)


def _quoted(words: str) -> str:
    return f'"{words[:_SHOWN]}{"…" * (len(words) > _SHOWN)}"' if words else ""
