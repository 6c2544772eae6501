"""The identity that a page states: country, edition, address, date of publication, capture, and its PDF."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from bs4.element import Tag

from hrreport import tables
from hrreport.catalogue import records
from hrreport.model.country import ReportId
from hrreport.parsing.elements import resolve, unarchived
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bs4 import BeautifulSoup

_OF_THE_HEAD = frozenset(("title", "meta", "link", "h1"))
_OLD_TITLES = frozenset(("page-title", "doctitle"))
"""Ids of the elements in which the site before 2016 printed what a page is: the country's name alone."""
_OLD_DATE = "date_long"
_DATES = ("article-meta__publish-date", "report-meta__date")
"""Classes of the elements in which captures of 2019 to 2021 print the date; later templates print none.
The dates for machines are not used: they are those of drafts, weeks before publication."""
_PDF = "report-meta__link--download-pdf"
_FORM_TITLE = "report-builder__headline"
"""The title above a form for custom reports: in full, where the ``h1`` has only the country."""
_PATH = "breadcrumbs"
_OF_ITSELF = re.compile("|".join((*_DATES, _PDF, _FORM_TITLE, _PATH)))
_OURS = re.compile(
    r"""<meta\b(?=[^<>]*\bname\s*=\s*["']?generator\b)(?=[^<>]*\bcontent\s*=\s*["']?hrreport["'\s/>])""", re.IGNORECASE
)
"""What the pages that hrreport writes name as their generator."""

_ADDRESS = re.compile(
    r"/reports/(?P<year>(?:19|20)\d\d)-country-reports-on-human-rights-practices"
    r"(?:/(?P<country>[\w-]+))?(?:/(?P<part>[\w-]+))?(?=[/?#.]|$)"
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
_DATE = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})\b")
_CAPTURES = (
    re.compile(rb"""__wm\.(?:wombat|init)\(\s*["']https?:[^"']*["']\s*,\s*["'](\d{14})["']"""),
    re.compile(rb"(?:web\.archive\.org|[\"'=])/web/(\d{14})(?:[a-z]{2}_)?/https?:/", re.IGNORECASE),
)
"""Where the Internet Archive puts the time of a capture."""


@dataclass(frozen=True, slots=True)
class PageIdentity:
    """The identity that a page states; a field is empty, or 0, where the page states nothing."""

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
    """The slug of the part of a report, as in ``.../china/tibet/``; else of what follows the country's name in the
    title after a dash, which may be the name of a site."""
    published: str = ""
    """ISO date of publication."""
    site: str = ""
    """The name of the site that it stands on."""
    pdf: str = ""
    """The address of the PDF that it offers of the report."""

    @property
    def report(self) -> ReportId | None:
        """The report that it is; ``None`` where the page does not name country and year."""
        names = (self.part, self.country, self.name, self.name.partition("(")[0])
        country = next((known for name in names if (known := _country_slugs().get(_country_key(name)))), "")
        return ReportId(country, self.year) if country and self.year else None


def identifies_page(name: str, attributes: Mapping[str, object] | None) -> bool:
    """Return whether an element says what a page is: of its head, its title, its date, its PDF, the path to it."""
    given = attributes or {}
    classes, own = str(given.get("class") or ""), str(given.get("id") or "")
    of_itself = bool(classes) and _OF_ITSELF.search(classes) is not None
    return of_itself or name in _OF_THE_HEAD or own in _OLD_TITLES or own == _OLD_DATE


def read_claim(soup: BeautifulSoup, html: str) -> PageIdentity:
    """Return what a page claims to be; `soup` holds at least its head and its ``h1``."""
    tags = tuple(tag for tag in soup.descendants if isinstance(tag, Tag) and identifies_page(tag.name, tag.attrs))
    url = next(_addresses(tags, html), "")
    titles = tuple(_titles(tags))
    address = _ADDRESS.search(url)
    old = _OLD_ADDRESS.search(url) or next(_old_paths(tags), None)
    named = [found.groupdict() | {"title": t} for t in titles for p in _TITLES if (found := p.search(t))]
    name, titled = _name_and_part(next((n["country"] for n in named if n.get("country")), ""))
    name = name or next((fold(tag.get_text(" ")) for tag in tags if tag.get("id") in _OLD_TITLES), "")
    dated = address or old or next((n for n in named if n.get("year")), None)
    country, part = (_slug_in(address[group]) if address else "" for group in ("country", "part"))
    return PageIdentity(
        title=next((n["title"] for n in named if n.get("year")), titles[0] if titles else ""),
        url=url,
        year=int(dated["year"]) if dated else 0,
        country=country or slug(name),
        name=name,
        part=part or titled,
        published=_published(tags),
        site=_site(tags),
        pdf=_pdf(tags, url),
    )


