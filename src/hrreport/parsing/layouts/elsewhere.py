"""Copies of a report that other sites publish as articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

_MARK = re.compile(r"section(?:\s|&nbsp;|&#160;|\xa0|<[^<>]{0,200}>)*+([1-9])\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*section\s*([1-9])\b", re.IGNORECASE)
_OUTSIDE = frozenset(("nav", "aside", "footer", "header", "form", "select", "script", "style", "table"))
_FEWEST_SECTIONS = 2
_LONGEST = 400


class Elsewhere:
    """The smallest element that holds all "Section N" lines, outside of navigation."""

    name = "copy published elsewhere"
    only = None
    plain_headings = True
    masthead = False

    def recognises(self, html: str) -> bool:
        """See the interface."""
        return len({found[1] for found in _MARK.finditer(html)}) >= _FEWEST_SECTIONS

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        last = dict(_numbered_lines(soup))
        if len(last) < _FEWEST_SECTIONS:
            return ()
        first, *others = last.values()
        above = [{id(element) for element in line.parents} for line in others]
        common = (element for element in first.parents if all(id(element) in one for one in above))
        return [next(common, soup)]


def _numbered_lines(soup: BeautifulSoup) -> Iterator[tuple[str, PageElement]]:
    """Yield the texts that begin with "Section N", where no link makes an entry of contents of them."""
    waiting: list[PageElement] = [soup]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            if element.name not in _OUTSIDE and not str(element.get("href") or "").startswith("#"):
                waiting += reversed(element.contents)
        elif len(element.text) <= _LONGEST and (found := _NUMBERED.match(element.text)):
            yield found[1], element
