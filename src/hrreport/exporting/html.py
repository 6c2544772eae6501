"""HTML: a report to read, search, filter, cite from and print, as one file that needs nothing else.

Every section, paragraph and sentence carries an anchor, ``1.c``, ``1.c-p4`` and ``1.c-p4-s2``, that
links can point to; the first two are those of the Markdown.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.codec.contract import finding_id
from hrreport.exporting.elsewhere import display_elsewhere
from hrreport.exporting.html_page import page
from hrreport.exporting.report_layout import ReportLayout, anchor_of, topic_choices
from hrreport.model.finding import Kind
from hrreport.model.locator import Locator
from hrreport.text.whitespace import fold
from hrreport.wording.reports import (
    NOT_BORNE_OUT,
    describe_evidence,
    describe_kind,
    finding_words,
    without_issues,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Brief, Finding, Issue
    from hrreport.model.report import Report

    Cite = Callable[[Locator], str]


class _QuotedFinding(NamedTuple):
    """Words of the report shown apart from it, with the way to them."""

    anchor: str
    place: str
    text: str
    label: str = ""
    """The run-in label of the paragraph, or empty."""
    citation: str = ""


class _Listed(NamedTuple):
    """One issue of the executive summary, with the sentences that support it."""

    text: str
    anchor: str
    """Where it is listed."""
    place: str
    sections: tuple[str, ...]
    """Titles of the sections that it speaks of."""
    evidence: tuple[_QuotedFinding, ...]
    describe_evidence: str
    """How many sentences support it, in words."""


class _FindingView(NamedTuple):
    """One finding, with what is said about it."""

    id: str
    place: str
    pinpoint: str
    label: str
    kind: str
    key: bool
    text: str
    remarks: tuple[str, ...]
    citation: str


def _quoted(report: Report, place: Locator) -> _QuotedFinding:
    return _QuotedFinding(anchor_of(place), str(place), fold(report.text_at(place)))


def _listed(report: Report, issue: Issue, cite: Cite | None = None) -> _Listed:
    def evidence(place: Locator) -> _QuotedFinding:
        return _quoted(report, place)._replace(citation=fold(cite(place)) if cite else "")

    return _Listed(
        fold(issue.text),
        anchor_of(issue.locator),
        str(issue.locator),
        tuple(fold(report.section(name).title) for name in issue.sections),
        tuple(evidence(place) for _, places in issue.evidence_by_section() for place in places),
        describe_evidence(issue) if issue.evidence or issue.omitted else "",
    )


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


def _kinds(findings: Iterable[Finding]) -> dict[str, object]:
    """Return how many of each kind and how many key findings there are."""
    found = tuple(findings)
    counts = [(kind.value, describe_kind(kind), sum(f.kind is kind for f in found)) for kind in Kind]
    return {"kinds": counts, "keys": sum(f.key for f in found)}


def report_html(report: Report, analysis: Analysis, country: str, *, cite: Cite | None = None) -> str:
    """Return the whole report as a page to read, with what was found in it marked.

    Args:
        report: What is shown, every word of it.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, which readers can copy; without it title and place do.
    """
    layout = ReportLayout(report, analysis, _citing(report, cite))
    headings = tuple(layout.heading(section) for section in report.sections)
    values = {
        "headings": headings,
        "topics": topic_choices(headings),
        "verdict": _verdict(report, analysis.brief, issues=not analysis.issues),
        "issues": [(_listed(report, issue), _paragraphs(issue)) for issue in analysis.issues],
        "not_borne_out": NOT_BORNE_OUT,
        **_kinds(analysis.findings),
    }
    return page("report", report, country, values)


def _paragraphs(issue: Issue) -> tuple[tuple[str, str], ...]:
    """Return anchor and name of the paragraphs that an issue's evidence stands in, each once."""
    evidence = (place for _, places in issue.evidence_by_section() for place in places)
    paragraphs = dict.fromkeys(Locator(place.section, place.paragraph) for place in evidence)
    return tuple((anchor_of(place), str(place)) for place in paragraphs)


def findings_html(
    report: Report,
    findings: Iterable[Finding],
    country: str,
    *,
    explain: bool = False,
    cite: Cite | None = None,
    elsewhere: Elsewhere | None = None,
) -> str:
    """Return findings under the headings of their sections, in the order given.

    Args:
        report: The report that the findings are of.
        findings: What is shown.
        country: The country's name as shown to readers.
        explain: Whether to name the cues that decided each sentence's kind.
        cite: Makes the citation of a place, which readers can copy; without it title and place do.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    shown = tuple(findings)
    citing = _citing(report, cite)

    def found(finding: Finding) -> _FindingView:
        place = finding.locator
        cues = (f"cues: {'; '.join(finding.cues)}",) if explain and finding.cues else ()
        return _FindingView(
            finding_id(finding),
            str(place),
            place.pinpoint,
            fold(finding.topic or ""),
            finding.kind.value,
            finding.key,
            fold(finding.text),
            tuple(fold(remark) for remark in (" · ".join(finding_words(finding)), *cues)),
            fold(citing(place)) if citing else "",
        )

    groups = [
        (fold(report.section(name).title), [found(finding) for finding in group])
        for name, group in groupby(shown, key=lambda f: f.locator.section)
    ]
    values = {"groups": groups, "topics": (), "elsewhere": display_elsewhere(elsewhere, whole=False), **_kinds(shown)}
    return page("findings", report, country, values, heading="Findings")


def issues_html(report: Report, analysis: Analysis, country: str, *, cite: Cite | None = None) -> str:
    """Return the executive summary's issues, each with the sentences of the body that support it.

    Args:
        report: The report that the issues are of.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, shown under each sentence; without it none is.
    """
    values = {
        "issues": [_listed(report, issue, cite) for issue in analysis.issues],
        "not_borne_out": NOT_BORNE_OUT,
        "without": without_issues(analysis.brief),
        "stated": [_quoted(report, place) for place in analysis.brief.issues],
    }
    return page("issues", report, country, values, heading="Issues of the executive summary", tools=False)
