"""Addresses that open a page at the words of a passage: the words that are named occur once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from hrreport.model.deep_links import DeepLinks
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

LONG = (
    "On March 3, state-run courts & others held him, and the lake patrol said that nobody was to blame for it at all."
)


@pytest.fixture
def repeated(arcadia: Report, build: Callable[..., Report]) -> Report:
    """A report whose passages occur twice, with one beginning, or with one end."""
    made = build(
        2023,
        f"1.a Killings\n{LONG}\nNot applicable.\n\n1.b Fish\nNot applicable.\n{LONG.replace('nobody', 'somebody')}",
    )
    return replace(made, provenance=arcadia.provenance)


def words(report: Report, place: str) -> str:
    address = DeepLinks(report).address(Locator.parse(place))
    page, _, named = address.partition("#:~:text=")
    assert page == report.provenance.url
    return named


def test_dashes_commas_and_ampersands_are_written_as_the_specification_has_them(repeated: Report) -> None:
    report = replace(repeated, sections=repeated.sections[:1])
    assert words(report, "1.a ¶ 1").startswith("On%20March%203%2C%20state%2Drun,")


def test_what_occurs_twice_is_named_with_the_words_around_it(repeated: Report) -> None:
    assert [unquote(words(repeated, f"1.{letter} ¶ {n}")) for letter, n in (("a", 2), ("b", 1))] == [
        "all.-,Not applicable.,-1.b",
        "Fish-,Not applicable.,-On",
    ]
    first, second = (words(repeated, place) for place in ("1.a ¶ 1", "1.b ¶ 2"))
    assert (first.count("-,"), second.count("-,")) == (1, 1), "words before them tell them apart"
    assert first != second


def test_a_sentence_has_words_of_its_own(arcadia: Report) -> None:
    links = DeepLinks(arcadia)
    assert links.address(Locator("1.a", 1, 2)).endswith("#:~:text=In%20May%20officers%20shot%20two%20boatmen")


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("§ 1.a", {}),
        ("1.a ¶ 1", {"url": "", "requested_url": ""}),
        ("1.a ¶ 1", {"media_type": "application/pdf"}),
    ],
    ids=["a whole section", "a file without an address", "a PDF"],
)
def test_what_has_no_words_on_a_page_has_no_address(arcadia: Report, place: str, changes: dict[str, Any]) -> None:
    report = replace(arcadia, provenance=replace(arcadia.provenance, **changes))
    assert DeepLinks(report).address(Locator.parse(place)) == ""
