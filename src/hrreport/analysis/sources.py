"""Sources: to whom a sentence attributes its information, in the sentence's own words.

Three forms are known: "according to UNHCR", "observers noted that ..." with the verbs of
``vocabulary/source_verbs.csv``, and "as documented by monitors", with its kin ("a survey conducted by",
"citing official statistics", "reported in media"). A body that is merely mentioned is no source; a pronoun
is left alone; bare "reports" are nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.attribution import WATCHING, find_attributions
from hrreport.analysis.source_names import clean_name, is_source, split_names, type_with_label, without_document
from hrreport.analysis.source_types import head_of, source_type, source_types
from hrreport.model.finding import Source
from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<name>[^;:]+?)"
    r"(?=$|[.;:]|,\s(?!and\b)(?:[a-z]|[A-Z“\d])|,$|\s(?:which|who|that|while|because|although|was|were|had|there)\b|\sand\s(?:is|are|was|were)\b)"
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
_BY = re.compile(
    r"(?:\b(?:reported|criticized|documented|alleged|cited|estimated|noted|condemned|described|raised|expressed|"
    r"identified)|\b(?i:reports?|survey|study|studies|poll|research|assessment|data|statistics|interviews?|analysis|"
    r"census|inquiry|article|investigation)\b[^.;]{0,50}?\b(?:conducted|published|released|obtained|compiled|issued|"
    r"collected|prepared)(?: (?:in|during|from) [\w ]{3,30})?) by (?P<name>[^,;:.]+?)"
    rf"(?=$|[.;:,]|\s(?:that|which|who|was|were|during|since|alleging|claiming|stating|saying|describing|{_SAYING})\b|"
    r"\sand\s[a-z]+ed\b|"
    rf"\s(?:as|on|in|for)\s(?!(?:the\s)?(?!{MONTH})[A-Z]))"
)
_CITING = re.compile(
    r"\b(?:[Cc]iting|quoted(?! (?:by|in|as)\b)|cited(?=[\w ]{1,40}\b(?:sources|officials|statistics|data)\b)) "
    r"(?P<name>[^,;:.]+?)"
    r"(?=$|[.;:,]|\s(?:that|showing|indicating|saying|urging|which|who|as|from|for|on(?! (?:the )?[A-Z]))\b)"
)
_SEEN_BY = re.compile(
    r"\b(?:considered|viewed|seen|regarded|perceived|deemed|judged|characterized|confirmed|corroborated|verified|"
    r"recorded|assessed)(?: [\w-]+){0,6}? by (?P<name>[^,;:.]+?)(?=$|[.;:,]|\s(?:to|as|that|which|who|was|were|in|on|"
    r"for|since|during)\b)"
)
"""A judgment with those who judge so."""
_TOLD = re.compile(
    r"\btold (?P<name>(?:(?:the|an?) )?(?:[\w’-]+ ){0,4}?(?:NGOs?|[A-Z][\w’-]+)(?: \([A-Z]+\))?)"
    r"(?=\s(?:that|it|they|he|she|there|the|of|about|how|in|on|during|after)\b|$|[.,;])"
)
"""Those who pass on what they were told."""
_SAID_BY = re.compile(r",”\s(?:said|stated|added|noted|wrote)\s(?P<name>[^,;.“”]{3,70})(?=[,;.]|$)")
"""The speaker after a quotation."""
_IN_MEDIA = re.compile(
    r"\b(?:(?:reported|reports|allegations) (?:in|by)|coverage in) (?:the )?"
    r"(?P<name>(?:[a-z-]+ ){0,2}(?:media|press)(?: reports| outlets)?)\b"
)
"""What is reported in media, which say so themselves."""
_FORMS = (
    (_ACCORDING_TO_SEVERAL, "ccording to"),
    (_ACCORDING, "ccording to"),
    (_BY, " by "),
    (_SEEN_BY, " by "),
    (_CITING, "iting "),
    (_CITING, "cited "),
    (_CITING, "quoted "),
    (_TOLD, "told "),
    (_SAID_BY, ",” "),
    (_IN_MEDIA, " media"),
    (_IN_MEDIA, " press"),
)
"""The forms that are no verb with its subject, each with a sign of it that is looked for first."""
_ASIDE = re.compile(
    r"^(?:the )?(?:most recent|latest) (?:[\w-]+ ){1,4}(?:available|released|published), (?=\S)|"
    r"^(?:such )?as (?:[^,]*, )+(?=\S)"
)
"""What is said of the data, or by way of example, before the source is named."""
_DEPENDING = re.compile(
    r"\b(?:var(?:y|ies|ied|ying)|differ(?:s|ed|ing)?|appropriate|chang(?:e|es|ed)|determined|classified|organized|divided|"
    r"assigned|adjusted|calculated|distributed|allocated|treated|grouped|act(?:ed|ing)?|punish(?:ed|able)|set|paid)"
    r"\s(?:and\s\w+\s)?$"
)
"""What goes by something, not what somebody says: "fees varied according to"."""
_WITHOUT_COMMA = re.compile(r"(?:the )?[A-Z][A-Z-]+(?=\s(?!and\b|or\b|for\b|of\b|in\b|on\b)[\w’-]+\s[\w’ -]*$)")
"""An acronym that no comma follows before the statement: "according to UNHCR camps were"."""
_DOCUMENT = re.compile(
    r"\b(?i:reports?|surveys?|study|studies|polls?|research|assessment|data|statistics|census|index|investigation)\b"
)
_OTHERS = re.compile(r",? and (?:many )?others$")
_DATE = re.compile(r",?$|,? (?:in|on|during|since|from)\b")
_AFTER_ACCORDING = re.compile(r"ccording to [^,]*, $")
_DOT = "\N{ONE DOT LEADER}"
_ABBREVIATED = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|Gen|Col|Lt|[A-Z])\.(?= [A-Z])")
"""A period that ends no sentence."""


def _without_statement(name: str, after: str) -> str:
    """Return a name after "according to" without the statement, where no comma parts them."""
    acronym = _WITHOUT_COMMA.match(name)
    return acronym[0] if acronym and (_CLAUSE.match(after.strip()) or _CLAUSE.search(name)) else name


def _phrases(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the phrases that name sources, with their places."""
    several: set[int] = set()
    for pattern, sign in _FORMS:
        for match in pattern.finditer(sentence) if sign in sentence else ():
            name, start = match["name"], match.start("name")
            if start in several or not _attributes(pattern, name, sentence[: match.start()]):
                continue
            if pattern is _ACCORDING_TO_SEVERAL:
                several.add(start)
            yield start, _without_statement(name, sentence[match.end() :]) if pattern is _ACCORDING else name
    yield from find_attributions(sentence)


