"""Numbers in digits and in words, and what they come to."""

from __future__ import annotations

import re
import unicodedata

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
_PARTS = {"half": 1 / 2, "halfs": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4,
          "quarters": 1 / 4, "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10,
          "tenths": 1 / 10}  # fmt: skip
_VULGAR = "¼½¾⅓⅔"
_JOINING = frozenset({"and", "of"})
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


def _plain(text: str) -> str:
    """Return a number in lower case, without commas and the words for an unsaid number of times."""
    return _SOME.sub("", text.lower().replace(",", ""), count=1)


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
    words = [word for word in _SPLIT.split(_plain(text)) if word not in _JOINING]
    if words in (["a"], ["an"]):
        return 1.0
    if words[-1] in _PLURALS and all(word in _PLURALS or word == "tens" for word in words):
        return _read_plural(words)
    return _read_sum(words)


def _read_plural(words: list[str]) -> float:
    """Return what "tens of thousands" comes to."""
    value = 1.0
    for word in words:
        value *= _PLURALS.get(word, 10.0 if word == "tens" else 1.0)
    return value


def _read_sum(words: list[str]) -> float | None:
    """Return what a number comes to that is said part by part: "two hundred five", "a million a half"."""
    total = part = 0.0
    scale = 1.0
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if following in _PARTS:
            continue
        if word in _PARTS:
            share = _PARTS[word] * _numerator(words[i - 1] if i else "")
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


def _numerator(word: str) -> float:
    return _VALUES.get(word, 1.0)


def _read_word(word: str) -> float | None:
    """Return the value of a word or of digits, with a fraction in one sign: "2½"; ``None`` of other words."""
    if word in _VALUES:
        return _VALUES[word]
    if word[-1] in _VULGAR:
        return unicodedata.numeric(word[-1]) + (float(word[:-1]) if word[:-1] else 0.0)
    return float(word) if word[0].isdigit() else None
