"""Figures: the numbers of a sentence that count or measure something.

A figure is taken as printed, with its qualifiers and its unit ("possibly up to 260", "between two and
seven years"), and read as a number with the bound that the qualifiers set. What only looks like one is
left aside: dates, times of day, ages, numbers of articles, notice periods, "one" where nothing is counted,
shares that a law requires. The patterns that leave a number aside stand in ``vocabulary/not_figures.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.counted_nouns import counted_noun
from hrreport.analysis.numbers import (
    CARDINAL,
    FRACTION,
    LENGTH,
    NUMBER_WORDS,
    bound_of,
    figure_pattern,
    is_vague,
    read_number,
)
from hrreport.analysis.sentence_words import lower_case_pattern
from hrreport.model.finding import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_PRINTED = re.compile(
    r"(?:(?:only|just|another|an\s+additional|an?\s+total\s+of|reportedly|allegedly)\s+)+", re.IGNORECASE
)
"""What stands before a number and says nothing of how many."""
_CONVERSION = re.compile(r"\s?\([^()]{0,12}[$€£]\s?[\d.,]+[^()]{0,24}\)")
"""The same sum in other money, which stands between a figure and what it measures; a figure of its own."""
_WORDS = re.compile(r"[\d¼½¾⅓⅔][\d.,]*|\b[Aa] (?=(?:year|month|week|day)\b)|[A-Za-z]+")
_REACH = 70
"""How many characters before a number its qualifiers begin at most."""
_A_LENGTH = re.compile(r"\b(?:of|to|for|than|least|most|nearly|almost|over|about)\s+$", re.IGNORECASE)
"""What stands before "a year" where it is a length of time, not the time in which something is done."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_TIME = re.compile(rf"(?:{LENGTH})[’']?", re.IGNORECASE)
_SHARE = re.compile(rf"(?:{FRACTION})", re.IGNORECASE)
_SCALED = re.compile(r"\s(?:dozen|hundred|thousand|lakh|million|crore|billion)$", re.IGNORECASE)
"""What a range says once for both ends: "two to three million"."""
_IN_HOURS = {"years": 8760.0, "months": 720.0, "weeks": 168.0, "days": 24.0, "hours": 1.0}
_IN_MONTHS = {"years": 12.0, "months": 1.0}
_IN_DAYS = {"months": 30.0, "weeks": 7.0, "days": 1.0}
_SIGNS = {"$": "USD", "US$": "USD", "US $": "USD", "€": "EUR", "£": "GBP", "Rs": "rupees"}
_DIGIT = re.compile(r"[\d¼½¾⅓⅔]")
_LETTERS = re.compile("[a-z]+")


def _places(sentence: str) -> list[int]:
    """Return where a number may stand, so that the pattern is tried near these places only."""
    low = sentence.lower()
    may_count = (
        _DIGIT.search(low)
        or not NUMBER_WORDS.isdisjoint(_LETTERS.findall(low))
        or any(length in low for length in ("a year", "a month", "a week", "a day"))
    )
    if not may_count:
        return []
    words = _WORDS.finditer(sentence)
    return [m.start() for m in words if not m[0][0].isalpha() or m[0].lower() in NUMBER_WORDS or m[0][-1] == " "]


@cache
def _never(of: str, side: str) -> re.Pattern[str] | None:
    """Return what makes a number no figure where it stands before or after it, or ``None``.

    What stands before is looked at in lower case. `of` is what it holds for: ``any`` number, a length of ``time``,
    a ``share`` or ``one``.
    """
    rows = tables.rows("vocabulary/not_figures.csv")
    patterns = [f"(?:{row['pattern']})" for row in rows if (row["of"], row["side"]) == (of, side)]
    if not patterns:
        return None
    return lower_case_pattern("|".join(patterns)) if side == "before" else re.compile("|".join(patterns), re.IGNORECASE)


@cache
def _measured() -> re.Pattern[str]:
    """Return what must stand near a length of time for it to be a figure."""
    return re.compile(tables.text("vocabulary/measured_times.txt").replace("\n", "|").strip("|"), re.IGNORECASE)


@cache
def _counted_once() -> re.Pattern[str]:
    """Return what follows "one" where something is counted."""
    nouns = "|".join(tables.text("vocabulary/counted_once.txt").split())
    return re.compile(
        rf"\s+(?:of\s+(?:the|its|their|[\w’']+[’']s?)\s+(?:\d|{CARDINAL}\b)|(?:was|had\s+been)\s+(?:\w+ly\s+)?\w+ed\b|"
        rf"died\b|(?:[a-z-]+\s+){{0,3}}?(?:{nouns})\b|(?-i:[A-Z][a-z]+(?:an|ese|ish|i)\b))",
        re.IGNORECASE,
    )


def _sort(found: re.Match[str]) -> str:
    """Return what sort of number was found, as ``not_figures.csv`` tells them apart."""
    if _TIME.fullmatch(found["unit"] or ""):
        return "time"
    if _SHARE.fullmatch(found["low"]) and not found["unit"]:
        return "share"
    return "one" if found["low"].lower() == "one" and not found["unit"] and not found["base"] else "any"


def _is_ruled_out(found: re.Match[str], sort: str) -> bool:
    """Return whether a pattern of ``not_figures.csv`` holds before the number or after it."""
    text, start = found.string, found.start("low")
    ends = {found.end("low"), found.end("high") if found["high"] else found.end("low")}
    before = text[max(0, start - 140) : start]
    low = before.lower()
    for of in {"any", sort}:
        earlier, later = _never(of, "before"), _never(of, "after")
        if earlier and earlier.search(low):
            return True
        if later and any(later.match(text, end, end + 70) for end in ends):
            return True
    return found["low"].lower() in {"a", "an"} and not _A_LENGTH.search(before)


def _is_left_out(found: re.Match[str]) -> bool:
    """Return whether what was found counts and measures nothing."""
    text = found.string
    if not found["sign"] and not found["unit"] and _YEAR.match(found["low"]):
        return True
    sort = _sort(found)
    if _is_ruled_out(found, sort):
        return True
    if sort == "time":
        return not _measured().search(text[max(0, found.start() - 200) : found.end() + 70])
    if sort == "one":
        rated = found["every"] or _second_of(found)
        counted = found["more"] or found["high"] or _counted_once().match(text, found.end("low"), found.end("low") + 70)
        return not rated and not counted
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
    return (printed or "") if unit.upper() == printed else unit or "count"


def _second_of(found: re.Match[str]) -> float | None:
    """Return the second number of "one in three"."""
    return read_number(found["chance"]) if found["chance"] else None


def _common(unit: str, high: float, high_unit: str) -> tuple[float, str]:
    """Return the upper end of a range in the unit of its lower end, where both are lengths of time."""
    for scale in (_IN_MONTHS, _IN_DAYS):
        if unit in scale and high_unit in scale:
            return high * scale[high_unit] / scale[unit], unit
    days = {"days": 365.0, "weeks": 52.0}.get(unit)
    if days and high_unit == "years":
        return high * days, unit
    return high, high_unit


class _FigureReading(NamedTuple):
    """The reading of a match: its value, the upper end of a range, the unit, and where it ends."""

    value: float | None
    upper: float | None
    unit: str
    end: int


def _read_single(found: re.Match[str], low: float | None, *, first_of_two: bool) -> _FigureReading:
    """Return a number alone, or the first of two that are no range: "five men" of "five men and six women"."""
    if first_of_two:
        return _FigureReading(low, None, _unit(found["low_unit"] or found["unit"], found), found.start("join"))
    share = read_number(found["every"]) if found["every"] else _second_of(found)
    return _FigureReading(
        low / share if low is not None and share else low, None, _unit(found["unit"], found), found.end()
    )


def _read_pair(found: re.Match[str], low: float, high: float) -> _FigureReading | None:
    """Return a range, or a length of time in two units ("four months and 10 days"); ``None`` where it is neither."""
    if _SCALED.search(found["high"]) and not _SCALED.search(found["low"]):
        scaled = low * high / (read_number(_SCALED.sub("", found["high"])) or high)
        low = scaled if scaled <= high else low
    joined = found["join"].strip(" -").lower()
    first, second = _unit(found["low_unit"] or found["unit"], found), _unit(found["unit"], found)
    if joined == "and" and not found["lead"]:
        scale = _IN_MONTHS if {first, second} <= _IN_MONTHS.keys() else _IN_HOURS
        longer, shorter = scale.get(first), scale.get(second)
        if found["low_unit"] and longer and shorter and high * shorter < longer:
            return _FigureReading(low + high * shorter / longer, None, first, found.end())
        return None
    if joined == "and" and not (found["lead"] or "").lower().startswith("between"):
        return None
    if high < low and not (found["low_unit"] and found["unit"]):
        return None
    if is_vague(found["high"]):
        return _FigureReading(low, None, second, found.end())
    return _FigureReading(low, *_common(first, high, second), found.end())


def _read(found: re.Match[str]) -> _FigureReading:
    """Return the reading of what was found."""
    low = read_number(found["low"])
    high = read_number(found["high"]) if found["high"] else None
    pair = _read_pair(found, low, high) if low is not None and high is not None else None
    return pair or _read_single(found, low, first_of_two=found["high"] is not None)


def _printed(found: re.Match[str], reading: _FigureReading) -> str:
    """Return the figure as printed, without words before it that say nothing of how many."""
    lead = found["lead"] or ""
    begins = "lead" if reading.upper is not None and lead.lower().startswith("between") else "text"
    text = found.string[found.start(begins) : reading.end].strip()
    return _NOT_PRINTED.sub("", text, count=1) if _NOT_PRINTED.match(text) else text


def _figure(found: re.Match[str], reading: _FigureReading) -> Figure:
    """Return the figure that was found; "up to thousands" sets no number."""
    text = found.string
    # where the reading ends early, the second number and what is printed after the unit belong to another figure
    after, high = (found["or_more"], found["high"]) if reading.end == found.end() else ("", None)
    bound = bound_of(f"{found['qualifier']} {found['more'] or ''} {after or ''}")
    value = reading.value
    if any(is_vague(number) for number in (found["low"], high) if number):
        if bound == "at_most":
            value = None
        else:
            bound = "about" if reading.upper else "at_least"
    upper = value if bound == "at_most" and reading.upper is None else reading.upper
    conversion = _CONVERSION.match(text, reading.end)
    end = conversion.end() if conversion else reading.end
    what = counted_noun(text, end, several=reading.unit in {"count", "percent", "rate"})
    return Figure(_printed(found, reading), value, upper, reading.unit, what, bound)


def _figures(text: str) -> Iterator[Figure]:
    places = iter(_places(text))
    position = 0
    while (place := next((p for p in places if p >= position), None)) is not None:
        found = figure_pattern().search(text, max(position, place - _REACH))
        if found is None:
            return
        reading = _read(found)
        left_out = _is_left_out(found)
        # "a day and 40 hours": the article that is not a number hides the number after it
        position = found.end("low") if left_out and found["low"].lower() in {"a", "an"} else reading.end
        if not left_out:
            yield _figure(found, reading)


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in order.

    A range over two units of time ("six months to five years") is read in the unit of its lower end.

    >>> [(f.text, f.value, f.bound, f.what) for f in find_figures("At least 12 protesters were hurt on May 3.")]
    [('At least 12', 12.0, 'at_least', 'protesters')]
    """
    return tuple(_figures(sentence))
