from __future__ import annotations

import subprocess
import sys
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


def test_places_that_cannot_be_decoded_are_a_warning_but_no_doubt_of_a_boundary() -> None:
    report = parse_page(snapshot(START + "<p>“одно”</p>".encode() + b"\xff" + END, "utf-8"), TOGO)
    assert report.warnings[0] == "The page is not sound utf-8: 1 place in it could not be decoded."
    assert report.warnings[0] not in report.boundary_doubts


REPORTS = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices"
BODY = '<div class="report__content"><h2>Executive Summary</h2><p>All went well in those days.</p></div>'


def page(markup: str, url: str = "") -> OpenedPage:
    provenance = Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return open_page(Snapshot((markup + BODY).encode(), provenance))


def test_a_copy_published_elsewhere_names_its_publisher() -> None:
    markup = '<link rel="canonical" href="https://www.origins.example/en/1.html">'
    origin = origin_of(page(markup)).provenance
    assert (origin.requested_url, origin.publisher) == ("https://www.origins.example/en/1.html", "origins.example")
    named = origin_of(page('<meta property="og:site_name" content="The Bureau">' + markup)).provenance
    assert named.publisher == "The Bureau"


def test_the_departments_own_page_has_no_other_publisher() -> None:
    for address in (f"{REPORTS}/togo/", "https://2021-2025.state.gov/reports/x/", "https://state.gov/"):
        assert origin_of(page(f'<link rel="canonical" href="{address}">')).provenance.publisher == ""


def test_what_is_known_already_is_not_replaced() -> None:
    given = page('<link rel="canonical" href="https://example.org/">', f"{REPORTS}/togo/")
    assert origin_of(given).provenance == given.snapshot.provenance


def test_the_version_is_read_without_the_libraries_that_read_html() -> None:
    code = "import sys; from hrreport.parsing import PARSER_VERSION; print(sorted({'bs4', 'lxml'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
