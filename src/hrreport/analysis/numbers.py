"""Numbers in digits and in words: what they come to, their bounds, and the pattern with qualifiers, unit and range."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from hrreport import tables

if TYPE_CHECKING:
    from hrreport.model.finding import Bound

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {w: float(i) for i, w in enumerate(_SMALL)} | {w: 10.0 * (i + 2) for i, w in enumerate(_TENS)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
           "trillion": 1e12}  # fmt: skip
_THOUSAND = 1e3
_PLURALS = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
            "lakhs": 1e5, "crores": 1e7}  # fmt: skip
_PARTS = {
    word: 1 / n
    for n, words in {2: "half halfs halves", 3: "third thirds", 4: "quarter quarters fourth fourths", 5: "fifth fifths",
                     10: "tenth tenths"}.items()
    for word in words.split()
}  # fmt: skip
_VULGAR = "¼½¾⅓⅔"
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_SCALES, *_PLURALS, *_PARTS})
"""Words one of which every number in words holds."""

_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|" + "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_PART = r"(?:halfs?|halves|thirds?|quarters?|fourths?|fifths?|tenths?)"
_AND_PART = rf"[\s-]and[\s-](?:an?|one|two|three)[\s-]{_PART}(?![\w])"
"""What follows a whole number: "and one-half", "-and-a-half"."""
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}|\d+)(?:\.\d+)?(?:\s?[{_VULGAR}])?|[{_VULGAR}]"
FRACTION = rf"(?:one|two|three|four)[-\s]{_PART}|(?:one-)?half"
"""Pattern of a share in words."""
_OF_A_SCALE = rf"(?:half|(?:an?|one|two|three)[-\s]{_PART})\s(?:of\s)?an?\s(?:{_SCALE})\b"
"""Pattern of a share of a scale: "half a million", "a quarter of a million"."""
_SOME_OF_A_SCALE = rf"(?:several|a\sfew|many)\s(?:{_SCALE})(?:\s(?:{_SCALE}))?\b"
"""Pattern of a scale taken an unsaid number of times: "several hundred", "a few dozen"."""
CARDINAL = (
    rf"(?:tens\s+of\s+|hundreds\s+of\s+)?(?:{'|'.join(_PLURALS)})|"
    rf"{_OF_A_SCALE}|{FRACTION}|{_SOME_OF_A_SCALE}|"
    rf"(?:{_DIGITS})(?:{_AND_PART})?(?:[\s-](?:{_SCALE})s?\b)?|"
    rf"(?:(?:{_WORD})(?:{_AND_PART})?|an?)[\s-](?:{_SCALE})\b(?:\s(?:and\s)?(?:{_WORD})(?:\s(?:{_SCALE})\b)?)*(?:{_AND_PART})?|"
    rf"(?:{_WORD})(?:{_AND_PART})?"
)
"""Pattern of a number, in digits or in words."""

_SPLIT = re.compile(r"[\s‑-]+")
_SOME = re.compile(r"(?:several|a\sfew|many)\s(?=[a-z])")


def is_vague(text: str) -> bool:
    """Return whether a number says only what it comes to at least: "hundreds", "several thousand".

    >>> [is_vague(t) for t in ("tens of thousands", "A few dozen", "two dozen", "5,000")]
    [True, True, False, False]
    """
    words = _SPLIT.split(text.lower())
    return words[-1] in _PLURALS or _SOME.match(text.lower()) is not None


def read_number(text: str) -> float | None:
    """Return what a number comes to, or ``None`` where that cannot be said; the least of a vague one.

    >>> [read_number(t) for t in ("1,605", "seven and one-half", "two hundred", "1.15 million", "two-thirds")]
    [1605.0, 7.5, 200.0, 1150000.0, 0.6666666666666666]
    """
    plain = _SOME.sub("", text.lower().replace(",", ""), count=1)
    words = [word for word in _SPLIT.split(plain) if word not in {"and", "of"}]
    if words in (["a"], ["an"]):
        return 1.0
    if words[-1] in _PLURALS and all(word in _PLURALS or word == "tens" for word in words):
        return prod(_PLURALS.get(word, 10.0) for word in words)
    return _read_sum(words)


def _read_sum(words: list[str]) -> float | None:
    """Return what a number comes to that is said part by part: "two hundred five", "a million a half"."""
    total = part = 0.0
    scale = 1.0
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if following in _PARTS:
            continue
        if word in _PARTS:
            share = _PARTS[word] * (_VALUES.get(words[i - 1], 1.0) if i else 1.0)
            part += share if part or not total else share * scale
        elif word in _SCALES or word.removesuffix("s") in _SCALES:
            scale = _SCALES.get(word) or _SCALES[word.removesuffix("s")]
            part = (part or 1.0) * scale
            if scale >= _THOUSAND:
                total, part = total + part, 0.0
        elif (value := _read_word(word)) is not None:
            part += value
        elif word not in {"a", "an"}:
            return None
    return total + part


def _read_word(word: str) -> float | None:
    """Return the value of a word or of digits, with a fraction in one sign: "2½"; ``None`` of other words."""
    if word in _VALUES:
        return _VALUES[word]
    if word[-1] in _VULGAR:
        return unicodedata.numeric(word[-1]) + (float(word[:-1]) if word[:-1] else 0.0)
    return float(word) if word[0].isdigit() else None


_BOUND_WORDS: tuple[tuple[Bound, str], ...] = (
    ("at_least", r"(?:no|not)\s+(?:less|fewer|lower)\s+than"),
    ("at_most", (
        r"up\s+to|at\s+most|(?:no|not)\s+(?:more|longer|higher|greater)\s+than|(?:fewer|less|lower)\s+than|under|below|"
        r"as\s+(?:many|much|high|long)\s+as|maximum\s+of|not\s+(?:to\s+)?exceed(?:ing)?|"
        r"or\s+(?:fewer|less|lower|shorter)"
    )),
    ("at_least", (
        r"at\s+least|(?:more|greater|longer|higher)\s+than|over|above|exceeding|in\s+excess\s+of|upwards?\s+of|"
        r"as\s+(?:few|little|low)\s+as|minimum\s+of|or\s+(?:more|longer|higher)"
    )),
    ("about", (
        r"about|around|approximately|roughly|some|estimated|nearly|almost|close\s+to|possibly|perhaps|average\s+of|"
        r"or\s+so"
    )),
)  # fmt: skip
"""Words that set bounds; the first that are found decide."""
_BOUNDS = tuple((bound, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for bound, words in _BOUND_WORDS)


def bound_of(qualifiers: str) -> Bound | None:
    """Return the bound that the words around a number set, or ``None`` where they set none.

    >>> [bound_of(words) for words in ("possibly up to", "not less than", "roughly", "only")]
    ['at_most', 'at_least', 'about', None]
    """
    return next((bound for bound, words in _BOUNDS if words.search(qualifiers)), None)


_THAN = r"\s+(?:more|fewer|less|higher|lower|greater|longer)\s+than"
_QUALIFIER = (
    r"(?:(?:possibly|perhaps|reportedly|allegedly|only|just|roughly|approximately|an?\s+estimated|estimated|about|around|"
    r"nearly|almost|over|under|some|well\s+over|more\s+than|fewer\s+than|less\s+than|"
    rf"(?:no|not){_THAN}|at\s+least|at\s+most|up\s+to|as\s+(?:many|much|few|little|high|low|long)\s+as|"
    r"(?:not\s+)?exceeding|not\s+to\s+exceed|in\s+excess\s+of|upwards?\s+of|"
    r"close\s+to|an?\s+(?:total|maximum|minimum|average)\s+of|maximum\s+of|minimum\s+of|an\s+additional|another|"
    r"(?:a\s+)?(?:dozen|hundred)\s+or)\s+)*"
)
LENGTH = (
    r"(?:(?:working|calendar|consecutive|business|additional|more|full)\s+)?"
    r"(?:hours?|minutes?|days?|weeks?|months?|years?)"
)
"""Pattern of a unit of time."""
_UNIT = (
    r"[\s‑-]+(?P<unit>percent(?:age\s+points?)?\b|per\s?cent\b|(?:{length})\b[’']?|"
    r"(?:(?-i:[A-Z][a-zé]+|U\.S\.|CFA)\s+)?(?:{money})s?\b|(?-i:{codes})(?!\w))"
)
_RANGE = r"(?:-?\s+to\s+|\s*[-–—]\s*|-?\s+and\s+|-?\s+or\s+|\s+versus\s+)"
_OR_MORE = r"\s+or\s+(?:more|fewer|less|longer|higher|lower|shorter|so)\b(?!\s+than)"
"""What bounds a measure after its unit: "five years or less"."""
_SIGN = r"(?:US\s?)?[$€£]\s?|(?-i:{codes})\s?"
_BASE = r"(?:\d{1,3}(?:,\d{3})+|(?:one\s+|1\s+)?(?:thousand|million))"


@cache
def figure_pattern() -> re.Pattern[str]:
    """Return what matches a figure with everything that belongs to it."""
    codes = "|".join(tables.text("vocabulary/currency_codes.txt").split())
    money = "|".join(tables.text("vocabulary/currencies.txt").split())
    unit = _UNIT.format(money=money, length=LENGTH, codes=codes)
    sign = _SIGN.format(codes=codes)
    number = rf"(?:{CARDINAL})"
    return re.compile(
        rf"(?<![\w.,/$€£×-])(?P<lead>(?:between|from)\s+)?(?P<text>(?P<qualifier>{_QUALIFIER})(?P<sign>{sign})?"
        rf"(?P<low>(?!0\d)(?!(?:1[5-9]|20)\d\d(?:s\b|[^\d,.]))(?:{number}|an?(?=\s(?:year|month|week|day)\b)))(?![\w])"
        rf"(?:(?:{unit.replace('(?P<', '(?P<low_')})?(?P<join>{_RANGE})(?P<high_sign>{sign})?(?P<high>{number})(?!\w))?"
        rf"(?P<more>\s+or\s+(?:more|fewer|less|so)\b)?(?:(?:\s?(?P<percent_sign>%)|{unit})(?P<or_more>{_OR_MORE})?)?"
        rf"(?:\s+(?:(?:in|of)\s+every|out\s+of(?:\s+every)?)\s+(?P<every>{number})(?!\w)|(?:(?<=\b[Oo]ne)|(?<=\b1))\s+in\s+(?P<chance>[a-z]+|\d\d?)(?=\s[a-z]))?"
        rf"(?:(?:\s+[a-z-]+){{0,3}}?\s+(?:per|for\s+every)\s+(?P<base>{_BASE})(?![\d,]))?)",
        re.IGNORECASE,
    )
