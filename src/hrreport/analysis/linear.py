"""Linear models in plain Python: named features, integer weights from a data file.

The weights are trained by ``tests/training/train.py`` and read from ``hrreport/data/weights``.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALE = 100
"""Weights are kept as hundredths."""


class Linear(NamedTuple):
    """A linear model: for each label a sum of the weights of the features that are there."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]

    def scores(self, features: Mapping[str, float]) -> list[float]:
        """Return one score for each label, in the order of `labels`."""
        totals = [float(b) for b in self.bias]
        weights = self.weights
        for name, value in features.items():
            row = weights.get(name)
            if row is not None:
                for k, weight in enumerate(row):
                    totals[k] += weight * value
        return [total / SCALE for total in totals]

    def shares(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return how probable the model holds each label; together they are one.

        >>> Linear(("no", "yes"), (0, 0), {"x": (0, 100)}).shares({"x": 2.0})["yes"] > 0.8
        True
        """
        scores = self.scores(features)
        top = max(scores)
        odds = [exp(s - top) for s in scores]
        total = sum(odds)
        return {label: odd / total for label, odd in zip(self.labels, odds, strict=True)}

    def reasons(self, features: Mapping[str, float], label: str) -> tuple[str, ...]:
        """Return the features that speak for a label against the others, strongest first."""
        mine = self.labels.index(label)
        found: list[tuple[float, str]] = []
        for name, value in features.items():
            row = self.weights.get(name)
            if row is not None:
                others = (sum(row) - row[mine]) / max(1, len(row) - 1)
                if (row[mine] - others) * value > 0:
                    found.append(((row[mine] - others) * value, name))
        return tuple(name for _, name in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def decode(text: str) -> Linear:
    """Return the model that a weights file holds."""
    stored = json.loads(text)
    return Linear(
        tuple(stored["labels"]), tuple(stored["bias"]), {name: tuple(row) for name, row in stored["weights"].items()}
    )


def encode(model: Linear) -> str:
    """Return a model as the text of its weights file, one feature a line."""
    rows = ",\n".join(
        f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(r, separators=(',', ':'))}"
        for n, r in sorted(model.weights.items())
    )
    head = json.dumps({"labels": model.labels, "bias": model.bias})
    return f'{head[:-1]}, "weights": {{\n{rows}\n}}}}\n'


class Models(NamedTuple):
    """The models that the room decides with."""

    kinds: Linear
    keys: Linear
    extent: Linear


@cache
def shipped() -> Models:
    """Return the models that come with hrreport."""
    return Models(*(decode(facts.text(f"weights/{name}.json")) for name in Models._fields))
