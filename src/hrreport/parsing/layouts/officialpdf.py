"""The official PDF of a report, whose lines are read by `hrreport.parsing.printed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag


class PdfLayout:
    """A PDF: it has no markup, and so no page of HTML is ever recognized as one."""

    name = "official PDF"
    only = None
    plain_headings = False
    masthead = False

    def recognizes(self, html: str) -> bool:  # noqa: ARG002
        """See the interface."""
        return False

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:  # noqa: ARG002
        """See the interface."""
        return ()


OFFICIAL_PDF = PdfLayout()
