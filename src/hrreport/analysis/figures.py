"""Figures: the numbers of a sentence that count or measure something.

A figure is taken as printed, with its qualifiers and its unit ("possibly up to 260", "between two and
seven years"), and read as a number. What only looks like one is left aside: dates, times of day, ages,
numbers of articles, notice periods, "one" where nothing is counted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.analysis.numbers import CARDINAL, read_number
from hrreport.model.finding import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUALIFIER = (
    r"(?:(?:possibly|perhaps|reportedly|allegedly|only|just|roughly|approximately|an?\s+estimated|estimated|about|around|"
    r"nearly|almost|over|under|some|well\s+over|more\s+than|fewer\s+than|less\s+than|no\s+(?:more|fewer|less)\s+than|"
    r"not\s+more\s+than|at\s+least|at\s+most|up\s+to|as\s+(?:many|much|few|little|high|low|long)\s+as|close\s+to|"
    r"an?\s+(?:total|maximum|minimum|average)\s+of|maximum\s+of|minimum\s+of|an\s+additional|another|"
    r"(?:a\s+)?(?:dozen|hundred)\s+or)\s+)*"
)
_UNIT = (
    r"(?P<gap>[\s-]+)(?P<unit>percent(?:age\s+points?)?|per\s?cent|"
    r"(?:(?:working|calendar|consecutive|additional|more|further|full)\s+)?(?:hours?|minutes?|days?|weeks?|months?|years?)|"
    r"(?:[A-Z][a-zé]+\s+|[a-z]+\s+)?(?:{money})s?)\b"
)
_RANGE = r"(?:\s+to\s+|\s*[-–—]\s*|-?\s+and\s+|-?\s+or\s+|\s+versus\s+)"


@cache
def _pattern() -> re.Pattern[str]:
    """Return what matches a figure with everything that belongs to it."""
    money = "|".join(facts.text("vocabulary/currencies.txt").split())
    number = rf"(?:{CARDINAL})"
    unit = _UNIT.format(money=money)
    low_unit = unit.replace("(?P<", "(?P<low_")
    return re.compile(
        rf"(?<![\w.,/$€£-])(?P<text>(?P<lead>(?:between|from)\s+)?(?P<qualifier>{_QUALIFIER})"
        rf"(?P<sign>(?:US\s?)?[$€£]\s?|(?:EUR|USD|GBP)\s)?(?P<low>(?!(?:1[5-9]|20)\d\d(?:s\b|[^\d,.]))(?:{number}))(?![\w])"
        rf"(?:(?:{low_unit})?(?P<join>{_RANGE})(?P<second>[$€£])?(?P<high>{number})(?!\w))?"
        rf"(?:\s?(?P<sign_percent>%)|{unit})?"
        rf"(?:\s?\((?P<dollars>[^()]{{0,12}}[$€£]\s?[\d.,]+(?:\s(?:million|billion|thousand))?[^()]{{0,12}})\))?)",
        re.IGNORECASE,
    )


@cache
def _quick() -> re.Pattern[str]:
    """Return what matches wherever a number can be, so that other sentences are passed over fast."""
    return re.compile(rf"\d|\b(?:{CARDINAL})\b", re.IGNORECASE)


@cache
def _never() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return patterns before (``<``) and after (``>``) a number that make it no figure."""
    return tuple((r["side"], re.compile(r["pattern"], re.IGNORECASE)) for r in facts.rows("vocabulary/not_figures.csv"))


@cache
def _measured() -> re.Pattern[str]:
    """Return what must stand near a length of time for it to be a figure."""
    return re.compile(facts.text("vocabulary/measured_times.txt").replace("\n", "|").strip("|"), re.IGNORECASE)


