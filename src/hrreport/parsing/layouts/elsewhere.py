"""Copies of a report that other sites publish as articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag

_MARK = re.compile(r"section(?:\s|&nbsp;|&#160;|\xa0|<[^<>]{0,200}>)*([1-9])\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*section\s*([1-9])\b", re.IGNORECASE)
_OUTSIDE = ["nav", "aside", "footer", "header", "form", "select", "script", "style", "table"]
_FEWEST_SECTIONS = 2


class Elsewhere:
    """The smallest element that holds all "Section N" lines, outside of navigation."""

    name = "copy published elsewhere"
    only = None
    plain_headings = True

    def recognises(self, html: str) -> bool:
        """See the interface."""
        return len({found[1] for found in _MARK.finditer(html)}) >= _FEWEST_SECTIONS

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        last = dict(_numbered_lines(soup))
        if len(last) < _FEWEST_SECTIONS:
            return ()
        lines = list(last.values())
        others = [{id(above) for above in line.parents} for line in lines[1:]]
        for element in lines[0].parents:
            if all(id(element) in above for above in others):
                return (element,)
        return ()


def _numbered_lines(soup: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Yield the elements whose text begins with "Section N", where no link makes an entry of contents of them."""
    for string in soup.find_all(string=_NUMBERED):
        line = string.parent
        if line is None or string.find_parent(_OUTSIDE) or string.find_parent("a", href=re.compile("^#")):
            continue
        found = _NUMBERED.match(string)
        if found:
            yield found[1], line
