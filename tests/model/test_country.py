"""A report's country and year."""

from __future__ import annotations

from hrreport.model.country import ReportId


def test_reports_are_in_order_of_country_and_year() -> None:
    ids = [ReportId("ruritania", 2019), ReportId("arcadia", 2023), ReportId("arcadia", 2016)]
    assert [str(each) for each in sorted(ids)] == ["arcadia 2016", "arcadia 2023", "ruritania 2019"]


def test_a_report_is_looked_up_by_its_id() -> None:
    assert {ReportId("arcadia", 2023): "found"}[ReportId("arcadia", 2023)] == "found"
