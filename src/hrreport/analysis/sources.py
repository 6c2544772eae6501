"""Sources: to whom a sentence attributes its information, in the sentence's own words.

Three forms are known: "according to UNHCR", "observers noted that ..." with the verbs of
``vocabulary/source_verbs.csv``, and "as documented by monitors". A body that is merely mentioned is no
source; a pronoun is left alone; bare "reports" are nobody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hrreport import facts
from hrreport.model.finding import Source, SourceType

_TOKEN = re.compile(r"[^\W\d_][\w’'&./+-]*(?<![.])|\d[\d,.%-]*|[^\s\w]")


class Token(NamedTuple):
    """A word or mark of the sentence, where it stands, and in lower case."""

    text: str
    low: str
    start: int
    end: int


@cache
def _verbs() -> dict[str, str]:
    """Return the rule of every form of every verb that attributes."""
    return {form: row["rule"] for row in facts.rows("vocabulary/source_verbs.csv") for form in row["forms"].split()}


@cache
def _types() -> dict[str, SourceType]:
    found: dict[str, SourceType] = {}
    for row in facts.rows("vocabulary/source_nouns.csv"):
        for word in row["words"].split():
            found.setdefault(word, row["type"])  # type: ignore[arg-type]  # the file holds only these types
    return found


@cache
def _not_sources() -> frozenset[str]:
    return frozenset(facts.text("vocabulary/not_sources.txt").split())


_ADVERBS = frozenset(
    "also further frequently often sometimes previously repeatedly additionally reportedly regularly generally "
    "publicly continued occasionally consistently widely broadly routinely still recently subsequently later "
    "specifically similarly commonly first anecdotally strongly to had have has however nevertheless itself "
    "themselves openly credibly separately together now initially".split()
)
_PASSIVE = frozenset(
    "was were be been is are being the a an no some any several of numerous such many most as few".split()
)
_BREAKS = frozenset(
    "but while although though because when where if whereas unless that whether which who whom whose and/or".split()
)
_INTRODUCING = frozenset(
    "in on at during as since from by after before despite for however nevertheless additionally meanwhile similarly "
    "although while following though when because throughout through until upon within according among with without "
    "nonetheless moreover furthermore likewise conversely subsequently separately instead thus once if under in-addition "
    "citing based consequently overall".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DETERMINERS = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
_DATED = re.compile(
    r"^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}|\d{4})\s+)+"
)
_LABEL = re.compile(
    r"^(?:[\w-]+\s+){0,4}?(?:NGOs?|nongovernmental organizations?(?: \(NGOs?\))?|media outlets?|newspapers?|websites?|"
    r"organizations?|groups?|alliance|journalist)\s+(?=[A-Z“])"
)
_FINITE = frozenset(
    "was were is are be been had has have did does do could would may might should can will must said made led took "
    "gave became began held found according left kept met fell rose ran won lost paid sent told saw".split()
)


def _tokens(sentence: str) -> list[Token]:
    return [Token(m[0], m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]


def _allowed(rule: str, tokens: list[Token], i: int, name: str) -> bool:
    """Tell whether the verb at `i`, with what follows it, attributes what is said to `name`."""
    following = [t.low for t in tokens[i + 1 : i + 8]]
    after = following[0] if following else ""
    government = source_type(name) == "government"
    if rule == "present":
        before = tokens[i - 1].low if tokens[i - 1].low not in _ADVERBS or i < 2 else tokens[i - 2].low
        plural = before.endswith("s") or before in {"media", "people", "society", "women"}
        fits = plural != tokens[i].low.endswith("s") or before.isupper()
        return (
            before in _types() and fits and after not in {"on", "of", "to", "and", "by", "from", "in", "for", ",", "."}
        )
    if rule == "":
        return not (after == "by" and "that" not in following)
    if rule == "not-government":
        return not government or after in {"that", "it"}
    if rule == "says-that":
        return after in {"that", "it", "they", "there", "he", "she"} or any(
            w in {"had", "was", "were", "would", "it", "that", "received", "opened", "did"} for w in following[:6]
        )
    if rule == "expresses":
        return any(
            w.startswith(
                ("concern", "doubt", "fear", "question", "alarm", "skeptic", "belief", "dissatisf", "allegation")
            )
            for w in following
        )
    if rule == "finds":
        return (
            after in {"that", "the", "no", "evidence", "it", "there"}
            and not ({"court", "police", "judge", "courts"} & set(name.lower().split()))
        ) or "percent" in following
    if rule == "denies":
        return (
            after in {"that", "it", "any", "involvement", "responsibility", "allegations", "they", "these"}
            or "existence" in following[:3]
            or "allegations" in following[:3]
        )
    if rule == "calls":
        return (
            after in {"for", "on", "upon", "attention", "these", "this", "it"} and not government
        ) or "“" in following[:4]
    if rule == "points":
        return after in {"to", "out"}
    if rule == "counts":
        return any(w[:1].isdigit() for w in following) or after in {"that"}
    if rule == "dismisses":
        return "charges" in following[:3] and not government
    if rule == "studies":
        return bool(
            {"report", "research", "study", "survey", "data", "estimates", "statistics", "poll", "figures"}
            & set(name.lower().split())
        )
    raise AssertionError(rule)


def _subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """Return the span of words that is the subject of the verb at `verb`, or ``None``."""
    last = verb - 1
    while last >= 0 and tokens[last].low in _ADVERBS:
        last -= 1
    if last < 0 or tokens[last].low in _PASSIVE:
        return None
    # "X, an affiliate of Y, reported": the name stands before the first comma
    apposition = tokens[last].text == ","
    if apposition:
        last -= 1
    first = last
    while first >= 0 and tokens[first].text not in {";", ":", "“", "”", "—"} and tokens[first].low not in _BREAKS:
        first -= 1
    first += 1
    first = _after_introduction(tokens, first, last)
    first = _after_verb(tokens, first, last)
    if apposition:
        comma = next((k for k in range(first, last + 1) if tokens[k].text == ","), None)
        if comma is not None and comma > first:
            last = comma - 1
    return (first, last) if first <= last else None


def _after_introduction(tokens: list[Token], first: int, last: int) -> int:
    """Skip "In June 2023, ..." and the like."""
    while first <= last and (
        tokens[first].low in _INTRODUCING or tokens[first].text in {",", "and"} or tokens[first].low in {"in", "then"}
    ):
        comma = next((k for k in range(first + 1, last + 1) if tokens[k].text == ","), None)
        if comma is not None:
            first = comma + 1
            if first <= last and re.fullmatch(r"(?:19|20)\d\d", tokens[first].text):
                first += 1
            continue
        dated = first + 1
        while dated <= last and (
            tokens[dated].low in _MONTHS
            or tokens[dated].text[0].isdigit()
            or tokens[dated].low
            in {
                "early",
                "late",
                "mid",
                "the",
                "year",
                "some",
                "many",
                "most",
                "several",
                "cases",
                "case",
                "addition",
                "general",
                "practice",
                "instances",
                "areas",
            }
        ):
            dated += 1
        if dated > first + 1 and dated <= last:
            return dated
        first += 1
    return first


def _is_finite(tokens: list[Token], k: int, first: int) -> bool:
    """Tell whether the word at `k` is a finite verb, as far as its form and the word before it tell."""
    word = tokens[k].low
    if word in _FINITE:
        return True
    if k == first or not word.endswith("ed") or word in _AFTER_NOUNS or not tokens[k].text.islower():
        return False
    return tokens[k - 1].low in _types() or word in _verbs() or tokens[k - 1].low in _ADVERBS


def _after_verb(tokens: list[Token], first: int, last: int) -> int:
    """Begin after the last finite verb that still stands before the subject."""
    for k in range(last, first - 1, -1):
        if _is_finite(tokens, k, first):
            comma = next((j for j in range(k + 1, last + 1) if tokens[j].text == ","), None)
            return comma + 1 if comma is not None else last + 1
    return first


_AFTER_NOUNS = frozenset(
    "included based located surveyed interviewed involved affiliated related engaged accredited detained displaced "
    "appointed organized concerned united registered".split()
)
"""Participles that often follow the noun they describe, so that they are not taken for its verb."""

_JOIN = re.compile(r"\s*,\s*(?:and\s+|or\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+")
_POSTMODIFIER = re.compile(
    r"\s(?:of|for|from|in|on|at|with|working|who|including|such|monitoring|against|about|regarding|to)\s"
)


_SHARED = frozenset(
    "reports sources data officials representatives figures leaders experts organizations groups".split()
)
"""Heads that several words before them share: "NGO and media reports"."""


def _parts(phrase: str) -> list[str]:
    """Split "observers, lawyers, and the UN" where each part can stand alone."""
    _, such_as, examples = phrase.partition(" such as ")
    phrase = examples if such_as else phrase
    pieces: list[str] = []
    rest = phrase
    start = 0
    for found in _JOIN.finditer(phrase):
        left, right = phrase[start : found.start()].strip(), phrase[found.end() :].strip()
        if left and right and _can_end(left, right, found[0]) and _stands_alone(left) and _stands_alone(right):
            pieces.append(left)
            start = found.end()
            rest = right
    return [*pieces, rest] if pieces else [phrase]


def _can_end(left: str, right: str, joined: str) -> bool:
    """Tell whether a name can end where it is joined to what follows."""
    head = (_POSTMODIFIER.split(f" {left} ")[0].split() or left.split())[-1].strip("()")
    known = head.lower() in _types()
    words = right.split()
    if len(left.split()) == 1 and known and words[0].lower() in _types() and words[-1].lower() in _SHARED:
        return False
    if " and" in joined and head[:1].isupper() and right[:1].isupper():
        return head.isupper() or (known and head.endswith("s")) or left.endswith(")")
    return known or head[:1].isupper()


def _stands_alone(part: str) -> bool:
    words = part.split()
    return any(w.lower().strip("(),") in _types() or w[:1].isupper() for w in words)


def _clean(name: str) -> str:
    name = name.strip(' ,;“”"()') if name.count("(") != name.count(")") else name.strip(' ,;“”"')
    name = _DATED.sub("", _DETERMINERS.sub("", name))
    label = _LABEL.match(name)
    if label and len(name) > label.end():
        name = name[label.end() :]
    return name.strip(" ,")


def source_type(name: str) -> SourceType:
    """Return what sort of source a name is.

    >>> source_type("Ministry of Interior"), source_type("local observers")
    ('government', 'observers')
    """
    types = _types()
    words = [w.strip("(),’'s") if w.endswith(("’s", "'s")) else w.strip("(),") for w in name.lower().split()]
    heads = _POSTMODIFIER.split(f" {' '.join(words)} ")[0].split()
    for word in (*reversed(heads), *words):
        if word in types:
            return types[word]
    return "other" if name.islower() else "individual" if len(words) <= 3 and not name.isupper() else "ngo"


def _is_source(name: str) -> bool:
    words = name.lower().split()
    if not words or len(words) > 26:
        return False
    if words[0] in _not_sources() and len(words) < 3:
        return False
    head = _POSTMODIFIER.split(f" {name} ")[0].split()
    if not head:
        return False
    last = head[-1].lower().strip("(),")
    if last == "reports":
        return len(head) > 1 and head[-2].lower() in _types()
    if last in _not_sources():
        return False
    return any(w.lower().strip("(),") in _types() or w[:1].isupper() for w in name.split())


_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<name>[^;:]+?)(?=$|[.;:]|,\s(?!and\b)(?:[a-z]|[A-Z“\d])|,$|\s(?:which|who|that|while|because|although|was|were|had|there)\b)"
)
_BY = re.compile(
    r"\b(?:reported|criticized|documented|alleged|cited|conducted|estimated|noted|condemned|described|raised|expressed|published|identified) by (?P<name>[^,;:.]+?)(?=$|[.;:,]|\s(?:that|as|which|who|was|were|on|in|during|indicated|found|showed|reported|stated|for|since)\b)"
)


def find_sources(sentence: str) -> tuple[Source, ...]:
    """Return the sources that a sentence attributes its information to, each once, in order.

    >>> [s.name for s in find_sources("According to UNHCR, camps were full, and observers noted shortages.")]
    ['UNHCR', 'observers']
    """
    named: list[tuple[int, str]] = []
    for pattern in (_ACCORDING, _BY):
        for found in pattern.finditer(sentence):
            named += [(found.start("name"), part) for part in _parts(found["name"])]
    verbs = _verbs()
    tokens = _tokens(sentence)
    for i, token in enumerate(tokens):
        rule = verbs.get(token.low)
        if rule is None or i == 0 or not token.text.islower():
            continue
        span = _subject(tokens, i)
        if span is None:
            continue
        phrase = sentence[tokens[span[0]].start : tokens[span[1]].end]
        if _allowed(rule, tokens, i, phrase):
            named += [(tokens[span[0]].start, part) for part in _parts(phrase)]
    names: dict[str, None] = {}
    for _, phrase in sorted(named, key=lambda pair: pair[0]):
        name = _clean(phrase)
        if _is_source(name) and not any(name in other for other in names):
            names[name] = None
    return tuple(Source(name, source_type(name)) for name in names)
