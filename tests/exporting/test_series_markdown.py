"""Matrix, trend and compiled passages as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.compilation import compile_passages
from hrreport.comparison.matrix import matrix_of
from hrreport.comparison.trend import trend_of
from hrreport.exporting.series_markdown import compilation_markdown, matrix_markdown, trend_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]


def test_the_matrix(editions: Editions, names: dict[str, str], expected: Callable[[str], str]) -> None:
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]])
    assert matrix_markdown(matrix, names) == expected("matrix.md")


def test_the_trend(editions: Editions, names: dict[str, str], expected: Callable[[str], str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    assert trend_markdown(trend, names) == expected("trend.md")


def test_a_topic_that_was_asked_for_has_counts_and_rates_of_its_own_text(
    editions: Editions, names: dict[str, str]
) -> None:
    arcadia = [editions["arcadia-2023"], editions["arcadia-2024"]]
    text = trend_markdown(trend_of(arcadia, ["torture"]), names)
    assert "### Torture and ill-treatment" in text
    assert "per 10,000 characters of the topic's text" in text
    assert "| 2023 | 1\\.c | serious abuses | 195 | 3 | 1 | 51.3 | 1 | 51.3 | 1 |" in text


def test_compiled_passages(editions: Editions, names: dict[str, str], expected: Callable[[str], str]) -> None:
    reports = [editions[name][0] for name in ("arcadia-2023", "arcadia-2024", "ruritania-2024")]
    document = compile_passages(reports, ["torture", "women"])
    text = compilation_markdown(document, names, cite=lambda report, place: f"Cited as {report}, {place}.")
    assert text == expected("compilation.md")
    assert "Cited as" not in compilation_markdown(document, names)
