"""The place that a citation names beside the place where its quotation is."""

from __future__ import annotations

from typing import Any

import pytest

from hrreport.filings import read_filing
from hrreport.model.filing import Citation, ClaimedPlace
from hrreport.quoting import verify_in
from hrreport.quoting.pairing import read_pairs
from hrreport.quoting.pinpoints import is_at, is_there_with_variants, right_place, wrong_place

HEATING = "Heating worked until midnight."


@pytest.mark.parametrize(
    ("claimed", "fits"),
    [
        (ClaimedPlace("1.c", "", ()), True),
        (ClaimedPlace("1", "", ()), True),
        (ClaimedPlace("1.c", "", (6,)), True),
        (ClaimedPlace("1.c", "", (7,)), False),
        (ClaimedPlace("1.c", "Prison Conditions", (6,)), True),
        (ClaimedPlace("1.c", "prison-conditions", (6,)), True),
        (ClaimedPlace("1.c", "Some Other Heading", (6,)), True),
        (ClaimedPlace("1.c", "Women", (6,)), False),
        (ClaimedPlace("", "", (6,)), True),
        (ClaimedPlace("2.a", "", ()), False),
    ],
)
def test_a_citation_fits_its_section_heading_and_paragraph(claimed: ClaimedPlace, fits: bool, shelf: Any) -> None:
    verdict = verify_in(shelf.index, HEATING)
    assert is_at(claimed, verdict.places[0].locators, shelf.report) == fits
    message = wrong_place(Citation(0, 0, 0, "", "short", place=claimed), verdict, shelf.report, "§ 1.c ¶ 6")
    assert bool(message) != fits


def test_of_several_places_the_one_that_is_cited_is_right(shelf: Any) -> None:
    verdict = verify_in(shelf.index, "Police usually obeyed it.")
    assert right_place(verdict, None, shelf.report) == "§ 1.d ¶ 1"
    assert right_place(verdict, ClaimedPlace("2.a", "", ()), shelf.report) == "§ 2.a ¶ 2"
    assert right_place(verify_in(shelf.index, "Zebras grazed there yesterday."), None, shelf.report) == ""


def test_a_place_under_an_unnumbered_heading_names_it(shelf: Any) -> None:
    assert right_place(verify_in(shelf.index, HEATING), None, shelf.report) == "§ 1.c, Prison Conditions, ¶ 6"


def test_a_place_that_the_report_does_not_have_is_named_without_a_quotation(shelf: Any) -> None:
    citation = Citation(0, 0, 0, "", "short", place=ClaimedPlace("9.z", "", ()))
    assert wrong_place(citation, None, shelf.report, "") == "The report has no § 9.z."
    citation = Citation(0, 0, 0, "", "short", place=ClaimedPlace("1.c", "", (2,)))
    assert wrong_place(citation, None, shelf.report, "") == ""


def test_another_first_letter_or_last_mark_may_be_at_the_cited_place(shelf: Any) -> None:
    (pair,) = read_pairs(read_filing("x.md", "“police usually obeyed it” Chad 2023 Report § 2.a.".encode()))
    assert is_there_with_variants(pair, shelf.index, shelf.report)
    (pair,) = read_pairs(read_filing("x.md", "“police usually obeyed it” Chad 2023 Report § 6.".encode()))
    assert not is_there_with_variants(pair, shelf.index, shelf.report)
