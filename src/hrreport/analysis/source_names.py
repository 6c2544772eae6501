"""Names of sources: where one ends in a list, without what is printed before and after it, and what is no name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.source_types import head_of, known_type, source_type, source_types
from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from hrreport.model.finding import SourceType

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
_BEGINS_NAME = frozenset("the a an other some several many its their his her local international".split())


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


def _opens_sentence(left: str, right: str) -> bool:
    """Return whether a capital is that of a sentence's first word: "Environment and land rights advocates"."""
    words = right.split()
    plain = left.istitle() and left.isalpha() and len(words) > 1 and right.partition(",")[0].islower()
    return plain and words[0] not in _BEGINS_NAME and words[0] not in source_types()


def _stands_alone(part: str) -> bool:
    """Return whether words name a source by themselves: with a known noun or a capital."""
    return any(w.lower().strip("(),") in source_types() or w != w.lower() for w in part.split())


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
        within_brackets = phrase.count("(", 0, found.start()) > phrase.count(")", 0, found.start())
        if not left or not right or within_brackets:
            continue
        if _can_end(left, right, found[0]) and _stands_alone(left) and _stands_alone(right):
            pieces.append(left)
            start = found.end()
    return [*pieces, phrase[start:].strip()]


_DETERMINERS = re.compile(
    r"^(?:(?:at\s)?least\s(?=\w+\s\w))?(?:and\s+)?(?:one\sof\s|an?\snumber\sof\s)?(?:(?:the\s+same|the|an?|its|their|his|her|these|those|such|this|that|one)\s+)?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^(?:\d{4}\s)?\([^()]*\)\s(?=\w)")
_OF_LAW = re.compile(
    r"(?:laws?|constitution)\s(?!enforcement|societ|firm|student|professor|school|minist|association|faculty|commission|council|"
    r"reform)"
)
"""An opening on the law itself, which says what is to be."""
_DATED = re.compile(rf"^(?:(?:{MONTH}|\d{{1,2}}|\d{{4}})\s+)+")
_DOCUMENTS = (
    "reports?|surveys?|study|studies|polls?|statistics|data|assessments?|allegations|accounts|estimates|statements?|"
    "articles?|research|complaints|information|testimony|opinions?|reviews?|investigations?"
)
_MADE = "published|released|obtained|issued|conducted|compiled|prepared|received|provided|carried out"
_DOCUMENT = re.compile(
    rf"^(?:[Tt]he\s|[Aa]n?\s)?(?:(?:{MONTH}|Anecdotal|Credible|Multiple|Several|Numerous|Recent|Some|Many|(?!media|press|news)[a-z][\w’-]*|\d[\d-]*)\s){{0,4}}?(?i:{_DOCUMENTS})\s"
    rf"(?:(?:\w+ly\s)?(?:{_MADE})\s)?(?:(?:in|on|during)\s(?:{MONTH}|\d{{4}}|the\syear)(?:\s\d+)*,?\s)?"
    r"(?:(?:by|from|of)\s(?!\d)|in\s(?=(?:the\s)?(?:[a-z]+\s){0,2}(?:media|press)\b))(?:(?:the|an?|its|their)\s)?(?=\S)"
)
"""What stands before the body whose document it is: "a June report of"."""
_OF_SUBJECT = re.compile(
    r"(?:[\w’-]+\s){0,4}?(?:survey|study|poll|assessment|analysis|review)\sof\s(?!the\s|its\s)[a-z\d]"
)
"""A document with what it is about: "a survey of women"."""
_ARTICLE_IN = re.compile(
    r"^(?:[Tt]he\s|[Aa]n?\s)?(?:[\w’-]+\s){0,4}?(?:article|story|interview|editorial|column|commentary)s?\s(?:published\s)?"
    r"in\s(?:the\s)?(?=[A-Z“])"
)
"""What stands before the paper that an article is in."""
_OF_A_BODY = re.compile(
    r"(?P<body>.+?)(?:[’']s?\s(?:[\w-]+\s){0,4}?(?:reports?|surveys?|statistics|data|assessments?|statements?)|"
    r"(?<=[A-Z]{2})(?:\s[a-z]+)?\s(?:reports?|statistics|data))(?:\s(?:on|of|for|from|released)\s.*)?$"
)
"""A body and its document: "the ombudsman’s 2015 report", "a UN report"."""
_AFTERWARD = re.compile(
    r"\savailable$|(?<!ly)\s(?:published|released|issued|dated|conducted|covering|updated)\s.*$|"
    rf"\sin\s(?:(?:{MONTH})(?:\s\d{{4}})?|\d{{4}}|\d+\s\w+)$"
)
"""When a document came out, which is no part of the name of its body."""
_LABEL = re.compile(
    r"^(?:(?!of\s)[\w-]+\s+){0,4}?(?:NGOs?|nongovernmental organizations?(?: \(NGOs?\))?|media outlets?|newspapers?|"
    r"websites?|organizations?|groups?|alliance|journalist)\s+(?=[A-Z“])"
)
"""What stands before a proper name: "the local NGO"."""
_NEVER_LAST = frozenset("and or of for to in by with from on that the a an at available neither".split())
"""Words that no name ends on; one that does was cut out of a sentence wrongly."""
_NEVER_FIRST = frozenset(
    "every percent no none neither nor including as approximately only nearly almost about due owing because".split()
)
_VERB = re.compile(
    r"(?!(?:armed|imprisoned|informed|concerned|organized|detained|displaced|released|affected|interviewed|surveyed|"
    r"retired|persecuted|evicted|un[a-z]+ed)\s[a-z]{4})"
    r"[a-z]+ed (?:an?|the|[a-z]+s?|out|\d[\d,]*)\b(?! (?:persons|people|officials))"
)
"""An opening that is not a name: "carried out monitoring"."""
_NOBODY = frozenset("most recent latest available the data".split())
"""Words that leave open whose data they are."""
_STATED = re.compile(r"^(?!.*\b(?:who|that|which)\b).*\s[a-z]+ed (?:an?|the|its|their|no)\s")
"""A clause of its own, which is not a name."""
_LONGEST = 26
_SHORT = 3


