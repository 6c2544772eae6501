"""Counted nouns: the noun phrase after a number, in the sentence's own words."""

from __future__ import annotations

import re
from itertools import pairwise

from hrreport.analysis.numbers import CARDINAL

_WORD = re.compile(r"[^\W\d_][\w’'/-]*|\d[\d,.]*|[^\s\w]")
_NUMBER = re.compile(rf"\d[\d,.]*|(?:{CARDINAL})", re.IGNORECASE)
_BEGINS = frozenset("of the these those its their his her all such other".split())
"""What may stand between a number and its noun."""
_ENDS = frozenset(
    "were was had have has and or but who whom whose which that in on at by with from for to during after before since "
    "as while when where because if than is are be been being under between through per according did do does near "
    "within among against could would may might will shall should must can cannot not also then still only about over "
    "received reported died remained faced suffered continued occurred resulted represented participated said "
    "described underwent lost told stated took held left alleged claimed noted without into until following "
    "including earlier later annually nationwide nationally combined respectively every each more less lower higher "
    "a an included fled awaited escaped comprised accounted married year years month months versus "
    "worked served labored belonged failed averaged compared went rose fell grew lived resided attended numbered came "
    "it they he she we you this there so fewer whether via toward towards despite across regarding concerning".split()
)
_DESCRIBING = frozenset("alleged reported claimed noted combined left such held more other married".split())
"""Words of `_ENDS` that describe the noun where they stand before it."""
_LOOSE = frozenset("due additional other of the also not only more automatic each per how’ both".split())
"""What cannot end a noun phrase."""
_PLURALS = frozenset("people women men children police percent".split())
_LOOSELY = frozenset("in on during by since at after before as under and between near who that".split())
"""Before these, or a mark, a participle stands alone; "associated with" does not, "awaited trial" is a verb."""
_LONGEST = 6


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _stands_before_noun(word: str) -> bool:
    """Return whether a word can stand between a number and its noun."""
    low = word.lower()
    return low in _BEGINS or word in "’'-" or _NUMBER.fullmatch(word) is not None or low.endswith(("’s", "'s"))


def _joins(word: str, kept: list[str], following: str) -> bool:
    """Return whether a word joins the noun to what belongs to it: "deaths of miners", "deaths due to"."""
    if not kept:
        return False
    return (word == "of" and following not in {"which", "whom", "whose"}) or (
        word == "to" and kept[-1].lower() == "due"
    )


def _ends_before(word: str, kept: list[str], following: str) -> bool:
    """Return whether the noun phrase is over before a word."""
    low = word.lower()
    if not word[0].isalpha() or len(kept) == _LONGEST or _NUMBER.fullmatch(word):
        return True
    return low in _ENDS and not _joins(low, kept, following) and (bool(kept) or low not in _DESCRIBING)


def _closes(word: str, kept: list[str]) -> bool:
    """Return whether a word after a noun in the plural is a verb, participle or adverb, which ends the phrase."""
    return bool(kept) and _is_plural(kept[-1].lower()) and word.lower().endswith(("ed", "ing", "ly"))


def _stands_alone(word: str, following: str) -> bool:
    """Return whether a participle after a noun belongs to it: "persons arrested in May"."""
    ends = following in _LOOSELY or not following[:1].isalpha()
    return word.islower() and word.endswith("ed") and ends


def counted_noun(text: str, end: int) -> str:
    """Return the noun phrase that follows a figure ending at `end`; empty where none does.

    >>> counted_noun("including six deaths due to torture in prison", 13)
    'deaths due to torture'
    """
    words = [m[0] for m in _WORD.finditer(text, end, end + 140)]
    kept: list[str] = []
    for word, next_word in pairwise((*words, "")):
        following = next_word.lower()
        if not kept and _stands_before_noun(word):
            continue
        if _ends_before(word, kept, following) or (kept and words[0] == "-"):
            break
        if _closes(word, kept):
            kept += [word] if _stands_alone(word, following) else []
            break
        kept.append(word)
    while kept and kept[-1].lower() in _LOOSE:
        kept.pop()
    return " ".join(kept)
