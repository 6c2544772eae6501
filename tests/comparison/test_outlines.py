"""What the outline of an edition provides for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.records import outline_name
from hrreport.comparison.outlines import outline_topics

if TYPE_CHECKING:
    from hrreport.model.country import Edition


def test_an_outline_knows_its_topics_whether_or_not_a_report_uses_them() -> None:
    of_2023, of_2024 = outline_topics(2023), outline_topics(2024)
    assert of_2023 is not None
    assert of_2024 is not None
    assert {"prisons", "birth-registration", "conflict-abuses"} <= of_2023
    assert "prisons" not in of_2024


def test_an_edition_that_is_not_known_has_no_outline() -> None:
    assert outline_topics(2090) is None
    assert outline_name(2090) == ""
    assert outline_name(2012) == outline_name(2013) != outline_name(2023)


@pytest.mark.parametrize("edition", [one for one in records.editions() if one.outline], ids=lambda one: str(one.year))
def test_no_other_topics_than_those_of_the_parsed_outline(edition: Edition) -> None:
    found: set[str] = set()
    for heading in tables.table(f"outlines/{edition.outline}.toml")["heading"]:
        found.update(heading.get("topics", ()))
        found.update(topic for topics in heading.get("labels", {}).values() for topic in topics)
    assert sorted(outline_topics(edition.year) or ()) == sorted(found)
