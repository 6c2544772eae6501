"""Find citations of reports in a text: signs of one are found, and those that stand together are one citation.

Between two signs of one citation there are only marks and small words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.catalogue.countries import country_of_printed_name
from hrreport.model.filing import Citation
from hrreport.quoting.citation_signs import date_of, label_of, place_of, signs_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.filing import CitationKind
    from hrreport.quoting.citation_signs import CitationSign

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


def citations_in(text: str, block: int = 0, titles: Sequence[tuple[int, int]] = ()) -> list[Citation]:
    """Return the citations in a text, in order, those of other works among them.

    Args:
        text: A block of a filing.
        block: Its number.
        titles: Where titles stand in quotation marks, which are no quotations.
    """
    return [found for cluster in _clusters(text, titles) if (found := _citation(text, block, cluster))]


def _clusters(text: str, titles: Sequence[tuple[int, int]]) -> list[list[CitationSign]]:
    clusters: list[list[CitationSign]] = []
    for sign in signs_in(text):
        if not clusters or not _goes_on(text, clusters[-1], sign, titles):
            clusters.append([])
        clusters[-1].append(sign)
    return clusters


def _goes_on(text: str, cluster: Sequence[CitationSign], sign: CitationSign, titles: Sequence[tuple[int, int]]) -> bool:
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


def _is_whole(cluster: Sequence[CitationSign]) -> bool:
    sorts = {sign.sort for sign in cluster}
    return bool({"place", "date", "address", "work", "page"} & sorts) and (
        {"country", "year"} <= sorts or bool(sorts & {"id", "supra", "exhibit", "work"})
    )


def _is_another(cluster: Sequence[CitationSign], sign: CitationSign, text: str) -> bool:
    """Return whether a sign begins another citation after a whole one."""
    if sign.sort in ("country", "series"):
        named = {each.country for each in cluster if each.country}
        return sign.sort == "series" or (bool(named) and sign.country not in named)
    if sign.sort == "year":
        return text[sign.begin - 1 : sign.begin] != "("
    return sign.sort == "work" or (sign.sort == "place" and any(each.sort == "place" for each in cluster))


def _citation(text: str, block: int, cluster: list[CitationSign]) -> Citation | None:
    """Return the citation that some signs make up; ``None`` where they are none."""
    cluster = _trimmed(cluster)
    if not cluster:
        return None
    sorts = [sign.sort for sign in cluster]
    first = {sign.sort: sign for sign in reversed(cluster)}
    begin, end = cluster[0].begin, cluster[-1].end
    shown = text[begin:end]
    if "work" in first:
        return Citation(block, begin, end, shown, "other")
    address = text[first["address"].begin : first["address"].end] if "address" in first else ""
    known = _ADDRESS.search(address)
    if address and not known and not {"series", "country"} & first.keys():
        return Citation(block, begin, end, shown, "other", address=address)
    country = next((sign.country for sign in cluster if sign.country), "")
    year = _edition(text, cluster)
    if known and not (country and year) and not {"series", "publisher"} & first.keys():
        country, year = country_of_address(known["slug"]), int(known["year"])
    kind = _kind(sorts, country, year, bool(known))
    if kind is None:
        return None
    if year and not known and not {"series", "country", "report"} & first.keys():
        year = 0  # that of publication
    dates = (sign for sign in cluster if sign.sort == "date" and not _READ.search(text[: sign.begin]))
    date = next((date_of(sign.match[0]) for sign in dates), "")
    place = place_of(first["place"].match) if "place" in first else None
    exhibit = label_of(first["exhibit"].match[0]) if "exhibit" in first else ""
    return Citation(block, begin, end, shown, kind, country, year, place, date, address, exhibit)


def country_of_address(named: str) -> str:
    """Return the slug of the country whose page an address names: ``thebahamas``; empty where none is known.

    >>> country_of_address("thebahamas"), country_of_address("china/tibet"), country_of_address("kenya/download")
    ('the-bahamas', 'tibet', 'kenya')
    """
    found = country_of_printed_name(named) or country_of_printed_name(named.partition("/")[0])
    return found.slug if found else ""


def _trimmed(cluster: list[CitationSign]) -> list[CitationSign]:
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


def _edition(text: str, cluster: Sequence[CitationSign]) -> int:
    """Return the year that a citation is of: one beside the series or the country rather than one in brackets."""
    years = [n for n, sign in enumerate(cluster) if sign.sort == "year"]

    def rank(n: int) -> tuple[int, int]:
        sign = cluster[n]
        bracketed = text[sign.begin - 1 : sign.begin] == "(" and text[sign.end : sign.end + 1] == ")"
        beside = [cluster[m].sort in ("series", "country", "report") for m in (n - 1, n + 1) if 0 <= m < len(cluster)]
        return (2 if bracketed else 0 if any(beside) else 1, n)

    return int(cluster[min(years, key=rank)].match[0]) if years else 0
