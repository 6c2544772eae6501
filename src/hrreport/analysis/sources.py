"""Sources: to whom a sentence attributes its information, in the sentence's own words.

Three forms are known: "according to UNHCR", "observers noted that ..." with the verbs of
``vocabulary/source_verbs.csv``, and "as documented by monitors", with its kin ("a survey conducted by",
"citing official statistics", "reported in media"). A body that is merely mentioned is no source; a pronoun
is left alone; bare "reports" are nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.attribution import find_attributions
from hrreport.analysis.source_lists import split_names
from hrreport.analysis.source_names import clean_name, is_source, type_with_label, without_document
from hrreport.analysis.source_types import head_of, source_types
from hrreport.model.finding import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<name>[^;:]+?)"
    r"(?=$|[.;:]|,\s(?!and\b)(?:[a-z]|[A-Z“\d])|,$|\s(?:which|who|that|while|because|although|was|were|had|there)\b)"
)
_ACCORDING_TO_SEVERAL = re.compile(
    r"\b[Aa]ccording to (?P<name>[^,;:.]{2,60}(?:, (?:the )?[A-Z][^,;:.]{2,70})+, and [^,;:.]{2,80}?)(?=[,.;]|$)"
)
_CLAUSE = re.compile(r"\b(?:was|were|had|has|is|are|could|would|may|[a-z]+ed)\b")
"""What stands in no list of names."""
_SAYING = (
    "indicated|found|showed|reported|stated|revealed|concluded|noted|described|estimated|documented|identified|recorded|"
    "highlighted|criticized|alleged|detailed|cited|said|suggested|referenced"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_BY = re.compile(
    r"(?:\b(?:reported|criticized|documented|alleged|cited|estimated|noted|condemned|described|raised|expressed|"
    r"identified)|\b(?i:reports?|survey|study|studies|poll|research|assessment|data|statistics|interviews?|analysis|"
    r"census|inquiry|article|investigation)\b[^.;]{0,50}?\b(?:conducted|published|released|obtained|compiled|issued|"
    r"collected|prepared)(?: (?:in|during|from) [\w ]{3,30})?) by (?P<name>[^,;:.]+?)"
    rf"(?=$|[.;:,]|\s(?:that|which|who|was|were|during|since|{_SAYING})\b|"
    rf"\s(?:as|on|in|for)\s(?!(?:the\s)?(?!{_MONTH})[A-Z]))"
)
_CITING = re.compile(r"\b[Cc]iting (?P<name>[^,;:.]+?)(?=$|[.;:,]|\s(?:that|showing|indicating|which|who|from|for)\b)")
_IN_MEDIA = re.compile(
    r"\b(?:reported|reports|allegations|coverage) (?:in|by) (?:the )?"
    r"(?P<name>(?:[a-z-]+ ){0,2}(?:media|press)(?: reports| outlets)?)\b"
)
"""What is reported in media, which say so themselves."""
_FORMS = (
    (_ACCORDING_TO_SEVERAL, "ccording to"),
    (_ACCORDING, "ccording to"),
    (_BY, " by "),
    (_CITING, "iting "),
    (_IN_MEDIA, " in "),
)
"""The forms that are no verb with its subject, each with a sign of it that is looked for first."""
_ASIDE = re.compile(
    r"^(?:the )?(?:most recent|latest) (?:[\w-]+ ){1,4}(?:available|released|published), (?=\S)|"
    r"^(?:such )?as (?:[^,]*, )+(?=\S)"
)
"""What is said of the data, or by way of example, before the source is named."""


def _is_cited(name: str) -> bool:
    """Return whether what is cited is a body or a document, not a reason."""
    return (head_of(name) or [""])[-1].lower() in source_types()


def _phrases(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the phrases that name sources, with their places."""
    several: set[int] = set()
    for pattern, sign in _FORMS:
        for match in pattern.finditer(sentence) if sign in sentence else ():
            name, start = match["name"], match.start("name")
            if start in several or (pattern is _CITING and not _is_cited(name)):
                continue
            if pattern is _ACCORDING_TO_SEVERAL:
                if _CLAUSE.search(name):
                    continue
                several.add(start)
            yield start, name
    yield from find_attributions(sentence)


def find_sources(sentence: str) -> tuple[Source, ...]:
    """Return the sources that a sentence attributes its information to, each once, in order.

    >>> [s.name for s in find_sources("According to UNHCR, camps were full, and observers noted shortages.")]
    ['UNHCR', 'observers']
    """
    found: dict[str, Source] = {}
    for _, phrase in sorted(_phrases(sentence)):
        for printed in split_names(without_document(_ASIDE.sub("", phrase))):
            name = clean_name(printed)
            if is_source(name) and not any(name in other for other in found):
                found[name] = Source(name, type_with_label(name, printed))
    return tuple(found.values())
