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
_PLURALS = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_PARTS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fourths": 0.25,
          "fifth": 0.2, "fifths": 0.2, "tenth": 0.1}  # fmt: skip

_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|" + "|".join(
    sorted(_SMALL[1:], key=len, reverse=True)
)
_SCALE = "|".join(_SCALES)
CARDINAL = (
    rf"one\s(?:of|in|out\sof)\s(?:every\s)?(?:{_WORD}|\d+)|"
    rf"(?:tens\s+of\s+|hundreds\s+of\s+)?(?:{'|'.join(_PLURALS)})|"
    r"(?:one|two|three|four)[-\s](?:halfs?|halves|thirds?|quarters?|fourths|fifths?|tenths?)|(?:one-)?half|"
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:\s(?:{_SCALE})\b)?|"
    rf"(?:(?:{_WORD})|a)\s(?:{_SCALE})\b(?:\s(?:and\s)?(?:{_WORD})(?:\s(?:{_SCALE})\b)?)*|"
    rf"(?:{_WORD})(?:\sand\s(?:a|one)[\s-]half)?"
)
"""Pattern of a number, in digits or in words."""

_THOUSAND = 1e3
_ONE_IN = re.compile(r"one (?:of|in|out of) (?:every )?(.+)", re.IGNORECASE)
_SPLIT = re.compile(r"[\s-]+")


def read_number(text: str) -> float | None:
    """Return what a number comes to, or ``None`` where that cannot be said.

    >>> [read_number(t) for t in ("1,605", "seven and a half", "two hundred", "1.15 million", "two-thirds")]
    [1605.0, 7.5, 200.0, 1150000.0, 0.6666666666666666]
    """
    one_in = _ONE_IN.fullmatch(text)
    if one_in:
        below = read_number(one_in[1])
        return 1 / below if below else None
    words = _SPLIT.split(text.lower().replace(",", ""))
    if words[-1] in _PLURALS:
        value = 1.0
        for word in words:
            value *= _PLURALS.get(word, 10.0 if word == "tens" else 1.0)
        return value
    return _add_up(words)


def _add_up(words: list[str]) -> float | None:
    """Return what the words of a number come to together."""
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
