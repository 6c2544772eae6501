"""Fitting of the models: features by the shipped code, weights by scikit-learn."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import softmax
from sentences import FOLDER, read_texts
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hrreport.analysis.assessment import extent_features
from hrreport.analysis.brief import is_summary
from hrreport.analysis.features import kind_features
from hrreport.analysis.issues import find_items, listed_sections
from hrreport.analysis.keys import rank_features
from hrreport.analysis.linear import SCALE, Linear, Models
from hrreport.analysis.reading import read_sentence
from hrreport.analysis.reports import read_section
from hrreport.analysis.running import Expected, summary_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labels import Labelled

    from hrreport.analysis.features import Features

LEAST = 3
"""Weights below so many hundredths, for every label, are dropped."""


class Rows(NamedTuple):
    """Examples: features, label, and the report or file that each is from."""

    features: list[Features]
    labels: list[str]
    groups: list[str]

    def add(self, other: Rows) -> None:
        """Take in more examples."""
        self.features.extend(other.features)
        self.labels.extend(other.labels)
        self.groups.extend(other.groups)


def fit(rows: Rows, *, c: float, balance: float, least: int) -> Linear:
    """Return a linear model.

    Args:
        rows: The examples.
        c: How weakly weights are held down.
        balance: 0: every example counts the same; 1: every label does.
        least: Features must occur so often, and in reports on two countries.
    """
    names, matrix = _matrix(rows, least)
    counts = Counter(rows.labels)
    weight = {label: (len(rows.labels) / len(counts) / n) ** balance for label, n in counts.items()}
    model = LogisticRegression(C=c, class_weight=weight, max_iter=500, tol=1e-3).fit(matrix, rows.labels)
    coefficients: Any = model.coef_
    biases: Any = model.intercept_
    if len(model.classes_) == 2:
        coefficients, biases = [-coefficients[0] / 2, coefficients[0] / 2], [-biases[0] / 2, biases[0] / 2]
    weights: dict[str, tuple[int, ...]] = {}
    for k, name in enumerate(names):
        values = tuple(round(SCALE * float(row[k])) for row in coefficients)
        if max(map(abs, values)) >= LEAST:
            weights[name] = values
    return Linear(tuple(map(str, model.classes_)), tuple(round(SCALE * float(b)) for b in biases), weights)


def fit_ranking(rows: Rows, *, decay: float, least: int) -> Linear:
    """Return a linear model that ranks: within each group, what is labelled "key" above the rest.

    It is fitted so that each key would be drawn from among the rest of its group. A group is a section;
    the name of its report stands before the tab.

    Args:
        rows: The examples.
        decay: How strongly weights are held down.
        least: Features must occur so often, and in reports on two countries.
    """
    names, matrix = _matrix(rows, least)
    groups: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, (group, label) in enumerate(zip(rows.groups, rows.labels, strict=True)):
        groups[group][label != "key"].append(i)
    draws = [[key, *others] for keys, others in groups.values() for key in keys if others]

    def loss(weights: Any) -> tuple[float, Any]:
        scores, slope, total = matrix @ weights, np.zeros(matrix.shape[0]), 0.0
        for drawn in draws:
            shares = softmax(scores[drawn])
            total -= np.log(shares[0])
            slope[drawn] += shares
            slope[drawn[0]] -= 1.0
        return total + decay / 2 * (weights @ weights), matrix.T @ slope + decay * weights

    fitted = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    most = max(map(abs, fitted))
    weights: dict[str, tuple[float, ...]] = {}
    for name, value in zip(names, fitted, strict=True):
        half = round(SCALE * float(value) / most)
        if abs(half) >= 1:
            weights[name] = (half, -half)
    return Linear(("key", "other"), (0, 0), weights)


def _matrix(rows: Rows, least: int) -> tuple[list[str], Any]:
    """Return the names of the features that occur so often, and in two countries, and their values row by row."""
    seen: Counter[str] = Counter()
    where: defaultdict[str, set[str]] = defaultdict(set)
    for row, group in zip(rows.features, rows.groups, strict=True):
        for name in row:
            seen[name] += 1
            where[name].add(group.partition("\t")[0].partition("-")[2] or group)
    kept = {name for name, count in seen.items() if count >= least and len(where[name]) > 1}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{n: v for n, v in row.items() if n in kept} for row in rows.features])
    return [str(name) for name in vectorizer.get_feature_names_out()], matrix.tocsr()


def _kind_rows(sentences: Sequence[tuple[str, str, str | None]], heading: str, group: str) -> Rows:
    readings = [read_sentence(text) for _, text, _ in sentences]
    rows = Rows([], [], [])
    for i, (kind, _, topic) in enumerate(sentences):
        before = readings[i - 1] if i else None
        after = readings[i + 1] if i + 1 < len(readings) else None
        rows.features.append(kind_features(readings[i], before, after, heading, topic))
        rows.labels.append(kind)
        rows.groups.append(group)
    return rows


@cache
def own_rows() -> Rows:
    """Return the examples in our own words."""
    rows = Rows([], [], [])
    for file in sorted(FOLDER.glob("*.txt")):
        for text in read_texts(file):
            rows.add(_kind_rows(text.sentences, text.heading, file.stem))
    return rows


_REPORT_ROWS: dict[str, Rows] = {}


def report_rows(one: Labelled) -> Rows:
    """Return the examples of a labelled report."""
    if one.name not in _REPORT_ROWS:
        rows = Rows([], [], [])
        for section in one.report.walk():
            sentences = [(s["kind"], s["text"], s["topic"]) for s in one.nodes[section.id]["sentences"]]
            rows.add(_kind_rows(sentences, section.heading, one.name))
        _REPORT_ROWS[one.name] = rows
    return _REPORT_ROWS[one.name]


def fit_kinds(reports: Sequence[Labelled]) -> Linear:
    """Return the model of kinds, from labelled reports and our own sentences."""
    rows = Rows([], [], [])
    for one in reports:
        rows.add(report_rows(one))
    rows.add(own_rows())
    return fit(rows, c=0.05, balance=0.3, least=3)


def section_rows(one: Labelled, kinds: Linear, *, keys_known: bool) -> tuple[Rows, Rows]:
    """Return the examples of key findings, where they are known, and of extent, from kinds as they are found."""
    keys, extents = Rows([], [], []), Rows([], [], [])
    read = [(s, read_section(s, kinds)) for s in one.report.walk() if s.paragraphs]
    every = [s for _, sentences in read for s in sentences]
    share = sum(s.judged.kind == "abuse" for s in every) / max(1, len(every))
    listed = listed_sections(find_items(one.report))
    for section, sentences in read:
        node = one.nodes[section.id]
        if keys_known:
            keys.features.extend(rank_features(section, sentences))
            keys.labels.extend("key" if s["key"] else "other" for s in node["sentences"])
            keys.groups.extend([f"{one.name}\t{section.id}"] * len(sentences))
        if node.get("extent"):
            judged = [s.judged for s in sentences]
            extents.features.append(extent_features(judged, section.heading, listed=section.id in listed, share=share))
            extents.labels.append(node["extent"])
            extents.groups.append(one.name)
    return keys, extents


def country(one: Labelled) -> str:
    """Return the country that a labelled report is on; its editions repeat each other."""
    return one.report.id.country


def fit_models(
    reports: Sequence[Labelled], marked: Sequence[Labelled], part: Callable[[Labelled], str] = country
) -> Models:
    """Return all models, from labelled reports and from those of which only kinds and extent were marked.

    Those that look at kinds are fitted on kinds as they are found by a model that has not seen the
    report, nor any other of the same `part`.
    """
    every = [*reports, *marked]
    keys, extents = Rows([], [], []), Rows([], [], [])
    for here in sorted({part(one) for one in every}):
        kinds = fit_kinds([one for one in every if part(one) != here])
        for one in every:
            if part(one) == here:
                mine = section_rows(one, kinds, keys_known=one in reports)
                keys.add(mine[0])
                extents.add(mine[1])
    return Models(
        fit_kinds(every),
        fit_ranking(keys, decay=20.0, least=3),
        fit(extents, c=0.2, balance=0.5, least=3),
    )


def executive_summary(one: Labelled) -> str:
    """Return the text of a report's executive summary."""
    return " ".join(p.text for section in one.report.walk() if is_summary(section) for p in section.paragraphs)


def fit_expected(reports: Sequence[Labelled]) -> Expected:
    """Return what executive summaries speak of: words and pairs that stand in those of two countries."""
    texts = [(country(one), summary_words(executive_summary(one))) for one in reports]
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
    kept = {gram: count / len(texts) for gram, count in holding.items() if len(places[gram]) > 1}
    words_ = {g: (round(p, 3), round(rate[g] / holding[g], 3)) for g, p in kept.items() if isinstance(g, str)}
    return Expected(words_, {g: round(p, 3) for g, p in kept.items() if not isinstance(g, str)})
