"""What executive summaries hold, counted, and what in a body speaks for a word to stand there, fitted."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from hrreport.analysis.digest.headings import own_findings
from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.expectation import FORMS, SIGNS, Body, Habits, era, summary_words
from hrreport.analysis.running_summary import addressed_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.training.networks import Array

    from hrreport.analysis.expectation import Words
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


FEW = 4
"""What stands in the summaries of no more countries is of those countries only."""
LEAST = 0.012
"""The share of executive summaries that must hold a word or a pair."""
SHRINK = 12
"""The share among all counts as much as so many summaries of one form."""
SEEN = 0.5
"""The share of pairs that no summary is known to hold, and that the body has more than once, that is learned from."""
STEPS = 25
CALM = 1e-4


def summary_of(report: Report) -> str:
    """Return the text of a report's executive summary."""
    return " ".join(p.text for section in report.walk() if is_summary(section) for p in section.paragraphs)


def grams_of(text: str) -> set[Words]:
    """Return the words and pairs of a text."""
    words = summary_words(text)
    return {*((word,) for word in words), *pairwise(words)}


def count_habits(summaries: Sequence[tuple[str, int, str]], *, least: float = LEAST) -> Habits:
    """Return what executive summaries hold: words and pairs that enough of them do, of five countries and more.

    Args:
        summaries: Country, year and text of each.
        least: The share of them that must hold a word or a pair.
    """
    places: defaultdict[Words, set[str]] = defaultdict(set)
    holding: defaultdict[Words, Counter[int]] = defaultdict(Counter)
    rate: defaultdict[str, float] = defaultdict(float)
    forms = Counter(era(year) for _, year, _ in summaries)
    for place, year, text in summaries:
        for gram in grams_of(text):
            holding[gram][era(year)] += 1
            places[gram].add(place)
        words = summary_words(text)
        for word, count in Counter(words).items():
            rate[word] += 100 * count / len(words)
    held: dict[Words, tuple[float, ...]] = {}
    for gram, counts in sorted(holding.items()):
        total = counts.total() / len(summaries)
        if total >= least and len(places[gram]) > FEW:
            found = [(counts[form] + SHRINK * total) / (forms[form] + SHRINK) for form in range(len(FORMS) + 1)]
            held[gram] = tuple(round(min(share, 0.999), 3) for share in found)
    rates = {gram[0]: round(rate[gram[0]] / holding[gram].total(), 3) for gram in held if len(gram) == 1}
    return Habits(held, rates, {})


class Seen(NamedTuple):
    """What is learned from: signs of words or pairs of bodies, and whether the executive summary holds them."""

    signs: Array
    held: Array


def body_of(report: Report, analysis: Analysis) -> Body:
    """Return the body of a report, counted."""
    grouped = own_findings(analysis.findings)
    return Body((s.heading, grouped.get(s.id, ())) for s in addressed_sections(report, analysis))


def look(reports: Sequence[tuple[Report, Analysis]], known: Habits, size: int) -> Seen:
    """Return the words (1) or pairs (2) of bodies with their signs."""
    random = np.random.default_rng(0)
    signs, held = [], []
    for report, analysis in reports:
        text = summary_of(report)
        body, wanted, words = body_of(report, analysis), grams_of(text), len(summary_words(text))
        for gram, count in body.count.items():
            shares = known.shares.get(gram)
            if len(gram) == size and (shares or size == 1 or (count > 1 and random.random() < SEEN)):
                signs.append(body.signs(gram, shares[era(report.id.year)] if shares else 0.0, words))
                held.append(gram in wanted)
    return Seen(np.array(signs), np.array(held, float))


def fit_weights(seen: Seen) -> list[float]:
    """Return what each sign counts, by logistic regression (Newton's steps)."""
    middle, spread = seen.signs.mean(0), seen.signs.std(0)
    middle[0], spread[spread == 0] = 0, 1
    rows = (seen.signs - middle) / spread
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (odds - seen.held) / len(rows) + CALM * found
        bend = (rows * (odds * (1 - odds))[:, None]).T @ rows / len(rows) + CALM * np.eye(len(found))
        found -= np.linalg.solve(bend, slope)
    weights = found / spread
    weights[0] -= (weights * middle)[1:].sum()
    return [round(float(weight), 4) for weight in weights]


def fit_habits(summaries: Sequence[tuple[str, int, str]], reports: Sequence[tuple[Report, Analysis]]) -> Habits:
    """Return what executive summaries hold, with what speaks for a word or a pair to stand in one.

    Args:
        summaries: Country, year and text of executive summaries, which are counted.
        reports: Reports with their analyses, on whose bodies the weights are fitted.
    """
    known = count_habits(summaries)
    weights = {
        (size, sign): weight
        for size in (1, 2)
        for sign, weight in zip(SIGNS, fit_weights(look(reports, known, size)), strict=True)
    }
    return known._replace(weights=weights)
