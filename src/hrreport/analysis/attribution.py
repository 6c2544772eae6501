"""Verbs that attribute ("noted", "alleged"), and the words that are their subject."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts
from hrreport.analysis.source_names import source_type, source_types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_TOKEN = re.compile(r"[^\W\d_][\w’'&./+-]*(?<![.])|\d[\d,.%-]*|[^\s\w]")


class Token(NamedTuple):
    """A word or mark of the sentence, in lower case too, and where it stands."""

    text: str
    low: str
    start: int
    end: int


class Use(NamedTuple):
    """A verb of attribution in a sentence: what follows it, and its supposed subject."""

    following: Sequence[str]
    name: str
    before: str
    verb: str

    @property
    def after(self) -> str:
        """The word right after the verb, or nothing."""
        return self.following[0] if self.following else ""

    @property
    def by_government(self) -> bool:
        """Whether the subject is a public body or official."""
        return source_type(self.name) == "government"

    def has(self, *words: str, within: int = 7) -> bool:
        """Tell whether one of the words follows soon."""
        return any(word in words for word in self.following[:within])


def _in_present(use: Use) -> bool:
    """Tell verb from noun where the form is both: "NGOs report that", not "reports of"."""
    plural = use.before.endswith("s") or use.before in {"media", "people", "society", "women"}
    agrees = plural != use.verb.endswith("s")
    return use.before in source_types() and agrees and use.after not in _NOUN_FOLLOWED_BY


_NOUN_FOLLOWED_BY = frozenset("on of to and by from in for , .".split())
_FEELINGS = ("concern", "doubt", "fear", "question", "alarm", "skeptic", "belief", "dissatisf", "allegation")
_STUDIES = frozenset("report research study survey data estimates statistics poll figures".split())
_OF_COURT = frozenset("court courts police judge".split())

_RULES: Mapping[str, Callable[[Use], bool]] = {
    "": lambda use: use.after not in {"by", "from", "to", "directly"} or use.has("that"),
    "present": _in_present,
    "not-government": lambda use: not use.by_government or use.after in {"that", "it"},
    "says-that": lambda use: (
        use.after in {"that", "it", "they", "there", "he", "she"}
        or use.has("“", within=3)
        or use.has("had", "was", "were", "would", "it", "that", "received", "opened", "did", within=6)
    ),
    "expresses": lambda use: any(word.startswith(_FEELINGS) for word in use.following),
    "finds": lambda use: (
        use.has("percent")
        or (
            use.after in {"that", "the", "no", "evidence", "it", "there"}
            and not _OF_COURT.intersection(use.name.lower().split())
        )
    ),
    "denies": lambda use: (
        use.after in {"that", "it", "any", "involvement", "responsibility", "allegations"}
        or use.has("existence", "allegations", within=3)
    ),
    "calls": lambda use: (
        use.has("“", within=4)
        or (use.after in {"for", "on", "upon", "attention", "these", "this", "it"} and not use.by_government)
    ),
    "accuses": lambda use: use.after not in {"of", "by"},
    "points": lambda use: use.after in {"to", "out"},
    "counts": lambda use: use.after == "that" or any(word[:1].isdigit() for word in use.following),
    "dismisses": lambda use: use.has("charges", within=3) and not use.by_government,
    "studies": lambda use: bool(_STUDIES.intersection(use.name.lower().split())),
}
"""What must hold for a verb of each rule of ``vocabulary/source_verbs.csv`` to attribute."""


@cache
def _words(name: str) -> frozenset[str]:
    """Return one of the lists of words that tell where a subject begins and ends."""
    return frozenset(next(r["words"] for r in facts.rows("vocabulary/subjects.csv") if r["list"] == name).split())


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """Return the rules of every form of every verb that attributes."""
    found: dict[str, tuple[str, ...]] = {}
    for row in facts.rows("vocabulary/source_verbs.csv"):
        for form in row["forms"].split():
            found[form] = (*found.get(form, ()), row["rule"])
    return found


def _comma(tokens: Sequence[Token], first: int, last: int) -> int | None:
    return next((k for k in range(first, last + 1) if tokens[k].text == ","), None)


def _subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Return the span of words that is the subject of the verb at `verb`, or ``None``."""
    last = verb - 1
    while last >= 0 and tokens[last].low in _words("adverbs"):
        last -= 1
    if last < 0 or tokens[last].low in _words("not-before"):
        return None
    apposition = tokens[last].text == ","
    last -= apposition
    first = last
    while first >= 0 and tokens[first].text not in {";", ":", "“", "”", "—"}:
        if tokens[first].text == ")":
            first = next((k for k in range(first, -1, -1) if tokens[k].text == "("), first)
        elif tokens[first].low in _words("breaks"):
            if not _is_relative(tokens, first, last):
                break
            last = first - 1 - (tokens[first - 1].text == ",")
        first -= 1
    first = _after_verb(tokens, _after_introduction(tokens, first + 1, last), last)
    comma = _comma(tokens, first + 1, last) if apposition else None
    # "X, an affiliate of Y, reported": the name stands before the first comma
    last = last if comma is None else comma - 1
    return (first, last) if first <= last else None


