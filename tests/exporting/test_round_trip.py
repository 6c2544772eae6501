"""Text taken from every format is the report's text, paragraph by paragraph: the bundled page, and real ones."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from bs4 import BeautifulSoup

import hrreport
from hrreport.analysis.report_analysis import analyze_report
from hrreport.codec.sections import whole_report_json
from hrreport.exporting.csv import findings_csv
from hrreport.exporting.json import json_text
from hrreport.exporting.markdown import document_markdown
from hrreport.exporting.report_html import report_html
from hrreport.exporting.word import document_docx
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.text.whitespace import fold
from hrreport.views.report import report_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

BUNDLED = Path(hrreport.__file__).parent / "data" / "samples" / "kazakhstan-2023.html"
REAL = ("2023-andorra", "2023-kazakhstan", "2023-mauritius", "2024-kazakhstan", "2024-jordan")
KILOBYTE = 1000


def read(body: bytes, country: str, year: int, address: str) -> tuple[Report, Analysis]:
    source = Provenance(address, address, datetime(2026, 1, 1, tzinfo=UTC), "mirror", "0" * 64)
    report = parse_page(Snapshot(body, source), ReportId(country, year))
    return report, analyze_report(report)


@pytest.fixture(scope="module", params=("bundled", *REAL))
def known(request: pytest.FixtureRequest) -> tuple[Report, Analysis]:
    """A report with what is found in it; real pages only where they are present."""
    if request.param == "bundled":
        return read(BUNDLED.read_bytes(), "kazakhstan", 2023, "")
    site: Path = request.getfixturevalue("shared_site")
    year, _, country = request.param.partition("-")
    address = f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}/"
    return read((site / address / "index.html").read_bytes(), country, int(year), f"https://{address}")


def from_html(report: Report, analysis: Analysis) -> list[str]:
    soup = BeautifulSoup(report_html(report, analysis, "Country"), "lxml")
    return [fold(tag.get_text()) for tag in soup.select("main .h > :is(h2, h3, h4, h5), .p > .t")]


def from_docx(report: Report, analysis: Analysis) -> list[str]:
    document = docx.Document(io.BytesIO(document_docx(report_document(report, "Country", citation="x", aid=analysis))))
    named = [(str(p.style.name), p.text) for p in document.paragraphs if p.style]
    said = [text.partition("\t")[2] or text for name, text in named if name.startswith(("Heading ", "Report "))]
    return said[:-1]


def from_json(report: Report, analysis: Analysis) -> list[str]:
    answer = json.loads(json_text(whole_report_json(report, str(analysis.id))))
    found = []
    for section in answer["sections"]:
        found.append(section["path"][-1])
        found += [f"{p['topic']}: {p['text']}".rstrip() if p["topic"] else p["text"] for p in section["text"]]
    return found


@pytest.mark.parametrize("taken", [from_html, from_docx, from_json])
def test_the_text_of_a_report_comes_back(
    known: tuple[Report, Analysis], taken: Callable[[Report, Analysis], list[str]]
) -> None:
    report, analysis = known
    printed = [line for s in report.walk() for line in (s.title, *(p.printed for p in s.paragraphs))]
    assert taken(report, analysis) == printed


def test_the_text_of_a_report_comes_back_from_markdown(
    known: tuple[Report, Analysis], read_markdown: Callable[[str], list[str]]
) -> None:
    report, _ = known
    printed = [line for s in report.walk() for line in (s.title, *(f"¶ {p.number} {p.printed}" for p in s.paragraphs))]
    body = document_markdown(report_document(report, "Country")).split("---\n", 2)[2]
    assert read_markdown(body)[-len(printed) - 1 : -1] == printed, "the last line is ours"


def test_the_sentences_of_a_report_come_back_from_a_table(known: tuple[Report, Analysis]) -> None:
    report, analysis = known
    rows = list(csv.DictReader(io.StringIO(findings_csv(report, analysis.findings, "Country"), newline="")))
    assert [row["text"] for row in rows] == [s for _, p in report.passages() for s in p.sentences if s]


def test_a_page_of_a_report_is_small(known: tuple[Report, Analysis]) -> None:
    """With a citation of the usual length in every paragraph, the longest of these stays under 600 kB."""
    report, analysis = known
    page = report_html(report, analysis, "Country", cite=lambda place: f"{place}, ".ljust(220, "x"))
    assert len(page.encode()) < 600 * KILOBYTE
