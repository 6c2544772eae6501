"""Which pages are accepted as the report that was asked for; the templates are the site's, the words ours."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrreport.errors import EmptyPageError, ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.pipeline.retrieve import PageOpener

REPORTS = "https://www.state.gov/reports/2024-country-reports-on-human-rights-practices"
TOGO = ReportId("togo", 2024)
PDF = "https://www.state.gov/wp-content/uploads/2025/07/TOGO-2024-HUMAN-RIGHTS-REPORT.pdf"
OFFER = (
    '<div class="report-meta__link report-meta__link--download-pdf"><h5>'
    f'<a href="{PDF}" target="_blank"><span class="icon icon-download"></span>Download Report</a></h5></div>'
)
UNFILLED = (
    '<section class="report__content__inner entry-content">'
    '<h2 id="report-toc__exec-summary" class="report__section-title">Executive Summary Title</h2></section>'
)
FILLED = (
    '<section class="report__content__inner entry-content">'
    '<h2 id="report-toc__exec-summary" class="report__section-title">Executive Summary</h2>'
    "<p>Nothing of note was seen by anybody who looked.</p></section>"
    '<section class="report__content__inner entry-content"><p class="report-toc-section">Section 1.</p>'
    '<h2 id="report-toc__section-1" class="report__section-title">Life</h2>'
    "<p>Life went on as it had in the years before that.</p></section>"
)


def page(body: str, place: str = f"{REPORTS}/togo", offer: str = OFFER) -> bytes:
    canonical = f'<link rel="canonical" href="{place}">' if place else ""
    main = f'<section class="report__main"><div id="report_content" class="report__content">{body}</div></section>'
    return f"<html><head>{canonical}</head><body><h1>Togo</h1>{offer}{main}</body></html>".encode()


def accepted(body: bytes, wanted: ReportId = TOGO, *, part: bool = False) -> bool:
    source = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return PageOpener(wanted, part=part).accept(Snapshot(body, source))


@pytest.mark.parametrize("place", [f"{REPORTS}/togo", f"{REPORTS}/togo/", ""])
def test_the_report_wanted_is_accepted_and_so_is_one_that_does_not_say_what_it_is(place: str) -> None:
    assert accepted(page(FILLED, place))


@pytest.mark.parametrize(
    ("place", "said"),
    [(f"{REPORTS}/mali", "the report on mali 2024 instead"), (f"{REPORTS.replace('2024', '2019')}/togo", "togo 2019")],
)
def test_another_report_is_not_taken_for_the_one_wanted(place: str, said: str) -> None:
    with pytest.raises(ParseError, match=said):
        accepted(page(FILLED, place))


@pytest.mark.parametrize(
    "stray", ["", "<p>Words that stand between the sections of the template.\nSection 1. Life</p>"]
)
def test_a_template_that_was_not_filled_is_told_with_the_address_of_its_pdf(stray: str) -> None:
    with pytest.raises(EmptyPageError) as caught:
        accepted(page(UNFILLED + stray))
    assert str(caught.value) == f"the page is a template without the text of the report (pdf: {PDF})"
    assert caught.value.hint == "save its PDF, and add that instead: hrreport add FILE.pdf"


def test_an_unfilled_template_may_offer_no_pdf() -> None:
    with pytest.raises(EmptyPageError) as caught:
        accepted(page(UNFILLED, offer=""))
    assert (str(caught.value), caught.value.hint) == ("the page is a template without the text of the report", None)


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7", b"<h1>Page not found</h1><p>Use the search.</p>", page("")])
def test_a_page_without_a_report_is_no_unfilled_template(body: bytes) -> None:
    assert not accepted(body)


def test_a_part_may_claim_any_country_but_no_other_edition() -> None:
    china = ReportId("china", 2024)
    assert accepted(page(FILLED, f"{REPORTS}/china/tibet/"), china, part=True)
    assert accepted(page(FILLED, f"{REPORTS}/china/"), china, part=True)
    assert accepted(page(FILLED, ""), china, part=True)
    assert not accepted(b"<p>x</p>", china, part=True)
    for place, said in (("china/tibet", "the report on tibet 2024 instead"), ("atlantis", "a page of 2024 instead")):
        with pytest.raises(ParseError, match=said):
            accepted(page(FILLED, f"{REPORTS}/{place}/").replace(b"Togo", b""), ReportId("china", 2019), part=True)
