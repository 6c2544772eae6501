"""Real reports of four eras, where they are present, in one trend: nothing that has only moved is taken for gone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.report_analysis import analyze_report
from hrreport.catalogue import records
from hrreport.comparison.topic_readings import outline_topics
from hrreport.comparison.trend import trend_of
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.report import Report
    from hrreport.model.trend import Trend

OLD = "2009-2017.state.gov/j/drl/rls/hrrpt"
NEW = "www.state.gov/reports/{}-country-reports-on-human-rights-practices/mauritius/index.html"
PAGES = {
    2005: f"{OLD}/2005/61684.htm",
    2013: f"{OLD}/2013/nea/220350.htm",
    2023: NEW.format(2023),
    2024: NEW.format(2024),
}
KEPT_OLD = {
    "killings", "disappearance", "torture", "prisons", "arbitrary-arrest", "fair-trial", "political-prisoners",
    "privacy", "expression", "assembly", "association", "religion", "movement", "refugees", "political-participation",
    "corruption", "monitoring", "discrimination", "women", "children", "antisemitism", "trafficking", "disability",
    "lgbtqi", "worker-rights",
}  # fmt: skip
"""Topics that have text of their own in each of these reports of 2005, 2013 and 2023, under whatever number."""


@pytest.fixture(scope="module")
def reports() -> dict[int, Report]:
    return {}


@pytest.fixture
def trend(shared_site: Path, reports: dict[int, Report]) -> Trend:
    """Four reports taken for one country's, so that they stand in one series."""
    for year, address in PAGES.items():
        if year not in reports:
            url = f"https://{address}"
            here = Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")
            body = (shared_site / address).read_bytes()
            reports[year] = parse_page(Snapshot(body, here), ReportId("togo", year))
    return trend_of(
        [(report, analyze_report(report)) for report in reports.values()], [topic.id for topic in records.topics()]
    )


def test_a_topic_with_text_of_its_own_in_the_three_older_eras_stands_there_in_each(trend: Trend) -> None:
    standing = {row.topic: [cell.standing for cell in row.cells] for row in trend.rows}
    assert {topic: standing[topic][:3] for topic in KEPT_OLD} == {topic: ["own"] * 3 for topic in KEPT_OLD}


def test_no_topic_is_said_to_have_no_heading_where_it_or_a_wider_one_stands(trend: Trend) -> None:
    above = {topic.id: topic.broader for topic in records.topics()}
    for row in trend.rows:
        for cell, point in zip(row.cells, trend.points, strict=True):
            stands = {t for s in point.report.walk() for t in (*s.topics, *(t for p in s.paragraphs for t in p.topics))}
            lineage = [row.topic]
            while above[lineage[-1]]:
                lineage.append(above[lineage[-1]])
            if stands.intersection(lineage):
                assert cell.standing in ("own", "narrower", "wider"), (row.topic, point.report.id)


def test_no_topic_is_none_in_an_edition_whose_outline_has_it(trend: Trend) -> None:
    for row in trend.rows:
        for cell, point in zip(row.cells, trend.points, strict=True):
            if cell.standing == "none":
                assert row.topic not in (outline_topics(point.report.id.year) or ())