def _attributes(pattern: re.Pattern[str], name: str, before: str) -> bool:
    """Return whether what a form names is a source, by its words and by those before it."""
    if pattern is _CITING:
        # a body or a document is cited, not a reason
        head = (head_of(name) or [""])[-1].lower()
        return " by " not in name and head in source_types() and name not in {"data", "statistics"}
    if pattern is _TOLD:
        return source_type(name) == "ngo"
    if pattern is _SEEN_BY:
        return source_type(name) in WATCHING and not before.endswith("not ")
    if pattern is _ACCORDING_TO_SEVERAL and _CLAUSE.search(name):
        return False
    return pattern not in {_ACCORDING, _ACCORDING_TO_SEVERAL} or not _DEPENDING.search(before)


def _is_apposition(phrase: str, before: str, found: dict[str, Source]) -> bool:
    """Return whether a phrase only says what the source right before it is: "X, a local group"."""
    if not before.endswith(", ") or not phrase.startswith(("a ", "an ")) or _AFTER_ACCORDING.search(before):
        return False
    return any(before.endswith(f"{name}, ") for name in found)


def _is_document(start: int, phrase: str, phrases: list[tuple[int, str]]) -> bool:
    """Return whether a phrase is a document by a source that stands within it: "a report published by X"."""
    for other, name in phrases:
        at = max(0, other - start)
        before, after = phrase[:at], phrase[at + len(name) :]
        if before.endswith(" by ") and " and " not in before and _DOCUMENT.search(before) and _DATE.match(after):
            return True
    return False


def find_sources(sentence: str) -> tuple[Source, ...]:
    """Return the sources that a sentence attributes its information to, each once, in order.

    >>> [s.name for s in find_sources("According to UNHCR, camps were full, and observers noted shortages.")]
    ['UNHCR', 'observers']
    """
    found: dict[str, Source] = {}
    if ". " in sentence:
        sentence = _ABBREVIATED.sub(lambda m: m[0][:-1] + _DOT, sentence)
    phrases = sorted(_phrases(sentence))
    for start, phrase in phrases:
        if _is_apposition(phrase, sentence[:start], found) or _is_document(start, phrase, phrases):
            continue
        named = _OTHERS.sub("", _ASIDE.sub("", phrase.replace(_DOT, ".")))
        for printed in split_names(without_document(named)):
            name = clean_name(printed)
            if is_source(name) and not any(name in other for other in found):
                found[name] = Source(name, type_with_label(name, printed))
    return tuple(found.values())
