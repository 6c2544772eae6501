"""Report pages on their way from the sources: each is opened once, when it is received."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import EmptyPageError, ParseError
from hrreport.pipeline.pdfs import is_pdf, open_pdf_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing import OpenedPage


def opened(snapshots: Sequence[Snapshot]) -> tuple[OpenedPage, ...]:
    """Return the pages of snapshots; a PDF takes the place of the page that could not be read.

    Raises:
        InputError: One is a PDF, and the extra that reads PDFs is not installed.
        ParseError: One holds no report, or exceeds a limit.
    """
    from hrreport.parsing import open_report

    return tuple(open_pdf_page(snapshot) if is_pdf(snapshot) else open_report(snapshot) for snapshot in snapshots)


class PageOpener:
    """Opens what the fetcher receives, and keeps the page that it accepted.

    A dead address may lead to the page of another report. A page that does not say which one it holds is believed.
    """

    def __init__(self, wanted: ReportId, *, part: bool = False) -> None:
        """Open nothing yet.

        Args:
            wanted: The report that is asked for.
            part: Whether the page is to be one of its parts, which may claim any country.
        """
        self._wanted = wanted
        self._part = part
        self._page: OpenedPage | None = None
        self.pdf = ""
        """The address of the PDF that a page without the text of the report offers."""

    def accept(self, snapshot: Snapshot) -> bool:
        """Return whether a page holds the report.

        Raises:
            EmptyPageError: It is the page of a report, without its text.
            ParseError: It says that it is another report, or of another edition.
        """
        from hrreport.parsing import claim, open_report

        try:
            page = open_report(snapshot)
        except EmptyPageError as error:
            self.pdf = self.pdf or str(error.facts.get("pdf", ""))
            raise
        except ParseError:
            return False
        said = claim(page)
        if page.claim.year not in (0, self._wanted.year):
            raise ParseError(
                f"gave the report on {said} instead" if said else f"gave a page of {page.claim.year} instead"
            )
        if said and said != self._wanted and not self._part:
            raise ParseError(f"gave the report on {said} instead")
        self._page = page
        return True

    def page_of(self, snapshot: Snapshot) -> OpenedPage:
        """Return the page that was opened of a snapshot that was accepted."""
        assert self._page is not None  # noqa: S101  it was accepted
        assert self._page.snapshot is snapshot  # noqa: S101
        return self._page


def without_bytes(pages: Sequence[OpenedPage]) -> tuple[OpenedPage, ...]:
    """Return opened pages without the bytes that they were made of, to be handed to another process."""
    return tuple(replace(page, snapshot=replace(page.snapshot, body=b"")) for page in pages)
