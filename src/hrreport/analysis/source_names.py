"""Names of sources: without what stands before and after them, and what is not a name of one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.source_lists import stands_alone
from hrreport.analysis.source_types import head_of, known_type, source_type, source_types
from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from hrreport.model.finding import SourceType

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
    told = source_type(name)
    label = printed.partition(name)[0].strip()
    if told not in {"other", "individual"} or not label:
        return told
    labeled = source_type(label)
    return labeled if labeled in {"ngo", "media"} else told


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
    return head[-1] not in _not_sources() and stands_alone(name)
