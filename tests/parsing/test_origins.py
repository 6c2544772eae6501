from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing import claim, origin_of
from hrreport.parsing.page import open_page

if TYPE_CHECKING:
    from hrreport.parsing.page import OpenedPage

REPORTS = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices"


BODY = '<div class="report__content"><h2>Executive Summary</h2><p>All went well in those days.</p></div>'


def page(markup: str, url: str = "") -> OpenedPage:
    provenance = Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return open_page(Snapshot((markup + BODY).encode(), provenance))


@pytest.mark.parametrize(
    ("markup", "report"),
    [
        (f'<link rel="canonical" href="{REPORTS}/burma-draft/">', ReportId("burma", 2023)),
        (f'<meta property="og:url" content="{REPORTS}/togo">', ReportId("togo", 2023)),
        (f"<!-- saved from url=(0099){REPORTS}/togo/ --><p>x</p>", ReportId("togo", 2023)),
        (f'<link href="{REPORTS}/togo/index.html" rel="canonical">', ReportId("togo", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/china/tibet/">', ReportId("china", 2023)),
        (f'<link rel="canonical" href="/web/20240101000000/{REPORTS}/togo/">', ReportId("togo", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/">', None),
        ("<h1>2022 Country Reports on Human Rights Practices: Côte d’Ivoire</h1>", ReportId("cote-divoire", 2022)),
        ("<h1>2023 Country Report on Human Rights Practices: Turkey (Türkiye)</h1>", ReportId("turkey", 2023)),
        (
            "<h1>2020 Country Reports on Human Rights Practices: China (Includes Hong Kong and Tibet) - Tibet</h1>",
            ReportId("china", 2020),
        ),
        ("<h1>The Gambia 2024 Human Rights Report</h1>", ReportId("the-gambia", 2024)),
        ("<title>2019 Human Rights Report: Ivory Coast - A Bureau</title>", ReportId("cote-divoire", 2019)),
        ("<h1>Country Reports on Human Rights Practices for 2016: Kenya</h1>", ReportId("kenya", 2016)),
        (
            "<title>Author: “2023 Country Report on Human Rights Practices: Kenya”, No. 7</title>",
            ReportId("kenya", 2023),
        ),
        ("<title>Kenya - United States Department of State</title>", None),
        ("<h1>2023 Country Reports on Human Rights Practices: Atlantis</h1>", None),
        ("<h1>2023 Country Reports on Human Rights Practices</h1>", None),
        ("<p>Nothing.</p>", None),
        ("no markup", None),
    ],
)
def test_a_page_claims_to_be_a_report_or_none(markup: str, report: ReportId | None) -> None:
    assert claim(page(markup)) == report


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<meta property="article:published_time" content="2024-04-22T14:00:00+00:00">', "2024-04-22"),
        ('<time datetime="2024-04-22">April</time>', "2024-04-22"),
        ('<p class="report__date">April 22, 2024</p>', "2024-04-22"),
        ('<p class="report__date">Apr 2, 2024</p>', "2024-04-02"),
        ('<p class="report__date">Smarch 22, 2024</p>', ""),
        ('<p class="report__date">soon</p>', ""),
        ("<p>April 22, 2024</p>", ""),
    ],
)
def test_the_day_of_publication_is_read_where_the_page_gives_one(markup: str, published: str) -> None:
    assert page(markup).claim.published == published


def test_an_old_address_gives_the_edition() -> None:
    assert (
        page('<link rel="canonical" href="https://2009-2017.state.gov/j/drl/rls/hrrpt/2013/nea/1.htm">').claim.year
        == 2013
    )


def test_a_copy_published_elsewhere_names_its_publisher() -> None:
    markup = '<link rel="canonical" href="https://www.origins.example/en/1.html">'
    origin = origin_of(page(markup)).provenance
    assert (origin.requested_url, origin.publisher) == ("https://www.origins.example/en/1.html", "origins.example")
    named = origin_of(page('<meta property="og:site_name" content="The Bureau">' + markup)).provenance
    assert named.publisher == "The Bureau"


def test_the_departments_own_page_has_no_other_publisher() -> None:
    for address in (f"{REPORTS}/togo/", "https://2021-2025.state.gov/reports/x/", "https://state.gov/"):
        assert origin_of(page(f'<link rel="canonical" href="{address}">')).provenance.publisher == ""


@pytest.mark.parametrize(
    ("markup", "captured"),
    [
        ('<script>__wm.wombat("https://www.state.gov/","20240423102030","x")</script>', "2024-04-23T10:20:30+00:00"),
        (
            '<a href="https://web.archive.org/web/20240423102030/https://www.state.gov/">x</a>',
            "2024-04-23T10:20:30+00:00",
        ),
        ('<a href="/web/20240423102030im_/https://www.state.gov/">x</a>', "2024-04-23T10:20:30+00:00"),
        ('<a href="/web/20249923102030/https://www.state.gov/">x</a>', ""),
        ("<p>20240423102030</p>", ""),
    ],
)
def test_a_copy_of_the_internet_archive_tells_when_it_was_captured(markup: str, captured: str) -> None:
    assert origin_of(page(markup)).provenance.captured_at == captured


def test_what_is_known_already_is_not_replaced() -> None:
    given = page('<link rel="canonical" href="https://example.org/">', f"{REPORTS}/togo/")
    assert origin_of(given).provenance == given.snapshot.provenance
