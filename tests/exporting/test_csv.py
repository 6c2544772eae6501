"""Tables: full expected text, words given back, formulas neutralised."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.exporting.csv import (
    FIGURE,
    FINDING,
    HIT,
    ISSUE,
    PLACE,
    PROVENANCE,
    escape_formula,
    figures_csv,
    findings_csv,
    issues_csv,
    search_csv,
    tallies_csv,
)
from hrreport.model.finding import Analysis, Figure
from hrreport.model.hit import Query, SearchResult, Tally
from hrreport.text.whitespace import fold
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.hit import Hit
    from hrreport.model.report import Report


STARTS = st.text(st.sampled_from("=+-@'＝＋－＠\t\r a1"), max_size=4)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def given_back(cell: str) -> str:
    """What a cell said before it was neutralised."""
    return cell[1:] if cell.startswith("'") and escape_formula(cell[1:]) == cell else cell


def test_findings(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    text = findings_csv(arcadia, arcadia_analysis.findings, "Arcadia", cite=lambda place: f"Arcadia 2023, {place}")
    assert text.replace("\r\n", "\n") == expected("findings.csv")
    assert text.count("\r\n") == 1 + len(arcadia_analysis.findings)


def test_figures(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    findings = list(arcadia_analysis.findings)
    findings[0] = replace(
        findings[0], figures=(Figure("-7.5 to 8", -7.5, 8.0, "percent", "change"), Figure("many", None, bound="about"))
    )
    assert figures_csv(arcadia, findings, "Arcadia").replace("\r\n", "\n") == expected("figures.csv")


def test_an_issue_that_nothing_bears_out_has_a_row_that_says_so(arcadia: Report, arcadia_analysis: Analysis) -> None:
    rows = read(issues_csv(arcadia, arcadia_analysis, "=Arcadia", cite=lambda place: f"Arcadia 2023, {place}"))
    columns = ("number", "issue", "listed", "section", "paragraph", "sentence", "citation")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("1", "torture", "§ summary ¶ 2", "1.c", "1", "1", "Arcadia 2023, § 1.c ¶ 1"),
        ("2", "piracy on the lakes", "§ summary ¶ 2", "", "", "", ""),
    ]
    assert (rows[0]["heading"], rows[0]["text"]) == (arcadia.section("1.c").title, arcadia_analysis.findings[9].text)
    assert {row["name"] for row in rows} == {"'=Arcadia"}
    assert {row["sha256"] for row in rows} == {arcadia.provenance.sha256}


def test_columns_are_named_once_in_the_documented_order(arcadia: Report) -> None:
    for text, middle in (
        (findings_csv(arcadia, (), "Arcadia"), (*PLACE, *FINDING)),
        (figures_csv(arcadia, (), "A"), (*PLACE, *FIGURE)),
        (issues_csv(arcadia, Analysis(arcadia.id, (), ()), "A"), ISSUE),
    ):
        columns = text.strip().split(",")
        assert columns == [*middle, *PROVENANCE]
        assert len(set(columns)) == len(columns)


def test_the_words_of_the_report_come_back(arcadia: Report, arcadia_analysis: Analysis) -> None:
    rows = read(findings_csv(arcadia, arcadia_analysis.findings, "Arcadia"))
    assert [given_back(row["text"]) for row in rows] == [s for _, p in arcadia.passages() for s in p.sentences]
    assert [row["citation"] for row in rows] == [str(f.locator) for f in arcadia_analysis.findings]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "＝1", "'=1"])
def test_formulas_are_neutralised(text: str) -> None:
    assert escape_formula(text) == f"'{text}"


@given(start=STARTS, rest=st.text(max_size=10))
def test_no_cell_begins_a_formula_and_every_cell_can_be_given_back(start: str, rest: str) -> None:
    cell = escape_formula(start + rest)
    assert cell[:1] not in {*"=+-@＝＋－＠\t\r"} - {""}
    assert given_back(cell) == fold(start + rest)


def test_a_byte_order_mark_stands_first_where_it_is_wanted(arcadia: Report, arcadia_analysis: Analysis) -> None:
    with_mark = findings_csv(arcadia, arcadia_analysis.findings, "Côte", bom=True)
    assert with_mark.startswith("\ufeffcountry,name,")
    assert read(with_mark)[0]["name"] == "Côte"


def test_every_row_of_the_bundled_abridgement_says_what_it_is(arcadia: Report, arcadia_analysis: Analysis) -> None:
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    for row in read(findings_csv(sample, arcadia_analysis.findings, "Arcadia")):
        assert row["notice"] == f"{SAMPLE_NOTICE} | Section 3 is missing."


def test_every_column_of_a_hit_is_filled_and_no_cell_is_a_formula(hit: Hit) -> None:
    text = search_csv(
        Query("wardens"), SearchResult((hit, hit), 2, 2), {"arcadia": "Arcadia"}, cite=lambda _: "a *citation*"
    )
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["rank"] for row in rows] == ["1", "2"]
    assert list(rows[0]) == list(HIT)
    assert all(rows[0].values())
    assert rows[0]["text"] == f"'{hit.text}"
    assert rows[0]["met"] == "wardens | wardens"
    assert rows[0]["kinds"] == "abuse | law"


def test_counts_are_rows_of_numbers() -> None:
    assert tallies_csv(Query("x"), (Tally("2023", 4, 2),), "year", {}) == "year,passages,reports\r\n2023,4,2\r\n"
    by_country = tallies_csv(Query("x"), (Tally("arcadia", 4, 2),), "country", {"arcadia": "Arcadia"})
    assert by_country == "country,name,passages,reports\r\narcadia,Arcadia,4,2\r\n"
