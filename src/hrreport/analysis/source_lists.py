"""Lists of sources: where one name ends and the next begins."""

from __future__ import annotations

import re

from hrreport.analysis.source_types import head_of, known_type, source_types

_JOIN = re.compile(r"\s*,\s*(?:and\s+|or\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+")
_SHARED = frozenset("reports sources officials representatives figures leaders experts organizations groups".split())
"""Heads that several words before them share: "NGO and government officials"."""
_SCOPES = frozenset(
    "local international domestic independent foreign national former regional legal prison political religious "
    "medical labor youth student civil".split()
)
_SOME = re.compile(r"^(?:some|many|several|most|multiple|other|various|both)\s+", re.IGNORECASE)
_BODY = (
    "Group|Association|Union|Federation|Organization|Network|Center|Committee|Commission|Council|Institute|Office|"
    "Agency|Bureau|Department|Authority|Service|Ministry|Board|Foundation|Society|Alliance|Fund|Program|Initiative|"
    "Forum|Secretariat|Directorate|Administration|Centre"
)
_ENDS_ON_BODY = re.compile(rf"(?:{_BODY})(?:\s\([^()]*\))?$")
_HAS_BODY = re.compile(rf"\b(?:{_BODY})\b")
_BODY_OF = re.compile(
    rf"\b(?:[Hh]ead|[Dd]irector|[Mm]inister|[Uu]nit|[Cc]hair\w*|Secretary|Institution|{_BODY})\s(?:for|of|on|against|to)\s"
    r"(?:the\s)?[A-Z][^()]*$"
)
"""A body whose name may go on after "and": "Ministry of Labor"."""
_OFFICE_OF = re.compile(
    r"\b(?:minister|ministry|department|head|director|office|secretary|commissioner)\s(?:of|for)\s[^()]*$"
)
"""An office whose name may go on after "and": "minister of the interior"."""


_NO_BODIES = frozenset(("individual", "religious", "academic"))
"""Types of words that a ministry may be of: "Ministry of Education and Research"."""


def _goes_on(left: str, right: str, joined: str) -> bool:
    """Return whether the name of a body goes on after "and": "Ministry of Labor and Social Affairs"."""
    if joined.strip() == "," and right.startswith("the ") and _HAS_BODY.search(right.partition(",")[0]):
        return False
    right = right.removeprefix("the ")
    words = re.split(r"[\s,(]", right)
    if joined.strip() == "and" and right[:1].islower():
        return _OFFICE_OF.search(left) is not None and not words[0].endswith("s") and " " not in right
    if joined.strip() not in {"and", ","} or not right[:1].isupper() or not _BODY_OF.search(left):
        return False
    named = [word for word in words if source_types().get(word.lower(), "individual") not in _NO_BODIES]
    return not named and not words[0].isupper()


def _are_two_names(left: str, right: str, head: str) -> bool:
    """Return whether capitalized words on both sides of "and" are two names, not one."""
    words = right.split()
    if left.istitle() and _ENDS_ON_BODY.search(right.partition(",")[0]):
        return False
    two = left.istitle() and " " in left and words[:2] == [w.capitalize() for w in words[:2]] != words[:1]
    known = head.lower() in source_types()
    two = two or right.isupper() or (len(words) == 1 and source_types().get(right.lower()) in {"ngo", "media"})
    return two or head.isupper() or (known and head.endswith("s")) or left.endswith(")")


def _is_known(name: str) -> bool:
    """Return whether words are the name of a body that is known, with at most its acronym after it."""
    return (
        ("(" not in name or name.endswith(")"))
        and name[:1].isupper()
        and known_type(name.partition(" (")[0]) is not None
    )


def _can_end(left: str, right: str, joined: str) -> bool:
    """Return whether a name can end where it is joined to what follows."""
    if _is_known(left) or _is_known(right):
        return True
    head = (head_of(left) or left.split())[-1].strip("()")
    known = head.lower() in source_types()
    first, *_, last = right.lower().split() * 2
    if _SOME.sub("", left).lower() in _SCOPES or _goes_on(left, right, joined):
        return False
    if " " not in left and known and first in source_types() and last in _SHARED:
        return last == "reports" or (left.endswith("s") and right.count(" ") == 0)
    if " and" in joined and not known and _opens_sentence(left, right):
        return False
    if " and" in joined and head[:1].isupper() and right[:1].isupper():
        return _are_two_names(left, right, head)
    return known or head[:1].isupper()


_BEGINS_NAME = frozenset("the a an other some several many its their his her local international".split())


def _opens_sentence(left: str, right: str) -> bool:
    """Return whether a capital is that of a sentence's first word: "Environment and land rights advocates"."""
    words = right.split()
    plain = left.istitle() and left.isalpha() and len(words) > 1 and right.partition(",")[0].islower()
    return plain and words[0] not in _BEGINS_NAME and words[0] not in source_types()


def stands_alone(part: str) -> bool:
    """Return whether words name a source by themselves: with a known noun or a capital."""
    return any(w.lower().strip("(),") in source_types() or w != w.lower() for w in part.split())


def _is_within_brackets(phrase: str, at: int) -> bool:
    return phrase.count("(", 0, at) > phrase.count(")", 0, at)


def split_names(phrase: str) -> list[str]:
    """Return the names in a list of them, each of which can stand alone.

    >>> split_names("human rights lawyers, journalists, and the Ministry of Women and Children")
    ['human rights lawyers', 'journalists', 'the Ministry of Women and Children']
    """
    _, such_as, examples = phrase.partition(" such as ")
    phrase = examples if such_as else phrase
    pieces: list[str] = []
    start = 0
    for found in _JOIN.finditer(phrase):
        left, right = phrase[start : found.start()].strip(), phrase[found.end() :].strip()
        if not left or not right or _is_within_brackets(phrase, found.start()):
            continue
        if _can_end(left, right, found[0]) and stands_alone(left) and stands_alone(right):
            pieces.append(left)
            start = found.end()
    return [*pieces, phrase[start:].strip()]
