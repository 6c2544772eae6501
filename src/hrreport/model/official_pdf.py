"""The official PDF of a report: on which of its pages each paragraph is printed, and where its words differ."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.retrieval import Provenance


class PageRange(NamedTuple):
    """The pages that something is printed on, by the numbers that are printed on them."""

    first: int
    last: int
    sheet: int
    """The first of them counted from 1, as a reader's program counts: what a link to it names."""

    def __str__(self) -> str:
        """Return ``12`` or ``12–13``."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where a paragraph is printed."""

    section: str
    """Id of the section that it is in."""
    paragraph: int
    sheet: int
    """The page that it begins on, counted from 1."""
    breaks: tuple[int, ...] = ()
    """Offsets in its text at which a new page begins."""


@dataclass(frozen=True, slots=True)
class PdfDifference:
    """Words in which the page and the PDF differ."""

    section: str
    """Id of the section; empty for words that only the PDF has, between paragraphs."""
    paragraph: int | None
    page_words: str
    """As the page has them; empty where it has none."""
    pdf_words: str
    """As the PDF has them; empty where it has none."""
    sheet: int | None = None
    """The page of the PDF, counted from 1; ``None`` where the PDF does not have the paragraph."""


@dataclass(frozen=True, slots=True)
class OfficialPdf:
    """The PDF that is kept beside a report's page, and what was found in it."""

    provenance: Provenance
    numbers: tuple[int, ...]
    """The number that is printed on each page."""
    places: tuple[PrintedPlace, ...] = ()
    """Of every paragraph that was found in it, in the order of the report; one that was not found is not there."""
    differences: tuple[PdfDifference, ...] = ()
    _by_place: dict[tuple[str, int], PrintedPlace] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def place(self, locator: Locator) -> PrintedPlace | None:
        """Return where a paragraph is printed, or ``None`` where it was not found."""
        if not self._by_place:
            self._by_place.update({(place.section, place.paragraph): place for place in self.places})
        return self._by_place.get((locator.section, locator.paragraph or 0))

    def pages(self, first: tuple[PrintedPlace, int], last: tuple[PrintedPlace, int | None]) -> PageRange:
        """Return the pages from an offset in one paragraph to an offset in another; ``None`` means its end."""
        begin = first[0].sheet + bisect_right(first[0].breaks, first[1])
        place, offset = last
        end = place.sheet + (len(place.breaks) if offset is None else bisect_right(place.breaks, max(0, offset - 1)))
        return PageRange(self.numbers[begin - 1], self.numbers[end - 1], begin)
