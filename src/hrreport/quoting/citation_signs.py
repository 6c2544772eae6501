"""Signs of a citation in a text, and what each of them says: a place, a date, the label of an exhibit.

A sign is the publisher, the series, a country, a year, a place, a date, an address, the label of an
exhibit, *id.*, *supra*, or the name of another work.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.model.filing import ClaimedPlace
from hrreport.text.months import MONTHS
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]}|\\.)?" if month != "May" else month for month in MONTHS)
_YEAR = r"(?:19[7-9]\d|20[0-4]\d)"
_DEPARTMENT = r"Dep(?:artment|['’]?t\.?)\s+of\s+State"

_SMALL = "and|of|or|in|the|to|for|on|with|by|not|from|a|an|without|against|at|as|under|between|toward|towards|other"
_HEADING = rf"[A-Z][^\s,;()§¶]*(?:[\s,]{{1,2}}(?:\(?[A-Z][^\s,;§¶()]*\)?|(?:{_SMALL})\b)){{0,24}}"
_AFTER_HEADING = r"(?=,?\s*(?:¶|(?i:paras?\b|paragraphs?\b))|,\s*(?:<?https?:|available|accessed)|\))"

_SIGNS = rf"""
    (?P<address> https?://[^\s<>"“”\)\]]+ )
  | (?P<id> \b(?:Id|Ibid)\.(?!\w) | \bIbid\b )
  | (?P<supra> \bsupra\b (?: ,?\s+ n(?:ote|\.)\s* (?P<note>\d{{1,3}}) )? )
  | (?P<hereinafter> \bhereinafter\b )
  | (?P<series> (?i:
        (?:annual\s+)? (?:country|ctry\.?)\s+(?:reports?|reps?\.?|rpts?\.?)
            (?: \s+on\s+hum(?:an|\.)\s+r(?:ights|ts\.?)\b (?: \s+prac(?:tices|s\.|\.)? )? )?
      | (?:country\s+)? human\s+rights\s+(?:country\s+)?reports?
      | human\s+rights\s+practices (?:\s+reports?)?
      )\b )
  | (?P<publisher>
        (?i: bureau\s+of\s+democracy,?\s+hum(?:an|\.)\s+r(?:ights|ts\.),?\s+(?:and|&)\s+lab(?:or|our|\.)
           | (?:u\.?\s?s\.?|united\s+states)\s+{_DEPARTMENT} | state\s+dep(?:artment|['’]t\.?) | {_DEPARTMENT} )
      | \b(?:USDOS|USSD|US\s?DOS|U\.S\.\s?DOS|DOS|DoS)\b )
  | (?P<date>
        \b(?:{_MONTH})\s+\d{{1,2}},?\s+{_YEAR}\b
      | \b\d{{1,2}}\s+(?:{_MONTH}),?\s+{_YEAR}\b
      | \b{_YEAR},\s+(?:{_MONTH})\s+\d{{1,2}}\b )
  | (?P<year> (?<![\d-]){_YEAR}(?![\d-]) )
  | (?P<place>
        (?: §+\s* | (?<![\w’'])(?i:sections?|secs?\.?|ss?\.?)\s+ )
        (?P<number> \d{{1,2}} )(?!\d) (?: \.? \s? (?: \((?P<inner>[A-Za-z])\) | (?P<letter>[A-Za-z])(?![A-Za-z’']) ) )?
        (?: / (?P<below>[a-z0-9][a-z0-9-]*) )?
        (?: ,?\s+ (?: \( (?P<bracketed> {_HEADING} ) \) | (?P<heading> {_HEADING} ) {_AFTER_HEADING} ) )?
        (?: [\s,;(]* (?:at\s+)? (?: ¶+ | (?i:paragraphs?|paras?\.?) ) \s*
            (?P<paragraphs> \d{{1,3}} (?: \s?[-–,]\s?\d{{1,3}} )* ) )?
      | (?:at\s+)? (?: ¶+ | \b(?i:paragraphs?|paras?\.?) ) \s* (?P<only> \d{{1,3}} (?: \s?[-–,]\s?\d{{1,3}} )* )
      | \b(?P<summary> Executive\s+Summary )
            (?: [\s,]* (?: ¶+ | (?i:paras?\.?) ) \s* (?P<sum_paragraphs>\d{{1,3}}) )? )
  | (?P<page> \b(?:at|pp?\.)\s+\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?\b )
  | (?P<exhibit> \b(?:Tab|Exh?\.|Exhibit|Appendix|App\.|Attachment|Annex)\s+
        (?:[A-Z]{{1,2}}(?:-?\d{{1,3}})?|\d{{1,3}}(?:-?[A-Z])?)\b )
  | (?P<report> \b(?i:reports?)\b )
"""
_SHORTEST_NAME = 4
_SORTS = (
    "work", "address", "id", "supra", "hereinafter", "series", "publisher", "date", "year", "place", "page", "exhibit",
    "report", "country",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CitationSign:
    """A sign of a citation."""

    sort: str
    begin: int
    end: int
    match: re.Match[str]
    country: str = ""


def signs_in(text: str) -> Iterator[CitationSign]:
    """Yield the signs of citations in a text, in order."""
    for match in _signs().finditer(text):
        sort = next(name for name in _SORTS if match[name])
        begin, end = match.span()
        if sort == "address":
            end = begin + len(match[0].rstrip(".,;:"))
        yield CitationSign(sort, begin, end, match, _slug(match[0]) if sort == "country" else "")


def _slug(name: str) -> str:
    """Return the slug of a country's name, whichever apostrophe it has."""
    single = re.sub(r"\s+", " ", name)
    forms = (single, single.replace("’", "'"), single.replace("'", "’"))
    return next(filter(None, map(_slugs().get, forms)), "")


@cache
def _signs() -> re.Pattern[str]:
    names = sorted(_slugs(), key=len, reverse=True)
    countries = "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in names)
    patterns = (
        row["pattern"].replace(" ", r"\s+").replace("#", r"\#") for row in tables.rows("quoting/other_works.csv")
    )
    works = "|".join(f"(?:{pattern})" for pattern in patterns)
    named = rf"(?P<country> \b(?:{countries})(?![\w-]) )"
    return re.compile(rf"(?P<work> {works} ) | {_SIGNS} | {named}", re.VERBOSE)


@cache
def _slugs() -> Mapping[str, str]:
    """Return the slug for each name of a country, as written and in capitals."""
    slugs: dict[str, str] = {}
    for country in records.countries():
        for name in (country.name, *country.other_names):
            if len(name) >= _SHORTEST_NAME and name[0].isupper():
                for form in (name, name.upper(), name.replace(" and ", " & ")):
                    slugs.setdefault(form, country.slug)
    return slugs


def place_of(match: re.Match[str]) -> ClaimedPlace:
    """Return the place that a sign names."""
    if match["summary"]:
        return ClaimedPlace("summary", "", _numbers(match["sum_paragraphs"]))
    if match["only"]:
        return ClaimedPlace("", "", _numbers(match["only"]))
    letter = match["letter"] or match["inner"]
    section = match["number"] + (f".{letter.casefold()}" if letter else "")
    heading = " ".join((match["below"] or match["bracketed"] or match["heading"] or "").split()).strip(" ,")
    return ClaimedPlace(section, heading, _numbers(match["paragraphs"]))


def _numbers(written: str | None) -> tuple[int, ...]:
    """Return the numbers that are written: ``4–6, 9``."""
    numbers: list[int] = []
    for part in re.split(r"\s?,\s?", written or ""):
        first, _, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        if first:
            numbers += range(int(first), max(int(first), int(last or first)) + 1)
    return tuple(numbers)


def date_of(written: str) -> str:
    """Return the date that is written, as in ISO 8601."""
    month = next(n for n, name in enumerate(MONTHS, start=1) if name[:3] in written)
    numbers = [int(digits) for digits in re.findall(r"\d+", written)]
    return f"{max(numbers)}-{month:02}-{min(numbers):02}"


def label_of(exhibit: str) -> str:
    """Return the label of an exhibit in one form: ``ex C``."""
    word, _, name = exhibit.partition(" ")
    return f"{word.rstrip('.')[:2].casefold()} {name}"
