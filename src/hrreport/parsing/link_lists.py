"""The links of a page that lists reports: of editions, regions, countries."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from bs4.filter import SoupStrainer

from hrreport.errors import ParseError
from hrreport.parsing.elements import unarchived
from hrreport.parsing.markup import make_soup, read_markup
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINKS = ["a", "option"]
_LEAD_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")
_VIEWER = re.compile(r"\bcontentJSON\s*=\s*(?=\[)")
"""Where the interactive viewer of 2011 to 2016 names its pages for its script."""


def read_links(body: bytes, encoding: str = "") -> tuple[tuple[str, str], ...]:
    """Return the links of a page, in order: the words linked and the address as the page has it.

    Anchors and the options of a choice are links; each address is given once, with the first words
    that stand for it, since an anchor may be empty where an option names the same page. Last come
    the pages that the interactive viewer of old editions shows by script. A page that is not HTML has
    no links.

    Args:
        body: The bytes of the page.
        encoding: The encoding that the server declared, or empty.
    """
    try:
        html = read_markup(body, encoding, "")[0]
    except ParseError:
        return ()
    found: dict[str, str] = {}
    for name, address in chain(_links(html), _shown_by_script(html)):
        if not found.get(address):
            found[address] = name
    return tuple((name, address) for address, name in found.items())


def _links(html: str) -> Iterator[tuple[str, str]]:
    for tag in make_soup(html, SoupStrainer(_LINKS)).find_all(_LINKS):
        address = fold(str(tag.get("href" if tag.name == "a" else "value") or ""))
        if address and not address.lower().startswith(_LEAD_NOWHERE):
            yield fold(tag.get_text(" ")) or fold(str(tag.get("title") or "")), unarchived(address)


def _shown_by_script(html: str) -> Iterator[tuple[str, str]]:
    """Yield the pages that a viewer can show; none where its list is broken off or is not a list."""
    found = _VIEWER.search(html)
    if found is None:
        return
    try:
        shown: Any = json.JSONDecoder().raw_decode(html, found.end())[0]
    except (ValueError, RecursionError):
        return
    for page in shown:
        if isinstance(page, dict) and page.get("extension") == "htm":
            address = fold(str(page.get("contained_content_url") or ""))
            if address and not address.lower().startswith(_LEAD_NOWHERE):
                yield fold(str(page.get("content_name") or "")), unarchived(address)
