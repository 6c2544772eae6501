"""The report pages of the site before 2016, and their copies: editions 1999 to 2018."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.filter import SoupStrainer

from hrreport.parsing.identity import identifies_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag

_ID = "centerblock"
_MARK = re.compile(rf"""<\w+\b[^<>]*\sid\s*=\s*["']?{_ID}\b""", re.IGNORECASE)


class _CenterBlockParts(SoupStrainer):
    """The element that identifies the report, and the report itself."""

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, object] | None) -> bool:  # noqa: ARG002 - bs4 calls it so
        return _is_it((attrs or {}).get("id")) or identifies_page(name, attrs)


class CenterBlock:
    """One element with the id ``centerblock``; its headings may be paragraphs, or bare text between them."""

    name = "state.gov report before 2016"
    only = _CenterBlockParts()
    plain_headings = True
    masthead = True

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_MARK.search(html))

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return soup.find_all(id=_is_it, recursive=False)


def _is_it(name: object) -> bool:
    return str(name or "").lower() == _ID