def _is_relative(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Tell whether the words from `k` to `last` are a relative clause on the noun before: "groups that monitored"."""
    if k == 0 or tokens[k].low not in {"that", "which", "who"} or tokens[k - 1].low in _verbs():
        return False
    verb = tokens[k + 1].low
    return (verb.endswith("ed") or verb in _words("finite")) and _comma(tokens, k, last) is None


def _after_introduction(tokens: Sequence[Token], first: int, last: int) -> int:
    """Skip "In June 2023, ..." and the like."""
    while first <= last and (tokens[first].low in _words("introducing") or tokens[first].text == ","):
        comma = _comma(tokens, first + 1, last)
        if comma is not None:
            first = comma + 1
            if first <= last and re.fullmatch(r"(?:19|20)\d\d", tokens[first].text):
                first += 1
            continue
        dated = first + 1
        while dated <= last and (tokens[dated].low in _words("dates") or tokens[dated].text[0].isdigit()):
            dated += 1
        if first + 1 < dated <= last:
            return dated
        first += 1
    return first


def _after_verb(tokens: Sequence[Token], first: int, last: int) -> int:
    """Begin after the last finite verb that still stands before the subject."""
    inside = 0
    for k in range(last, first - 1, -1):
        inside += (tokens[k].text == ")") - (tokens[k].text == "(")
        if not inside and _is_finite(tokens, k, first):
            comma = _comma(tokens, k + 1, last)
            return last + 1 if comma is None else comma + 1
    return first


def _is_finite(tokens: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether the word at `k` is a finite verb, as far as its form and the word before it tell."""
    word = tokens[k].low
    if word in _words("finite"):
        return True
    if k == first or not word.endswith("ed") or not word.isalpha() or not tokens[k].text.islower():
        return False
    if word in _words("participles"):
        return False
    before = tokens[k - 1].low
    return before in source_types() or word in _verbs() or before in _words("adverbs")


def find_attributions(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the subjects of the verbs that attribute, with their places, in order."""
    verbs = _verbs()
    if verbs.keys().isdisjoint(sentence.split()):
        return
    tokens = [Token(m[0], m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]
    for i, token in enumerate(tokens):
        rules = verbs.get(token.low)
        if rules is None or i == 0 or not token.text.islower():
            continue
        span = _subject(tokens, i)
        if span is None:
            continue
        phrase = sentence[tokens[span[0]].start : tokens[span[1]].end]
        before = next((t.low for t in reversed(tokens[:i]) if t.low not in _words("adverbs")), "")
        use = Use([t.low for t in tokens[i + 1 : i + 8]], phrase, before, token.low)
        if any(_RULES[rule](use) for rule in rules):
            yield tokens[span[0]].start, phrase