@cache
def _not_sources() -> frozenset[str]:
    return frozenset(tables.text("vocabulary/not_sources.txt").split())


def without_document(phrase: str) -> str:
    """Return a phrase without the document that stands before its body.

    >>> without_document("a June report of the Ministry of Labor and Social Affairs")
    'Ministry of Labor and Social Affairs'
    """
    phrase = _ARTICLE_IN.sub("", phrase)
    return phrase if _OF_SUBJECT.match(phrase) else _DOCUMENT.sub("", phrase)


def clean_name(name: str) -> str:
    """Return a name without article, date, document and label before it, and without the date after it.

    >>> clean_name("the local NGO Open Door"), clean_name("the ombudsman’s 2015 report")
    ('Open Door', 'ombudsman')
    """
    name = _BRACKET.sub("", name)
    name = name.strip(' ,;“”"()') if name.count("(") != name.count(")") else name.strip(' ,;“”"')
    name = without_document(_DATED.sub("", _DETERMINERS.sub("", name)))
    name = _AFTERWARD.sub("", _DETERMINERS.sub("", _DATED.sub("", name)))
    owned = _OF_A_BODY.match(name)
    name = owned["body"] if owned else name
    label = _LABEL.match(name)
    return name[label.end() :].strip(" ,") if label and len(name) > label.end() else name.strip(" ,")


def type_with_label(name: str, printed: str) -> SourceType:
    """Return what sort of source a name is, by the label before it where the name itself does not tell.

    >>> type_with_label("Open Door", "the local NGO Open Door")
    'ngo'
    """
    own = source_type(name)
    label = printed.partition(name)[0].strip()
    if own not in {"other", "individual"} or not label:
        return own
    labeled = source_type(label)
    return labeled if labeled in {"ngo", "media"} else own


def is_source(name: str) -> bool:
    """Return whether a name can be a source: not a law, a pronoun, or bare "reports"."""
    if known_type(name):
        return True
    words = name.lower().split()
    # an acronym is no pronoun: WHO
    head = [w if len(w) > 1 and w.isupper() else w.lower() for w in (w.strip("(),") for w in head_of(name))]
    if (
        not words
        or not head
        or len(words) > _LONGEST
        or (words[0] in _not_sources() and len(words) < _SHORT and head[-1] != "enforcement")
    ):
        return False
    if head[-1] == "data" and _NOBODY.issuperset(words):
        return False
    if head[-1] == "reports":
        return len(head) > 1 and head[-2] in source_types()
    if (
        words[0] in _NEVER_FIRST
        or "percent" in words[:5]
        or words[-1] in _NEVER_LAST
        or _VERB.match(name)
        or _OF_LAW.match(name)
        or _STATED.match(name)
    ):
        return False
    return head[-1] not in _not_sources() and _stands_alone(name)
