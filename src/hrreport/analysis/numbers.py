"""Numbers in digits and in words, and what they come to."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {w: float(i) for i, w in enumerate(_SMALL)} | {w: 10.0 * (i + 2) for i, w in enumerate(_TENS)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_THOUSAND = 1e3
_PLURALS = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_PARTS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fourths": 0.25,
          "fifth": 0.2, "fifths": 0.2, "tenth": 0.1}  # fmt: skip
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_SCALES, *_PLURALS, *_PARTS, "halves", "halfs"})
"""Words one of which every number in words holds."""

_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|" + "|".join(
    sorted(_SMALL[1:], key=len, reverse=True)
)
_SCALE = "|".join(_SCALES)
FRACTION = r"(?:one|two|three|four)[-\s](?:halfs?|halves|thirds?|quarters?|fourths|fifths?|tenths?)|(?:one-)?half"
"""Pattern of a share in words."""
CARDINAL = (
    rf"(?:tens\s+of\s+|hundreds\s+of\s+)?(?:{'|'.join(_PLURALS)})|"
    rf"{FRACTION}|(?:several|a\sfew|many)\s(?:{_SCALE})\b|"
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:\s(?:{_SCALE})\b)?|"
    rf"(?:(?:{_WORD})|a)\s(?:{_SCALE})\b(?:\s(?:and\s)?(?:{_WORD})(?:\s(?:{_SCALE})\b)?)*|"
    rf"(?:{_WORD})(?:\sand\s(?:a|one)[\s-]half)?"
)
"""Pattern of a number, in digits or in words."""

_SPLIT = re.compile(r"[\s-]+")


def read_number(text: str) -> float | None:
    """Return what a number comes to, or ``None`` where that cannot be said.

    >>> [read_number(t) for t in ("1,605", "seven and a half", "two hundred", "1.15 million", "two-thirds")]
    [1605.0, 7.5, 200.0, 1150000.0, 0.6666666666666666]
    """
    words = _SPLIT.split(text.lower().replace(",", ""))
    if words in (["a"], ["an"]):
        return 1.0
    return _read_plural(words) if words[-1] in _PLURALS else _read_sum(words)


def _read_plural(words: list[str]) -> float:
    """Return what "tens of thousands" comes to."""
    value = 1.0
    for word in words:
        value *= _PLURALS.get(word, 10.0 if word == "tens" else 1.0)
    return value


def _read_sum(words: list[str]) -> float | None:
    total = part = 0.0
    for word in words:
        if word in _VALUES:
            part += _VALUES[word]
        elif word in _SCALES:
            part = (part or 1.0) * _SCALES[word]
            if _SCALES[word] >= _THOUSAND:
                total, part = total + part, 0.0
        elif word in _PARTS:
            part = part * _PARTS[word] if "and" not in words and part else part + _PARTS[word]
        elif word[0].isdigit():
            part += float(word)
        elif word not in {"and", "a"}:
            return None
    return total + part
