"""Verbs that attribute ("noted", "alleged"), and the words that are their subject."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.grammatical_subjects import (
    is_adverb,
    list_of,
    read_tokens,
    shared_subject,
    subject_of,
    subject_of_clause,
    verbs_that_attribute,
)
from hrreport.analysis.source_types import source_type, source_types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hrreport.analysis.grammatical_subjects import ClauseToken

_LETTERS = re.compile(r"[a-z]+")
WATCHING: frozenset[str] = frozenset({"ngo", "international", "observers", "academic", "media"})
"""Sorts of sources that find what is so, not what they were looking for."""
_NOUN_FOLLOWED_BY = frozenset("on of to and by from in for , .".split())
_FEELINGS = tuple(
    "concern doubt fear question alarm skeptic belief dissatisf allegation frustrat disappoint outrage dismay worr "
    "regret objection".split()
)
"""How words begin that say what is felt."""
_STUDIES = frozenset(
    "report research study survey data estimates statistics poll figures assessment review census analysis audit "
    "barometer index".split()
)
_PUBLISHED = re.compile(
    r"[^;:]{0,40}?\b(?:report|study|survey|statement|letter|communique|findings|assessment|analysis|review|release|"
    r"article|reports|data|statistics)\b(?:[^;:]{0,110}?\b(?:that|which)\s(?:\w+ly\s)?(?P<verb>[a-z]+)\b|"
    r"[^;:]{0,60}?,?\s(?:saying|stating|claiming|alleging|noting|asserting|arguing|contending|reporting|describing|"
    r"criticizing|condemning|expressing|denying|documenting|detailing|highlighting|indicating|showing|accusing|urging|"
    r"calling|warning|denouncing|listing)\b)"
)
"""What follows "issued" and the like where a document says something: "a report that found"."""
_RECEIVED = re.compile(
    r"\s(?:(?!no\s)[a-z-]+\s){0,3}?(?:reports|allegations|accounts|testimony|testimonies)\s(?:of|that|about|alleging|regarding)\b"
)
_LONG = 7
_DEEMED_THEMSELVES = frozenset("to a an critical opposed hostile politically offensive illegal unlawful".split())
_DETERMINERS = frozenset("the this these those it its his her their any such a an".split())
_PLACED = frozenset("above below as at by for in on under with to".split())
_FOUND_OTHERWISE = frozenset("in out a an him her them new work refuge ways by to at on".split())
_OF_COURT = frozenset("court courts police judge".split())
_SPEAKING = frozenset(
    "reported stated said condemned criticized complained expressed urged argued acknowledged claimed asserted".split()
)
_WHAT_IS_SAID = frozenset("that it they there he she the their its his her no “".split())
"""What follows a verb that attributes, where its subject stands further off."""
_PASSIVE = frozenset("was were is are been be".split())
_SUPPOSING = frozenset("if unless whether".split())
_WINDOW = 12
_CONTINUING = frozenset("continued began".split())


class AttributingVerb(NamedTuple):
    """A verb that may attribute, in a sentence: what follows it, and its supposed subject."""

    following: Sequence[str]
    name: str
    """The subject."""
    before: str
    verb: str
    rest: str

    @property
    def after(self) -> str:
        """The word right after the verb, or nothing."""
        return self.following[0] if self.following else ""

    @property
    def by_government(self) -> bool:
        """Whether the subject is a public body or official, not a document of theirs."""
        return source_type(self.name) == "government" and self.name.lower().split()[-1] not in _STUDIES

    @property
    def by_watcher(self) -> bool:
        """Whether the subject is a source that finds what is so."""
        return source_type(self.name) in WATCHING

    @property
    def by_study(self) -> bool:
        """Whether the subject is a document that counts or finds."""
        return not _STUDIES.isdisjoint(self.name.lower().split())

    def has(self, *words: str, within: int = 7) -> bool:
        """Return whether one of the words follows soon."""
        return any(word in words for word in self.following[:within])


def _in_present(use: AttributingVerb) -> bool:
    """Return whether a form that may be a noun is a verb: "NGOs report that", not "reports of", "NGO reports said"."""
    plural = use.before.endswith("s") or use.before in {"media", "people", "society", "women"}
    agrees = plural != use.verb.endswith("s")
    is_noun = use.after in _NOUN_FOLLOWED_BY or use.after in verbs_that_attribute() or use.after in list_of("finite")
    return use.before in source_types() and agrees and not is_noun


def _publishes(use: AttributingVerb) -> bool:
    """Return whether a document is published that says something, as the sentence tells."""
    found = _PUBLISHED.match(use.rest)
    return found is not None and (found["verb"] is None or found["verb"] in verbs_that_attribute())


_RULES: Mapping[str, Callable[[AttributingVerb], bool]] = {
    "": lambda use: use.after not in {"by", "from", "to", "directly"} or use.has("that"),
    "reports": lambda use: use.after not in {"by", "from", "to", "as", "directly"} or use.has("that"),
    "present": _in_present,
    "not-government": lambda use: not use.by_government or use.after in {"that", "it"},
    "says-that": lambda use: (
        use.after not in {"to", "of", "as", "by"}
        and (
            use.after in {"that", "it", "they", "there", "he", "she"}
            or use.has("“", within=3)
            or use.has("had", "was", "were", "would", "it", "that", "received", "opened", "did", within=6)
        )
    ),
    "expresses": lambda use: any(word.startswith(_FEELINGS) for word in use.following[:7]),
    "finds": lambda use: (
        use.has("percent")
        or (
            use.after in {"that", "the", "no", "evidence", "it", "there", "“"}
            and not use.has("difficult", "hard", "easier", "challenging", "impossible", within=3)
            and not _OF_COURT.intersection(use.name.lower().split())
        )
        or (use.after not in _FOUND_OTHERWISE - {"a", "an"} and use.by_study)
        or (use.after not in _FOUND_OTHERWISE and use.by_watcher)
    ),
    "denies": lambda use: (
        use.after in {"that", "it", "there", "any", "all", "involvement", "responsibility", "allegations"}
        or use.has("existence", "allegations", within=3)
    ),
    "calls": lambda use: (
        use.has("“", within=4)
        or (use.after in {"for", "on", "upon", "attention", "these", "this", "it"} and not use.by_government)
    ),
    "that": lambda use: use.after == "that",
    "that-soon": lambda use: use.has("that", "“"),
    "watched-past": lambda use: (
        use.by_watcher and any(word.endswith("ed") or word in list_of("finite") for word in use.following[1:6])
    ),
    "of-watchers": lambda use: use.by_watcher,
    "deems": lambda use: (
        source_type(use.name) in WATCHING - {"media"}
        and use.after not in _DEEMED_THEMSELVES
        and use.before != ","
        and len(use.name.split()) < _LONG
    ),
    "considers": lambda use: not use.by_government and use.after not in _DEEMED_THEMSELVES - {"a", "an"},
    "lists": lambda use: use.after not in _PLACED and (use.by_watcher or use.by_study),
    "rejects": lambda use: (
        "asylum" not in use.following and use.has("allegations", "claims", "accusations", "report", "findings")
    ),
    "opposes": lambda use: not use.by_government and use.after in _DETERMINERS,
    "cites": lambda use: (
        use.after not in {"him", "her", "them", "by", "for", "in"} and not (use.by_government and use.has("to"))
    ),
    "present-counts": lambda use: _in_present(use) and any(word[:1].isdigit() for word in use.following),
    "accuses": lambda use: use.after not in {"of", "by"},
    "points": lambda use: use.after in {"to", "out"},
    "counts": lambda use: use.after == "that" or any(word[:1].isdigit() for word in use.following[:4]),
    "dismisses": lambda use: use.has("charges", within=3) and not use.by_government,
    "observes": lambda use: (
        use.by_watcher
        and use.after not in {"the", "these", "this"}
        and not use.has(
            "election", "elections", "voting", "polling", "trial", "trials", "vote", "holiday", "holidays", "day"
        )
    ),
    "publishes": _publishes,
    "receives": lambda use: (
        source_type(use.name) in WATCHING - {"media", "academic"} and _RECEIVED.match(use.rest) is not None
    ),
    "adds": lambda use: source_type(use.name) not in {"government", "media", "other"},
    "studies": lambda use: use.by_study,
}
"""What must hold for a verb of each rule of ``vocabulary/source_verbs.csv`` to attribute."""


@cache
def _pasts() -> dict[str, str]:
    """Return the past form of every verb that attributes, by its infinitive."""
    return {row["verb"]: row["forms"].split()[0] for row in reversed(tables.rows("vocabulary/source_verbs.csv"))}


def _after_continuing(tokens: Sequence[ClauseToken], i: int) -> str:
    """Return the verb that "continued to" carries, in the past: "alleged" for "continued to allege"."""
    if i + 2 < len(tokens) and tokens[i + 1].low == "to":
        return _pasts().get(tokens[i + 2].low, "")
    return ""


@cache
def _nouns_too() -> frozenset[str]:
    """Return the forms of verbs that are nouns too, so that they attribute only after their subject."""
    rules = verbs_that_attribute().items()
    return frozenset(form for form, names in rules if all(name.startswith("present") for name in names))


def _may_attribute(sentence: str) -> bool:
    """Return whether a verb may attribute, so that other sentences are passed over fast."""
    verbs, nouns, sources = verbs_that_attribute(), _nouns_too(), source_types()
    before = last = ""
    for word in _LETTERS.findall(sentence.lower()):
        if (word in verbs and (word not in nouns or before in sources)) or (word == "to" and last in _CONTINUING):
            return True
        last = word
        if word not in list_of("adverbs"):
            before = word
    return False


def _subject(sentence: str, tokens: Sequence[ClauseToken], i: int) -> tuple[int, int] | None:
    """Return the span of the subject of the verb at `i`, or of the clause that it goes on."""
    if tokens[i].low.endswith("ing"):
        return subject_of_clause(tokens, i - 1) if tokens[i - 1].text == "," else None
    if span := subject_of(tokens, i):
        return span
    shared = shared_subject(tokens, i)
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if shared is None or tokens[i].low in _SPEAKING or following in _WHAT_IS_SAID:
        return shared
    if tokens[i].low == "called" or tokens[shared[1] + 1].low in _PASSIVE:
        return None
    return shared if source_type(sentence[tokens[shared[0]].start : tokens[shared[1]].end]) in WATCHING else None


def find_attributions(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the subjects of the verbs that attribute, with their places, in order."""
    if not _may_attribute(sentence):
        return
    verbs = verbs_that_attribute()
    tokens = read_tokens(sentence)
    for i, token in enumerate(tokens):
        verb = _after_continuing(tokens, i) if token.low in _CONTINUING else token.low
        rules = verbs.get(verb)
        if rules is None or i == 0 or not token.text.islower() or tokens[i - 1].low in {"to", "not"}:
            continue
        span = _subject(sentence, tokens, i)
        if span is None or (span[0] and tokens[span[0] - 1].low in _SUPPOSING):
            continue
        phrase = sentence[tokens[span[0]].start : tokens[span[1]].end]
        before = next((t.low for t in reversed(tokens[:i]) if not is_adverb(t)), "")
        rest = i + 3 if verb != token.low else i + 1
        following = [*takewhile(lambda word: word not in {";", ":"}, (t.low for t in tokens[rest : rest + _WINDOW]))]
        use = AttributingVerb(following, phrase, before, verb, sentence[token.end :])
        if any(_RULES[rule](use) for rule in rules):
            yield tokens[span[0]].start, phrase
