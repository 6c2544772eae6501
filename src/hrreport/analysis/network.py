"""Small networks in plain Python: named features, one hidden layer, integer weights from a data file.

The weights of a feature for all hidden units stand side by side in one integer, two bytes each, so that
one addition a feature reckons all units. Whole numbers make the sum the same on every machine.

The weights are fitted by ``tests/training/fit.py`` and read from ``hrreport/data/weights``.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from functools import cache
from operator import mul
from struct import unpack
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import compress, decompress

from hrreport import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ZERO = 128
"""Weights are kept in one byte each, as so much more than they are."""
_MOST = 256
"""So many features can be added before two bytes are too few."""


class Network(NamedTuple):
    """A hidden layer over named features that are there or not, and one score for each output."""

    outputs: tuple[str, ...]
    rows: Mapping[str, int]
    """By feature, its weights for the hidden units, packed."""
    bias: tuple[int, ...]
    """By hidden unit."""
    out: tuple[tuple[int, ...], ...]
    """By output, the weights of the hidden units."""
    out_bias: tuple[int, ...]
    scale: int
    """A score of so much is one."""

    def hidden(self, names: Iterable[str]) -> list[int]:
        """Return how far each hidden unit is excited; features that are not known count for nothing."""
        rows = [*filter(None, map(self.rows.get, names))]
        count = len(self.bias)
        zero = _ZERO * len(rows)
        units = [bias - zero for bias in self.bias]
        for at in range(0, len(rows), _MOST):
            lanes = unpack(f"<{count}H", sum(rows[at : at + _MOST]).to_bytes(2 * count, "little"))
            units = [unit + lane for unit, lane in zip(units, lanes, strict=True)]
        return [max(0, unit) for unit in units]

    def scores_of(self, hidden: Sequence[int]) -> list[float]:
        """Return the score of each output, from the hidden units."""
        return [
            (sum(map(mul, hidden, weights)) + bias) / self.scale
            for weights, bias in zip(self.out, self.out_bias, strict=True)
        ]

    def scores(self, names: Iterable[str]) -> list[float]:
        """Return the score of each output for features that are there.

        >>> Network(("no", "yes"), {"x": 130 + (127 << 16)}, (0, 0), ((0, 0), (5, 5)), (1, 0), 10).scores(["x", "z"])
        [0.1, 1.0]
        """
        return self.scores_of(self.hidden(names))

    def contributions(self, names: Iterable[str], hidden: Sequence[int], pull: Sequence[int]) -> list[tuple[int, str]]:
        """Return by how much each feature pulls the score one way, as the hidden units are excited.

        Only what pulls that way is returned; `pull` is what each hidden unit does, see `pulls`.
        """
        known, form, width = self.rows, f"<{len(hidden)}H", 2 * len(hidden)
        pull = [weight if unit else 0 for weight, unit in zip(pull, hidden, strict=True)]
        zero = _ZERO * sum(pull)
        found = (
            (sum(map(mul, unpack(form, known[name].to_bytes(width, "little")), pull)) - zero, name)
            for name in names
            if name in known
        )
        return [(by, name) for by, name in found if by > 0]

    def pulls(self, among: int) -> list[list[int]]:
        """Return for each of the first `among` outputs how far the hidden units pull to it from the others."""
        sums = [sum(column) for column in zip(*self.out[:among], strict=True)]
        return [[among * own - total for own, total in zip(self.out[k], sums, strict=True)] for k in range(among)]


def shares(scores: Sequence[float]) -> list[float]:
    """Return how probable each output is, from their scores; together they are one.

    >>> [round(share, 2) for share in shares([0.0, 2.0])]
    [0.12, 0.88]
    """
    top = max(scores)
    odds = [_exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]


def chance(score: float) -> float:
    """Return how probable yes is, from its score; zero is as probable as not.

    >>> [round(chance(score), 2) for score in (-2.0, 0.0, 2.0)]
    [0.12, 0.5, 0.88]
    """
    if score >= 0:
        return 1 / (1 + _exp(-score))
    odds = _exp(score)
    return odds / (1 + odds)


def _exp(score: float) -> float:
    """Return e to the power of a score that is not above zero, by squaring, the same on every machine."""
    value = 1.0 + score / 1024
    if value < 0:
        return 0.0
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    return value * value


def decode(text: str) -> Network:
    """Return the network that a weights file holds."""
    stored = json.loads(text)
    narrow = decompress(b64decode(stored["weights"]))
    wide = bytearray(2 * len(narrow))
    wide[::2] = narrow
    width = 2 * len(stored["bias"])
    names = decompress(b64decode(stored["features"])).decode().split("\n")
    return Network(
        tuple(stored["outputs"]),
        {name: int.from_bytes(wide[i * width : (i + 1) * width], "little") for i, name in enumerate(names)},
        tuple(stored["bias"]),
        tuple(map(tuple, stored["out"])),
        tuple(stored["out_bias"]),
        stored["scale"],
    )


def encode(network: Network, made: Mapping[str, Any]) -> str:
    """Return a network as the text of its weights file, headed by how it was made."""
    width = 2 * len(network.bias)
    packed = b"".join(row.to_bytes(width, "little")[::2] for row in network.rows.values())
    stored = {
        "made": dict(made),
        "outputs": network.outputs,
        "scale": network.scale,
        "bias": network.bias,
        "out": network.out,
        "out_bias": network.out_bias,
        "features": b64encode(compress("\n".join(network.rows).encode(), 9)).decode("ascii"),
        "weights": b64encode(compress(packed, 9)).decode("ascii"),
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in stored.items())
    return "{" + ",\n".join(lines) + "}\n"


class Models(NamedTuple):
    """The networks of this package."""

    sentences: Network
    """Kinds of a sentence by itself, and how far it reads like a key finding."""
    kinds: Network
    """What its neighbors change in the kind of a sentence."""
    keys: Network
    """What its section changes in how far a sentence is a key finding."""
    extent: Network
    """Limited or serious."""


@cache
def bundled_models() -> Models:
    """Return the networks that come with hrreport."""
    return Models(*(decode(tables.text(f"weights/{name}.json")) for name in Models._fields))
