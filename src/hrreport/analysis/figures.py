"""Figures: the numbers of a sentence that count or measure something.

A figure is taken as printed, with its qualifiers and its unit ("possibly up to 260", "between two and
seven years"), and read as a number. What only looks like one is left aside: dates, times of day, ages,
numbers of articles, notice periods, "one" where nothing is counted, shares that a law requires.
The patterns that leave a number aside stand in ``vocabulary/not_figures.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.analysis.counted import what_is_counted
from hrreport.analysis.numbers import CARDINAL, FRACTION, NUMBER_WORDS, read_number
from hrreport.model.finding import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUALIFIER = (
    r"(?:(?:possibly|perhaps|reportedly|allegedly|only|just|roughly|approximately|an?\s+estimated|estimated|about|around|"
    r"nearly|almost|over|under|some|well\s+over|more\s+than|fewer\s+than|less\s+than|no\s+(?:more|fewer|less)\s+than|"
    r"not\s+(?:more|less)\s+than|at\s+least|at\s+most|up\s+to|as\s+(?:many|much|few|little|high|low|long)\s+as|"
    r"close\s+to|an?\s+(?:total|maximum|minimum|average)\s+of|maximum\s+of|minimum\s+of|an\s+additional|another|"
    r"(?:a\s+)?(?:dozen|hundred)\s+or)\s+)*"
)
_LENGTH = (
    r"(?:(?:working|calendar|consecutive|business|additional|more|full)\s+)?"
    r"(?:hours?|minutes?|days?|weeks?|months?|years?)"
)
_UNIT = (
    r"(?P<gap>[\s-]+)(?P<unit>percent(?:age\s+points?)?\b|per\s?cent\b|(?:{length})\b[’']?|"
    r"(?:(?-i:[A-Z][a-zé]+|U\.S\.|CFA)\s+)?(?:{money})s?\b)"
)
_RANGE = r"(?:-?\s+to\s+|\s*[-–—]\s*|-?\s+and\s+|-?\s+or\s+|\s+versus\s+)"
_SIGN = r"(?:US\s?)?[$€£]\s?|(?-i:{codes})\s?"
_BASE = r"(?:\d{1,3}(?:,\d{3})+|(?:one\s+|1\s+)?(?:thousand|million))"
_NOT_PRINTED = re.compile(r"(?:(?:only|just|another|an\s+additional|reportedly|allegedly)\s+)+", re.IGNORECASE)
"""What stands before a number and says nothing of how many."""


@cache
def _pattern() -> re.Pattern[str]:
    """Return what matches a figure with everything that belongs to it."""
    unit = _UNIT.format(money="|".join(facts.text("vocabulary/currencies.txt").split()), length=_LENGTH)
    sign = _SIGN.format(codes="|".join(facts.text("vocabulary/currency_codes.txt").split()))
    number = rf"(?:{CARDINAL})"
    return re.compile(
        rf"(?<![\w.,/$€£-])(?P<lead>(?:between|from)\s+)?(?P<text>(?P<qualifier>{_QUALIFIER})(?P<sign>{sign})?"
        rf"(?P<low>(?!0\d)(?!(?:1[5-9]|20)\d\d(?:s\b|[^\d,.]))(?:{number}|an?(?=\s(?:year|month|week|day)\b)))(?![\w])"
        rf"(?:(?:{unit.replace('(?P<', '(?P<low_')})?(?P<join>{_RANGE})(?P<high_sign>{sign})?(?P<high>{number})(?!\w))?"
        rf"(?P<more>\s+or\s+(?:more|fewer|less)\b)?(?:\s?(?P<percent_sign>%)|{unit})?"
        rf"(?:\s+(?:(?:in|of)\s+every|out\s+of(?:\s+every)?)\s+(?P<every>{number})(?!\w)|(?:(?<=\b[Oo]ne)|(?<=\b1))\s+in\s+(?P<chance>[a-z]+|\d\d?)(?=\s[a-z]))?"
        rf"(?:(?:\s+[a-z-]+){{0,3}}?\s+(?:per|for\s+every)\s+(?P<base>{_BASE})(?![\d,]))?"
        rf"(?:\s?\((?P<dollars>[^()]{{0,12}}[$€£]\s?[\d.,]+(?:\s(?:million|billion|thousand))?[^()]{{0,12}})\))?)",
        re.IGNORECASE,
    )


_DIGIT = re.compile(r"\d|\ba (?:year|month|week|day)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]+")


def _has_number(sentence: str) -> bool:
    """Tell whether there can be a number, so that other sentences are passed over fast."""
    return _DIGIT.search(sentence) is not None or not NUMBER_WORDS.isdisjoint(_LETTERS.findall(sentence.lower()))


@cache
def _never(of: str, side: str) -> re.Pattern[str] | None:
    """Return what makes a number no figure where it stands before or after it, or ``None``.

    `of` is what it holds for: ``any`` number, a length of ``time``, a ``share`` or ``one``.
    """
    rows = facts.rows("vocabulary/not_figures.csv")
    patterns = [f"(?:{row['pattern']})" for row in rows if (row["of"], row["side"]) == (of, side)]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


@cache
def _measured() -> re.Pattern[str]:
    """Return what must stand near a length of time for it to be a figure."""
    return re.compile(facts.text("vocabulary/measured_times.txt").replace("\n", "|").strip("|"), re.IGNORECASE)


@cache
def _counted_once() -> re.Pattern[str]:
    """Return what follows "one" where something is counted."""
    nouns = "|".join(facts.text("vocabulary/counted_once.txt").split())
    return re.compile(
        rf"\s+(?:of\s+(?:the|its|their|[\w’']+[’']s?)\s+(?:\d|{CARDINAL}\b)|(?:was|had\s+been)\s+\w+ed\b|died\b|(?:[a-z-]+\s+){{0,3}}?(?:{nouns})\b|"
        r"(?-i:[A-Z][a-z]+(?:an|ese|ish|i)\b))",
        re.IGNORECASE,
    )


_A_LENGTH = re.compile(r"\b(?:of|to|for|than|least|most|nearly|almost|over|about)\s+$", re.IGNORECASE)
"""What stands before "a year" where it is a length of time, not the time in which something is done."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_TIME = re.compile(rf"(?:{_LENGTH})[’']?", re.IGNORECASE)
_SHARE = re.compile(rf"(?:{FRACTION})", re.IGNORECASE)
_SCALED = re.compile(r"\s(?:dozen|hundred|thousand|million|billion)$", re.IGNORECASE)
"""What a range says once for both ends: "two to three million"."""
_IN_MONTHS = {"years": 12.0, "months": 1.0}
_IN_DAYS = {"months": 30.0, "weeks": 7.0, "days": 1.0}
_SIGNS = {"$": "USD", "US$": "USD", "US $": "USD", "€": "EUR", "£": "GBP", "Rs": "rupees"}


def _sort(found: re.Match[str]) -> str:
    """Return what sort of number was found, as ``not_figures.csv`` tells them apart."""
    if _TIME.fullmatch(found["unit"] or ""):
        return "time"
    if _SHARE.fullmatch(found["low"]) and not found["unit"]:
        return "share"
    return "one" if found["low"].lower() == "one" and not found["unit"] and not found["base"] else "any"


def _left_out(found: re.Match[str], text: str) -> bool:
    """Tell whether what was found counts and measures nothing."""
    start, end = found.start(), found.end("low")
    sort = _sort(found)
    if not found["sign"] and not found["unit"] and _YEAR.match(found["low"]):
        return True
    before = text[max(0, start - 140) : found.start("low")]
    after = text[end : end + 70]
    for of in {"any", sort}:
        earlier, later = _never(of, "before"), _never(of, "after")
        if (earlier and earlier.search(before)) or (later and later.match(after)):
            return True
    if found["low"].lower() in {"a", "an"} and not _A_LENGTH.search(before):
        return True
    if sort == "time":
        return not _measured().search(text[max(0, start - 200) : found.end() + 70])
    if sort == "one":
        rated = found["every"] or _second_of(found)
        return not rated and not found["more"] and not found["high"] and not _counted_once().match(after)
    return False


def _unit(printed: str | None, found: re.Match[str]) -> str:
    unit = (printed or "").lower().rstrip("’'")
    if found["base"] or found["every"] or _second_of(found):
        return "rate"
    if found["percent_sign"] or unit.startswith("per"):
        return "percent"
    sign = (found["sign"] or "").strip()
    if sign:
        return _SIGNS.get(sign, sign)
    if _TIME.fullmatch(unit):
        unit = unit.split()[-1] if not unit.startswith("working") else unit
        return unit if unit.endswith("s") else unit + "s"
    return unit or "count"


def _second_of(found: re.Match[str]) -> float | None:
    """Return the second number of "one in three"."""
    chance = found["chance"]
    return read_number(chance) if chance else None


def _common(unit: str, high: float, high_unit: str) -> tuple[float, str]:
    """Return the upper end of a range in the unit of its lower end, where both are lengths of time."""
    for scale in (_IN_MONTHS, _IN_DAYS):
        if unit in scale and high_unit in scale:
            return high * scale[high_unit] / scale[unit], unit
    days = {"days": 365.0, "weeks": 52.0}.get(unit)
    if days and high_unit == "years":
        return high * days, unit
    return high, high_unit


def _is_range(found: re.Match[str], low: float | None, high: float | None) -> bool:
    if low is None or high is None:
        return False
    joined = found["join"].strip(" -").lower()
    is_range = joined != "and" or (found["lead"] or "").lower().startswith("between")
    return is_range and (high >= low or bool(found["low_unit"] and found["unit"]))


def _read(found: re.Match[str]) -> tuple[Figure, int]:
    """Return the figure that was found, and where to look on."""
    text, string = found["text"], found.string
    low = read_number(found["low"])
    high = read_number(found["high"]) if found["high"] else None
    end, unit, upper = found.end(), _unit(found["unit"], found), None
    if low is not None and high is not None and _SCALED.search(found["high"]) and not _SCALED.search(found["low"]):
        low *= high / (read_number(_SCALED.sub("", found["high"])) or high)
    if found["high"] and _is_range(found, low, high):
        if low is not None and high is not None:
            upper, unit = _common(_unit(found["low_unit"] or found["unit"], found), high, unit)
        if (found["lead"] or "").lower().startswith("between"):
            text = found["lead"] + text
    elif found["high"]:
        end = found.start("join")
        unit = _unit(found["low_unit"] or found["unit"], found)
        text = string[found.start("text") : end]
    share = read_number(found["every"]) if found["every"] else _second_of(found)
    value = low / share if low is not None and share else low
    printed = _NOT_PRINTED.sub("", text.strip(), count=1) if _NOT_PRINTED.match(text) else text.strip()
    return Figure(printed, value, upper, unit, what_is_counted(string, end)), max(end, found.start() + 1)


def _figures(text: str) -> Iterator[Figure]:
    position = 0
    while found := _pattern().search(text, position):
        figure, position = _read(found)
        if not _left_out(found, text):
            yield figure


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in order.

    A range over two units of time ("six months to five years") is read in the unit of its lower end.

    >>> [(f.text, f.value, f.what) for f in find_figures("At least 12 protesters were hurt on May 3.")]
    [('At least 12', 12.0, 'protesters')]
    """
    if not _has_number(sentence):
        return ()
    return tuple(_figures(sentence))
