"""What the outline of an edition provides for."""

from __future__ import annotations

from hrreport.catalogue.records import outline_name
from hrreport.comparison.outlines import outline_topics


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
