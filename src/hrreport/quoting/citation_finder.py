"""Find citations of reports in a text: signs of one are found, and those that stand together are one citation.

A sign is the publisher, the series, a country, a year, a place, a date, an address, the label of an
exhibit, *id.*, *supra*, or the name of another work. Between two signs of one citation there are only
marks and small words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.countries import country_of_printed_name
from hrreport.model.citation import Citation, ClaimedPlace
from hrreport.text.months import MONTHS
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrreport.model.citation import CitationKind

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
        (?P<section> \d{{1,2}}(?!\d) (?: \.? \s? (?: \((?P<inner>[A-Za-z])\) | (?P<letter>[A-Za-z])(?![A-Za-z’']) ) )? )
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

_GLUE = re.compile(
    r"(?i)\b(?:for|on|of|the|in|and|at|by|to|from|see|also|cf|e\.g|its|their|annual|available|retrieved|accessed|last"
    r"|visited|dated|issued|published|covering|year|title|hum|rts|lab|human|rights|practices|democracy|labor|bureau"
    r"|s|us|u|ed|edition|pdf|html|hereafter|chapter|part|same|most|recent)\b"
)
_SENTENCE_END = re.compile(r"[.?!][”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z])")
_READ = re.compile(r"(?i)(?:accessed|visited|retrieved|viewed)(?:\s+on)?\W*$")
_MOST_BETWEEN = 60
"""Characters between two signs of one citation."""
_MOST_MARKS_BETWEEN = 4
"""Characters between two signs that a full stop parts."""
_MOST_WORDS_BETWEEN = 2
"""Words between two signs, small ones aside."""
_ADDRESS = re.compile(
    r"(?i)state\.gov/(?:reports/)?(?:[^\s]*?/)?(?P<year>\d{4})-country-reports-on-human-rights-practices/(?P<slug>[\w-]+(?:/[\w-]+)?)"
)


@dataclass(frozen=True, slots=True)
class _CitationSign:
    """A sign of a citation."""

    sort: str
    begin: int
    end: int
    match: re.Match[str]
    country: str = ""


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


_SHORTEST_NAME = 4
_SORTS = (
    "work", "address", "id", "supra", "hereinafter", "series", "publisher", "date", "year", "place", "page", "exhibit",
    "report", "country",
)  # fmt: skip


def citations_in(text: str, block: int = 0, titles: Sequence[tuple[int, int]] = ()) -> list[Citation]:
    """Return the citations in a text, in order, those of other works among them.

    Args:
        text: A block of a filing.
        block: Its number.
        titles: Where titles stand in quotation marks, which are no quotations.
    """
    found = [_citation(text, block, cluster) for cluster in _clusters(text, titles)]
    return [citation for citation in found if citation is not None]


def _found_signs(text: str) -> Iterator[_CitationSign]:
    for match in _signs().finditer(text):
        sort = next(name for name in _SORTS if match[name])
        begin, end = match.span()
        if sort == "address":
            end = begin + len(match[0].rstrip(".,;:"))
        yield _CitationSign(sort, begin, end, match, _slug(match[0]) if sort == "country" else "")


def _slug(name: str) -> str:
    """Return the slug of a country's name, whichever apostrophe it has."""
    single = re.sub(r"\s+", " ", name)
    forms = (single, single.replace("’", "'"), single.replace("'", "’"))
    return next((_slugs()[form] for form in forms if form in _slugs()), "")


def _clusters(text: str, titles: Sequence[tuple[int, int]]) -> Iterator[list[_CitationSign]]:
    cluster: list[_CitationSign] = []
    for sign in _found_signs(text):
        if cluster and not _goes_on(text, cluster, sign, titles):
            yield cluster
            cluster = []
        cluster.append(sign)
    if cluster:
        yield cluster


def _goes_on(
    text: str, cluster: Sequence[_CitationSign], sign: _CitationSign, titles: Sequence[tuple[int, int]]
) -> bool:
    """Return whether a sign belongs to the citation that the signs before it make up."""
    between = text[cluster[-1].end : sign.begin]
    sorts = [each.sort for each in cluster]
    if sign.sort == "id" or len(between) > _MOST_BETWEEN or ";" in between:
        return False
    marks = {at for span in titles for at in span}
    if any(c in '“”"' and at not in marks for at, c in enumerate(between, start=cluster[-1].end)):
        return False
    if _is_whole(cluster) and _is_another(cluster, sign, text):
        return False
    words = re.findall(r"[^\W\d_]{2,}", _GLUE.sub(" ", between))
    if _SENTENCE_END.search(between + "X") and re.search(r"[.?!]", between):
        closes = sign.sort in ("address", "date", "place", "page") or (
            sign.sort == "publisher" and "place" not in sorts
        )
        begins = sign.sort in ("year", "series") and not {"series", "country", "place"} & set(sorts)
        return (closes or begins) and not words and len(between) <= _MOST_MARKS_BETWEEN
    return len(words) <= (_MOST_WORDS_BETWEEN if sign.sort != "exhibit" and sorts[-1] != "exhibit" else 0)


def _is_whole(cluster: Sequence[_CitationSign]) -> bool:
    sorts = {sign.sort for sign in cluster}
    return bool({"place", "date", "address", "work", "page"} & sorts) and (
        {"country", "year"} <= sorts or bool(sorts & {"id", "supra", "exhibit", "work"})
    )


def _is_another(cluster: Sequence[_CitationSign], sign: _CitationSign, text: str) -> bool:
    """Return whether a sign begins another citation after a whole one."""
    if sign.sort in ("country", "series"):
        named = {each.country for each in cluster if each.country}
        return sign.sort == "series" or (bool(named) and sign.country not in named)
    if sign.sort == "year":
        return text[sign.begin - 1 : sign.begin] != "("
    return sign.sort == "work" or (sign.sort == "place" and any(each.sort == "place" for each in cluster))


