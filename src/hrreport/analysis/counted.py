"""What a figure counts: the noun phrase after a number, in the sentence's own words."""

from __future__ import annotations

import re

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


def what_is_counted(text: str, end: int) -> str:
    """Return the noun phrase that follows a figure ending at `end`; empty where none does.

    >>> what_is_counted("including six deaths due to torture in prison", 13)
    'deaths due to torture'
    """
    words = [m[0] for m in _WORD.finditer(text, end, end + 140)]
    kept: list[str] = []
    for i, word in enumerate(words):
        low = word.lower()
        following = words[i + 1].lower() if i + 1 < len(words) else ""
        if not kept and (low in _BEGINS or word in "’'-" or _NUMBER.fullmatch(word) or low.endswith(("’s", "'s"))):
            continue
        if (not word[0].isalpha()) or len(kept) == _LONGEST or _NUMBER.fullmatch(word):
            break
        joins = (low == "of" and kept and following not in {"which", "whom", "whose"}) or (
            low == "to" and kept and kept[-1].lower() == "due"
        )
        if kept and words[0] == "-":
            break
        if low in _ENDS and not joins and (kept or low not in _DESCRIBING):
            break
        if kept and _is_plural(kept[-1].lower()) and low.endswith(("ed", "ing", "ly")):
            if low.endswith("ed") and word.islower() and (following in _LOOSELY or not following[:1].isalpha()):
                kept.append(word)
            break
        kept.append(word)
    while kept and kept[-1].lower() in _LOOSE:
        kept.pop()
    return " ".join(kept)
