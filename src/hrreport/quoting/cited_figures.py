"""Figures of a citing sentence: which of them the cited passage does not have."""

from __future__ import annotations

import re

from hrreport.text.months import MONTHS

_MONTH = "|".join(MONTHS) + "|" + "|".join(rf"{month[:3]}\." for month in MONTHS)
_NO_FIGURE = re.compile(
    rf"""(?ix)
      \b(?:{_MONTH})\s+\d{{1,2}}\b(?:,\s+\d{{4}})? | \b\d{{1,2}}\s+(?:{_MONTH})\b       # a date
    | (?:§+|¶+|\#)\s*[\d.,a-z–-]+                                                       # a place
    | \b(?:no|nos|art|article|articles|section|sections|sec|para|paras|paragraph|paragraphs|chapter|part|tab|ex|exh
         |exhibit|note|footnote|n|page|pages|p|pp|at|rule|form|act|law|code|resolution|aged?|convention|protocol)\.?\s+\d[\d.,()a-z–-]*
    | \b\d+(?:st|nd|rd|th)\b
    | \b\d{{1,2}}:\d{{2}}\b                                                               # a time of day
    | \b\d+[-–\s]years?[-–\s]old\b
    | \b[A-Z]+-?\d[\w-]*                                                                # I-589
    | \b\d+\s+(?:I&N|U\.S\.C|C\.F\.R|F\.)\S*\s+\S+
    """
)
_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/]|[.,]\d)")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def first_unsupported(sentence: str, passage: str) -> str:
    """Return the first figure of a sentence that a passage does not have; empty where it has all.

    Dates, years, places, ages and numbers of laws are no figures.

    >>> first_unsupported("In 2023, 45 percent of 1,200 men waited.", "Some 1,200 men waited.")
    '45'
    >>> first_unsupported("On May 3, 2 men waited.", "Two men waited.")
    ''
    """
    has = {number.replace(",", "") for number in _FIGURE.findall(passage)}
    has |= set(re.findall(r"\d+(?:\.\d+)?", passage.replace(",", "")))
    folded = passage.casefold()
    has |= {str(value) for value, word in enumerate(_WORDS) if re.search(rf"\b{word}\b", folded)}
    for found in _FIGURE.finditer(_NO_FIGURE.sub(lambda match: " " * len(match[0]), sentence)):
        number = found[0].replace(",", "")
        is_year = number.isdigit() and _FIRST_YEAR <= int(number) <= _LAST_YEAR and "," not in found[0]
        if not is_year and number not in has:
            return found[0]
    return ""
