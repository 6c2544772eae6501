"""Tables of many countries: what is not in the library is a row."""

from __future__ import annotations


def test_a_table_names_what_is_not_in_the_library(group_pages: dict[str, str]) -> None:
    assert group_pages["csv"].splitlines()[-1].startswith("chad,Chad,af,2023,2024,,")
    assert group_pages["csv"].splitlines()[-1].endswith(",2024")
