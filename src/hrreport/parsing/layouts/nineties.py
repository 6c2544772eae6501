"""The report pages of the site of 1996 to 2000: a whole page of simple markup, with lines of the site around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.parsing.layouts.republished import holds_sections, smallest_holding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag

_MARK = re.compile(
    r"permanent\s+electronic\s+archive\s+of\s+information\s+released|\bhrp_report|"
    r"released\s+by\s+the\s+bureau\s+of\s+democracy,\s+human\s+rights,\s+and\s+labor\b|"
    r"\bauthor\s*:\s*u\.?s\.?\s+department\s+of\s+state\b",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(("nav", "form", "select", "script", "style"))


class Nineties:
    """The smallest element that holds all "Section N" lines, tables that lay out the page included."""

    name = "state.gov report of the 1990s"
    only = None
    plain_headings = True
    masthead = True

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_MARK.search(html)) and holds_sections(html)

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return smallest_holding(soup, _OUTSIDE)
