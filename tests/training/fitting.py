"""Fitting of the models: features by the shipped code, weights by scikit-learn."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from labels import Labelled
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hrreport.analysis.assessment import extent_features
from hrreport.analysis.features import kind_features, read_sentence
from hrreport.analysis.issues import listed_sections
from hrreport.analysis.linear import SCALE, Linear, Models
from hrreport.analysis.reports import rank_features, read_section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = dict[str, float]
LEAST = 5
"""Weights below so many hundredths, for every label, are dropped."""


def fit(
    rows: Sequence[Row], labels: Sequence[str], groups: Sequence[str], *, c: float, balance: float, least: int
) -> Linear:
    """Return a linear model; features must occur `least` times and in two groups."""
    seen: Counter[str] = Counter()
    where: defaultdict[str, set[str]] = defaultdict(set)
    for row, group in zip(rows, groups, strict=True):
        for name in row:
            seen[name] += 1
            where[name].add(group)
    kept = {name for name, count in seen.items() if count >= least and len(where[name]) > 1}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{n: v for n, v in row.items() if n in kept} for row in rows])
    counts = Counter(labels)
    weight = {label: (len(labels) / len(counts) / n) ** balance for label, n in counts.items()}
    model = LogisticRegression(C=c, class_weight=weight, max_iter=3000).fit(matrix, labels)
    coefficients: Any = model.coef_
    biases: Any = model.intercept_
    if len(model.classes_) == 2:
        coefficients, biases = [-coefficients[0] / 2, coefficients[0] / 2], [-biases[0] / 2, biases[0] / 2]
    weights: dict[str, tuple[int, ...]] = {}
    for k, name in enumerate(vectorizer.get_feature_names_out()):
        row_ = tuple(round(SCALE * float(c_[k])) for c_ in coefficients)
        if max(map(abs, row_)) >= LEAST:
            weights[str(name)] = row_
    return Linear(tuple(map(str, model.classes_)), tuple(round(SCALE * float(b)) for b in biases), weights)


def kind_rows(reports: Sequence[Labelled]) -> tuple[list[Row], list[str], list[str]]:
    """Return features, kinds and names of reports of every labelled sentence."""
    rows, labels, groups = [], [], []
    for one in reports:
        for section in one.report.walk():
            sentences = one.nodes[section.id]["sentences"]
            readings = [read_sentence(s["text"]) for s in sentences]
            for i, s in enumerate(sentences):
                before = readings[i - 1] if i else None
                after = readings[i + 1] if i + 1 < len(readings) else None
                rows.append(kind_features(readings[i], before, after, section.heading, s["topic"]))
                labels.append(s["kind"])
                groups.append(one.name)
    return rows, labels, groups


def fit_kinds(reports: Sequence[Labelled], extra: tuple[list[Row], list[str], list[str]] = ([], [], [])) -> Linear:
    """Return the model of kinds."""
    rows, labels, groups = (a + b for a, b in zip(kind_rows(reports), extra, strict=True))
    return fit(rows, labels, groups, c=0.3, balance=0.5, least=3)


def section_rows(one: Labelled, kinds: Linear) -> tuple[list[Row], list[str], list[Row], list[str]]:
    """Return features and labels for key findings and for extent, from kinds as they are found."""
    keys, chosen, extents, extent = [], [], [], []
    read = [(s, read_section(s, kinds)) for s in one.report.walk() if s.paragraphs]
    every = [s for _, sentences in read for s in sentences]
    share = sum(s.judged.kind == "abuse" for s in every) / max(1, len(every))
    listed = listed_sections(one.report)
    for section, sentences in read:
        node = one.nodes[section.id]
        keys += rank_features(sentences)
        chosen += ["key" if s["key"] else "other" for s in node["sentences"]]
        if node.get("extent"):
            judged = [s.judged for s in sentences]
            extents.append(extent_features(judged, section.heading, listed=section.id in listed, share=share))
            extent.append(node["extent"])
    return keys, chosen, extents, extent


def fit_models(reports: Sequence[Labelled], kinds_without: Callable[[Labelled], Linear] | None = None) -> Models:
    """Return all models; those that look at kinds are fitted on kinds found by a model that has not seen the report."""
    keys, chosen, key_groups = [], [], []
    extents, extent, extent_groups = [], [], []
    for one in reports:
        kinds = kinds_without(one) if kinds_without else fit_kinds([r for r in reports if r is not one])
        a, b, c, d = section_rows(one, kinds)
        keys += a
        chosen += b
        key_groups += [one.name] * len(a)
        extents += c
        extent += d
        extent_groups += [one.name] * len(c)
    return Models(
        fit_kinds(reports),
        fit(keys, chosen, key_groups, c=0.05, balance=0.0, least=3),
        fit(extents, extent, extent_groups, c=0.1, balance=0.5, least=3),
    )
