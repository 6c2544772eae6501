"""Markdown files: full expected text, and the report's words given back by a CommonMark reader."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hrreport.exporting.markdown import (
    findings_markdown,
    issues_markdown,
    report_markdown,
    sections_markdown,
)
from hrreport.exporting.summary_markdown import summary_markdown
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Brief
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Part, Section
from hrreport.model.summary import Summary
from hrreport.text.whitespace import fold
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
    return [line for s in report.walk() for line in (s.title, *(p.printed for p in s.paragraphs))]


@pytest.fixture
def sample(arcadia: Report) -> Report:
    return replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))


def test_the_whole_report(arcadia: Report, expected: Callable[[str], str]) -> None:
    assert report_markdown(arcadia, "Arcadia") == expected("report.md")


def test_a_summary(arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    assert body(summary_markdown(arcadia, arcadia_summary, "Arcadia")) == expected("summary.md")


def test_a_brief(arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    brief = replace(arcadia_summary, digests=(), in_brief=True)
    assert body(summary_markdown(arcadia, brief, "Arcadia")) == expected("brief.md")


def test_the_outline(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    assert body(sections_markdown(arcadia, arcadia_analysis, "Arcadia")) == expected("sections.md")


def test_findings(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    chosen = tuple(f for f in arcadia_analysis.findings if f.key)
    text = findings_markdown(arcadia, chosen, "Arcadia", explain=True, cite=lambda place: f"Arcadia 2023, {place}")
    assert body(text) == expected("findings.md")


def test_issues(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    assert body(issues_markdown(arcadia, arcadia_analysis, "Arcadia")) == expected("issues.md")


def test_the_evidence_of_an_issue_stands_by_section_with_its_citation(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    evidence = (Locator("1.c", 2, 1), Locator("1.a", 1, 1), Locator("1.c", 1, 1))
    analysis = replace(arcadia_analysis, issues=(replace(arcadia_analysis.issues[0], evidence=evidence),))
    lines = body(issues_markdown(arcadia, analysis, "Arcadia", cite=lambda place: f"cited {place}")).splitlines()
    assert [line.partition(":")[0] for line in lines if line.startswith("- §")] == [
        "- § 1.c ¶ 2",
        "- § 1.c ¶ 1",
        "- § 1.a ¶ 1",
    ]
    assert [line for line in lines if line.startswith("  cited")] == [
        "  cited § 1.c ¶ 2",
        "  cited § 1.c ¶ 1",
        "  cited § 1.a ¶ 1",
    ]


def test_nothing_found_is_said(arcadia: Report, read_markdown: Reader) -> None:
    assert read_markdown(body(findings_markdown(arcadia, (), "Arcadia")))[-1] == "None."
    empty = Analysis(arcadia.id, (), ())
    assert read_markdown(body(issues_markdown(arcadia, empty, "Arcadia")))[-1] == (
        "No list of issues was found in the executive summary."
    )
    stated = replace(empty, brief=Brief(issues=(Locator("1.a", 1, 1),)))
    assert read_markdown(body(issues_markdown(arcadia, stated, "Arcadia")))[-2:] == [
        "The executive summary lists no issues; it says:",
        "§ 1.a ¶ 1: There were several reports that police killed people.",
    ]
    assert "assess" not in sections_markdown(arcadia, None, "Arcadia")
    bare = Summary(arcadia.id, Brief(), ())
    assert "In brief" not in summary_markdown(arcadia, bare, "Arcadia")


def test_a_running_summary_is_prose_with_places(
    arcadia: Report, arcadia_summary: Summary, read_markdown: Reader
) -> None:
    running = replace(arcadia_summary, running=True)
    blocks = read_markdown(body(summary_markdown(arcadia, running, "Arcadia")))
    start = blocks.index("Summary")
    assert blocks[start + 1] == "a. Arbitrary Deprivation of Life"
    assert blocks[start + 2] == (
        "There were several reports that police killed people. In May officers shot two boatmen. (§ 1.a ¶ 1) "
        "On June 3, a court sentenced a sergeant to 7.5 years. […] The appeal was pending. (§ 1.a ¶ 2)"
    )


def test_the_words_of_the_report_come_back_in_order(arcadia: Report, read_markdown: Reader) -> None:
    words = printed(arcadia)
    assert read_markdown(body(report_markdown(arcadia, "Arcadia")))[-len(words) :] == words


PARAGRAPHS = st.builds(
    Paragraph, st.just(1), WORDS, topic=st.none() | WORDS, form=st.sampled_from(["text", "item", "note"])
)


@given(heading=WORDS, paragraphs=st.lists(PARAGRAPHS, min_size=1, max_size=4).map(tuple))
def test_any_words_come_back(
    heading: str, paragraphs: tuple[Paragraph, ...], arcadia: Report, read_markdown: Reader
) -> None:
    report = replace(arcadia, title=heading, sections=(Section("1", "1", heading, 2, paragraphs),))
    text = report_markdown(report, "Arcadia")
    words = printed(report)
    assert read_markdown(body(text))[-len(words) :] == words
    assert yaml.safe_load(text.split("---\n")[1])["title"] == heading


def test_every_link_of_the_contents_reaches_an_anchor(arcadia: Report) -> None:
    text = report_markdown(arcadia, "Arcadia")
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\(#([^)]+)\)", text)) == {s.id for s in arcadia.walk()}
    assert {s.id for s in arcadia.walk()} <= set(anchors)
    assert "1.c-p4" in anchors


def test_the_front_matter_carries_the_full_provenance(arcadia: Report) -> None:
    odd = 'a "title": with #all - sorts\\ of {marks}'
    part = Part("tibet", "Tibet", replace(arcadia.provenance, captured_at="2024-05-01T00:00:00+00:00"))
    report = replace(arcadia, title=odd, parts=(part,))
    facts = yaml.safe_load(report_markdown(report, "Côte d’Ivoire: no").split("---\n")[1])
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
        report_markdown(sample, "Arcadia"),
        summary_markdown(sample, arcadia_summary, "Arcadia"),
        sections_markdown(sample, arcadia_analysis, "Arcadia"),
        findings_markdown(sample, arcadia_analysis.findings, "Arcadia"),
        issues_markdown(sample, arcadia_analysis, "Arcadia"),
    ):
        head = body(text).lstrip().splitlines()
        assert head[2] == f"> **Notice:** {SAMPLE_NOTICE}"
        assert "- Publisher: hrreport (not the Department of State)" in head
        assert SAMPLE_NOTICE in yaml.safe_load(text.split("---\n")[1])["notices"]


def test_a_report_without_date_or_address_says_neither(arcadia: Report) -> None:
    source = replace(arcadia.provenance, url="", origin="file")
    undated = replace(arcadia, id=ReportId("arcadia", 1998), published="", provenance=source, warnings=())
    text = report_markdown(undated, "Arcadia")
    assert "notices:" not in text
    assert "Published:" not in text
    assert "Address:" not in text
    assert "PDF:" not in text


def test_the_date_of_the_edition_and_the_pdf_are_said(arcadia: Report) -> None:
    report = replace(arcadia, published="", pdf="https://www.state.gov/a.pdf")
    text = report_markdown(report, "Arcadia")
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["published"], front["published_from"]) == ("2024-04-22", "edition")
    assert front["pdf"] == "https://www.state.gov/a.pdf"
    assert "- Published: 22 April 2024, release of the edition" in text
    assert r"- PDF: [https://www.state.gov/a.pdf](https://www.state.gov/a.pdf)" in text
