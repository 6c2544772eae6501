"""Summaries of real reports, held against rules that none may break."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport import ReportId, parse_report, read_file
from hrreport.analysis.digest.acronyms import acronyms, is_spelled
from hrreport.analysis.digest.sentence_scores import criminalizes
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.summary import summarize_report
from hrreport.model.finding import Kind
from hrreport.terminal.summaries import summary_view
from hrreport.wording.briefs import LINES, WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary

PAGES = (
    "2016/ukraine", "2017/kazakhstan", "2018/turkey", "2018/japan", "2019/peru", "2020/colombia", "2021/kuwait",
    "2022/burma", "2023/kenya", "2023/andorra", "2023/senegal", "2024/kazakhstan",
)  # fmt: skip
_CAVEAT = re.compile(r"\bdenied\b|\battributed\b|\blikely higher\b")

Read = tuple["Report", "Analysis", "Summary", "Summary"]


@pytest.fixture(scope="module", params=PAGES)
def read(request: pytest.FixtureRequest, shared_site: Path) -> Read:
    """A real report with its analysis, its brief and its summary section by section."""
    year, _, country = request.param.partition("/")
    folder = f"{year}-country-reports-on-human-rights-practices"
    page = shared_site / "www.state.gov" / "reports" / folder / country / "index.html"
    if not page.is_file():
        pytest.skip(f"{request.param} is not in the shared mirror")
    snapshot = read_file(page, clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
    report = parse_report(snapshot, ReportId(country, int(year)))
    analysis = analyze_report(report)
    brief, medium = (summarize_report(report, analysis, length=length) for length in ("brief", "medium"))
    return report, analysis, brief, medium


def test_a_brief_takes_no_more_than_one_screen(read: Read) -> None:
    report, _, brief, _ = read
    assert summary_view(report, brief, report.id.country).plain(WIDTH).count("\n") <= LINES


def test_every_sentence_is_verbatim_and_no_label_is_in_it(read: Read) -> None:
    report, _, brief, medium = read
    assert brief.overview is not None
    for finding in (*brief.overview.sentences, *medium.sentences):
        assert report.text_at(finding.locator) == finding.text
        if finding.topic:
            assert not finding.text.startswith(f"{finding.topic}:")


def test_the_first_sentence_supports_every_mark(read: Read) -> None:
    for digest in read[3].digests:
        if digest.own_mark in {"named", "described"}:
            assert digest.sentences[0].kind is Kind.ABUSE or criminalizes(digest.sentences[0])
        if digest.own_mark == "none":
            assert digest.sentences[0].kind is Kind.DENIAL


def test_no_denial_near_an_allegation_is_left_out(read: Read) -> None:
    _, analysis, brief, medium = read
    assert brief.overview is not None
    order = {finding.locator: n for n, finding in enumerate(analysis.findings)}
    for sentences in (brief.overview.sentences, medium.sentences):
        shown = {finding.locator for finding in sentences}
        for finding in sentences:
            n = order[finding.locator]
            near = [f for f in analysis.findings[max(0, n - 2) : n + 3] if f.locator.section == finding.locator.section]
            near = [f for f in near if f.locator.paragraph == finding.locator.paragraph and _CAVEAT.search(f.text)]
            if finding.kind is Kind.ABUSE or finding.figures:
                assert {f.locator for f in near} <= shown, finding.text


def test_every_acronym_has_its_long_form_where_it_is_first_used(read: Read) -> None:
    report, _, brief, _ = read
    assert brief.overview is not None
    verdict = brief.brief
    told = [*((verdict.change,) if verdict.change else ()), *verdict.issues, *verdict.accountability]
    known: set[str] = set()
    for place in (*told, *brief.overview.actors, *(f.locator for f in brief.overview.sentences)):
        text = report.text_at(place)
        known |= {gloss.short for gloss in brief.glosses if gloss.locator == place}
        known |= {short for short in acronyms(text) if is_spelled(short, text)}
        assert set(acronyms(text)) <= known
