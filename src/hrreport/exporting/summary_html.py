"""A summary as a page of HTML: the verdict in brief, sentences of the body, and each section with its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.elsewhere import display_elsewhere
from hrreport.exporting.html_page import page
from hrreport.exporting.report_layout import HIGHEST, LOWEST, anchor_of
from hrreport.model.summary import BriefSummary
from hrreport.text.whitespace import fold
from hrreport.wording.briefs import (
    FACTS,
    also_words,
    gloss_words,
    label_of,
    missing_words,
    referred_words,
    sign_of,
    since_words,
    verdict_words,
)
from hrreport.wording.reports import assessed, counted, runs

if TYPE_CHECKING:
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Finding
    from hrreport.model.report import Report
    from hrreport.model.summary import SectionSummary, Summary


class _SummaryQuote(NamedTuple):
    """Words of the report with their place, a label above them, and what is noted after them."""

    anchor: str
    place: str
    text: str
    label: str
    """The run-in label in brackets, or empty."""
    notes: str
    """Long forms of acronyms and other places that say the same, in brackets, or empty."""


class _SummaryLine(NamedTuple):
    """One sentence of the verdict, broken at the issues it lists."""

    name: str
    anchor: str
    place: str
    items: tuple[tuple[str, str], ...]
    notes: str


class _ShownHeading(NamedTuple):
    """The summary of one section."""

    title: str
    level: int
    mark: str
    sign: str
    basis: str
    quotes: tuple[_SummaryQuote, ...]
    left: str
    """How much is not shown, in words, or empty."""


def _verdict(report: Report, summary: Summary, overview: BriefSummary) -> list[_SummaryLine]:
    brief = summary.brief
    names = dict.fromkeys(brief.issues, "Issues") | dict.fromkeys(brief.accountability, "Accountability")
    names |= dict.fromkeys(overview.actors, "Others than the state")
    return [
        _SummaryLine(
            names.get(place, "Change"),
            anchor_of(place),
            str(place),
            tuple((fold(words), where) for words, where in items),
            gloss_words(summary.glosses, place),
        )
        for place, items in verdict_words(report, brief, overview)
    ]


def _of_body(summary: Summary, overview: BriefSummary) -> list[_SummaryQuote]:
    return [
        _SummaryQuote(
            anchor_of(f.locator),
            str(f.locator),
            fold(f.text),
            fold(label_of(f) or ""),
            gloss_words(summary.glosses, f.locator),
        )
        for f in overview.sentences
    ]


def _quote(summary: Summary, digest: SectionSummary, first: Finding, text: str) -> _SummaryQuote:
    beside = [f.locator for f in digest.sentences if f.locator.paragraph == first.locator.paragraph]
    notes = [words for at in beside for words in (gloss_words(summary.glosses, at), also_words(digest, at)) if words]
    return _SummaryQuote(
        anchor_of(first.locator), str(first.locator), fold(text), fold(first.topic or ""), " ".join(notes)
    )


def _shown(report: Report, summary: Summary, digest: SectionSummary) -> _ShownHeading:
    section = report.section(digest.section)
    return _ShownHeading(
        fold(section.title),
        min(max(section.level, HIGHEST), LOWEST),
        digest.mark,
        sign_of(digest.mark),
        assessed(digest.assessment) if digest.own_mark == "none" else "",
        tuple(_quote(summary, digest, first, text) for first, text in runs(digest.sentences)),
        f"{counted(digest.omitted, 'sentence')} not shown" if digest.omitted else "",
    )


def summary_html(report: Report, summary: Summary, country: str, *, elsewhere: Elsewhere | None = None) -> str:
    """Return a summary: the verdict in brief, then sentences of the body or each section with its chosen sentences.

    Args:
        report: The report that the summary is of.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    overview = summary.overview or BriefSummary()
    digests = summary.digests if summary.running else summary.beyond_the_brief
    values = {
        "verdict": [] if summary.running else _verdict(report, summary, overview),
        "since": since_words(overview.since),
        "body": _of_body(summary, overview) if summary.in_brief else [],
        "elsewhere": display_elsewhere(elsewhere, whole=False),
        "digests": [
            _shown(report, summary, digest)
            for digest in digests
            if digest.section not in summary.referred and (digest.sentences or not summary.running)
        ],
        "ending": [text for text in (referred_words(report, summary), missing_words(overview)) if text],
        "facts": [] if summary.running or summary.in_brief else [(sign, meaning) for _, sign, meaning in FACTS],
    }
    return page("summary", report, country, values, heading="Summary", tools=False)
