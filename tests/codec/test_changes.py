"""Comparisons, matrices, trends and compilations in the public form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.codec.changes import comparison_json, compilation_json, matrix_json, trend_json
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import compile_passages, matrix_of
from hrreport.comparison.trend import trend_of

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]


@pytest.fixture
def compared(editions: Editions, names: dict[str, str]) -> dict[str, Any]:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return comparison_json(compare_reports(old, new, then=then, now=now), names)


def test_a_comparison_is_plain_json(compared: dict[str, Any]) -> None:
    assert json.loads(json.dumps(compared)) == compared
    assert compared["old"]["name"] == "Arcadia"
    kinds = ("added", "moved", "removed", "reworded", "same", "split")
    assert compared["sentences"] == {
        "old": dict(zip(kinds, (0, 1, 3, 1, 4, 1), strict=True)),
        "new": dict(zip(kinds, (2, 1, 0, 1, 4, 2), strict=True)),
    }


def test_counts_have_rates_of_the_whole_report_beside_them(compared: dict[str, Any]) -> None:
    torture = next(topic for topic in compared["topics"] if topic["id"] == "torture")
    assert torture["old"]["measure"]["kinds"]["abuse"] == 1
    characters = compared["measures"]["old"]["characters"]
    assert torture["old"]["measure"]["per_10000_characters"]["abuse"] == round(10_000 / characters, 2)
    own = torture["old"]["measure"]["characters"]
    assert torture["old"]["measure"]["per_10000_own_characters"]["abuse"] == round(10_000 / own, 2)
    assert "per_10000_own_characters" not in compared["measures"]["old"]
    assert torture["old"]["assessment"] == "abuses-reported"
    assert torture["old"]["figures"][0]["text"] == "40"
    assert torture["old"]["sources"] == [
        {"name": "Lake Watch", "type": "ngo", "places": [{"section": "1.c", "paragraph": 1, "sentence": 1}]}
    ]


def test_every_pair_is_counted_under_one_topic(compared: dict[str, Any]) -> None:
    pairs = [pair for topic in compared["topics"] for pair in topic["pairs"] if pair["counted_here"]]
    assert sum(len(pair["old"]) for pair in pairs) == compared["measures"]["old"]["sentences"]
    assert sum(len(pair["new"]) for pair in pairs) == compared["measures"]["new"]["sentences"]
    crossing = [pair for topic in compared["topics"] for pair in topic["pairs"] if pair["elsewhere"]]
    assert [pair["counted_here"] for pair in crossing] == [False, True]


def test_marks_are_slices_of_the_text(compared: dict[str, Any]) -> None:
    torture = next(topic for topic in compared["topics"] if topic["id"] == "torture")
    quote = torture["pairs"][0]["old"][0]
    assert [quote["text"][start:end] for start, end in quote["marks"]] == ["40"]
    assert quote["citation"] == "arcadia 2023, § 1.c ¶ 1"


def test_citations_are_made_where_a_maker_is_given(editions: Editions, names: dict[str, str]) -> None:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    compared = compare_reports(old, new, then=then, now=now)
    answer = comparison_json(compared, names, cite=lambda report, place: f"{report.year} at {place.pinpoint}")
    assert answer["topics"][0]["pairs"][0]["old"][0]["citation"] == "2023 at ¶ 1"


def test_a_matrix_has_a_cell_for_every_report(editions: Editions, names: dict[str, str]) -> None:
    answer = matrix_json(matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]]), names)
    assert json.loads(json.dumps(answer)) == answer
    torture = next(topic for topic in answer["topics"] if topic["id"] == "torture")
    here, there = torture["cells"]
    assert (here["figure"]["text"], here["finding"]["citation"]) == ("51", "arcadia 2024, § 3.a ¶ 1")
    assert (there["country"], there["finding"], there["figure"]) == ("ruritania", None, None)
    assert [measure["sentences"] for measure in answer["measures"]] == [10, 3]


def test_a_trend_has_a_cell_for_every_edition(editions: Editions, names: dict[str, str]) -> None:
    answer = trend_json(trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")]), names)
    assert json.loads(json.dumps(answer)) == answer
    assert [(e["report"]["year"], e["outline_changed"]) for e in answer["editions"]] == [
        (2005, False),
        (2023, True),
        (2024, True),
    ]
    women = next(topic for topic in answer["topics"] if topic["id"] == "women")
    assert [cell["standing"] for cell in women["cells"]] == ["own", "own", "narrower"]


def test_a_compilation_has_every_paragraph_with_its_path(editions: Editions, names: dict[str, str]) -> None:
    document = compile_passages([editions["arcadia-2024"][0]], ["torture"])
    answer = compilation_json(document, names)
    assert json.loads(json.dumps(answer)) == answer
    (chapter,) = answer["chapters"]
    (entry,) = chapter["entries"]
    (excerpt,) = entry["excerpts"]
    assert (excerpt["section"], excerpt["label"], excerpt["path"]) == ("3.a", None, ["a. Torture and Cruel Treatment"])
    assert [p["citation"] for p in excerpt["paragraphs"]] == [f"arcadia 2024, § 3.a ¶ {n}" for n in (1, 2, 3)]
    cited = compilation_json(document, names, cite=lambda report, place: f"{report.country}{place.pinpoint}")
    assert cited["chapters"][0]["entries"][0]["excerpts"][0]["paragraphs"][0]["citation"] == "arcadia¶ 1"
