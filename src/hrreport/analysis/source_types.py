"""Types of sources: by the body itself where it is known, else by the words of its name.

A body has one type throughout a report, by its name in full and by its acronym alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.model.finding import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrreport.model.finding import SourceType

_POSTMODIFIER = re.compile(
    r"\s(?:of|for|from|in|on|at|with|working|who|including|such|monitoring|against|about|regarding|to)\s"
)
_LESS_TELLING = frozenset(
    "report reports data statistics estimates estimate survey surveys poll polls international european african "
    "statement statements letter video videos release".split()
)
"""Words of documents and scopes: another word of the name says better what sort it is ("press reports")."""
_NATIONAL = re.compile(
    r"^(?:[\w’']+\s){0,2}?(?:National|State|Federal|Central|General|Government[’']?s?)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:Institute|Office|Bureau|Bank|Council|Commission|Agency|Service|Directorate|Statistics|Statistical|Center)\b"
)
_UNOFFICIAL = re.compile(r"\b(?:NGO|Bar|Press|Union|Lawyers|Students|Journalists)\b")
_CLERGY = frozenset("churches bishops imams rabbis mosques".split())
"""Words that make a council or an association a religious one."""
_BRACKETED = re.compile(r"\(([A-Z][\w/&-]*)\)")
_SHORTEST = 3
"""Acronyms in brackets of fewer letters are left alone: they stand for too many names."""
_PERSON = 3
_ACRONYM = re.compile(r"\s\(([A-Z][\w&/-]{1,10})\)")
_LINKS = frozenset("of for on the and de la du des del to in against with y e".split())
"""Words in lower case that stand within a name."""
_VAGUE: frozenset[SourceType] = frozenset({"other", "individual"})
"""Types that say nothing of a body: another mention of it may say more."""


@cache
def source_types() -> dict[str, SourceType]:
    """Return the words that tell the sort of a source, in lower case."""
    found: dict[str, SourceType] = {}
    for row in tables.rows("vocabulary/source_nouns.csv"):
        for word in row["words"].split():
            found.setdefault(word, row["type"])  # type: ignore[arg-type]  # the file holds only these types
    return found


@cache
def _bodies() -> dict[str, SourceType]:
    """Return the types of bodies that are known, by acronym and by name in lower case."""
    rows = tables.rows("vocabulary/source_bodies.csv")
    by_acronym = {row["acronym"]: row["type"] for row in rows if row["acronym"]}
    return by_acronym | {row["name"].lower(): row["type"] for row in rows}  # type: ignore[return-value]


def head_of(name: str) -> list[str]:
    """Return the words of a name before "of", "for" and the like."""
    return _POSTMODIFIER.split(f" {name} ")[0].split()


def known_type(name: str) -> SourceType | None:
    """Return the type of a body that is known, by its name or by an acronym in brackets; ``None`` of another."""
    bodies = _bodies()
    bracketed = _BRACKETED.search(name)
    plain = name[: bracketed.start()].strip() if bracketed else name
    known = bodies.get(plain) or bodies.get(plain.lower().removeprefix("the "))
    if known or not bracketed or len(bracketed[1]) < _SHORTEST:
        return known
    return bodies.get(bracketed[1])


def source_type(name: str) -> SourceType:
    """Return what sort of source a name is.

    >>> source_type("Ministry of Interior"), source_type("local observers")
    ('government', 'observers')
    """
    words = [re.sub(r"[’']s$", "", w).strip("(),’'") for w in name.lower().split()]
    found = known_type(name) or _type_of_name(name, words) or _type_of_words(words)
    return found or ("individual" if len(words) <= _PERSON and name.istitle() else "other")


def _type_of_name(name: str, words: list[str]) -> SourceType | None:
    """Return the type that a proper name has as a whole: with an acronym of the UN, of a state's own office."""
    types = source_types()
    if any(types.get(w) == "international" for w, p in zip(words, name.split(), strict=True) if p[:2].isupper()):
        return "international"
    if not _CLERGY.isdisjoint(words):
        return "religious"
    if _NATIONAL.search(name) and not _UNOFFICIAL.search(name):
        return "government"
    return "ngo" if words[-1:] == ["international"] and len(words) > 1 else None


def _type_of_words(words: list[str]) -> SourceType | None:
    """Return the type of the most telling word, the head of the name before the rest."""
    types = source_types()
    placed = [word for word in (*reversed(head_of(" ".join(words))), *words) if word in types]
    telling = next((word for word in placed if word not in _LESS_TELLING), None)
    return types[telling or placed[0]] if placed else None


def long_forms(text: str) -> dict[str, str]:
    """Return the names that acronyms in brackets stand for, as far as they are capitalized.

    >>> long_forms("The Harbor Commission on Human Rights (HCHR) and observers disagreed.")
    {'HCHR': 'Harbor Commission on Human Rights'}
    """
    named = ((m[1], _name_before(text[: m.start()].split(), m[1][0])) for m in _ACRONYM.finditer(text))
    return {acronym: " ".join(name) for acronym, name in named if len(name) > 1}


def _name_before(words: list[str], initial: str) -> list[str]:
    """Return the name that words end on, from the word on that begins with an initial where there is one."""
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in _LINKS):
        first -= 1
    name = words[first:]
    if not name or name[-1] in _LINKS:
        return []
    begins = [i for i, word in enumerate(name) if word[0] == initial]
    begins += [i for i, word in enumerate(name) if word.lower() not in _LINKS]
    return name[begins[0] :]


def _forms(name: str) -> tuple[str, ...]:
    """Return the forms of a name: in full and its acronym, where it has one in brackets."""
    acronym = _ACRONYM.search(name)
    return (name[: acronym.start()], acronym[1]) if acronym else (name,)


def settled_types(texts: Iterable[str], sources: Iterable[Source]) -> dict[str, SourceType]:
    """Return the type of every body that some mention of it in the texts or sources tells, by each form of its name.

    The first that tells it decides, one in a text before one of a source.
    """
    named = [(forms, source_type(forms[1])) for text in texts if "(" in text for forms in long_forms(text).items()]
    types: dict[str, SourceType] = {}
    for forms, found in (*named, *((_forms(source.name), source.type) for source in sources)):
        if found not in _VAGUE:
            for form in forms:
                types.setdefault(form, found)
    return types


def agree(sources: tuple[Source, ...], types: Mapping[str, SourceType]) -> tuple[Source, ...]:
    """Return sources with the types that were settled for their names."""
    return tuple(
        Source(s.name, next((types[form] for form in reversed(_forms(s.name)) if form in types), s.type))
        for s in sources
    )