def _citation(text: str, block: int, cluster: list[_CitationSign]) -> Citation | None:
    """Return the citation that some signs make up; ``None`` where they are none."""
    sorts = [sign.sort for sign in cluster]
    cluster = _trimmed(cluster)
    if not cluster:
        return None
    sorts = [sign.sort for sign in cluster]
    begin, end = cluster[0].begin, cluster[-1].end
    shown = text[begin:end]
    if "work" in sorts:
        return Citation(block, begin, end, shown, "other")
    address = next((text[s.begin : s.end] for s in cluster if s.sort == "address"), "")
    known = _ADDRESS.search(address)
    if address and not known and "series" not in sorts and "country" not in sorts:
        return Citation(block, begin, end, shown, "other", address=address)
    country = next((s.country for s in cluster if s.country), "")
    year = _edition(text, cluster)
    if known and not (country and year) and not ({"series", "publisher"} & set(sorts)):
        country, year = country_of_address(known["slug"]), int(known["year"])
    kind = _kind(sorts, country, year, bool(known))
    if kind is None:
        return None
    if year and not known and not {"series", "country", "report"} & set(sorts):
        year = 0  # that of publication
    exhibit = next((s.match[0] for s in cluster if s.sort == "exhibit"), "")
    date = next((_iso(s.match[0]) for s in cluster if s.sort == "date" and not _READ.search(text[: s.begin])), "")
    place = next((claimed(s.match) for s in cluster if s.sort == "place"), None)
    return Citation(block, begin, end, shown, kind, country, year, place, date, address, _label(exhibit))


def country_of_address(named: str) -> str:
    """Return the slug of the country whose page an address names: ``thebahamas``; empty where none is known.

    >>> country_of_address("thebahamas"), country_of_address("china/tibet"), country_of_address("kenya/download")
    ('the-bahamas', 'tibet', 'kenya')
    """
    found = country_of_printed_name(named) or country_of_printed_name(named.partition("/")[0])
    return found.slug if found else ""


def _trimmed(cluster: list[_CitationSign]) -> list[_CitationSign]:
    """Return the signs without those at either end that cite nothing by themselves."""
    while cluster and cluster[0].sort in ("hereinafter", "page", "date"):
        cluster = cluster[1:]
    while cluster and cluster[-1].sort in ("hereinafter", "report") and len(cluster) > 1:
        if cluster[-1].sort == "report" and {"publisher", "country"} & {s.sort for s in cluster}:
            break
        cluster = cluster[:-1]
    return cluster


def _kind(sorts: Sequence[str], country: str, year: int, known: bool) -> CitationKind | None:
    """Return how some signs cite; ``None`` where they do not."""
    has = set(sorts)
    placed = "place" in has
    named = known or "series" in has or ("publisher" in has and ("report" in has or bool(country and year)))
    full = bool(country and year) and (named or placed or "report" in has)
    short = (named and bool(country or year or placed or "publisher" in has)) or ("report" in has and placed)
    kinds: dict[CitationKind, bool] = {
        "id": sorts[0] == "id",
        "supra": "supra" in has,
        "full": full,
        "short": short or ("publisher" in has and placed),
        "exhibit": "exhibit" in has,
    }
    return next((kind for kind, fits in kinds.items() if fits), None)


def _edition(text: str, cluster: Sequence[_CitationSign]) -> int:
    """Return the year that a citation is of: one beside the series or the country rather than one in brackets."""
    years = [n for n, sign in enumerate(cluster) if sign.sort == "year"]

    def rank(n: int) -> tuple[int, int]:
        sign = cluster[n]
        bracketed = text[sign.begin - 1 : sign.begin] == "(" and text[sign.end : sign.end + 1] == ")"
        beside = [cluster[m].sort in ("series", "country", "report") for m in (n - 1, n + 1) if 0 <= m < len(cluster)]
        return (2 if bracketed else 0 if any(beside) else 1, n)

    return int(cluster[min(years, key=rank)].match[0]) if years else 0


def claimed(match: re.Match[str]) -> ClaimedPlace:
    """Return the place that a sign names."""
    if match["summary"]:
        return ClaimedPlace("summary", "", _numbers(match["sum_paragraphs"]))
    if match["only"]:
        return ClaimedPlace("", "", _numbers(match["only"]))
    number = re.match(r"\d+", match["section"])
    assert number is not None  # noqa: S101  it begins with digits
    letter = match["letter"] or match["inner"]
    section = number[0] + (f".{letter.casefold()}" if letter else "")
    return ClaimedPlace(
        section,
        " ".join((match["below"] or match["bracketed"] or match["heading"] or "").split()).strip(" ,"),
        _numbers(match["paragraphs"]),
    )


def _numbers(written: str | None) -> tuple[int, ...]:
    """Return the numbers that are written: ``4–6, 9``."""
    numbers: list[int] = []
    for part in re.split(r"\s?,\s?", written or ""):
        first, _, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        if first:
            numbers += range(int(first), max(int(first), int(last or first)) + 1)
    return tuple(numbers)


def _iso(written: str) -> str:
    found = re.search(rf"(?P<name>{_MONTH})", written)
    assert found is not None  # noqa: S101  a date has a month
    month = next(n for n, name in enumerate(MONTHS, start=1) if name[:3] == found["name"][:3])
    numbers = [int(digits) for digits in re.findall(r"\d+", written)]
    return f"{max(numbers)}-{month:02}-{min(numbers):02}"


def _label(exhibit: str) -> str:
    word, _, name = exhibit.partition(" ")
    return f"{word.rstrip('.')[:2].casefold()} {name}" if exhibit else ""
