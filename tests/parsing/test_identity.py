from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import open_page, origin_of

if TYPE_CHECKING:
    from hrreport.parsing.report import OpenedPage

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
        (f'<link rel="canonical" href="{REPORTS}/china/tibet/">', ReportId("tibet", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/china/a-place-without-a-report/">', ReportId("china", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/israel/west-bank-and-gaza/">', ReportId("west-bank-and-gaza", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/thebahamas/">', ReportId("the-bahamas", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/Malaysia">', ReportId("malaysia", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/peru__trashed/">', ReportId("peru", 2023)),
        (
            f'<link rel="canonical" href="{REPORTS}/2022samplehrrwha/trinidad-and-tobago">',
            ReportId("trinidad-and-tobago", 2023),
        ),
        (f'<link rel="canonical" href="/web/20240101000000/{REPORTS}/togo/">', ReportId("togo", 2023)),
        (f'<link rel="canonical" href="{REPORTS}/">', None),
        ("<h1>2022 Country Reports on Human Rights Practices: Côte d’Ivoire</h1>", ReportId("cote-divoire", 2022)),
        ("<h1>2023 Country Report on Human Rights Practices: Turkey (Türkiye)</h1>", ReportId("turkey", 2023)),
        (
            "<h1>2020 Country Reports on Human Rights Practices: China (Includes Hong Kong and Tibet) - Tibet</h1>",
            ReportId("tibet", 2020),
        ),
        (
            "<h1>2018 Country Reports on Human Rights Practices: China (includes Tibet and Macau) – China</h1>",
            ReportId("china", 2018),
        ),
        ("<h1>2019 Country Reports on Human Rights Practices: Gambia, The</h1>", ReportId("the-gambia", 2019)),
        ("<h1>2023 Country Reports on Human Rights Practices: The Netherlands</h1>", ReportId("netherlands", 2023)),
        (
            "<h1>2020 Country Reports on Human Rights Practices: Israel, West Bank and Gaza</h1>",
            ReportId("israel-west-bank-and-gaza", 2020),
        ),
        (
            '<div class="report-builder__headline">2023 Country Reports on Human Rights Practices: Oman</div>',
            ReportId("oman", 2023),
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
    assert page(markup).claim.report == report


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<p class="article-meta__publish-date">March 3, 2017</p>', "2017-03-03"),
        ('<div class="report-meta__date">\n\n\t\tMarch 30, 2021\n\t</div>', "2021-03-30"),
        ('<div class="report-meta__date">Apr 2, 2024</div>', "2024-04-02"),
        ('<div class="report-meta__date">Smarch 22, 2024</div>', ""),
        ('<div class="report-meta__date">soon</div>', ""),
        ('<meta property="article:published_time" content="2024-04-17T14:00:00+00:00">', ""),
        ('<script type="application/ld+json">{"datePublished":"2024-04-17T19:52:35+00:00"}</script>', ""),
        ('<time datetime="2024-04-17">April</time>', ""),
        ("<p>April 22, 2024</p>", ""),
    ],
)
def test_the_day_of_publication_is_read_where_the_page_prints_one(markup: str, published: str) -> None:
    assert page(markup).claim.published == published


@pytest.mark.parametrize(
    ("href", "pdf"),
    [
        ("https://www.state.gov/wp-content/uploads/A.pdf", "https://www.state.gov/wp-content/uploads/A.pdf"),
        ("//www.state.gov/wp-content/uploads/A.pdf", "https://www.state.gov/wp-content/uploads/A.pdf"),
        ("/wp-content/uploads/A.pdf", "https://www.state.gov/wp-content/uploads/A.pdf"),
        (
            "https://web.archive.org/web/20200317161748/https://www.state.gov/wp-content/A.pdf",
            "https://www.state.gov/wp-content/A.pdf",
        ),
        ("javascript:void(0)", ""),
    ],
)
def test_the_address_of_the_pdf_that_a_page_offers_is_read(href: str, pdf: str) -> None:
    markup = (
        f'<link rel="canonical" href="{REPORTS}/togo/"><p><a href="https://www.state.gov/other.pdf">Other</a></p>'
        '<div class="report-meta__link report-meta__link--download-pdf"><h5>'
        f'<a href="{href}"><span class="icon icon-download"></span>Download Report</a></h5></div>'
    )
    assert page(markup).claim.pdf == pdf
    assert page('<a href="https://www.state.gov/other.pdf">Other</a>').claim.pdf == ""


def test_an_old_address_gives_the_edition() -> None:
    assert (
        page('<link rel="canonical" href="https://2009-2017.state.gov/j/drl/rls/hrrpt/2013/nea/1.htm">').claim.year
        == 2013
    )


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