_ONE = re.compile(
    r"\s+(?!of\b|or\b|time|another|who\b|hand\b|way\b|side\b|country|exception|enterprise|existed|if\b|instance|"
    r"case\b|such|occasion|party\b|example|month|year|day|week|that|which|to\b|in\b|was\b|is\b|and\b|by\b|for\b)"
    r"(?!\w+ per \d)[a-z]|\s+of (?:the |its |their )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)"
)
"""What follows "one" where something is counted."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_TIME = re.compile(r"(?:\w+\s+)?(?:hours?|minutes?|days?|weeks?|months?|years?)", re.IGNORECASE)
_NOUN = re.compile(r"[\s-]*((?:[^\W\d_][\w’'/-]*|\()(?:\s+[^\W\d_][\w’'/-]*){0,5})")
_NOUN_ENDS = frozenset(
    "without lost left came led kept fell rose fled rather "
    "were was had have has and or but who which that in on at by with from for to during after before since as "
    "received reported died remained while when where because if than is are be been under between through per "
    "according did do".split()
)


def _left_out(found: re.Match[str], text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    number = found["low"]
    if not found["sign"] and not found["unit"] and _YEAR.match(number):
        return True
    for side, pattern in _never():
        if side == "<" and pattern.search(before + (found["lead"] or "") + found["qualifier"]):
            return True
        if side == ">" and pattern.match(text, found.end("low")):
            return True
    unit = found["unit"] or ""
    if _TIME.fullmatch(unit):
        return not _measured().search(text[max(0, start - 150) : end + 70])
    if number.lower() == "one" and not unit:
        return _ONE.match(after) is None
    return number.startswith("0")


def _what(text: str, end: int) -> str:
    found = _NOUN.match(text, end)
    if not found:
        return ""
    kept: list[str] = []
    for word in found[1].split():
        if word.lower() in _NOUN_ENDS or (kept and word.endswith("ed")):
            break
        kept.append(word)
    return " ".join(kept).removeprefix("of ").removeprefix("the ")


_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}


def _time(unit: str | None) -> str:
    """Return the singular of a unit of time: "additional months" is "month"."""
    return (unit or " ").lower().split(" ")[-1].removesuffix("s")


def _unit(found: re.Match[str]) -> str:
    unit = (found["unit"] or found["low_unit"] or "").lower()
    if found["sign_percent"] or unit.startswith("per"):
        return "percent"
    sign = (found["sign"] or "").strip()
    if sign:
        return {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}.get(sign, sign)
    if _TIME.fullmatch(unit):
        return unit.split()[-1].removesuffix("s") + "s"
    return unit or "count"


def _figures(text: str) -> Iterator[Figure]:
    for found in _pattern().finditer(text):
        start, end = found.span("text")
        if _left_out(found, text, start, end):
            continue
        printed, low, high = _printed(found)
        unit = _unit(found)
        yield Figure(printed, low, high, unit, _what(text, text.index(printed, start) + len(printed)))


def _printed(found: re.Match[str]) -> tuple[str, float | None, float | None]:
    """Return the figure as printed, its value, and the upper end where it is a range."""
    text, low, high = found["text"], read_number(found["low"]), None
    lead = (found["lead"] or "").lower()
    if found["high"] and low is not None:
        upper = read_number(found["high"])
        low *= (
            _DAYS.get(_time(found["low_unit"]), 1.0) / _DAYS.get(_time(found["unit"]), 1.0) if found["low_unit"] else 1
        )
        joined = found["join"].strip("- ").lower()
        if upper is not None and upper >= low and (joined not in {"and", "or"} or lead.startswith("between")):
            high = upper
        else:
            text = found.string[found.start("text") : found.start("join")]
    if lead and (high is None or lead.startswith("from")):
        text = text[len(lead) :]
    return text.strip(), low, high


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in order.

    >>> [(f.text, f.value, f.what) for f in find_figures("At least 12 protesters were hurt on May 3.")]
    [('At least 12', 12.0, 'protesters')]
    """
    if not _quick().search(sentence):
        return ()
    return tuple(_figures(sentence))
