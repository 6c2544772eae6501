"""Markdown files: full expected text, and the report's words given back by a CommonMark reader."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hrreport.exporting.block_markdown import document_markdown
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Brief
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Part, Section
from hrreport.model.summary import Summary
from hrreport.text.whitespace import fold
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.report import outline_document, report_document
from hrreport.views.summary import summary_document
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

    Reader = Callable[[str], list[str]]

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(fold).filter(bool)


def body(text: str) -> str:
    """What follows the front matter."""
    return text.split("---\n", 2)[2]


def printed(report: Report) -> list[str]:
    """The words of a report, heading by heading and paragraph by paragraph."""
    return [line for s in report.walk() for line in (s.title, *(f"¶ {p.number} {p.printed}" for p in s.paragraphs))]


@pytest.fixture
def sample(arcadia: Report) -> Report:
    return replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))


def test_the_whole_report(arcadia: Report, expected: Callable[[str], str]) -> None:
    assert document_markdown(report_document(arcadia, "Arcadia")) == expected("report.md")


def test_the_outline(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    assert body(document_markdown(outline_document(arcadia, arcadia_analysis, "Arcadia"))) == expected("sections.md")


def test_nothing_found_is_said(arcadia: Report, read_markdown: Reader) -> None:
    assert "None." in read_markdown(body(document_markdown(findings_document(arcadia, (), "Arcadia"))))
    empty = Analysis(arcadia.id, (), ())
    assert "No list of issues was found in the executive summary." in read_markdown(
        body(document_markdown(issues_document(arcadia, empty, "Arcadia")))
    )
    stated = replace(empty, brief=Brief(issues=(Locator("1.a", 1, 1),)))
    assert read_markdown(body(document_markdown(issues_document(arcadia, stated, "Arcadia"))))[-3:-1] == [
        "The executive summary lists no issues; it says:",
        "§ 1.a ¶ 1 There were several reports that police killed people.",
    ]
    assert "assess" not in document_markdown(outline_document(arcadia, None, "Arcadia"))
    bare = Summary(arcadia.id, Brief(), ())
    assert "In brief" not in document_markdown(summary_document(arcadia, bare, "Arcadia"))


def test_the_words_of_the_report_come_back_in_order(arcadia: Report, read_markdown: Reader) -> None:
    words = printed(arcadia)
    assert read_markdown(body(document_markdown(report_document(arcadia, "Arcadia"))))[-len(words) - 1 : -1] == words


PARAGRAPHS = st.builds(
    Paragraph, st.just(1), WORDS, topic=st.none() | WORDS, form=st.sampled_from(["text", "item", "note"])
)


@given(heading=WORDS, paragraphs=st.lists(PARAGRAPHS, min_size=1, max_size=4).map(tuple))
def test_any_words_come_back(
    heading: str, paragraphs: tuple[Paragraph, ...], arcadia: Report, read_markdown: Reader
) -> None:
    report = replace(arcadia, title=heading, sections=(Section("1", "1", heading, 2, paragraphs),))
    text = document_markdown(report_document(report, "Arcadia"))
    words = printed(report)
    assert read_markdown(body(text))[-len(words) - 1 : -1] == words
    assert yaml.safe_load(text.split("---\n")[1])["title"] == heading


def test_every_link_of_the_contents_reaches_an_anchor(arcadia: Report) -> None:
    text = document_markdown(report_document(arcadia, "Arcadia"))
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\(#([^)]+)\)", text)) == {s.id for s in arcadia.walk()}
    assert {s.id for s in arcadia.walk()} <= set(anchors)
    assert "1.c-p4" in anchors


def test_the_front_matter_carries_the_full_provenance(arcadia: Report) -> None:
    odd = 'a "title": with #all - sorts\\ of {marks}'
    part = Part("tibet", "Tibet", replace(arcadia.provenance, captured_at="2024-05-01T00:00:00+00:00"))
    report = replace(arcadia, title=odd, parts=(part,))
    facts = yaml.safe_load(document_markdown(report_document(report, "Côte d’Ivoire: no")).split("---\n")[1])
    assert facts["title"] == odd
    assert facts["country"] == "Côte d’Ivoire: no"
    assert facts["year"] == 2023
    assert facts["notices"] == ["Section 3 is missing."]
    assert facts["provenance"]["sha256"] == arcadia.provenance.sha256
    assert facts["provenance"]["etag"] == 'W/"5"'
    assert facts["parts"][0]["id"] == "tibet"
    assert facts["parts"][0]["captured_at"] == "2024-05-01T00:00:00+00:00"


def test_the_bundled_abridgement_says_what_it_is_at_every_head(
    sample: Report, arcadia_analysis: Analysis, arcadia_summary: Summary
) -> None:
    for text in (
        document_markdown(report_document(sample, "Arcadia")),
        document_markdown(summary_document(sample, arcadia_summary, "Arcadia")),
        document_markdown(outline_document(sample, arcadia_analysis, "Arcadia")),
        document_markdown(findings_document(sample, arcadia_analysis.findings, "Arcadia")),
        document_markdown(issues_document(sample, arcadia_analysis, "Arcadia")),
    ):
        head = body(text).lstrip().splitlines()
        assert f"> **Notice:** {SAMPLE_NOTICE}" in head[:5]
        assert "- Publisher: hrreport (not the Department of State)" in head
        assert SAMPLE_NOTICE in yaml.safe_load(text.split("---\n")[1])["notices"]


def test_a_report_without_date_or_address_says_neither(arcadia: Report) -> None:
    source = replace(arcadia.provenance, url="", origin="file")
    undated = replace(arcadia, id=ReportId("arcadia", 1998), published="", provenance=source, warnings=())
    text = document_markdown(report_document(undated, "Arcadia"))
    assert "notices:" not in text
    assert "Published:" not in text
    assert "- Address: none: the page was given as a file" in text
    assert "PDF:" not in text


def test_the_date_of_the_edition_and_the_pdf_are_said(arcadia: Report) -> None:
    report = replace(arcadia, published="", pdf="https://www.state.gov/a.pdf")
    text = document_markdown(report_document(report, "Arcadia"))
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["published"], front["published_from"]) == ("2024-04-22", "edition")
    assert front["pdf"] == "https://www.state.gov/a.pdf"
    assert "- Published: 22 April 2024, release of the edition" in text
    assert r"- PDF: [https://www.state.gov/a.pdf](https://www.state.gov/a.pdf)" in text
