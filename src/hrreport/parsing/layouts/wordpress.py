"""The report pages of www.state.gov and of its archives since 2016."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.filter import SoupStrainer

from hrreport.parsing.identity import identifies_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag

_BODY = re.compile(r"(?:^|\s)report__content(?:\s|$)")
_SECTION = re.compile(r"(?:^|\s)entry-content(?:\s|$)")
_MARK = re.compile(
    r"""<(?:\w+\b[^<>]*\sclass\s*=\s*["']?[^"'<>]*\breport__content\b|section\b[^<>]*\bentry-content\b)"""
)


class _WordPressParts(SoupStrainer):
    """The element that identifies the report, and the report itself."""

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, object] | None) -> bool:  # noqa: ARG002 - bs4 calls it so
        names = str((attrs or {}).get("class") or "")
        if names and (_BODY.search(names) or (name == "section" and _SECTION.search(names))):
            return True
        return identifies_page(name, attrs)


class WordPress:
    """One element of class ``report__content``, or sections of class ``entry-content`` one after another."""

    name = "state.gov report"
    only = _WordPressParts()
    plain_headings = False
    masthead = False

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_MARK.search(html))

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        found = soup.find_all(class_="report__content", recursive=False)
        return found or soup.find_all("section", class_="entry-content", recursive=False)
