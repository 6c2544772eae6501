from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.parsing.elements import resolve, unarchived

if TYPE_CHECKING:
    from tests.parsing.fragments import Fragment

HERE = "https://www.state.gov/reports/togo/"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("//example.org/a", "https://example.org/a"),
        ("/a", "https://www.state.gov/a"),
        ("a?b=c", HERE + "a?b=c"),
        ("#note", HERE + "#note"),
        (" https://example.org/\n a ", "https://example.org/a"),
        ("/web/20200101000000/https://example.org/a", "https://example.org/a"),
        ("https://web.archive.org/web/20200101000000id_/http://example.org/", "http://example.org/"),
        ("//web.archive.org/web/20200101/www.example.org/a", "https://www.example.org/a"),
        ("javascript:alert(1)", ""),
        ("java\x00script:alert(1)", ""),
        ("mailto:a@example.org", ""),
        ("data:text/html,x", ""),
        ("ftp://example.org/", ""),
        ("http://[::1", ""),
    ],
)
def test_a_link_is_made_whole_or_dropped(href: str, url: str) -> None:
    assert resolve(href, HERE) == url


@pytest.mark.parametrize("href", ["a", "/a", "#a", "Togo_files/a.html"])
def test_a_link_within_a_page_of_no_known_address_is_dropped(href: str) -> None:
    assert resolve(href, "") == ""


def test_an_address_that_is_not_of_the_archive_stays() -> None:
    assert unarchived(HERE) == HERE


def test_a_fragment_is_read_as_expected(fragment: Fragment) -> None:
    fragment.check()
