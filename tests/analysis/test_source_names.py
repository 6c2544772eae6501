"""Names of sources in a list, cleaned, and what is no name of one."""

from __future__ import annotations

import pytest

from hrreport.analysis.source_names import clean_name, is_source, split_names, type_with_label


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("lawyers, teachers, and Lake Watch", ["lawyers", "teachers", "Lake Watch"]),
        ("the Ministry of Boats and Nets", ["the Ministry of Boats and Nets"]),
        ("NGO and government officials", ["NGO and government officials"]),
        ("the Harbor Council and the Lake Union", ["the Harbor Council", "the Lake Union"]),
        ("groups such as Lake Watch and Free Nets Circle", ["Lake Watch", "Free Nets Circle"]),
        ("local and international observers", ["local and international observers"]),
        ("Free Nets Circle (boats, nets, and ropes)", ["Free Nets Circle (boats, nets, and ropes)"]),
    ],
)
def test_a_list_is_parted_where_each_name_stands_alone(phrase: str, names: list[str]) -> None:
    assert split_names(phrase) == names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the local NGO Lake Watch", "Lake Watch"),
        ("a June report by the Harbor Council", "Harbor Council"),
        ("the Harbor Council’s 2021 survey", "Harbor Council"),
        ("an article in the Harbor Times", "Harbor Times"),
        ("a survey of fishermen", "survey of fishermen"),
        ("Lake Watch in May", "Lake Watch"),
    ],
)
def test_a_name_has_nothing_before_or_after_it(printed: str, name: str) -> None:
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lake Watch", True), ("observers", True), ("press reports", True), ("reports", False), ("they", False),
        ("law", False), ("laws on nets", False), ("40 percent of boatmen", False), ("most recent data", False),
        ("mended nets", False), ("WHO", True),
    ],
)  # fmt: skip
def test_what_is_no_source_is_left_out(name: str, *, expected: bool) -> None:
    assert is_source(name) is expected


def test_a_label_tells_the_type_where_the_name_does_not() -> None:
    assert type_with_label("Open Door", "the newspaper Open Door") == "media"
    assert type_with_label("Harbor Ministry", "the newspaper Harbor Ministry") == "government"
