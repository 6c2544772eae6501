"""Reports about an invented country, one for each thing that a citation can say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

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
