"""What a page claims to be: which country, which edition, from where, published when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bs4.element import Tag

from hrreport.parsing.addresses import unarchived
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bs4 import BeautifulSoup

_OF_THE_HEAD = frozenset(("title", "meta", "link", "h1", "time"))
_OLD_TITLES = frozenset(("page-title", "doctitle"))
"""Ids of the elements in which the site before 2016 printed what a page is: the country's name alone."""
_OLD_DATE = "date_long"
_PATH = "breadcrumbs"
_OUR_NAME = "hrreport"
"""What the pages that hrreport writes name as their generator."""

_ADDRESS = re.compile(
    r"/reports/(?P<year>(?:19|20)\d\d)-country-reports-on-human-rights-practices"
    r"(?:/(?P<country>[a-z][a-z0-9-]*))?(?:/(?P<part>[a-z][a-z0-9-]*))?(?=[/?#.]|$)"
)
_OLD_ADDRESS = re.compile(r"/rls/hrrpt/(?P<year>(?:19|20)\d\d)(?:/|humanrightsreport)")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}\s+Country\s+Reports?\s+on\s+Human\s+Rights\s+Practices\s*[:–—-]\s*(?P<country>[^|”\"]+)",
        rf"(?P<country>[^|”\"]+?)[\s,–—-]+{_YEAR}\s+Human\s+Rights\s+Report",
        rf"Country\s+Reports?\s+on\s+Human\s+Rights\s+Practices\s+(?:for\s+)?{_YEAR}\s*[:–—-]\s*(?P<country>[^|”\"]+)",
        rf"{_YEAR}\s+Human\s+Rights\s+Reports?\s*[:–—-]\s*(?P<country>[^|”\"]+)",
        rf"{_YEAR}\s+Country\s+Reports?\s+on\s+Human\s+Rights\s+Practices",
        r"^(?P<country>[^|]+?)\s+[-–—|]\s+United States Department of State",
    )
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")
_AFTER_DASH = re.compile(r"\s[-–—]\s")
_HEAD = 4_000
_LONGEST = 500
_DATE = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})\b")


@dataclass(frozen=True, slots=True)
class PageClaim:
    """What a page says of itself; each field is empty, or 0, where it says nothing."""

    title: str = ""
    """Its title: "2023 Country Reports on Human Rights Practices: Kazakhstan"."""
    url: str = ""
    """Its canonical address, or the one that it was saved from."""
    year: int = 0
    """The edition."""
    country: str = ""
    """The country's slug in the address, else the slug of the name that is printed."""
    name: str = ""
    """The country's name as printed in the title."""
    part: str = ""
    """The slug of the part of a report, for a page such as ``.../china/tibet/``."""
    published: str = ""
    """ISO date of publication."""
    site: str = ""
    """The name of the site that it stands on."""


def says_what_it_is(name: str, attributes: Mapping[str, object] | None) -> bool:
    """Tell the elements that say what a page is: those of its head, its title, its date, the path to it."""
    given = attributes or {}
    names = str(given.get("class") or "")
    own = str(given.get("id") or "")
    return name in _OF_THE_HEAD or "report__date" in names or _PATH in names or own in _OLD_TITLES or own == _OLD_DATE


def read_claim(soup: BeautifulSoup, html: str) -> PageClaim:
    """Return what a page claims to be; `soup` holds at least its head and its ``h1``."""
    said = tuple(tag for tag in soup.descendants if isinstance(tag, Tag) and says_what_it_is(tag.name, tag.attrs))
    url = next(_addresses(said, html), "")
    titles = tuple(_titles(said))
    address = _ADDRESS.search(url)
    old = _OLD_ADDRESS.search(url) or next(_old_paths(said), None)
    named = [found.groupdict() | {"title": t} for t in titles for p in _TITLES if (found := p.search(t))]
    name = next((_name(n["country"]) for n in named if n.get("country")), "")
    name = name or next((fold(tag.get_text(" ")) for tag in said if tag.get("id") in _OLD_TITLES), "")
    year = next((n["year"] for n in named if n.get("year")), "")
    if address:
        year = address["year"]
    elif old:
        year = old["year"]
    country = (address["country"] or "") if address else ""
    return PageClaim(
        title=next((n["title"] for n in named if n.get("year")), titles[0] if titles else ""),
        url=url,
        year=int(year or 0),
        country="" if country == "index" else country or slug(name),
        name=name,
        part=(address["part"] or "").replace("index", "") if address else "",
        published=_published(said),
        site=_site(said),
    )


