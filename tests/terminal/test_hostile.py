"""A hostile page, in every view: nothing of it is obeyed by the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.finding import Analysis, Assessment, Brief, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Section
from hrreport.model.summary import SectionSummary, Summary
from hrreport.terminal.findings import findings_view, issues_view
from hrreport.terminal.report_text import sections_view, show_view
from hrreport.terminal.summaries import summary_view

if TYPE_CHECKING:
    from hrreport.model.report import Report
    from hrreport.terminal.document import Document

EVIL = "\x1b[2J\x1b]0;title\x07 \u202e[bold]\x9b31m\rx"
PLACE = Locator(f"1{EVIL}", 1, 1)


@pytest.fixture
def pages(arcadia: Report) -> tuple[Document, ...]:
    paragraph = Paragraph(1, EVIL, topic=EVIL, form="note")
    section = Section(PLACE.section, EVIL, EVIL, 3, (paragraph,))
    source = replace(arcadia.provenance, url=EVIL, publisher=EVIL, captured_at=EVIL, sha256=EVIL)
    report = replace(arcadia, title=EVIL, published=EVIL, sections=(section,), provenance=source, warnings=(EVIL,))
    finding = Finding(PLACE, EVIL, EVIL, Kind.ABUSE, True, (EVIL,), (Source(EVIL, "ngo"),), (), (EVIL,))
    issue = Issue(EVIL, PLACE, (PLACE.section,), (PLACE,))
    brief = Brief(PLACE, (PLACE,))
    analysis = Analysis(report.id, (finding,), ((section.id, Assessment("abuses-reported")),), (issue,), brief)
    summary = Summary(report.id, brief, (SectionSummary(section.id, None, (finding,)),))
    return (
        summary_view(report, summary, EVIL),
        summary_view(report, replace(summary, running=True), EVIL),
        sections_view(report, analysis, EVIL),
        show_view(report, section, EVIL),
        findings_view(report, (finding,), EVIL, explain=True, cite=lambda _: EVIL),
        issues_view(report, analysis, EVIL),
        issues_view(report, replace(analysis, issues=(replace(issue, evidence=()),)), EVIL),
    )


def test_nothing_but_printable_characters_is_shown(pages: tuple[Document, ...]) -> None:
    for page in pages:
        assert all(line.isprintable() for line in page.plain(140).split("\n"))


def test_markup_is_shown_as_words(pages: tuple[Document, ...]) -> None:
    for page in pages:
        assert "[bold]" in page.plain(140)
