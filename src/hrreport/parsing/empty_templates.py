"""Recognize pages that were published with the template of a report and none of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import EmptyPageError
from hrreport.parsing.exclusions import HEADINGS
from hrreport.parsing.layouts.wordpress import WordPress
from hrreport.parsing.page import make_soup, read_markup

if TYPE_CHECKING:
    from hrreport.parsing.page import OpenedPage

_SECTION = "section.entry-content"
"""The elements in which the template has a report's text."""


def refuse_unfilled(page: OpenedPage) -> None:
    """Refuse a page in which the template of a report was never filled.

    Raises:
        EmptyPageError: There are sections on the page, and nothing but headings in them; its facts have the address
            of the PDF that the page offers.
    """
    if not isinstance(page.layout, WordPress):
        return
    html = read_markup(page.snapshot.body, page.snapshot.provenance.encoding, "")[0]
    sections = make_soup(html, page.layout.only).select(_SECTION)
    for section in sections:
        for heading in section.find_all(list(HEADINGS)):
            heading.decompose()
    if not sections or any(section.get_text(strip=True) for section in sections):
        return
    pdf = page.claim.pdf
    raise EmptyPageError(
        "the page is a template without the text of the report",
        hint="save its PDF, and add that instead: hrreport add FILE.pdf" if pdf else None,
        pdf=pdf or None,
    )
