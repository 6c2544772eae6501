"""Pages of HTML: documents of blocks as pages, and what may run in a page: nothing but our own script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from hrreport.exporting.html import document_html
from hrreport.exporting.report_html import report_html
from hrreport.model.finding import Analysis
from hrreport.model.official_pdf import OfficialPdf, PrintedPlace
from hrreport.model.summary import Summary
from hrreport.text.whitespace import BIDIRECTIONAL, fold
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.summary import summary_document
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from bs4 import Tag

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.views.blocks import BlockDocument

    Editions = dict[str, tuple[Report, Analysis]]


def read(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [fold(tag.get_text()) for tag in soup.select(selector)]


def all_pages(report: Report, analysis: Analysis) -> list[str]:
    summary = Summary(report.id, analysis.brief, ())
    return [
        report_html(report, analysis, report.title),
        document_html(findings_document(report, analysis.findings, report.title, explain=True)),
        document_html(issues_document(report, analysis, report.title)),
        document_html(summary_document(report, summary, report.title)),
    ]


@pytest.mark.parametrize("which", range(4))
def test_ids_are_unique_and_links_inside_lead_somewhere(
    arcadia: Report, arcadia_analysis: Analysis, which: int
) -> None:
    soup = read(all_pages(arcadia, arcadia_analysis)[which])
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in soup.select("a[href^='#']")} <= set(ids)


def test_notices_and_provenance_stand_at_the_head(sample: Report, arcadia_analysis: Analysis) -> None:
    for page in all_pages(sample, arcadia_analysis):
        soup = read(page)
        assert texts(soup, ".notice") == [f"Notice: {SAMPLE_NOTICE}", "Notice: Section 3 is missing."]
        facts = dict(zip(texts(soup, ".source dt"), texts(soup, ".source dd"), strict=True))
        assert facts == {
            "Publisher": "hrreport (not the Department of State)",
            "Published": "22 April 2024",
            "Address": "https://www.state.gov/reports/2023/arcadia/",
            "Retrieved": "3 May 2025, 10:20 UTC, with hrreport itself",
            "SHA-256 of the page": "0123456789abcdef" * 4,
        }


# -- harm --------------------------------------------------------------------------------------


def attributes(soup: BeautifulSoup) -> list[tuple[Tag, str, str]]:
    return [(tag, name, str(value)) for tag in soup.find_all() for name, value in tag.attrs.items()]


# -- findings, issues, summaries -----------------------------------------------------------------


def test_findings_say_what_was_found(arcadia: Report, arcadia_analysis: Analysis) -> None:
    findings = [f for f in arcadia_analysis.findings if f.sources or f.figures]
    soup = read(document_html(findings_document(arcadia, findings, "Arcadia", explain=True)))
    assert texts(soup, ".t") == [f.text for f in findings]
    assert texts(soup, ".remarks li") == [
        "abuse, key · figure: two (boatmen) · strength: several",
        "abuse, key · source: Lake Watch [ngo]",
        "cues: beat",
    ]
    assert [tag["id"] for tag in soup.select(".p")] == ["1.a-p1-s2", "1.c-p1-s1"]


def test_issues_stand_with_their_evidence(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(document_html(issues_document(arcadia, arcadia_analysis, "Arcadia", cite=lambda p: f"<2023>, {p}")))
    assert texts(soup, "h2") == ["torture", "piracy on the lakes"]
    assert texts(soup, ".t") == [arcadia_analysis.findings[9].text]
    assert texts(soup, ".prose") == ["No sentence of the body was found that bears this out."]
    assert texts(soup, ".remarks li") == ["<2023>, § 1.c ¶ 1"]


@pytest.mark.parametrize("which", range(4))
def test_a_hostile_report_stays_words(hostile: Report, hostile_analysis: Analysis, which: int) -> None:
    page = all_pages(hostile, hostile_analysis)[which]
    plain = all_pages(replace(hostile, title="x", warnings=("x",)), hostile_analysis)[which]
    soup = read(page)
    assert {tag.name for tag in soup.find_all()} == {tag.name for tag in read(plain).find_all()}
    assert not soup.select("img, iframe, svg, object, embed, base, textarea, plaintext")
    assert len(soup.select("script")) == 1
    assert len(soup.select("style")) == 1
    assert not [name for _, name, _ in attributes(soup) if name.startswith("on") or name in ("style", "srcdoc")]
    assert all(re.match(r"#|https?://|data:,$", v) for _, name, v in attributes(soup) if name in ("href", "src"))
    assert not set(page) & set(BIDIRECTIONAL + "\x1b\x07")
    assert "49" not in {tag.get_text().strip() for tag in soup.find_all()}


@pytest.mark.parametrize("which", range(4))
def test_the_policy_allows_our_style_and_script_alone(arcadia: Report, arcadia_analysis: Analysis, which: int) -> None:
    soup = read(all_pages(arcadia, arcadia_analysis)[which])
    policy = str(soup.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
    allowed = [
        "sha256-" + base64.b64encode(hashlib.sha256(tag.get_text().encode()).digest()).decode()
        for tag in soup.select("style, script")
    ]
    assert re.findall(r"'(sha256-[^']+)'", policy) == allowed
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_in_a_page_is_asked_of_a_network(arcadia: Report, arcadia_analysis: Analysis) -> None:
    for page in all_pages(arcadia, arcadia_analysis):
        assert not re.findall(r"@import|url\(|src=|fetch\(|XMLHttp|WebSocket|<link rel=\"(?!icon)", page)


def test_the_words_and_their_page_of_the_pdf_are_one_click_away(arcadia: Report, arcadia_analysis: Analysis) -> None:
    finding = arcadia_analysis.findings[0]
    place = finding.locator
    pdf = replace(arcadia.provenance, url="https://www.state.gov/a.pdf", media_type="application/pdf")
    printed = OfficialPdf(pdf, (11, 12), (PrintedPlace(place.section, place.paragraph or 0, 2),))
    for report, pages in ((arcadia, []), (replace(arcadia, printed=printed), ["PDF p. 12"])):
        page = BeautifulSoup(document_html(findings_document(report, [finding], "Arcadia")), "lxml")
        assert [at.get_text() for at in page.select(".src a.pdf")] == pages
        assert all(at["href"] == "https://www.state.gov/a.pdf#page=2" for at in page.select(".src a.pdf"))
        (source,) = page.select(".src a.out")
        assert str(source["href"]).startswith(f"{arcadia.provenance.url}#:~:text=")


def test_a_part_of_changes_is_folded_and_an_exhibit_is_not(documents: dict[str, BlockDocument]) -> None:
    changes, exhibit = (BeautifulSoup(document_html(documents[name]), "lxml") for name in ("changes", "exhibit"))
    assert len(changes.select("main details")) == len([b for b in documents["changes"].headings(1) if b.remark])
    assert not exhibit.select("main details")
