"""Similarity of sentences: shared words by weight, with names, dates and places as a check.

The measure is the weighted share of common words (Dice), in thousandths. What two passages
about different events have in common is their template ("a court sentenced ... to ... years"), and what
tells them apart is who and when: so names without a common one, and different days, count against.
Sentences are compared folded: white space, typography and the endings of words aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import chain
from math import log
from typing import TYPE_CHECKING, NamedTuple

from hrreport.text.months import MONTH, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Candidates = Sequence[tuple[int, int, int]]
    """Score, and the places of an old and a new sentence."""
    Holders = defaultdict[str, list[int]]
    """The new sentences that have a term."""

TYPOGRAPHY = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "…": "...", "\u00a0": " ", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip

_TERM = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_ASCII_TERM = re.compile(r"[a-z]+|\d+(?:[.,:]\d+)*")
"""The same for lower-case ASCII, which most sentences are."""
_DATE = re.compile(rf"(?:\b(\d{{1,2}}) )?\b({MONTH})\b(?: (\d{{1,2}})\b(?!,?\d))?")
_NAME = re.compile(r"(?<=[^.?!:\"'(\s] )[\"'(]?([A-Z][^\W\d_]+)")
"""A capitalized word that does not open its sentence."""

GRAMMAR_WORDS = frozenset(
    "a an the of in on at by for from to with as and or but nor so than that which who whom whose this these those "
    "it its they their them he his him she her is are was were be been being has have had do does did not no any "
    "all some such other others also there where when while if would could may might must should will can into "
    "through under over between among during before after about within without per s t".split()
)
"""Words of grammar, which say little about what a sentence is about."""

_FEWEST = 200
"""A term's rarity is judged as in a text of at least this many sentences."""

_ENDINGS = ("ations", "ation", "ements", "ement", "ings", "ing", "ions", "ion", "edly", "ies", "ied", "ed", "es", "ly")
_SHORTEST_STEM = 4

SURE = 470
"""Score from which two sentences of one row are taken for rewordings."""
SURE_ELSEWHERE, _OTHER_ROW = 600, 100
"""The same for sentences of different rows, and what is taken off their score before."""
_BRIEF, _SURE_BRIEF = 1000, 600
"""Sentences of little weight share a word easily; they need more."""
SUBSTANCE = 1500
"""Weight from which a sentence under another topic may be a rewording."""
_NEVER = 1001
"""More than any score."""
LEAST = 300
"""Pairs below are not worth a second look."""
_COMMON, _FEW_SENTENCES = 0.1, 20
"""Terms in more than this share of the new sentences, and in more than so few, tell no two from others."""
_ENOUGH = 10
"""So many times the weight of the other terms that a pair has in common is at least the weight of both sentences."""


