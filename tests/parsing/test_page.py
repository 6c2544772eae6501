from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.markup import MOST_BYTES, MOST_TAGS
from hrreport.parsing.report import open_page, origin_of, parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.parsing.report import OpenedPage

TOGO = ReportId("togo", 2023)
START = b'<div class="report__content"><h2>Executive Summary</h2><p>All went well in those days.</p>'
END = b"<h2>Section 4. Corruption in Government</h2><p>Text.</p></div>"


def snapshot(body: bytes, encoding: str = "") -> Snapshot:
    where = "https://www.state.gov/x/"
    return Snapshot(body, Provenance(where, where, datetime(2026, 1, 1, tzinfo=UTC), "file", "", encoding=encoding))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b" " * (MOST_BYTES + 1), "larger than 20,000,000 bytes"),
        (START + b"<h4>x</h4>" * (MOST_TAGS + 1) + END, "more than 50,000 tags"),
        (b"\n%PDF-1.7 ...", "a PDF"),
        (b"bplist00\xd1" + START + END, "a web archive of Safari"),
        (b"PK\x03\x04" + START + END, "a zip file or an Office document"),
        (b"\x1f\x8b\x08 ...", "compressed"),
        (b"", "no report was found"),
        (b"<div class=report__content></div>", "no report was found"),
        (b"<meta name=generator content=hrreport>" + START + END, "hrreport itself wrote the page"),
        (b"<section class=entry-content><ul><li><a href=/x>Togo</a></li></ul></section>", "no report was found"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_reason_and_address(
    body: bytes, said: str, recognize: Callable[..., bool]
) -> None:
    with pytest.raises(ParseError, match=said) as refusal:
        parse_page(snapshot(body), TOGO)
    assert refusal.value.facts["url"] == "https://www.state.gov/x/"
    assert not recognize(body)


@pytest.mark.parametrize(
    "body",
    [
        b"<HTML><TITLE>Access Denied</TITLE><BODY><H1>Access Denied</H1>You may not see section 1 or section 2.</BODY>",
        b"<html><h1>Technical Difficulties</h1><p>Try again in a few moments.</p></html>",
        b"<main><article><h1>Page not found</h1></article></main>",
        START + b"</div>",
        b'<p class="report__content"><h2>Section 1. Life</h2><h2>Section 2. Liberty</h2><a href="/x">a b c d e</a></p>',
        b"<ul><li><a href='#1'>Section 1. Life</a></li><li><a href='#2'>Section 2. Rest</a></li></ul><p>a b c d e</p>",
        b"plain text of section 1 and section 2",
        b"\x00" * 1000,
    ],
)
def test_pages_without_a_report_are_not_recognized(body: bytes, recognize: Callable[..., bool]) -> None:
    assert not recognize(body)


def test_a_page_is_recognized_by_the_headings_of_any_edition(recognize: Callable[..., bool]) -> None:
    headings = ("Section 1. Respect for the Integrity of the Person", "a. Disappearance")
    late = "Section 3. Freedom to Participate in the Political Process"
    paragraphs = (*headings, "There were no reports of it.", late, "They spoke at the end.")
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    assert recognize(f'<div class="report__content">{body}</div>'.encode())


@pytest.mark.parametrize("opening", ["<div>", "<span>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote><p>"])
def test_deep_nesting_is_read_without_overflow(opening: str) -> None:
    report = parse_page(snapshot(START + opening.encode() * 8000 + b"deep words" + END), TOGO)
    assert "deep words" in [p.text for p in report.sections[0].paragraphs]


def test_thousands_of_doubts_are_cut_short_and_counted() -> None:
    report = parse_page(snapshot(START + b"<h4>Unknown</h4>" * 300 + END), TOGO)
    assert len(report.warnings) == 101
    assert report.warnings[-1].endswith("more headings are not as expected.")


@pytest.mark.parametrize(
    "hostile", ["." * 300_000, ". " * 100_000, "A. " * 100_000, "”" * 300_000, "x:" * 100_000, "[ " * 100_000]
)
def test_long_runs_of_marks_are_read(hostile: str) -> None:
    report = parse_page(snapshot(START + f"<p>{hostile}</p>".encode() + END), TOGO)
    assert report.sections[0].paragraphs[1].text == hostile.strip()


def test_numeric_references_of_windows_1252_are_read_as_browsers_do() -> None:
    page = open_page(snapshot(START + b"<p>&#150;&#x93;&#0151;&#1500;&#x932;&#129;&#8217;</p>" + END))
    assert page.blocks[2].text == "–“—לल’"


def test_an_xml_prolog_and_a_missing_charset_do_not_matter() -> None:
    body = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>' + START + "<p>café</p>".encode("cp1252") + END
    assert open_page(snapshot(body)).blocks[2].text == "café"


def test_places_that_cannot_be_decoded_are_a_warning_but_no_doubt_of_a_boundary() -> None:
    report = parse_page(snapshot(START + "<p>“одно”</p>".encode() + b"\xff" + END, "utf-8"), TOGO)
    assert report.warnings[0] == "The page is not sound utf-8: 1 place in it could not be decoded."
    assert report.warnings[0] not in report.boundary_doubts


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
