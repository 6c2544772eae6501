"""Reports about an invented country, one for each thing that a citation can say."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from hrreport.catalogue.places import find_places
from hrreport.citing import Style, cite
from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Part, Report, Section
from hrreport.model.retrieval import Provenance

ADDRESS = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/arcadia/"


def _paragraphs(first: int, last: int) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(number, "Nothing was said of it. Nobody asked.", (0, 24)) for number in range(first, last + 1)
    )


PLAIN = Report(
    ReportId("arcadia", 2023),
    "2023 Country Reports on Human Rights Practices: Arcadia",
    "2024-04-22",
    (
        Section("summary", "", "Executive Summary", 2, _paragraphs(1, 3)),
        Section(
            "1",
            "1",
            "Respect for the Person",
            2,
            (),
            (
                Section(
                    "1.c",
                    "c",
                    "Torture",
                    3,
                    _paragraphs(1, 4),
                    (Section("1.c/prison-conditions", "", "Prison Conditions", 4, _paragraphs(5, 9)),),
                ),
            ),
        ),
        Section(
            "6",
            "6",
            "Discrimination",
            2,
            (),
            (Section("6/women", "", "Women", 3, _paragraphs(1, 2)),),
        ),
    ),
    Provenance(ADDRESS, ADDRESS, datetime(2024, 6, 12, 23, 59, tzinfo=UTC), "state.gov", "00"),
)

_LOWLANDS = Section("lowlands", "", "Lowlands", 1, (), (Section("lowlands:1.c", "c", "Torture", 3, _paragraphs(1, 2)),))


class Reports(dict[str, Report]):
    """Reports by what is special about each; printed by their names when a test fails."""

    def __repr__(self) -> str:
        return f"Reports({', '.join(self)})"


REPORTS = {
    "plain": PLAIN,
    "undated": replace(PLAIN, id=ReportId("arcadia", 1998), published=""),
    "dated-by-edition": replace(PLAIN, id=ReportId("arcadia", 2013), published=""),
    "archived": replace(
        PLAIN,
        provenance=replace(
            PLAIN.provenance,
            url=f"https://web.archive.org/web/20240601080910id_/{ADDRESS}",
            origin="internet-archive",
            captured_at="2024-06-01T08:09:10Z",
        ),
    ),
    "copy": replace(
        PLAIN,
        provenance=replace(
            PLAIN.provenance,
            requested_url="",
            url="https://hri.example/docs/arcadia.html",
            publisher="the Hellenic Library",
        ),
    ),
    "file": replace(
        PLAIN,
        provenance=replace(PLAIN.provenance, requested_url=ADDRESS, url="file:///home/me/arcadia.html", origin="file"),
    ),
    "nowhere": replace(PLAIN, provenance=replace(PLAIN.provenance, requested_url="", url="", origin="file")),
    "old": replace(PLAIN, id=ReportId("arcadia", 1993), published="1994-01-31"),
    "sample": replace(PLAIN, provenance=replace(PLAIN.provenance, origin="sample")),
    "parts": replace(
        PLAIN,
        sections=(*PLAIN.sections, _LOWLANDS),
        parts=(
            Part(
                "lowlands",
                "Lowlands",
                replace(PLAIN.provenance, url=f"{ADDRESS}lowlands/", retrieved_at=datetime(2024, 7, 1, tzinfo=UTC)),
            ),
        ),
    ),
    "part-on-the-page": replace(PLAIN, sections=(*PLAIN.sections, _LOWLANDS)),
}


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    """Reports by what is special about each."""
    return Reports(REPORTS)


CITATIONS = tomllib.loads((Path(__file__).parent / "citations.toml").read_text(encoding="utf-8"))["case"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that has an argument ``case`` for each citation written by hand in the styles of its module."""
    if "case" in metafunc.fixturenames:
        module = import_module(f"hrreport.citing.{metafunc.module.__name__.rpartition('.test_')[2]}")
        styles = {value.name for value in vars(module).values() if isinstance(value, Style)}
        cases = [case for case in CITATIONS if case["style"] in styles]
        metafunc.parametrize("case", cases, ids=[f"{case['style']}, {case['title']}" for case in cases])


@pytest.fixture
def written(case: dict[str, str], reports: dict[str, Report]) -> tuple[str, str]:
    """A citation as the program writes it, and as written by hand."""
    report = reports[case.get("report", "plain")]
    place, through = find_places(report, [case["place"]])[0] if "place" in case else (None, None)
    short = case["title"].startswith("short")
    text = cite(report, place, style=case["style"], country_name="Arcadia", short=short, through=through)
    return text.strip(), case["text"].strip().replace("ADDRESS", PLAIN.provenance.url)