def is_ours(soup: BeautifulSoup) -> bool:
    """Tell whether a page says that hrreport wrote it."""
    return soup.find("meta", attrs={"name": "generator", "content": _OUR_NAME}) is not None


def _name(printed: str) -> str:
    """Return a country's name without the name of a site, or of a part, after it."""
    return _AFTER_DASH.split(fold(printed), maxsplit=1)[0].strip(" ,.:–—-")


def _addresses(said: Sequence[Tag], html: str) -> Iterator[str]:
    for name, wanted, value in (("link", "canonical", "href"), ("meta", "og:url", "content")):
        for tag in said:
            address = str(tag.get(value) or "").strip()
            if tag.name == name and wanted in _names(tag) and address.startswith(("http", "/")):
                yield unarchived(address)
    if saved := _SAVED_FROM.search(html, 0, _HEAD):
        yield unarchived(saved[1])


def _titles(said: Sequence[Tag]) -> Iterator[str]:
    for name in ("meta", "h1", "title"):
        for tag in said:
            text = str(tag.get("content") or "") if "og:title" in _names(tag) else tag.get_text(" ")
            if tag.name == name and (title := fold(text[:_LONGEST])):
                yield title


def _site(said: Sequence[Tag]) -> str:
    names = (fold(str(tag.get("content") or "")) for tag in said if "og:site_name" in _names(tag))
    return next((name for name in names if name), "")


def _old_paths(said: Sequence[Tag]) -> Iterator[re.Match[str]]:
    """Yield the addresses of editions on the path that leads to a page, the nearest first."""
    for tag in said:
        if _PATH in str(tag.get("class") or ""):
            found = (_OLD_ADDRESS.search(str(link.get("href") or "")) for link in reversed(tag.find_all("a")))
            yield from (address for address in found if address)


def _names(tag: Tag) -> str:
    """Return what an element says that it is about."""
    return " ".join(str(tag.get(name) or "") for name in ("rel", "property", "name")).lower()


def _published(said: Sequence[Tag]) -> str:
    texts = [str(tag.get("content") or "") for tag in said if "article:published_time" in _names(tag)]
    texts += [str(tag.get("datetime") or "") for tag in said if tag.name == "time"]
    texts += [
        fold(tag.get_text(" "))
        for tag in said
        if "report__date" in (tag.get("class") or ()) or tag.get("id") == _OLD_DATE
    ]
    return next((date for text in texts if (date := date_in(text))), "")


def year_in(text: str) -> int:
    """Return the year that stands in a title, or 0.

    >>> year_in("Country Reports on Human Rights Practices - 2006")
    2006
    """
    found = re.search(rf"\b{_YEAR}\b", text)
    return int(found["year"]) if found else 0


def date_in(text: str) -> str:
    """Return a date as printed or in ISO form as an ISO date, or empty where there is none.

    >>> date_in("Released on March 8, 2006")
    '2006-03-08'
    """
    try:
        return datetime.fromisoformat(text.strip()).date().isoformat()
    except ValueError:
        pass
    if found := _DATE.search(text):
        for form in ("%B %d, %Y", "%b %d, %Y"):
            try:
                return datetime.strptime(found[0], form).date().isoformat()  # noqa: DTZ007 - a printed date has no zone
            except ValueError:
                continue
    return ""
