"""Where the words of a passage are: on its page, which opens at them, and in the official PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.deep_links import DeepLinks
from hrreport.views.blocks import PassageSource

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report


class SourceFinder:
    """Finds where the words of passages of one report are."""

    def __init__(self, report: Report, whole: Report | None = None) -> None:
        """Read the words of the report's pages, of the `whole` where it is a part; the bundled abridgement has none."""
        self._report = report
        self._links = None if report.provenance.origin == "sample" else DeepLinks(whole or report)

    def source(self, place: Locator) -> PassageSource:
        """Return where the words of a passage are."""
        address = self._links.address(place) if self._links else ""
        pages = self._report.pages(place)
        if pages is None:
            return PassageSource(address)
        said = f"{'p.' if pages.first == pages.last else 'pp.'} {pages}"
        pdf = self._report.pdf_address
        return PassageSource(address, said, f"{pdf}#page={pages.sheet}" if pdf else "")
