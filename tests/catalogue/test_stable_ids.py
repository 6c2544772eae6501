"""Stable ids: every place of a report has one, it leads back there, and headings below a section do not change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.catalogue.places import find_place
from hrreport.catalogue.stable_ids import parse_stable_id, report_key, stable_id
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_every_place_of_a_report_has_an_id_of_its_own_that_leads_back_to_it(arcadia: Report) -> None:
    places = [Locator(section.id) for section in arcadia.walk()]
    for section, paragraph in arcadia.passages():
        places += [section.locate(paragraph, n) for n in (None, *range(1, len(paragraph.starts) + 1))]
    ids = [stable_id(arcadia.id, place) for place in places]
    assert len(set(ids)) == len(ids)
    assert [find_place(arcadia, one) for one in ids] == places


def test_an_id_is_the_same_when_a_heading_below_the_section_is_not_seen(arcadia: Report) -> None:
    whole, merged = arcadia.section("1.c"), arcadia.section("1.c/prison-and-detention-center-conditions")
    flat = replace(whole, paragraphs=(*whole.paragraphs, *merged.paragraphs), sections=())
    for paragraph in merged.paragraphs:
        assert stable_id(arcadia.id, merged.locate(paragraph)) == stable_id(arcadia.id, flat.locate(paragraph))


def test_no_two_countries_have_the_same_code() -> None:
    keys = [report_key(ReportId(country.slug, 2023)) for country in records.countries()]
    assert len(set(keys)) == len(keys)
    assert all(parse_stable_id(f"{key}/1.c/4/2") == (key, Locator("1.c", 4, 2)) for key in keys)


@pytest.mark.parametrize("text", ["", "1.c", "1.c ¶ 4", "kaz-2023", "kaz-2023/", "kaz/1.c", "6/women", "x" * 300])
def test_what_is_not_an_id_is_not_read_as_one(text: str) -> None:
    assert parse_stable_id(text) is None
