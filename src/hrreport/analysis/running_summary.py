"""The running summary: about so many words of the body, in the order of executive summaries.

These begin with elections and security forces, and end with corruption; all else is in the order of the page.
Sentences are taken by how much they hold of what the report's executive summary is likely to hold (see
``expectation``); what a chosen sentence has said already counts no more, so that the next one speaks of something else.
"""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.anaphora import complete
from hrreport.analysis.digest.headings import own_findings, tier_of
from hrreport.analysis.digest.sentence_scores import weights, worth
from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.expectation import Body, era, expect, habits, summary_words
from hrreport.model.summary import SectionSummary, Summary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrreport.analysis.expectation import ExpectedSubjects, Habits
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report, Section

_SMALL = frozenset("the a of and or in to by for on that be not with as an from at it their its ther who hav".split())
_SMALL_SHARE = 0.3
"""A small word is worth so much of another."""
_PAIR = 3.0
_LENGTH, _LENGTH_IN_SHORT = 0.7, 0.65
"""How strongly long sentences are held back: the power of their number of words; less in a short summary."""
_SHORT = 200
_FEW = 150
_GRAVE = 20
"""In a summary of fewer words than `_FEW`, what is gravest counts besides where so many sections are serious: those
reports have long executive summaries, so what is usual in short ones is not what they come to."""
_OVER = 1.05
"""A running summary is at most so much longer than was asked."""
_KEY = 0.15
_ORDER = {"elections": 0, "political-participation": 0, "security-forces": 1, "corruption": 3}
"""The place of sections on these topics in most executive summaries: before or after all others, whose place is 2."""


class SentenceBundle(NamedTuple):
    """Sentences that can be taken together: one, with what it needs beside it."""

    section: str
    needed: frozenset[int]
    length: int
    words: Counter[str]
    pairs: frozenset[tuple[str, str]]
    worth: float


def _gravity(report: Report, section: str, own: Sequence[Finding], i: int) -> float:
    """Return how grave a sentence is for the whole report, by the body alone; 1 is ordinary."""
    tier, weigh = tier_of(report, section), weights()
    own_worth = worth(own[i], 0 if i == 0 else 1, named=False)
    return float(2 ** (own_worth + weigh[f"brief: {tier.name}"] + weigh[f"brief: part {tier.part}"]))


def _offers(
    report: Report, grouped: Mapping[str, Sequence[Finding]], sections: Sequence[str], words: int, *, grave: bool
) -> list[SentenceBundle]:
    """Return what can be taken, in the order of the page, for a summary of so many words; `grave`: by gravity too."""
    offers: list[SentenceBundle] = []
    power = _LENGTH_IN_SHORT if words < _SHORT else _LENGTH
    for section in sections:
        own = grouped.get(section, ())
        for i, finding in enumerate(own):
            needed = frozenset(complete(own, [i]))
            if i not in needed:
                continue
            text = " ".join(own[k].text for k in sorted(needed))
            stems = summary_words(text)
            length = len(text.split())
            value = float((1 + _KEY * finding.key) / length**power)
            if grave:
                value *= _gravity(report, section, own, i)
            offers.append(SentenceBundle(section, needed, length, Counter(stems), frozenset(pairwise(stems)), value))
    return offers


def _gain(
    offer: SentenceBundle,
    expected: ExpectedSubjects,
    used: Counter[str],
    used_pairs: Collection[tuple[str, str]],
    words: int,
) -> float:
    """Return how much an offer adds to the words and pairs that are used already."""
    gain = 0.0
    for word, count in offer.words.items():
        room = max(1.0, expected.rates.get(word, 0.0) * words / 100) - used[word]
        if room > 0:
            gain += expected.words[word] * min(count, room) * (_SMALL_SHARE if word in _SMALL else 1.0)
    pairs = (pair for pair in offer.pairs if pair in expected.pairs and pair not in used_pairs)
    gain += _PAIR * sum(expected.pairs[pair] for pair in pairs)
    return gain * offer.worth


def _choose(offers: Sequence[SentenceBundle], expected: ExpectedSubjects, words: int) -> dict[str, set[int]]:
    """Return the indexes of the chosen sentences by section.

    The offer that adds most is taken, again and again. What an offer adds never grows, so one that still
    leads when it is reckoned again adds more than all others.
    """
    chosen: dict[str, set[int]] = {}
    used: Counter[str] = Counter()
    used_pairs: set[tuple[str, str]] = set()
    left = int(words * _OVER)
    ahead = [(-_gain(offer, expected, used, used_pairs, words), i) for i, offer in enumerate(offers)]
    heapify(ahead)
    while ahead:
        _, i = heappop(ahead)
        best = offers[i]
        if best.length > left or best.needed & chosen.get(best.section, set()):
            continue
        gain = _gain(best, expected, used, used_pairs, words)
        if gain <= 0:
            continue
        if ahead and (-gain, i) > ahead[0]:
            heappush(ahead, (-gain, i))
            continue
        chosen.setdefault(best.section, set()).update(best.needed)
        used.update(best.words)
        used_pairs |= best.pairs
        left -= best.length
    return chosen


def running_summary(report: Report, analysis: Analysis, words: int) -> Summary:
    """Return about so many words of the body, the executive summary left out.

    What is on elections and security forces comes first, what is on corruption last, all else in the order of the
    page. It is never longer than one in twenty more than was asked, and may be shorter where nothing fits.
    """
    return running_with(report, analysis, words, habits())


def addressed_sections(report: Report, analysis: Analysis) -> list[Section]:
    """Return the sections of the body that are on their subject, in the order of the page."""
    addressed = {section for section, assessed in analysis.assessments if assessed.value != "not-addressed"}
    return [s for s in report.walk() if s.id in addressed and not is_summary(s)]


def running_with(report: Report, analysis: Analysis, words: int, known: Habits) -> Summary:
    """Return the running summary by what is known of executive summaries."""
    grouped = own_findings(analysis.findings)
    sections = addressed_sections(report, analysis)
    body = Body((s.heading, grouped.get(s.id, ())) for s in sections)
    expected = expect(body, era(report.id.year), words, known)
    grave = words < _FEW and sum(assessed.extent == "serious" for _, assessed in analysis.assessments) >= _GRAVE
    chosen = _choose(_offers(report, grouped, [s.id for s in sections], words, grave=grave), expected, words)
    digests = []
    for section in sorted(report.walk(), key=lambda s: min((_ORDER.get(topic, 2) for topic in s.topics), default=2)):
        if not is_summary(section):
            own, indexes = grouped.get(section.id, []), sorted(chosen.get(section.id, ()))
            sentences = tuple(own[i] for i in indexes)
            assessment = analysis.assessment(section.id)
            digests.append(SectionSummary(section.id, assessment, sentences, len(own) - len(sentences)))
    return Summary(report.id, analysis.brief, tuple(digests), running=True)
