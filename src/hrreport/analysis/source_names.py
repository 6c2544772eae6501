"""Names of sources: where one ends and the next begins, what sort each is, and what is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import facts

if TYPE_CHECKING:
    from hrreport.model.finding import SourceType

_DETERMINERS = re.compile(r"^(?:and\s+)?(?:(?:the|a|an|its|their|his|her)\s+)?", re.IGNORECASE)
_DATED = re.compile(
    r"^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}|\d{4})\s+)+"
)
_LABEL = re.compile(
    r"^(?:[\w-]+\s+){0,4}?(?:NGOs?|nongovernmental organizations?(?: \(NGOs?\))?|media outlets?|newspapers?|websites?|"
    r"organizations?|groups?|alliance|journalist)\s+(?=[A-Z“])"
)
"""What stands before a proper name: "the local NGO"."""
_JOIN = re.compile(r"\s*,\s*(?:and\s+|or\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+")
_POSTMODIFIER = re.compile(
    r"\s(?:of|for|from|in|on|at|with|working|who|including|such|monitoring|against|about|regarding|to)\s"
)
_SHARED = frozenset("reports sources officials representatives figures leaders experts organizations groups".split())
"""Heads that several words before them share: "NGO and media reports"."""
_SCOPES = frozenset(
    "local international domestic independent foreign national former regional legal prison political religious "
    "medical labor youth student civil".split()
)
_BODY = re.compile(r"(?:Group|Association|Union|Federation|Organization|Network|Center|Committee|Commission|Council)$")
_NEVER_LAST = frozenset("and or of for to in by with from on that the a an at".split())
"""Words that no name ends on; one that does was cut out of a sentence wrongly."""
_VERB = re.compile(r"[a-z]+ed (?:an?|the|[a-z]+s?|out)\b(?! (?:persons|people|officials))")
"""An opening that is no name: "carried out monitoring"."""
_LONGEST = 26
_SHORT = 3
_PERSON = 3


@cache
def source_types() -> dict[str, SourceType]:
    """Return the words that tell the sort of a source, in lower case."""
    found: dict[str, SourceType] = {}
    for row in facts.rows("vocabulary/source_nouns.csv"):
        for word in row["words"].split():
            found.setdefault(word, row["type"])  # type: ignore[arg-type]  # the file holds only these types
    return found


@cache
def _not_sources() -> frozenset[str]:
    return frozenset(facts.text("vocabulary/not_sources.txt").split())


def _head(name: str) -> list[str]:
    """Return the words of a name before "of", "for" and the like."""
    return _POSTMODIFIER.split(f" {name} ")[0].split()


def _can_end(left: str, right: str, joined: str) -> bool:
    """Tell whether a name can end where it is joined to what follows."""
    head = (_head(left) or left.split())[-1].strip("()")
    known = head.lower() in source_types()
    words = right.split()
    if left.lower() in _SCOPES:
        return False
    if len(left.split()) == 1 and known and words[0].lower() in source_types() and words[-1].lower() in _SHARED:
        return False
    if " and" in joined and head[:1].isupper() and right[:1].isupper():
        one_name = left.istitle() and _BODY.search(right.partition(",")[0]) is not None
        two_names = left.istitle() and " " in left and words[:2] == [w.capitalize() for w in words[:2]] != words[:1]
        return not one_name and (two_names or head.isupper() or (known and head.endswith("s")) or left.endswith(")"))
    return known or head[:1].isupper()


def _stands_alone(part: str) -> bool:
    return any(w.lower().strip("(),") in source_types() or w[:1].isupper() for w in part.split())


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
        if left and right and _can_end(left, right, found[0]) and _stands_alone(left) and _stands_alone(right):
            pieces.append(left)
            start = found.end()
    return [*pieces, phrase[start:].strip()]


def clean_name(name: str) -> str:
    """Return a name without article, date and label before it.

    >>> clean_name("the local NGO Open Door")
    'Open Door'
    """
    name = name.strip(' ,;“”"()') if name.count("(") != name.count(")") else name.strip(' ,;“”"')
    name = _DATED.sub("", _DETERMINERS.sub("", name))
    label = _LABEL.match(name)
    return name[label.end() :].strip(" ,") if label and len(name) > label.end() else name.strip(" ,")


def source_type(name: str) -> SourceType:
    """Return what sort of source a name is.

    >>> source_type("Ministry of Interior"), source_type("local observers")
    ('government', 'observers')
    """
    types = source_types()
    words = [re.sub(r"[’']s$", "", w).strip("(),’'") for w in name.lower().split()]
    if any(
        types.get(w) == "international" for w, printed in zip(words, name.split(), strict=True) if printed[:2].isupper()
    ):
        return "international"
    for word in (*reversed(_head(" ".join(words))), *words):
        if word in types:
            return types[word]
    if name.isupper():
        return "other"
    return "individual" if len(words) <= _PERSON and name.istitle() else "other"


def is_source(name: str) -> bool:
    """Tell whether a name can be a source: not a law, a pronoun, or bare "reports"."""
    words = name.lower().split()
    head = [w.lower().strip("(),") for w in _head(name)]
    if not words or not head or len(words) > _LONGEST:
        return False
    if words[0] in _not_sources() and len(words) < _SHORT:
        return False
    if head[-1] == "reports":
        return len(head) > 1 and head[-2] in source_types()
    if words[-1] in _NEVER_LAST or _VERB.match(name):
        return False
    return head[-1] not in _not_sources() and _stands_alone(name)
