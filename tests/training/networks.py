"""Fitting of the networks: one hidden layer over named features, by numpy, rounded to whole numbers.

Features are left out at random while fitting, so that none is relied upon alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy import sparse

from hrreport.analysis.network import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = Any
"""An array of numpy; it comes without types."""

_DECAYS = (0.9, 0.999)
_WARM = 100
_MOST = 127


class Course(NamedTuple):
    """How a network is fitted."""

    hidden: int
    epochs: int
    batch: int = 512
    rate: float = 2e-3
    without: float = 0.5
    """The share of features left out of each example at random."""
    idle: float = 0.2
    """The share of hidden units left out at random."""


class Fitted(NamedTuple):
    """A network with fractions for weights."""

    names: tuple[str, ...]
    first: Array
    bias: Array
    out: Array
    out_bias: Array

    def scores(self, matrix: Array) -> Array:
        """Return the scores of rows."""
        parts = [
            np.maximum(matrix[i : i + 8192] @ self.first + self.bias, 0) @ self.out + self.out_bias
            for i in range(0, matrix.shape[0], 8192)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.out_bias)), np.float32)


def averaged(fitted: Sequence[Fitted]) -> Fitted:
    """Return networks over the same features as one, whose scores are the mean of theirs."""
    return Fitted(
        fitted[0].names,
        np.concatenate([one.first for one in fitted], axis=1),
        np.concatenate([one.bias for one in fitted]),
        np.concatenate([one.out for one in fitted]) / len(fitted),
        np.mean([one.out_bias for one in fitted], axis=0),
    )


def frequent(rows: Sequence[Sequence[str]], countries: Sequence[str], least: int, places: int) -> list[str]:
    """Return the features that occur so often, and in reports on so many countries."""
    counts: defaultdict[str, int] = defaultdict(int)
    where: defaultdict[str, set[str]] = defaultdict(set)
    for row, country in zip(rows, countries, strict=True):
        for name in row:
            counts[name] += 1
            if len(where[name]) < places:
                where[name].add(country)
    return sorted(name for name, count in counts.items() if count >= least and len(where[name]) >= places)


def matrix_of(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Array:
    """Return rows as a sparse matrix, a column a name."""
    column = {name: i for i, name in enumerate(names)}
    found = [[column[name] for name in row if name in column] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.fromiter((c for row in found for c in row), np.int32, int(ends[-1]))
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(names)))


class _Pace:
    """Weights that are moved down a slope, each at its own pace (Adam)."""

    def __init__(self, weight: Array) -> None:
        self.weight = weight
        self.drift, self.spread = np.zeros_like(weight), np.zeros_like(weight)

    def move(self, by: Array, rate: float, step: int) -> None:
        self.drift += (1 - _DECAYS[0]) * (by - self.drift)
        self.spread += (1 - _DECAYS[1]) * (by * by - self.spread)
        drift, spread = (of / (1 - decay**step) for of, decay in zip((self.drift, self.spread), _DECAYS, strict=True))
        self.weight -= rate * drift / (np.sqrt(spread) + 1e-8)


def fit(
    names: Sequence[str], matrix: Array, outputs: int, slope: Any, course: Course, *, batches: Any = None, seed: int = 0
) -> Fitted:
    """Return a fitted network.

    Args:
        names: The features, a column of the matrix each.
        matrix: The examples.
        outputs: How many.
        slope: From the rows of a batch and their scores, the slope of the loss by the scores.
        course: How it is fitted.
        batches: From a generator of random numbers, the rows of each batch of an epoch; ``None`` for any rows.
        seed: Of the random numbers.
    """
    random = np.random.default_rng(seed)
    count, width = matrix.shape
    first = (random.normal(size=(width, course.hidden)) * 0.05).astype(np.float32)
    out = (random.normal(size=(course.hidden, outputs)) * 0.3).astype(np.float32)
    bias, out_bias = np.zeros(course.hidden, np.float32), np.zeros(outputs, np.float32)
    weights = [first, bias, out, out_bias]
    pace = [_Pace(w) for w in weights]
    make = batches or (lambda r: _any_rows(r, count, course.batch))
    plan = [rows for _ in range(course.epochs) for rows in make(random)]
    for step, rows in enumerate(plan, start=1):
        batch = matrix[rows]
        kept = random.random(batch.nnz) >= course.without
        batch = sparse.csr_matrix(
            (kept.astype(np.float32) / (1 - course.without), batch.indices, batch.indptr), shape=batch.shape
        )
        summed = batch @ first + bias
        busy = (random.random(summed.shape) >= course.idle).astype(np.float32) / (1 - course.idle)
        hidden = np.maximum(summed, 0) * busy
        by_score = slope(rows, hidden @ out + out_bias).astype(np.float32)
        by_hidden = (by_score @ out.T) * busy
        by_hidden[summed <= 0] = 0
        slopes = (batch.T @ by_hidden, by_hidden.sum(0), hidden.T @ by_score, by_score.sum(0))
        rate = course.rate * min(1, step / _WARM) * (1 - step / len(plan)) + 1e-5
        for one, by in zip(pace, slopes, strict=True):
            one.move(by, rate, step)
    return Fitted(tuple(names), first, bias, out, out_bias)


def _any_rows(random: Any, count: int, batch: int) -> list[Array]:
    order = random.permutation(count)
    return [order[i : i + batch] for i in range(0, count - min(batch, count) + 1, batch)]


def softmax(scores: Array) -> Array:
    """Return shares from scores, row by row."""
    odds = np.exp(scores - scores.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def sigmoid(scores: Array) -> Array:
    """Return shares of yes from scores."""
    return 1 / (1 + np.exp(-scores))


def heaviest(fitted: Fitted, matrix: Array, most: int) -> list[str]:
    """Return the features that move the hidden units most over all examples."""
    often = np.sqrt(np.asarray(matrix.sum(0)).ravel())
    heavy = np.linalg.norm(fitted.first * np.linalg.norm(fitted.out, axis=1), axis=1) * often
    return sorted(fitted.names[i] for i in np.argsort(-heavy)[:most])


def rounded(fitted: Fitted, outputs: Sequence[str]) -> Network:
    """Return a network with whole numbers for weights."""
    # each hidden unit by itself: its own scale, which its outgoing weights make good
    top = np.maximum(np.quantile(np.abs(fitted.first), 0.9999, axis=0), 1e-6)
    first = np.clip(np.round(fitted.first / top * _MOST), -_MOST, _MOST).astype(int)
    back = (top / _MOST)[:, None] * fitted.out
    unit = 32000 / max(1e-9, float(np.abs(back).max()))
    rows = {
        name: sum((int(weight) + 128) << (16 * j) for j, weight in enumerate(first[i]))
        for i, name in enumerate(fitted.names)
        if first[i].any()
    }
    return Network(
        tuple(outputs),
        rows,
        tuple(round(float(b / t * _MOST)) for b, t in zip(fitted.bias, top, strict=True)),
        tuple(tuple(round(float(w) * unit) for w in column) for column in back.T),
        tuple(round(float(b) * unit) for b in fitted.out_bias),
        round(unit),
    )
