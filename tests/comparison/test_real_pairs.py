"""The laws on real reports of two editions; skipped where the shared mirror is not present."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.report_analysis import analyze_report
from hrreport.comparison.changes import compare_reports, swap_sides
from hrreport.comparison.crosswalk import crosswalk
from hrreport.comparison.passages import passages
from hrreport.comparison.trend import trend_of
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.model.report import Report

    Read = Callable[[str, int], Report]

EDITION = "www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}/index.html"
OLD = "2009-2017.state.gov/j/drl/rls/hrrpt/{}"
COUNTRIES = ("kazakhstan", "andorra", "mauritius")


@pytest.fixture
def read(shared_site: Path) -> Read:
    """Return a reader of the mirror's reports."""

    def read(country: str, year: int) -> Report:
        return _parsed(shared_site, EDITION.format(country=country, year=year), ReportId(country, year))

    return read


def _parsed(site: Path, page: str, which: ReportId) -> Report:
    body = (site / page).read_bytes()
    url = "https://" + page.removesuffix("index.html")
    when = datetime(2025, 9, 1, tzinfo=UTC)
    return parse_page(Snapshot(body, Provenance(url, url, when, "mirror", hashlib.sha256(body).hexdigest())), which)


def sentences(report: Report) -> list[str]:
    return [text for _, p in report.passages() for text in p.sentences if text]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_sentence_of_both_editions_is_accounted_for_once(read: Read, country: str) -> None:
    old, new = read(country, 2023), read(country, 2024)
    compared = compare_reports(old, new)
    for side, report in (("old", old), ("new", new)):
        quotes = [quote for pair in compared.pairs for quote in getattr(pair, side)]
        assert sorted(quote.text for quote in quotes) == sorted(sentences(report))
        assert len({quote.locator for quote in quotes}) == len(quotes)
        assert all(report.text_at(quote.locator) == quote.text for quote in quotes)
    assert sum(old for _, old, _ in compared.tally) == len(sentences(old))
    assert sum(new for _, _, new in compared.tally) == len(sentences(new))


@pytest.mark.parametrize("country", COUNTRIES)
def test_both_directions_agree_and_a_report_does_not_differ_from_itself(read: Read, country: str) -> None:
    old, new = read(country, 2023), read(country, 2024)
    then, now = analyze_report(old), analyze_report(new)
    there = compare_reports(old, new, then=then, now=now)
    assert compare_reports(new, old, then=now, now=then) == swap_sides(there)
    for report, analysis in ((old, then), (new, now)):
        assert not compare_reports(report, report, then=analysis, now=analysis).differs


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_heading_is_mapped_or_without_counterpart(read: Read, country: str) -> None:
    old, new = read(country, 2023), read(country, 2024)
    rows = crosswalk(passages(old), passages(new))
    for side, report in enumerate((old, new)):
        held = {passage.section.id for row in rows for passage in row.sides[side]}
        assert {section.id for section in report.walk() if section.topics or section.paragraphs} <= held
    prisons = next(row for row in rows if row.id == "prisons")
    assert prisons.status == "dropped"
    assert {row.id: row.status for row in rows}["torture"] == "moved"


def test_word_for_word_repetition_is_never_taken_for_a_change(read: Read) -> None:
    compared = compare_reports(read("kazakhstan", 2023), read("kazakhstan", 2024))
    removed = {pair.old[0].text for pair in compared.pairs if pair.kind == "removed"}
    added = {pair.new[0].text for pair in compared.pairs if pair.kind == "added"}
    assert not {text for text in removed & added if len(text.split()) >= 6}


def test_no_topic_is_lost_over_editions_of_three_eras_but_by_its_heading(shared_site: Path, read: Read) -> None:
    pages = {2005: OLD.format("2005/61684.htm"), 2013: OLD.format("2013/nea/220350.htm")}
    reports = [_parsed(shared_site, page, ReportId("arcadia", year)) for year, page in pages.items()]
    reports += [replace(read("kazakhstan", year), id=ReportId("arcadia", year)) for year in (2023, 2024)]
    trend = trend_of([(report, replace(analyze_report(report), id=report.id)) for report in reports])
    assert [point.border for point in trend.points] == [False, True, True, True]
    for row in trend.rows:
        before = [cell.standing for cell in row.cells][:3]
        first = before.index("own") if "own" in before else 3
        assert set(before[first:]) <= {"own", "unused"}, row.topic
    gone = {row.topic for row in trend.rows if row.cells[2].standing == "own" and row.cells[3].standing != "own"}
    assert gone == {
        *("prisons", "fair-trial", "political-prisoners", "property", "privacy", "assembly", "association", "movement"),
        *("displaced-persons", "stateless-persons", "political-participation", "corruption", "monitoring", "women"),
        *("discrimination", "racial-ethnic", "lgbtqi", "disability", "hiv-aids", "other-societal"),
    }