def claim_of_title(title: str) -> PageIdentity:
    """Return what the title that is printed on a document says of it.

    >>> claim_of_title("Japan 2023 Human Rights Report").country
    'japan'
    """
    for pattern in _TITLES:
        if found := pattern.search(title):
            named = found.groupdict()
            name, part = _name_and_part(named.get("country") or "")
            return PageIdentity(title=title, year=int(named.get("year") or 0), country=slug(name), name=name, part=part)
    return PageIdentity(title=title)


@cache
def _country_slugs() -> dict[str, str]:
    """Return the slugs of countries by the keys of all their names; a name of two countries is not there."""
    names = [(name, c.slug) for c in records.countries() for name in (c.slug, c.name, *c.other_names)]
    names += [(row["slug"].rpartition("/")[2], row["country"]) for row in tables.rows("slugs.csv")]
    meant: dict[str, set[str]] = {}
    for name, country in names:
        meant.setdefault(_country_key(name), set()).add(country)
    return {key: min(countries) for key, countries in meant.items() if len(countries) == 1}


def _country_key(name: str) -> str:
    """Return what is compared of a name: "Bahamas, The" and ``the-bahamas`` are one."""
    return slug(name).removeprefix("the-").removesuffix("-the")


def is_ours(html: str) -> bool:
    """Return whether a page says that hrreport wrote it."""
    return bool(_OURS.search(html))


def _name_and_part(printed: str) -> tuple[str, str]:
    """Return a country's name, and the slug of what follows a dash after it: a part, or the name of a site."""
    name, *rest = _AFTER_DASH.split(fold(printed), maxsplit=1)
    return name.strip(" ,.:–—-"), slug("".join(rest))


def _slug_in(found: str | None) -> str:
    """Return a piece of an address as a slug; a file's name is none."""
    return "" if found in (None, "index") else slug(found)


def _addresses(tags: Sequence[Tag], html: str) -> Iterator[str]:
    for name, mark, value in (("link", "canonical", "href"), ("meta", "og:url", "content")):
        for tag in tags:
            address = str(tag.get(value) or "").strip()
            if tag.name == name and mark in _names(tag) and address.startswith(("http", "/")):
                yield unarchived(address)
    if saved := _SAVED_FROM.search(html, 0, 4_000):
        yield unarchived(saved[1])


def _titles(tags: Sequence[Tag]) -> Iterator[str]:
    for name in ("meta", "h1", "title"):
        for tag in tags:
            text = str(tag.get("content") or "") if "og:title" in _names(tag) else tag.get_text(" ")
            if tag.name == name and (title := fold(text[:500])):
                yield title
    yield from _printed(tags, _FORM_TITLE)


def _printed(tags: Sequence[Tag], *classes: str) -> Iterator[str]:
    """Yield what is printed in the elements of some classes."""
    for tag in tags:
        if any(name in (tag.get("class") or ()) for name in classes):
            yield fold(tag.get_text(" "))


def _pdf(tags: Sequence[Tag], url: str) -> str:
    """Return the address of the PDF that a page offers of its report, or empty."""
    links = (link for tag in tags if _PDF in (tag.get("class") or ()) for link in tag.find_all("a", href=True))
    return next((address for link in links if (address := resolve(str(link["href"]), url))), "")


def _site(tags: Sequence[Tag]) -> str:
    names = (fold(str(tag.get("content") or "")) for tag in tags if "og:site_name" in _names(tag))
    return next((name for name in names if name), "")


def _old_paths(tags: Sequence[Tag]) -> Iterator[re.Match[str]]:
    """Yield the addresses of editions on the path that leads to a page, the nearest first."""
    for tag in tags:
        if _PATH in str(tag.get("class") or ""):
            found = (_OLD_ADDRESS.search(str(link.get("href") or "")) for link in reversed(tag.find_all("a")))
            yield from (address for address in found if address)


def _names(tag: Tag) -> str:
    """Return what an element says that it is about."""
    return " ".join(str(tag.get(name) or "") for name in ("rel", "property", "name")).lower()


def _published(tags: Sequence[Tag]) -> str:
    texts = [*_printed(tags, *_DATES), *(fold(tag.get_text(" ")) for tag in tags if tag.get("id") == _OLD_DATE)]
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


def captured_at(body: bytes) -> str:
    """Return when the Internet Archive captured a page, ISO 8601, or empty where it is not its copy."""
    for pattern in _CAPTURES:
        if found := pattern.search(body):
            try:
                return datetime.strptime(found[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
            except ValueError:
                continue
    return ""
