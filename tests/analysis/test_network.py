"""The small networks, and the weights that come with the program."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hrreport import tables
from hrreport.analysis.features import KINDS
from hrreport.analysis.network import Network, bundled_models, decode, encode, shares


def test_a_network_is_read_as_it_was_written() -> None:
    network = Network(
        ("no", "yes"), {"a “b”": 255 + (1 << 16), "c": 128 + (130 << 16)}, (1, -1), ((5, -5), (0, 3)), (2, 0), 7
    )
    assert decode(encode(network, {"date": "2024-01-01"})) == network


@pytest.mark.parametrize("count", [1, 256, 257, 700])
def test_features_without_number_do_not_run_over(count: int) -> None:
    names = [f"f{i}" for i in range(count)]
    network = Network(("yes",), dict.fromkeys(names, 255 + (1 << 16)), (0, 0), ((1, -1),), (0,), 1)
    assert network.hidden(names) == [127 * count, 0]


def test_what_speaks_for_an_output_is_its_share_in_the_score() -> None:
    rows = {"for": 138 + (128 << 16), "against": 118 + (128 << 16), "idle": 128 + (100 << 16)}
    network = Network(("no", "yes"), rows, (50, 0), ((0, 0), (3, 9)), (0, 0), 1)
    names = list(rows)
    assert network.contributions(names, network.hidden(names), network.pulls(2)[1]) == [(30, "for")]


def test_shares_are_one_together() -> None:
    assert sum(shares([3.0, -4.0, 900.0, -2000.0])) == pytest.approx(1)


def test_shipped_weights_say_how_they_were_made_and_fit_the_loader() -> None:
    for name, network in zip(bundled_models()._fields, bundled_models(), strict=True):
        made = json.loads(tables.text(f"weights/{name}.json"))["made"]
        assert date.fromisoformat(made["date"]).year >= 2024
        assert made["command"].startswith("python -m tests.training.fit")
        assert made["sentences"]["labelled by readers"] > 30_000
        assert {"kinds", "key"} <= made["scores"].keys()
        assert decode(encode(network, made)) == network
        assert all(0 < row < 1 << (16 * len(network.bias)) for row in network.rows.values())
        assert len(network.out) == len(network.outputs) == len(network.out_bias)
    assert bundled_models().sentences.outputs == (*KINDS, "key")
    assert bundled_models().kinds.outputs == KINDS


def test_shipped_weights_stay_small() -> None:
    sizes = [len(tables.text(f"weights/{name}.json").encode()) for name in bundled_models()._fields]
    assert sum(sizes) < 1_500_000


def test_shipped_models_hold_no_numbers_and_few_words_a_feature() -> None:
    for model in bundled_models():
        for name in model.rows:
            assert len(name.split()) <= 9
            assert not any(len(word) > 3 and word.isdigit() for word in name.split())