def folded(text: str) -> str:
    """Return the text with white space and typography folded: what identity is judged by.

    >>> folded("the  “list” – 2023")
    'the "list" - 2023'
    """
    if not text.isascii():
        text = text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-")
        if not text.isascii():
            text = text.translate(TYPOGRAPHY)
    if "  " in text or not text.isprintable() or text != text.strip():
        text = " ".join(text.split())
    return text


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its commonest endings, so that "detained" and "detention" are near.

    >>> stem("arrests"), stem("arrested"), stem("arrest")
    ('arrest', 'arrest', 'arrest')
    """
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


class Wording(NamedTuple):
    """The features of one sentence for alignment."""

    key: str
    """The folded text; sentences with the same key repeat each other word for word."""
    terms: frozenset[str]
    """Its words, in lower case and without endings; numbers as they are."""


class EventParticulars(NamedTuple):
    """The particulars of an event: who and when."""

    names: frozenset[str]
    """Its words that look like proper names, as terms."""
    months: frozenset[str]
    """The months that it names."""
    days: frozenset[str]
    """The days of months that it names: "June 7"."""


def wordings(texts: Iterable[str]) -> list[Wording]:
    """Return the wordings of sentences, in order."""
    found = []
    for text in texts:
        key = folded(text)
        lower = key.lower()
        words = _ASCII_TERM.findall(lower) if lower.isascii() else _TERM.findall(lower)
        found.append(Wording(key, frozenset(map(stem, words))))
    return found


def particulars(key: str) -> EventParticulars:
    """Return the names and dates in the folded text of a sentence."""
    dates = _DATE.findall(key) if any(month in key for month in MONTHS) else ()  # most name none
    months = frozenset(month for _, month, _ in dates)
    days = frozenset(f"{month} {before or after}" for before, month, after in dates if before or after)
    names = frozenset(stem(word.lower()) for word in _NAME.findall(key) if word not in months)
    return EventParticulars(names - GRAMMAR_WORDS, months, days)


def weights(wordings: Sequence[Wording]) -> dict[str, int]:
    """Return how much each term says, by how few of the sentences use it.

    Weights are whole numbers, so that sums of them do not depend on the order of a set.
    """
    uses = Counter(chain.from_iterable(each.terms for each in wordings))
    scale = max(len(wordings), _FEWEST)

    def weight(term: str) -> int:
        if term in GRAMMAR_WORDS:
            return 15
        rarity = round(100 * log(1 + scale / uses[term]))
        return min(rarity, 150) if term[0].isdigit() else rarity

    return {term: weight(term) for term in uses}


class ComparedSentence(NamedTuple):
    """A sentence, as alignment sees it."""

    text: str
    row: str = ""
    """What it is about; sentences of the same row are looked for first."""
    paragraph: int = 0
    """Which paragraph of the report it stands in; neighbors are in the same one."""


class WordingSimilarity:
    """The wordings of two texts, their terms weighed by how rare they are in both."""

    def __init__(self, old: Sequence[ComparedSentence], new: Sequence[ComparedSentence]) -> None:
        self.old = wordings(line.text for line in old)
        self.new = wordings(line.text for line in new)
        self.term_weights = weights([*self.old, *self.new])
        self.old_weights = [self.weight(wording.terms) for wording in self.old]
        self.new_weights = [self.weight(wording.terms) for wording in self.new]
        self._old_rows = [line.row for line in old]
        self._new_rows = [line.row for line in new]
        self._particulars = cache(particulars)

    def weight(self, terms: Iterable[str]) -> int:
        """Return how much terms say together."""
        return sum([self.term_weights[term] for term in terms])

    def needed(self, i: int, j: int) -> int:
        """Return the score that two sentences need to be taken for rewordings."""
        lighter = min(self.old_weights[i], self.new_weights[j])
        if self._old_rows[i] != self._new_rows[j]:
            return SURE_ELSEWHERE if lighter >= SUBSTANCE else _NEVER
        return _SURE_BRIEF if lighter < _BRIEF else SURE

    def candidates(self, old: Iterable[int], new: Sequence[int]) -> Candidates:
        """Return all pairs of these sentences that may become one, the likest first."""
        everywhere: Holders = defaultdict(list)
        in_row: defaultdict[str, Holders] = defaultdict(lambda: defaultdict(list))
        for j in new:
            there = in_row[self._new_rows[j]]
            for term in self.new[j].terms:
                everywhere[term].append(j)
                there[term].append(j)
        most = max(_FEW_SENTENCES, int(len(new) * _COMMON))
        telling = {term for term, where in everywhere.items() if len(where) <= most}
        found = []
        for i in old:
            one, whole, row = self.old[i].terms, self.old_weights[i], self._old_rows[i]
            heaviest = sorted(one, key=self.term_weights.__getitem__, reverse=True)
            near = set(self._near(whole, heaviest, in_row[row], LEAST))
            if whole >= SUBSTANCE:
                near.update(self._near(whole, heaviest, everywhere, SURE_ELSEWHERE + _OTHER_ROW))
            for j in near:
                common, both = one & self.new[j].terms, whole + self.new_weights[j]
                score = 2000 * self.weight(common) // both
                if score >= LEAST and _ENOUGH * self.weight(common & telling) >= both:
                    score -= _OTHER_ROW * (row != self._new_rows[j])
                    score -= _contradiction(self._particulars(self.old[i].key), self._particulars(self.new[j].key))
                    if score >= LEAST:
                        found.append((score, i, j))
        return sorted(found, key=likest_first)

    def _near(self, whole: int, heaviest: Iterable[str], holders: Holders, least: int) -> Iterator[int]:
        """Yield the new sentences that may have so great a share in common with an old one, of those that hold terms.

        Its terms are added up from the heaviest on, until the rest alone cannot make another sentence so like it.
        """
        rest = whole
        common: defaultdict[int, int] = defaultdict(int)
        for term in heaviest:
            if rest * (2000 - least) < whole * least:
                break
            weight = self.term_weights[term]
            rest -= weight
            for j in holders.get(term, ()):
                common[j] += weight
        for j, weight in common.items():
            if 2000 * (weight + rest) >= least * (whole + self.new_weights[j]):
                yield j


def likest_first(candidate: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Return by what candidates are ordered: their score; then how near each other the sentences are in their texts."""
    score, i, j = candidate
    return -score, abs(i - j), i, j


def _contradiction(one: EventParticulars, other: EventParticulars) -> int:
    """Return how much speaks against one matter: other names, other dates."""
    against = 0
    if one.names and other.names and not one.names & other.names:
        against += 150
    if one.days and other.days and not one.days & other.days:
        against += 100
    elif one.months and other.months and not one.months & other.months:
        against += 60
    return against
