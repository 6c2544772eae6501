"""What executive summaries speak of, counted for the running summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.running import ExpectedSubjects, summary_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.training.labels import Labelled


FEW = 4
"""What stands in the summaries of no more countries is of those countries only."""


def country(one: Labelled) -> str:
    """Return the country that a labeled report is on; its editions repeat each other."""
    return one.report.id.country


def executive_summary(one: Labelled) -> str:
    """Return the text of a report's executive summary."""
    return " ".join(p.text for section in one.report.walk() if is_summary(section) for p in section.paragraphs)


def fit_expected(summaries: Sequence[tuple[str, str]], *, least: float = 0.02) -> ExpectedSubjects:
    """Return what executive summaries speak of: words and pairs that enough of them hold, of five countries and more.

    Args:
        summaries: Country and text of each.
        least: The share of them that must hold a word or a pair.
    """
    texts = [(country_, words) for country_, text in summaries if (words := summary_words(text))]
    places: defaultdict[str | tuple[str, str], set[str]] = defaultdict(set)
    holding: Counter[str | tuple[str, str]] = Counter()
    rate: defaultdict[str, float] = defaultdict(float)
    for place, words in texts:
        grams: set[str | tuple[str, str]] = {*words, *pairwise(words)}
        holding.update(grams)
        for gram in grams:
            places[gram].add(place)
        for word, count in Counter(words).items():
            rate[word] += 100 * count / len(words)
    kept = {
        gram: count / len(texts)
        for gram, count in holding.items()
        if count >= least * len(texts) and len(places[gram]) > FEW
    }
    words_ = {g: (round(p, 3), round(rate[g] / holding[g], 3)) for g, p in kept.items() if isinstance(g, str)}
    return ExpectedSubjects(words_, {g: round(p, 3) for g, p in kept.items() if not isinstance(g, str)})
