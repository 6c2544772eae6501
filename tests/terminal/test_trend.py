"""One country over the editions on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.trend import trend_of
from hrreport.terminal.trend import trend_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_trend(width: int, editions: Editions, names: dict[str, str], expected: Callable[[str], str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    assert trend_view(trend, names).plain(width) == expected(f"trend-{width}")


def test_one_edition_is_a_trend_too(editions: Editions, names: dict[str, str]) -> None:
    text = trend_view(trend_of([editions["ruritania-2024"]]), names).plain(80)
    assert text.startswith("Ruritania 2024, 1 edition\n")


def test_a_topic_of_which_no_abuse_is_reported_has_the_lowest_bar(editions: Editions, names: dict[str, str]) -> None:
    text = trend_view(trend_of([editions["ruritania-2024"]], ["torture", "prisons"]), names).plain(80)
    torture = next(line for line in text.split("\n") if line.startswith("Torture"))
    prisons = next(line for line in text.split("\n") if line.startswith("Prison"))
    assert torture.endswith("▁")
    assert prisons.endswith("–")


def test_a_topic_that_was_asked_for_has_counts_and_rates_of_its_own_text(
    editions: Editions, names: dict[str, str]
) -> None:
    arcadia = [editions["arcadia-2023"], editions["arcadia-2024"]]
    text = trend_view(trend_of(arcadia, ["torture", "prisons"]), names).plain(110)
    lines = [line.split() for line in text.split("\n")]
    assert ["●", "2023", "1.c", "serious", "abuses", "195", "3", "1", "51.3", "1", "51.3", "1"] in lines
    assert ["●", "2024", "3.a", "serious", "abuses", "299", "5", "1", "33.4", "1", "33.4", "1"] in lines
    assert any(line[:4] == ["–", "2024", "no", "heading"] for line in lines)
    assert "per 10,000 characters of the topic's text" in " ".join(text.split())
    assert "1.c" not in trend_view(trend_of(arcadia), names).plain(110)


def test_in_ascii_no_sign_is_lost(editions: Editions, names: dict[str, str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    text = trend_view(trend, names).plain(80, ascii_only=True)
    assert text.isascii()


def test_many_editions_are_told_in_a_paragraph_each(editions: Editions, names: dict[str, str]) -> None:
    report, analysis = editions["arcadia-2023"]
    pairs = [(replace(report, id=replace(report.id, year=year)), analysis) for year in range(2015, 2024)]
    text = trend_view(trend_of(pairs), names).plain(100)
    assert "\nArcadia 2015: 2023 Country Reports on Human Rights Practices: Arcadia." in text
    assert "1│1│1 1│1 2│2│2│2  Abuses" in text
