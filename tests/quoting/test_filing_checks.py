"""Filings that were made with known mistakes, in every format: each is told, and nothing that is right is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.filings import generator as made_filings

from hrreport import tables
from hrreport.catalogue import records
from hrreport.filings import read_filing
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.quoting import index_report
from hrreport.quoting.filing_checks import check_pair
from hrreport.quoting.pairing import read_pairs, reports_cited
from hrreport.quoting.verification import find_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.model.checked import CheckedQuotation
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.quoting import QuotationIndex

KAZAKHSTAN = ReportId("kazakhstan", 2023)


NAMES = {country.slug: country.name for country in records.countries()}


class CitedReports:
    """Reports at hand."""

    def __init__(self, reports: Mapping[ReportId, Report]) -> None:
        self.reports = reports
        self.indexes = {one: index_report(report) for one, report in reports.items()}

    def report(self, report_id: ReportId) -> Report | None:
        return self.reports.get(report_id)

    def index(self, report_id: ReportId) -> QuotationIndex | None:
        return self.indexes.get(report_id)

    def reason(self, report_id: ReportId) -> str:
        return f"{report_id} is not there"

    def newest(self, country: str) -> int:  # noqa: ARG002  as the protocol has it
        return 2023

    def elsewhere(self, quotation: str, cited: ReportId) -> Verdict | None:
        verdicts = (find_in(index, quotation) for one, index in self.indexes.items() if one != cited)
        return next((verdict for verdict in verdicts if verdict.found), None)


def _report(report_id: ReportId, words: dict[str, str]) -> Report:
    """The bundled abridgement with other words in it, as the report of another country or year."""
    page = tables.text("samples/kazakhstan-2023.html")
    for one, other in words.items():
        page = re.sub(rf"\b{one}\b", other, page)
    address = (
        f"https://www.state.gov/reports/{report_id.year}-country-reports-on-human-rights-practices/{report_id.country}/"
    )
    when = datetime(2026, 1, 1, tzinfo=UTC)
    report = parse_page(Snapshot(page.encode(), Provenance(address, address, when, "mirror", "00")), KAZAKHSTAN)
    return replace(report, id=report_id)


@pytest.fixture(scope="module")
def reports() -> CitedReports:
    """Three reports of the project's own words: two of a country, one of another."""
    changed = {
        "police": "gendarmes",
        "law": "statute",
        "court": "tribunal",
        "government": "cabinet",
        "women": "mothers",
    }
    other = {"police": "marshals", "law": "rule", "court": "bench", "government": "council", "women": "wives"}
    return CitedReports(
        {
            KAZAKHSTAN: _report(KAZAKHSTAN, {}),
            ReportId("kazakhstan", 2022): _report(ReportId("kazakhstan", 2022), changed),
            ReportId("kenya", 2023): _report(ReportId("kenya", 2023), {**other, "Kazakhstan": "Kenya"}),
        }
    )


def check(name: str, body: bytes, reports: CitedReports) -> list[CheckedQuotation]:
    filing = read_filing(name, body)
    pairs = read_pairs(filing)
    cited = list(reports_cited(pairs))
    return [one for one in (check_pair(pair, filing, reports, cited, pairs) for pair in pairs) if one]


def same(text: str) -> str:
    return "".join(text.split()).replace("-", "")


CASES = [(suffix, seed) for suffix in made_filings.FORMATS for seed in range(8)]


@pytest.mark.parametrize(("suffix", "seed"), CASES)
def test_what_was_put_wrong_is_told_and_nothing_else(suffix: str, seed: int, reports: CitedReports) -> None:
    if suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    if suffix == ".docx":
        pytest.importorskip("docx")
    made = made_filings.Generator(reports.reports, NAMES, seed).filing(6)
    findings = check(f"filing{suffix}", made_filings.FORMATS[suffix](made), reports)
    for truth in made.truths:
        found = next((one for one in findings if same(one.quotation) == same(truth.quotation)), None)
        assert found is not None, truth
        assert found.report == truth.report, truth
        wrong = [p for p in found.problems if p.startswith(("wrong", "figure"))]
        if truth.seeded in made_filings.ALTERATIONS:
            assert found.verdict in ("differs", "not-found"), truth
            assert found.judged is not None
        elif truth.seeded:
            assert truth.seeded in wrong, (truth, found)
        else:
            assert (found.verdict in ("exact", "altered-as-marked"), wrong) == (True, []), (truth, found)
        if truth.seeded == "wrong-pinpoint":
            assert truth.right is not None
            assert found.right_place.startswith(f"§ {truth.right.anchor}")


@pytest.mark.parametrize("suffix", made_filings.FORMATS)
def test_quotations_of_other_works_are_passed_over(suffix: str, reports: CitedReports) -> None:
    if suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    if suffix == ".docx":
        pytest.importorskip("docx")
    made = made_filings.Made([("text", text, "") for text in made_filings.OTHERS])
    assert check(f"filing{suffix}", made_filings.FORMATS[suffix](made), reports) == []


def quoted(reports: CitedReports, number: int = 5) -> Any:
    generator = made_filings.Generator(reports.reports, NAMES, 1)
    return generator.sentences[KAZAKHSTAN][number]


def test_a_report_that_is_not_there_is_never_said_not_to_have_it(reports: CitedReports) -> None:
    (found,) = check("x.md", "It “was as bad as could be in every way.” Chad 2023 Report § 1.a.".encode(), reports)
    assert (found.verdict, found.problems, found.wrong) == ("unchecked", (), True)
    assert "is not there" in found.remarks[0]


def test_a_quotation_without_citation_is_held_against_the_reports_that_are_cited(reports: CitedReports) -> None:
    _, text = quoted(reports)
    body = f"See 2023 DOS Country Report on Kazakhstan.\n\nFar away counsel writes.\n\nAnd so “{text}”\n"
    found = [one for one in check("x.md", body.encode(), reports) if one.quotation]
    assert [(one.citation, one.report, one.verdict) for one in found] == [("", KAZAKHSTAN, "exact")]


def test_a_caveat_of_the_same_sentence_is_told(reports: CitedReports) -> None:
    body = "“It carried seven to 12 years in prison” Kazakhstan 2023 Report § 6."
    (found,) = check("x.md", body.encode(), reports)
    assert found.verdict == "exact"
    assert found.problems == ("caveat-cut",)
    assert "“but” stands after the quoted words" in found.remarks[0]
