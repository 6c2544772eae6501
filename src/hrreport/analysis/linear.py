"""Linear models in plain Python: named features, integer weights from a data file.

The weights are trained by ``tests/training/train.py`` and read from ``hrreport/data/weights``.
"""

from __future__ import annotations

import json
from functools import cache
from heapq import nsmallest
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCALE = 100
"""Weights are kept as hundredths."""


class Linear(NamedTuple):
    """A linear model: for each label a sum of the weights of the features that are there."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def _rows(self, features: Mapping[str, float]) -> list[tuple[str, Sequence[float]]]:
        """Return what each known feature adds to each label."""
        known = self.weights
        return [
            (name, row if value == 1 else [weight * value for weight in row])
            for name, value in features.items()
            if (row := known.get(name))
        ]

    def _shares(self, rows: list[tuple[str, Sequence[float]]]) -> dict[str, float]:
        scores = [sum(column) / SCALE for column in zip(self.bias, *(row for _, row in rows), strict=True)]
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        return {label: odd / total for label, odd in zip(self.labels, odds, strict=True)}

    def shares(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return how probable the model holds each label; together they are one.

        >>> Linear(("no", "yes"), (0, 0), {"x": (0, 100)}).shares({"x": 2.0})["yes"] > 0.8
        True
        """
        return self._shares(self._rows(features))

    def score(self, features: Mapping[str, float], label: str) -> float:
        """Return the sum of weights for one label, by which what is ranked can be put in order.

        >>> Linear(("no", "yes"), (0, 0), {"x": (0, 100)}).score({"x": 2.0, "z": 1.0}, "yes")
        200.0
        """
        known, mine = self.weights, self.labels.index(label)
        return sum([known[name][mine] * value for name, value in features.items() if name in known])

    def decide(self, features: Mapping[str, float], most: int) -> tuple[str, dict[str, float], tuple[str, ...]]:
        """Return the label that fits best, the shares of all, and what spoke for it against the others.

        At most `most` features are named, strongest first.

        >>> Linear(("no", "yes"), (0, 0), {"x": (0, 100), "y": (9, 0)}).decide({"x": 1.0, "y": 1.0}, 3)[::2]
        ('yes', ('x',))
        """
        rows = self._rows(features)
        shares = self._shares(rows)
        label = max(self.labels, key=shares.__getitem__)
        mine, count = self.labels.index(label), len(self.labels)
        speaks = [(against, name) for name, row in rows if (against := sum(row) - count * row[mine]) < 0]
        return label, shares, tuple(name for _, name in nsmallest(most, speaks))


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
