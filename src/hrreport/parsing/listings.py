"""Pages that list reports: the editions that there are, and the countries of one edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4.filter import SoupStrainer

from hrreport.parsing.addresses import Resolver
from hrreport.parsing.page import make_soup, read_markup
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4.element import Tag

    from hrreport.model.retrieval import Snapshot

_REPORT = re.compile(
    r"https?://[^/]+/reports/(?P<year>(?:19|20)\d\d)-country-reports-on-human-rights-practices"
    r"(?:/(?P<country>[a-z0-9-]+))?/?(?:index\.html)?$",
    re.IGNORECASE,
)
_NO_COUNTRY = frozenset(("translations", "index"))


@dataclass(frozen=True, slots=True)
class IndexLink:
    """One report, or one edition, that a page lists."""

    name: str
    """As printed: "Côte d’Ivoire", "2024 Country Reports on Human Rights Practices"."""
    url: str
    year: int
    country: str = ""
    """The country's slug; empty for an edition."""


class _Links(SoupStrainer):
    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, object] | None) -> bool:  # noqa: ARG002 - bs4 calls it so
        return name in ("a", "option")


def index_links(snapshot: Snapshot) -> tuple[IndexLink, ...]:
    """Return the countries that the index of an edition lists, or the editions that the listing page does.

    In the order of the page, each once. A page that lists countries gives no editions. Where an
    anchor has no text, the name stands in the option of the same address.

    Raises:
        ParseError: The page is no HTML or exceeds a limit.
    """
    address = snapshot.provenance.requested_url or snapshot.provenance.url
    html = read_markup(snapshot.body, snapshot.provenance.encoding, address)[0]
    found: dict[tuple[int, str], IndexLink] = {}
    for link in _links(html, Resolver(address)):
        before = found.get((link.year, link.country))
        if before is None or (link.name and not before.name):
            found[link.year, link.country] = link
    own = _REPORT.match(address)
    countries = tuple(x for x in found.values() if x.country and (own is None or str(x.year) == own["year"]))
    return countries or tuple(link for link in found.values() if not link.country and link.name)


def _links(html: str, resolver: Resolver) -> Iterator[IndexLink]:
    for tag in make_soup(html, _Links()).find_all(["a", "option"]):
        href = str(tag.get("href" if tag.name == "a" else "value") or "")
        url = resolver.resolve(href)
        found = _REPORT.match(url)
        if found and found["country"] not in _NO_COUNTRY:
            yield IndexLink(_name(tag), url, int(found["year"]), (found["country"] or "").lower())


def _name(tag: Tag) -> str:
    return fold(tag.get_text(" "))
