"""The editions, and the countries of each: as the site lists them, or as the library has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.model.country import ReportId
from hrreport.pipeline.editions import known_editions, stored_countries
from hrreport.pipeline.obtain import obtain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.pipeline.context import Context

LISTING = "www.state.gov/reports-bureau-of-democracy-human-rights-and-labor/country-reports-on-human-rights-practices"


def test_the_countries_of_an_edition_are_those_stored_in_it(context: Context, put: Callable[..., Path]) -> None:
    for country in ("mali", "kenya"):
        put(country)
        obtain(ReportId(country, 2023), context)
    assert [country.slug for country in stored_countries(2023, context)] == ["kenya", "mali"]
    assert stored_countries(2022, context) == stored_countries(2023, replace(context, library=None)) == ()


def test_an_edition_that_the_site_lists_is_added_to_those_known(context: Context, mirror: Path) -> None:
    page = mirror / LISTING / "index.html"
    page.parent.mkdir(parents=True)
    address = "https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/"
    page.write_text(f'<html><body><a href="{address}">2031 Country Reports</a></body></html>', encoding="utf-8")
    years = [edition.year for edition in known_editions(context)]
    assert years == [*(edition.year for edition in records.editions()), 2031]


def test_where_the_site_cannot_be_asked_that_is_noted(context: Context, told: list[str]) -> None:
    assert known_editions(context) == records.editions()
    assert known_editions(replace(context, offline=True)) == records.editions()
    assert [note.partition(";")[0] for note in told] == ["Note: there may be newer editions"] * 2
