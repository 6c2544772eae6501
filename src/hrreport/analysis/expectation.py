"""What the executive summary of a report is likely to hold, told from its body alone.

How probable a word, or two side by side, is there follows from how many executive summaries of those years hold it,
and from how often, where and with what the body has it. The weights are fitted by ``tests/training/fit_running.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from math import log, log1p
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.features import step
from hrreport.analysis.network import chance
from hrreport.analysis.sentence_words import stem
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrreport.model.finding import Finding

_WORD = re.compile(r"[a-z0-9]+")
FORMS = (2017, 2022, 2024)
"""Editions from which on executive summaries have another form."""
_TYPICAL = 5.5
"""The logarithm of the usual number of words of an executive summary."""
SIGNS = (
    "always", "share", "unknown", "count", "sections", "key", "abuse", "first", "heading", "length", "unknown key",
)  # fmt: skip

Words = tuple[str, ...]
"""One word, or two side by side."""


class Habits(NamedTuple):
    """What executive summaries hold: by word and pair, the share of them that do, for each form."""

    shares: Mapping[Words, tuple[float, ...]]
    rates: Mapping[str, float]
    """How often a word stands among a hundred words of those that hold it."""
    weights: Mapping[tuple[int, str], float]
    """What each sign counts, for words (1) and pairs (2)."""


class ExpectedSubjects(NamedTuple):
    """How probable words and pairs are in the executive summary of one report."""

    words: Mapping[str, float]
    pairs: Mapping[Words, float]
    rates: Mapping[str, float]


@cache
def habits() -> Habits:
    """Return what executive summaries hold, as it comes with hrreport."""
    rows = tables.rows("weights/running.csv")
    weights = {
        (size, row["sign"]): float(row[column])
        for row in tables.rows("weights/expectation.csv")
        for size, column in ((1, "word"), (2, "pair"))
    }
    return Habits(
        {tuple(row["words"].split()): tuple(map(float, row["shares"].split())) for row in rows},
        {row["words"]: float(row["rate"]) for row in rows if row["rate"]},
        weights,
    )


def summary_words(text: str) -> list[str]:
    """Return the words of a text by which summaries are compared."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def era(year: int) -> int:
    """Return which form the executive summaries of an edition have.

    >>> [era(year) for year in (2013, 2019, 2023, 2024)]
    [0, 1, 2, 3]
    """
    return step(year, FORMS)


class Body:
    """The body of a report, with what is asked of its words and pairs counted once."""

    def __init__(self, sections: Iterable[tuple[str, Sequence[Finding]]]) -> None:
        """Take headings with their own texts."""
        self.count: Counter[Words] = Counter()
        self.sections: Counter[Words] = Counter()
        self.key: Counter[Words] = Counter()
        self.abuse: Counter[Words] = Counter()
        self.first: Counter[Words] = Counter()
        self.heading: set[Words] = set()
        for heading, own in sections:
            self.heading |= _grams(summary_words(heading)).keys()
            here: set[Words] = set()
            for i, finding in enumerate(own):
                grams = _grams(summary_words(finding.text))
                self.count.update(grams)
                here |= grams.keys()
                for holds, counts in (
                    (finding.key, self.key), (finding.kind is Kind.ABUSE, self.abuse), (i == 0, self.first),
                ):  # fmt: skip
                    if holds:
                        counts.update(grams.keys())
            self.sections.update(here)

    def signs(self, gram: Words, share: float, words: int) -> tuple[float, ...]:
        """Return what speaks for a word or a pair in a summary of so many words, in the order of the signs.

        `share` is the share of executive summaries that hold it; 0 where that is not known.
        """
        key = log1p(self.key[gram])
        return (
            1.0,
            log(share / (1 - share)) if share else 0.0,
            0.0 if share else 1.0,
            log1p(self.count[gram]),
            log1p(self.sections[gram]),
            key,
            log1p(self.abuse[gram]),
            log1p(self.first[gram]),
            float(gram in self.heading),
            log1p(words) - _TYPICAL,
            0.0 if share else key,
        )


def _grams(words: Sequence[str]) -> Counter[Words]:
    return Counter([*((word,) for word in words), *pairwise(words)])


def expect(body: Body, form: int, words: int, known: Habits) -> ExpectedSubjects:
    """Return how probable the words and pairs of a body are in a summary of so many words.

    `form` is that of the executive summaries of the edition, see `era`.
    """
    found: tuple[dict[Words, float], dict[Words, float]] = ({}, {})
    weights = [[known.weights[size, sign] for sign in SIGNS] for size in (1, 2)]
    for gram, count in body.count.items():
        shares = known.shares.get(gram)
        if shares or count > 1 or len(gram) == 1:
            signs = body.signs(gram, shares[form] if shares else 0.0, words)
            score = sum(map(float.__mul__, signs, weights[len(gram) - 1]))
            found[len(gram) - 1][gram] = chance(score)
    return ExpectedSubjects({word: share for (word,), share in found[0].items()}, found[1], known.rates)
