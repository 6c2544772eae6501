"""The noun phrase after a number."""

from __future__ import annotations

from hrreport.analysis.counted_nouns import counted_noun


def test_a_figure_with_nothing_after_it_counts_nothing() -> None:
    assert not counted_noun("They paid 40", 12)
