"""The running summary: about so many words of the body, in the order of the page.

Sentences are taken by how much they hold of what executive summaries speak of. That is known from
words and pairs of words that recur in them (``weights/running.csv``); what a chosen sentence has said
already counts no more, so that the next one speaks of something else.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.companions import complete
from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.sentence_words import stem
from hrreport.analysis.summary import own_findings
from hrreport.model.finding import Kind
from hrreport.model.summary import SectionSummary, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset("the a of and or in to by for on that be not with as an from at it their its ther who hav".split())
_SMALL_SHARE = 0.3
"""A small word is worth so much of another."""
_PAIR = 2.0
_LENGTH = 0.65
"""How strongly long sentences are held back: the power of their number of words."""
_OVER = 1.05
"""A running summary is at most so much longer than was asked."""
_KEY = 0.15
_WORTH = {Kind.ABUSE: 1.0, Kind.RESPONSE: 0.8, Kind.DENIAL: 0.7, Kind.LAW: 0.5, Kind.CONTEXT: 0.3}


class ExpectedSubjects(NamedTuple):
    """Subjects that executive summaries treat."""

    words: Mapping[str, tuple[float, float]]
    """Share of summaries that hold the word, and how often it stands among a hundred words."""
    pairs: Mapping[tuple[str, str], float]
    """Share of summaries that hold the two words side by side."""


class SentenceBundle(NamedTuple):
    """Sentences that can be taken together: one, with what it needs beside it."""

    section: str
    needed: frozenset[int]
    length: int
    words: Counter[str]
    pairs: frozenset[tuple[str, str]]
    worth: float


@cache
def expected() -> ExpectedSubjects:
    """Return what executive summaries speak of, as it comes with hrreport."""
    words: dict[str, tuple[float, float]] = {}
    pairs: dict[tuple[str, str], float] = {}
    for row in tables.rows("weights/running.csv"):
        first, _, second = row["words"].partition(" ")
        if second:
            pairs[first, second] = float(row["share"])
        else:
            words[first] = (float(row["share"]), float(row["rate"]))
    return ExpectedSubjects(words, pairs)


def summary_words(text: str) -> list[str]:
    """Return the words of a text by which summaries are compared."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def _offers(grouped: Mapping[str, Sequence[Finding]], sections: Sequence[str]) -> list[SentenceBundle]:
    """Return what can be taken, in the order of the page."""
    offers: list[SentenceBundle] = []
    for section in sections:
        own = grouped.get(section, ())
        for i, finding in enumerate(own):
            needed = frozenset(complete(own, [i]))
            if i not in needed:
                continue
            texts = [own[k].text for k in sorted(needed)]
            words = summary_words(" ".join(texts))
            length = sum(len(text.split()) for text in texts)
            worth = _WORTH[finding.kind] * (1 + _KEY * finding.key) / length**_LENGTH
            pairs = frozenset(pairwise(words))
            offers.append(SentenceBundle(section, needed, length, Counter(words), pairs, worth))
    return offers


def _gain(
    offer: SentenceBundle, wanted: ExpectedSubjects, said: Counter[str], told: set[tuple[str, str]], words: int
) -> float:
    """Return how much an offer adds to what was said."""
    gain = 0.0
    for word, count in offer.words.items():
        share, rate = wanted.words.get(word, (0.0, 0.0))
        room = max(1.0, rate * words / 100) - said[word]
        if share and room > 0:
            gain += share * min(count, room) * (_SMALL_SHARE if word in _SMALL else 1.0)
    gain += _PAIR * sum(wanted.pairs[pair] for pair in offer.pairs if pair in wanted.pairs and pair not in told)
    return gain * offer.worth


def _choose(offers: Sequence[SentenceBundle], wanted: ExpectedSubjects, words: int) -> dict[str, set[int]]:
    """Return the indexes of the chosen sentences by section.

    The offer that adds most is taken, again and again. What an offer adds never grows, so one that still
    leads when it is reckoned again adds more than all others.
    """
    chosen: dict[str, set[int]] = {}
    said: Counter[str] = Counter()
    told: set[tuple[str, str]] = set()
    left = int(words * _OVER)
    ahead = [(-_gain(offer, wanted, said, told, words), i) for i, offer in enumerate(offers)]
    heapify(ahead)
    while ahead:
        _, i = heappop(ahead)
        best = offers[i]
        if best.length > left or best.needed & chosen.get(best.section, set()):
            continue
        gain = _gain(best, wanted, said, told, words)
        if gain <= 0:
            continue
        if ahead and (-gain, i) > ahead[0]:
            heappush(ahead, (-gain, i))
            continue
        chosen.setdefault(best.section, set()).update(best.needed)
        said.update(best.words)
        told |= best.pairs
        left -= best.length
    return chosen


def running_summary(report: Report, analysis: Analysis, words: int) -> Summary:
    """Return about so many words of the body, the executive summary left out, in document order.

    It is never longer than one in twenty more than was asked, and may be shorter where nothing fits.
    """
    return running_with(report, analysis, words, expected())


def running_with(report: Report, analysis: Analysis, words: int, wanted: ExpectedSubjects) -> Summary:
    """Return the running summary by the expectations given."""
    grouped = own_findings(analysis.findings)
    body = [s.id for s in report.walk() if not is_summary(s)]
    addressed = {section for section, assessed in analysis.assessments if assessed.value != "not-addressed"}
    chosen = _choose(_offers(grouped, [s for s in body if s in addressed]), wanted, words)
    digests = tuple(
        SectionSummary(
            section,
            analysis.assessment(section),
            tuple(grouped[section][i] for i in sorted(chosen.get(section, ()))),
            len(grouped.get(section, ())) - len(chosen.get(section, ())),
        )
        for section in body
    )
    return Summary(report.id, analysis.brief, digests, running=True)
