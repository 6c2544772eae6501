"""Counted nouns: the noun phrase after a number, in the sentence's own words."""

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
    "described underwent lost told stated took held left alleged claimed noted without into until following led "
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
_COORDINATING = frozenset(("and", "or", ",", "and/or"))
_ADJECTIVE = re.compile(r"[a-z-]+(?:ary|ful|less|al|ic|ive|ous|ble|ane|ual|ern|ed|ior)")
_QUANTIFYING = frozenset("several many some most numerous".split())
_LIKE_ADJECTIVES = frozenset("individual official criminal journal hospital trial arrival general".split())
"""Nouns that end as adjectives do."""
_ONE = re.compile(r"\b(?:one|1)\W*$", re.IGNORECASE)
_COORDINATED = 4
"""How many words after "and" the noun that it belongs to stands at most: "political and cultural rights activists"."""


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _stands_before_noun(word: str) -> bool:
    """Return whether a word can stand between a number and its noun."""
    low = word.lower()
    return low in _BEGINS or word in "’'-" or _NUMBER.fullmatch(word) is not None or low.endswith(("’s", "'s"))


def _joins(word: str, kept: list[str], following: str) -> bool:
    """Return whether a word joins the noun to what belongs to it: "deaths of miners", "deaths due to"."""
    of = word == "of" and following not in {"which", "whom", "whose"}
    return kept != [] and (of or (word == "to" and kept[-1].lower() == "due"))


def _ends_before(word: str, kept: list[str], following: str) -> bool:
    """Return whether the noun phrase is over before a word."""
    low = word.lower()
    if not word[0].isalpha() or sum(one not in _COORDINATING for one in kept) == _LONGEST or _NUMBER.fullmatch(word):
        return True
    return low in _ENDS and not _joins(low, kept, following) and (bool(kept) or low not in _DESCRIBING)


def _closes(word: str, kept: list[str]) -> bool:
    """Return whether a word after a noun in the plural is a verb, participle or adverb, which ends the phrase."""
    return bool(kept) and _is_plural(kept[-1].lower()) and word.lower().endswith(("ed", "ing", "ly"))


def _stands_alone(word: str, following: str) -> bool:
    """Return whether a participle after a noun belongs to it: "persons arrested in May"."""
    return word.islower() and word.endswith("ed") and (following in _LOOSELY or not following[:1].isalpha())


def _is_adjective(word: str) -> bool:
    return _ADJECTIVE.fullmatch(word) is not None and word not in _QUANTIFYING and word not in _LIKE_ADJECTIVES


def _is_noun(word: str) -> bool:
    """Return whether a word can be part of a noun phrase."""
    return word[0].isalpha() and not _NUMBER.fullmatch(word) and word.lower() not in _ENDS


def _may_coordinate(kept: list[str], mark: str, following: str) -> bool:
    """Return whether a comma, "and" or "or" may join words before a noun: what stands before it is not the noun."""
    if not kept or mark.lower() not in _COORDINATING or _is_plural(kept[-1].lower()):
        return False
    if following in _BEGINS | _QUANTIFYING or (mark == "," and following in _COORDINATING and "," not in kept):
        return False
    has_noun = any(_is_plural(word.lower().rstrip("’'")) for word in kept)
    return _is_adjective(kept[-1]) or not (has_noun or following.endswith("ed"))


def _coordinates(kept: list[str], rest: list[str], *, one: bool) -> bool:
    """Return whether the first of the rest joins words before one noun: "political and cultural activists".

    What is counted once may be a noun itself ("one nurse and two boys"), so both words must be adjectives there.
    """
    words = rest[1 : _COORDINATED + 2]
    if not words or not _may_coordinate(kept, rest[0], words[0].lower()):
        return False
    joined = rest[0] != ","
    if one:
        return joined and all(map(_is_adjective, (kept[-1], words[0]))) and all(map(_is_noun, words[1:2]))
    for word in words:
        if word.lower() in _COORDINATING:
            joined = joined or word != ","
        elif not _is_noun(word) or _is_plural(word.lower()):
            return joined and _is_noun(word)
    return False


def counted_noun(text: str, end: int, *, several: bool = True) -> str:
    """Return the noun phrase that follows a figure ending at `end`; empty where none does.

    Args:
        several: Whether the words before "and" may describe the noun after it, as where a number counts.

    >>> counted_noun("including six deaths due to torture in prison", 13)
    'deaths due to torture'
    """
    words = [m[0] for m in _WORD.finditer(text, end, end + 140)]
    one = _ONE.search(text, max(0, end - 6), end) is not None
    kept: list[str] = []
    for i, word in enumerate(words):
        following = words[i + 1].lower() if i + 1 < len(words) else ""
        if not kept and _stands_before_noun(word):
            continue
        if several and words[0] != "-" and _coordinates(kept, words[i:], one=one):
            kept.append(word)
            continue
        if _ends_before(word, kept, following) or (kept and words[0] == "-"):
            break
        if _closes(word, kept):
            kept += [word] if _stands_alone(word, following) else []
            break
        kept.append(word)
    while kept and kept[-1].lower() in _LOOSE | _COORDINATING:
        kept.pop()
    return " ".join(kept).replace(" ,", ",")
