"""Views of a summary: in brief on one screen, section by section, or as running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.summary import BriefSummary
from hrreport.terminal.document import Document, Rule, TextBlock
from hrreport.terminal.parts import GUTTER, counting, head, pinpoint, titled, warning
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.briefs import (
    FACTS,
    INDENT,
    also_words,
    body_text,
    gloss_words,
    missing_words,
    referred_words,
    sign_of,
    since_words,
    source_line,
    verdict_texts,
    verdict_words,
)
from hrreport.wording.notices import brief_notices
from hrreport.wording.reports import assessed, counted, join_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Finding
    from hrreport.model.report import Report
    from hrreport.model.summary import Mark, SectionSummary, Summary
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName

_STYLES: dict[Mark, StyleName] = {
    "named": "serious",
    "described": "limited",
    "none": "none",
    "elsewhere": "silent",
    "": "",
}


def summary_view(report: Report, summary: Summary, country: str, *, elsewhere: Elsewhere | None = None) -> Document:
    """Return a summary: on one screen, as running text, or the verdict and then each section with its mark.

    Args:
        report: The report that is summarized.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    if summary.in_brief and summary.overview:
        return Document(tuple(_screen(report, summary, summary.overview, country)))
    start = head(report, country)
    if summary.running:
        return Document((*start, Rule(), *_running(report, summary), *counting()))
    return Document(
        (
            *start,
            *_verdict(report, summary),
            *_digests(report, summary),
            *_elsewhere(elsewhere),
            *_ending(report, summary),
            *counting(),
        )
    )


def _screen(report: Report, summary: Summary, overview: BriefSummary, country: str) -> Iterator[Setting]:
    """Yield the brief; `hrreport.wording.briefs` says how many lines it takes."""
    yield TextBlock((clean_span(source_line(report, country), "strong"),))
    for notice in brief_notices(report):
        yield warning(notice)
    yield from _sentences_of_verdict(report, summary, overview)
    for text in since_words(overview.since):
        yield TextBlock((clean_span(text, "aside"),), indent=INDENT)
    for n, finding in enumerate(overview.sentences):
        text = body_text(finding, gloss_words(summary.glosses, finding.locator))
        yield TextBlock((clean_span(text),), (), INDENT, above=0 if n else 1)
    if missing := missing_words(overview):
        yield TextBlock((clean_span(missing, "aside"),), indent=INDENT)


def _sentences_of_verdict(report: Report, summary: Summary, overview: BriefSummary) -> Iterator[Setting]:
    above = 1
    for place, items in verdict_words(report, summary.brief, overview):
        for text in verdict_texts(place, items, gloss_words(summary.glosses, place)):
            yield TextBlock((clean_span(text),), (), INDENT, above=above)
            above = 0


def _verdict(report: Report, summary: Summary) -> Iterator[Setting]:
    overview = summary.overview or BriefSummary()
    shown = tuple(_sentences_of_verdict(report, summary, overview))
    if shown:
        yield Rule()
        yield TextBlock((StyledSpan("In brief", "strong"),))
        yield from shown
    for text in since_words(overview.since):
        yield TextBlock((clean_span(text, "aside"),), indent=INDENT)


def _digests(report: Report, summary: Summary) -> Iterator[Setting]:
    referred = set(summary.referred)
    for digest in summary.beyond_the_brief:
        if digest.section in referred:
            continue
        total = len(digest.sentences) + digest.omitted + digest.shown_in_brief
        share = f"{len(digest.sentences)} of {counted(total, 'sentence')}" if total else ""
        basis = assessed(digest.assessment) if digest.own_mark == "none" else ""
        sign = StyledSpan(sign_of(digest.mark) or " ", _STYLES[digest.mark])
        yield from titled(report.section(digest.section), sign, " · ".join(filter(None, (basis, share))))
        for first, text in join_sentences(digest.sentences):
            if first.topic:
                yield TextBlock((clean_span(f"[{first.topic}]", "label"),), (), GUTTER)
            yield TextBlock(_quoted(summary, digest, first, text), pinpoint(first.locator), GUTTER)


def _quoted(summary: Summary, digest: SectionSummary, first: Finding, text: str) -> tuple[StyledSpan, ...]:
    """Return a run of sentences, the long forms of its acronyms and other places that say the same after it."""
    mine = [f.locator for f in digest.sentences if f.locator.paragraph == first.locator.paragraph]
    notes = [
        words for place in mine for words in (gloss_words(summary.glosses, place), also_words(digest, place)) if words
    ]
    return (clean_span(text), *((StyledSpan(" "), clean_span(" ".join(notes), "faint")) if notes else ()))


def _elsewhere(elsewhere: Elsewhere | None) -> Iterator[Setting]:
    if elsewhere:
        from hrreport.terminal.elsewhere import elsewhere_view

        yield from elsewhere_view(elsewhere, whole=False)


def _ending(report: Report, summary: Summary) -> Iterator[Setting]:
    """Yield what has no place of its own: sections that refer elsewhere, subjects without a heading, the marks."""
    for text in (referred_words(report, summary), missing_words(summary.overview) if summary.overview else ""):
        if text:
            yield TextBlock((clean_span(text, "aside"),), above=1)
    for place, (name, sign, meaning) in enumerate(FACTS):
        yield TextBlock(
            (clean_span(meaning, "faint"),), (StyledSpan(sign, _STYLES[name]),), INDENT, above=0 if place else 1
        )


def _running(report: Report, summary: Summary) -> Iterator[Setting]:
    """Yield prose, a paragraph below each section's heading, each run of sentences with its place after it."""
    for digest in summary.digests:
        spans: list[StyledSpan] = []
        for first, text in join_sentences(digest.sentences):
            spans += [clean_span(text), StyledSpan(" "), clean_span(f"({first.locator})", "faint"), StyledSpan(" ")]
        if spans:
            yield TextBlock((clean_span(report.section(digest.section).title, "strong"),), indent=2, above=1)
            yield TextBlock(tuple(spans), indent=2)
