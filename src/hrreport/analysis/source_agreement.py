"""Agreement of sources: a body has one type throughout a report, by its name in full and by its acronym alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.source_types import source_type
from hrreport.model.finding import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrreport.model.finding import SourceType

_ACRONYM = re.compile(r"\s\(([A-Z][\w&/-]{1,10})\)")
_LINKS = frozenset("of for on the and de la du des del to in against with y e".split())
"""Words in lower case that stand within a name."""
_VAGUE: frozenset[SourceType] = frozenset({"other", "individual"})
"""Types that say nothing of a body: another mention of it may say more."""
_SHORTEST = 2


def long_forms(text: str) -> dict[str, str]:
    """Return the names that acronyms in brackets stand for, as far as they are capitalized.

    >>> long_forms("The Harbor Commission on Human Rights (HCHR) and observers disagreed.")
    {'HCHR': 'Harbor Commission on Human Rights'}
    """
    found = {}
    for match in _ACRONYM.finditer(text):
        name = _name_before(text[: match.start()].split(), match[1][0])
        if len(name) >= _SHORTEST:
            found[match[1]] = " ".join(name)
    return found


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
    """Return the type of every body of a report that some mention of it tells, by each form of its name.

    Args:
        texts: The sentences of the report, in order.
        sources: The sources of the report, in order.
    """
    types: dict[str, SourceType] = {}
    for text in texts:
        if "(" in text:
            for acronym, name in long_forms(text).items():
                told = source_type(name)
                if told not in _VAGUE:
                    types.setdefault(acronym, told)
                    types.setdefault(name, told)
    for source in sources:
        if source.type not in _VAGUE:
            for form in _forms(source.name):
                types.setdefault(form, source.type)
    return types


def agree(sources: tuple[Source, ...], types: Mapping[str, SourceType]) -> tuple[Source, ...]:
    """Return sources with the types that were settled for their names."""
    return tuple(Source(s.name, _settled(s, types)) for s in sources)


def _settled(source: Source, types: Mapping[str, SourceType]) -> SourceType:
    return next((types[form] for form in reversed(_forms(source.name)) if form in types), source.type)
