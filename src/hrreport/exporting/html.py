"""HTML: a report to read, search, filter, cite from and print, as one file that needs nothing else.

Every section, paragraph and sentence carries an anchor, ``1.c``, ``1.c-p4`` and ``1.c-p4-s2``, that
links can point to; the first two are those of the Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.block_html import kinds_of, shown_source
from hrreport.exporting.html_page import page
from hrreport.exporting.report_layout import ReportLayout, anchor_of, topic_choices
from hrreport.model.locator import Locator
from hrreport.text.whitespace import fold
from hrreport.views.blocks import ContentsBlock
from hrreport.views.heads import source_of
from hrreport.wording.notices import SAMPLE_MARGIN, notices
from hrreport.wording.reports import LEGEND, UNSUPPORTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis, Brief, Issue
    from hrreport.model.report import Report

    Cite = Callable[[Locator], str]

COLOPHON = (
    "Set by hrreport from the page named at the head. The numbers of paragraphs, the marks, the highlights and the "
    "words beside the text are hrreport’s and no part of the report."
)


class _QuotedFinding(NamedTuple):
    """Words of the report shown apart from it, with the way to them."""

    anchor: str
    place: str
    text: str


class _Listed(NamedTuple):
    """One issue of the executive summary."""

    text: str
    anchor: str
    """Where it is listed."""


def _quoted(report: Report, place: Locator) -> _QuotedFinding:
    return _QuotedFinding(anchor_of(place), str(place), fold(report.text_at(place)))


def _verdict(report: Report, brief: Brief, *, issues: bool) -> list[tuple[str, _QuotedFinding]]:
    """Return the report's own verdict, each sentence with what it is about."""
    places = [("Change", place) for place in (brief.change,) if place]
    places += [("Issues", place) for place in brief.issues if issues]
    places += [("Accountability", place) for place in brief.accountability]
    return [(name, _quoted(report, place)) for name, place in places]


def _citing(report: Report, cite: Cite | None) -> Cite | None:
    """Return what makes the citations that readers can copy; the bundled abridgement has none."""
    if report.provenance.origin == "sample":
        return None
    return cite or (lambda place: f"{report.title}, {report.pinpoint(place)}")


def report_html(
    report: Report, analysis: Analysis, country: str, *, cite: Cite | None = None, whole: Report | None = None
) -> str:
    """Return the whole report as a page to read, with what was found in it marked.

    Args:
        report: What is shown, every word of it.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, which readers can copy; without it title and place do.
        whole: The report that it is a part of, in whose words links are made; ``None`` where it is whole.
    """
    layout = ReportLayout(report, analysis, _citing(report, cite), whole=whole)
    headings = tuple(layout.heading(section) for section in report.sections)
    names = {report.id.country: country}
    values = {
        "title": fold(country),
        "year": report.id.year,
        "subtitle": fold(report.title),
        "classes": "with-citations" if cite else "",
        "notices": [("Notice", fold(notice)) for notice in notices(report)],
        "sources": [shown_source(source_of(report, names))],
        "contents": ContentsBlock(),
        "colophon": COLOPHON,
        "legend": LEGEND,
        "headings": headings,
        "topics": topic_choices(headings),
        "verdict": _verdict(report, analysis.brief, issues=not analysis.issues),
        "issues": [
            (_Listed(fold(issue.text), anchor_of(issue.locator)), _paragraphs(issue)) for issue in analysis.issues
        ],
        "not_borne_out": UNSUPPORTED,
        **kinds_of((finding.kind, finding.key) for finding in analysis.findings),
    }
    right = SAMPLE_MARGIN if report.provenance.origin == "sample" else report.title
    return page("report", values, head=(f"{country} {report.id.year}", right))


def _paragraphs(issue: Issue) -> tuple[tuple[str, str], ...]:
    """Return anchor and name of the paragraphs that an issue's evidence stands in, each once."""
    evidence = (place for _, places in issue.evidence_by_section() for place in places)
    paragraphs = dict.fromkeys(Locator(place.section, place.paragraph) for place in evidence)
    return tuple((anchor_of(place), str(place)) for place in paragraphs)
