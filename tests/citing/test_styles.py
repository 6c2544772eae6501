"""Every style writes every kind of report, in full and short, and refuses what cannot be cited."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.citing import STYLES, cite, style_named
from hrreport.errors import InputError, NotFoundError
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report

CASES = tomllib.loads((Path(__file__).parent / "citations.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_has_a_full_and_a_short_citation_written_by_hand(style: str) -> None:
    titles = {case["title"] for case in CASES if case["style"] == style}
    assert {"full", *(["short"] if STYLES[style].short else [])} <= titles


@pytest.mark.parametrize(
    ("style", "short"), [(s.name, short) for s in STYLES.values() for short in (False, *([True] if s.short else []))]
)
def test_every_style_cites_every_kind_of_report_without_a_gap_in_it(
    style: str, short: bool, reports: dict[str, Report]
) -> None:
    for name, report in reports.items():
        if name == "sample":
            continue
        for place in (None, Locator("summary"), Locator("1.c", 7), Locator("6/women")):
            written = cite(report, place, style=style, country_name="Arcadia", short=short)
            assert written.strip()
            assert not any(flaw in written for flaw in ("None", ", ,", "()", "  (", "[]", "<>", " ,", "{}", "¶ ¶"))


@pytest.mark.parametrize("style", STYLES)
def test_the_bundled_abridgement_is_refused_by_every_style(style: str, reports: dict[str, Report]) -> None:
    with pytest.raises(InputError, match=r"bundled abridgement of arcadia 2023 is not to be cited"):
        cite(reports["sample"], Locator("1.c", 4), style=style, country_name="Arcadia")


def test_a_place_that_the_report_does_not_have_is_not_cited(reports: dict[str, Report]) -> None:
    with pytest.raises(NotFoundError):
        cite(reports["plain"], Locator("1.c", 99), style="bluebook", country_name="Arcadia")


def test_an_unknown_style_is_refused_with_the_styles_there_are() -> None:
    with pytest.raises(InputError, match='no citation style "harvard"') as caught:
        style_named("harvard")
    assert caught.value.hint is not None
    assert "oscola" in caught.value.hint


def test_a_style_without_a_short_form_says_which_records_have_one(reports: dict[str, Report]) -> None:
    with pytest.raises(InputError, match='"ris" has no short form') as caught:
        cite(reports["plain"], None, style="ris", country_name="Arcadia", short=True)
    assert caught.value.hint == "leave --short out; of the records for programs, bibtex, biblatex, csl-json have one"


@pytest.mark.parametrize("through", [4, 3])
def test_a_range_that_does_not_run_forward_is_refused(through: int, reports: dict[str, Report]) -> None:
    with pytest.raises(InputError, match=f"'§ 1.c ¶ 4 to ¶ {through}' is not a range of paragraphs"):
        cite(reports["plain"], Locator("1.c", 4), style="apa", country_name="Arcadia", through=through)


def test_a_range_that_runs_past_the_section_is_not_cited(reports: dict[str, Report]) -> None:
    with pytest.raises(NotFoundError, match="¶ 10"):
        cite(reports["plain"], Locator("1.c", 8), style="apa", country_name="Arcadia", through=10)


def test_a_style_is_found_in_any_case() -> None:
    assert style_named(" OSCOLA ") is STYLES["oscola"]


def test_a_date_of_access_that_is_given_wins(reports: dict[str, Report]) -> None:
    written = cite(reports["plain"], None, style="refworld", country_name="Arcadia", accessed=date(2025, 1, 2))
    assert written.endswith("[accessed 2 January 2025]")
