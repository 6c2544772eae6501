"""The types of the public interface: checked by mypy, never run.

A change here is a change of the interface.
"""

from __future__ import annotations

from typing import Any, assert_type

import hrreport
from hrreport.model.change import Comparison, TopicChange
from hrreport.model.checked import CheckedFiling, CheckedQuotation
from hrreport.model.edition_change import CountryChange, CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountrySeries, EditionMatrix, GroupTrend
from hrreport.model.hit import Hit, SearchResult
from hrreport.model.matrix import Chapter, Compilation, Matrix, MatrixRow
from hrreport.model.quotation import LibraryVerdict, QuotedSpan, Verdict
from hrreport.model.topic import TopicEntry
from hrreport.model.topic_reading import ReportReadings
from hrreport.model.trend import Trend, TrendRow


def one_report() -> None:
    report = hrreport.read("kazakhstan", 2023)
    assert_type(report, hrreport.CountryReport)
    assert_type(report.report, hrreport.Report)
    assert_type(report.analysis, hrreport.Analysis)
    assert_type(report.sections(), hrreport.Answer[hrreport.Report, hrreport.Section])
    assert_type(report.passages("1.c", topic="torture"), hrreport.Answer[hrreport.Report, hrreport.Passage])
    findings = report.findings(section="1.c", kind="abuse")
    assert_type(findings, hrreport.Answer[tuple[hrreport.Finding, ...], hrreport.Finding])
    assert_type(findings[0], hrreport.Finding)
    assert_type(findings[:2], tuple[hrreport.Finding, ...])
    assert_type([finding.text for finding in findings], list[str])
    assert_type(report.issues(), hrreport.Answer[tuple[hrreport.Issue, ...], hrreport.Issue])
    assert_type(report.summary(length="short"), hrreport.Answer[hrreport.Summary, hrreport.Finding])
    assert_type(report.verify("..."), hrreport.Answer[Verdict, QuotedSpan])
    assert_type(report.cite("1.c ¶ 4", style="oscola"), str)
    assert_type(report.export("html"), str | bytes)
    assert_type(findings.to_dicts(), list[dict[str, Any]])


def several_reports() -> None:
    assert_type(hrreport.diff("kazakhstan", 2023, 2024), hrreport.Answer[Comparison, TopicChange])
    assert_type(hrreport.compare(["kenya", "uganda"], 2024), hrreport.Answer[Matrix, MatrixRow])
    assert_type(hrreport.compare("kenya", 2024, topic="torture"), hrreport.Answer[Compilation, Chapter])
    assert_type(hrreport.compile("kenya", "2022-2024", ["torture"]), hrreport.Answer[Compilation, Chapter])
    assert_type(hrreport.trend("kenya", range(2019, 2024)), hrreport.Answer[Trend, TrendRow])
    assert_type(hrreport.compare(None, 2024, all=True), hrreport.Answer[EditionMatrix, ReportReadings])
    assert_type(hrreport.diff(None, 2023, 2024, region="sca"), hrreport.Answer[EditionChanges, CountryChange])
    assert_type(hrreport.diff(None, 2023, 2024, all=True, duties=True), hrreport.Answer[EditionDuties, CountryDuties])
    assert_type(hrreport.trend(None, topic="torture", group=["kenya"]), hrreport.Answer[GroupTrend, CountrySeries])
    assert_type(hrreport.search("hunger strike", year=2023), hrreport.Answer[SearchResult, Hit])
    assert_type(hrreport.verify("..."), hrreport.Answer[LibraryVerdict, Verdict])
    assert_type(hrreport.check("brief.docx"), hrreport.Answer[CheckedFiling, CheckedQuotation])
    assert_type(hrreport.countries()[0], hrreport.Country)
    assert_type(hrreport.editions()[0], hrreport.Edition)
    assert_type(hrreport.topics()[0], TopicEntry)


def lower_layer() -> None:
    got = hrreport.sample()
    assert_type(got, hrreport.Obtained)
    assert_type(hrreport.select_findings(got.report, got.analysis.findings), tuple[hrreport.Finding, ...])
    assert_type(hrreport.find_country("kazakhstan"), hrreport.Country)
