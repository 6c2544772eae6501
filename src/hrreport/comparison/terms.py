"""The wording of sentences, made comparable: identity, terms with weights, names, dates, tokens.

The rule of its design: what is compared is folded, what is kept is not. Every function looks at
the printed words and gives back values about them; slices always count in the printed text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TYPOGRAPHY = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "…": "...", "\u00a0": " ", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number with its separators, a word with its apostrophes, or a single mark."""

_TERM = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_ASCII_TERM = re.compile(r"[a-z]+|\d+(?:[.,:]\d+)*")
"""The same for lower-case ASCII, which most sentences are."""
_DATE = re.compile(rf"(?:\b(\d{{1,2}}) )?\b({MONTH})\b(?: (\d{{1,2}})\b(?!,?\d))?")
_NAME = re.compile(r"(?<=[^.?!:\"'(\s] )[\"'(]?([A-Z][^\W\d_]+)")
"""A capitalized word that does not open its sentence."""

_PLAIN = frozenset(
    "a an the of in on at by for from to with as and or but nor so than that which who whom whose this these those "
    "it its they their them he his him she her is are was were be been being has have had do does did not no any "
    "all some such other others also there where when while if would could may might must should will can into "
    "through under over between among during before after about within without per s t".split()
)
"""Words of grammar, which say little about what a sentence is about."""

_PLAIN_WEIGHT = 15
_NUMBER_WEIGHT = 150
_FEWEST = 200
"""A term's rarity is judged as in a text of at least this many sentences."""

_ENDINGS = ("ations", "ation", "ements", "ement", "ings", "ing", "ions", "ion", "edly", "ies", "ied", "ed", "es", "ly")
_SHORTEST_STEM = 4


def folded(text: str) -> str:
    """Return the text with white space and typography folded: what identity is judged by.

    >>> folded("the  “list” – 2023")
    'the "list" - 2023'
    """
    if not text.isascii():
        text = text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-")
        if not text.isascii():
            text = text.translate(_TYPOGRAPHY)
    if "  " in text or not text.isprintable() or text != text.strip():
        text = " ".join(text.split())
    return text


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


class _Stems(dict[str, str]):
    """Stems by word, each found once."""

    def __missing__(self, word: str) -> str:
        found = self[word] = stem(word)
        return found


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
    stems = _Stems()
    found = []
    for text in texts:
        key = folded(text)
        lower = key.lower()
        words = _ASCII_TERM.findall(lower) if lower.isascii() else _TERM.findall(lower)
        found.append(Wording(key, frozenset(map(stems.__getitem__, words))))
    return found


def particulars(key: str) -> EventParticulars:
    """Return the names and dates in the folded text of a sentence."""
    dates = _DATE.findall(key)
    months = frozenset(month for _, month, _ in dates)
    days = frozenset(f"{month} {before or after}" for before, month, after in dates if before or after)
    names = frozenset(stem(word.lower()) for word in _NAME.findall(key) if word not in months)
    return EventParticulars(names - _PLAIN, months, days)


def weights(wordings: Iterable[Wording]) -> dict[str, int]:
    """Return how much each term says, by how few of the sentences use it.

    Weights are whole numbers, so that sums of them do not depend on the order of a set.
    """
    uses: Counter[str] = Counter()
    count = 0
    for each in wordings:
        count += 1
        uses.update(each.terms)
    scale = max(count, _FEWEST)
    return {term: _weight(term, n, scale) for term, n in uses.items()}


def _weight(term: str, uses: int, scale: int) -> int:
    if term in _PLAIN:
        return _PLAIN_WEIGHT
    rarity = round(100 * log(1 + scale / uses))
    return min(rarity, _NUMBER_WEIGHT) if term[0].isdigit() else rarity


def weight_of(terms: Iterable[str], weigh: Mapping[str, int]) -> int:
    """Return how much the terms say together."""
    return sum([weigh[t] for t in terms])


class ComparedWord(NamedTuple):
    """One word, number or mark of a printed sentence, and where it stands."""

    word: str
    """Folded, case kept."""
    start: int
    end: int
    plain: bool
    """Whether it is a word of grammar or a mark, which alone makes no two sentences alike."""


def tokens(text: str) -> Sequence[ComparedWord]:
    """Return the words, numbers and marks of a text in order.

    >>> [t.word for t in tokens("He paid 73,840 tenge.")]
    ['He', 'paid', '73,840', 'tenge', '.']
    """
    found = []
    for match in _TOKEN.finditer(text):
        word, plain = _fold(match[0])
        found.append(ComparedWord(word, *match.span(), plain))
    return found


@lru_cache(maxsize=1 << 14)
def _fold(printed: str) -> tuple[str, bool]:
    """Return a printed word folded, and whether it is plain."""
    word = printed.translate(_TYPOGRAPHY)
    return word, word.lower() in _PLAIN or not word[:1].isalnum()
