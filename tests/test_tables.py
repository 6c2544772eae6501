"""The data files can be read, listed, and chosen from by country and year."""

from __future__ import annotations

import pytest

from hrreport import tables


def test_the_files_of_a_folder_can_be_listed() -> None:
    assert "2024" in tables.names("outlines", ".toml")


def test_rows_have_the_names_of_the_first_line() -> None:
    rows = tables.rows("editions.csv")
    assert set(rows[0]) >= {"year", "published", "outline", "hosts"}
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_file_is_read_once() -> None:
    assert tables.rows("topics.csv") is tables.rows("topics.csv")
    assert tables.table("outlines/2024.toml") is tables.table("outlines/2024.toml")


@pytest.mark.parametrize(
    ("country", "year", "slugs"),
    [("eswatini", 2017, ["swaziland", "eswatini"]), ("eswatini", 2023, ["eswatini"]), ("togo", 2017, [])],
)
def test_rows_are_about_a_country_between_their_years(country: str, year: int, slugs: list[str]) -> None:
    assert [row["slug"] for row in tables.rows_about("slugs.csv", country, year)] == slugs
