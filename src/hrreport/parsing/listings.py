"""The links of a page that lists reports: of editions, regions, countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.filter import SoupStrainer

from hrreport.errors import ParseError
from hrreport.parsing.addresses import unarchived
from hrreport.parsing.page import make_soup, read_markup
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LEAD_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")


class _Links(SoupStrainer):
    """Anchors, and the options of a choice."""

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, object] | None) -> bool:  # noqa: ARG002 - bs4 calls it so
        return name in ("a", "option")


def read_links(body: bytes, encoding: str = "") -> tuple[tuple[str, str], ...]:
    """Return the links of a page, in order: the words linked and the address as the page has it.

    Anchors and the options of a choice are links; each address is given once, with the first words
    that stand for it, since an anchor may be empty where an option names the same page. A page that
    is no HTML has no links.

    Args:
        body: The bytes of the page.
        encoding: The encoding that the server declared, or empty.
    """
    try:
        html = read_markup(body, encoding, "")[0]
    except ParseError:
        return ()
    found: dict[str, str] = {}
    for name, address in _links(html):
        if not found.get(address):
            found[address] = name
    return tuple((name, address) for address, name in found.items())


def _links(html: str) -> Iterator[tuple[str, str]]:
    for tag in make_soup(html, _Links()).find_all(["a", "option"]):
        address = fold(str(tag.get("href" if tag.name == "a" else "value") or ""))
        if address and not address.lower().startswith(_LEAD_NOWHERE):
            yield fold(tag.get_text(" ")) or fold(str(tag.get("title") or "")), unarchived(address)
