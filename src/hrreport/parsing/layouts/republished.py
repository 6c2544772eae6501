"""Copies of a report that other sites publish as articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import Tag

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

_MARK = re.compile(r"section(?:\s|&nbsp;|&#160;|\xa0|<[^<>]{0,200}>)*+([1-9])\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*section\s*([1-9])\b", re.IGNORECASE)
_OUTSIDE = frozenset(("nav", "aside", "footer", "header", "form", "select", "script", "style", "table"))
_FEWEST_SECTIONS = 2
_LONGEST = 400


class RepublishedCopy:
    """The smallest element that holds all "Section N" lines, outside of navigation."""

    name = "copy published elsewhere"
    only = None
    plain_headings = True
    masthead = False

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return holds_sections(html)

    def markup(self, html: str) -> str:
        """See the interface."""
        return html

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return smallest_holding(soup, _OUTSIDE)


def holds_sections(html: str) -> bool:
    """Return whether the numbers of several sections stand on a page."""
    return len({found[1] for found in _MARK.finditer(html)}) >= _FEWEST_SECTIONS


def smallest_holding(soup: BeautifulSoup, outside: Container[str]) -> Sequence[Tag]:
    """Return the smallest element that holds all "Section N" lines, or none where there are hardly any.

    Args:
        soup: The page.
        outside: Names of elements that are not searched.
    """
    last = dict(_numbered_lines(soup, outside))
    if len(last) < _FEWEST_SECTIONS:
        return ()
    first, *others = last.values()
    above = [{id(element) for element in line.parents} for line in others]
    common = (element for element in first.parents if all(id(element) in one for one in above))
    return [next(common, soup)]


def _numbered_lines(soup: BeautifulSoup, outside: Container[str]) -> Iterator[tuple[str, PageElement]]:
    """Yield the texts that begin with "Section N", where no link makes an entry of contents of them."""
    waiting: list[PageElement] = [soup]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            if element.name not in outside and not str(element.get("href") or "").startswith("#"):
                waiting += reversed(element.contents)
        elif len(element.text) <= _LONGEST and (found := _NUMBERED.match(element.text)):
            yield found[1], element
