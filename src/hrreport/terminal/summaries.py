"""Views of a summary: in brief on one screen, section by section, or as running text.

The brief has as many lines as a screen, and places are in the gutter; the document has each sentence with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.summary import BriefSummary
from hrreport.terminal.document import Document, Rule, TextBlock, text_block
from hrreport.terminal.parts import GUTTER, counting, head, heading, pinpoint, warning
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.briefs import (
    FACTS,
    INDENT,
    body_text,
    gloss_words,
    missing_words,
    paragraph_notes,
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
    from hrreport.model.report import Report
    from hrreport.model.summary import Mark, Summary
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName

_STYLES: dict[Mark, StyleName] = {
    "named": "serious", "described": "limited", "none": "none", "elsewhere": "silent", "": "",
}  # fmt: skip


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
    settings: list[Setting] = [*head(report, country)]
    if summary.running:
        settings += [Rule(), *_running(report, summary)]
    else:
        settings += [*_verdict(report, summary), *_digests(report, summary)]
        if elsewhere:
            from hrreport.terminal.elsewhere import elsewhere_view

            settings += elsewhere_view(elsewhere, whole=False)
        settings += _ending(report, summary)
    return Document((*settings, *counting()))


def _screen(report: Report, summary: Summary, overview: BriefSummary, country: str) -> Iterator[Setting]:
    """Yield the brief; `hrreport.wording.briefs` says how many lines it takes."""
    yield text_block(source_line(report, country), "strong")
    yield from map(warning, brief_notices(report))
    yield from _sentences_of_verdict(report, summary, overview)
    yield from (text_block(text, "aside", indent=INDENT) for text in since_words(overview.since))
    for n, finding in enumerate(overview.sentences):
        text = body_text(finding, gloss_words(summary.glosses, finding.locator))
        yield text_block(text, indent=INDENT, above=0 if n else 1)
    if missing := missing_words(overview):
        yield text_block(missing, "aside", indent=INDENT)


def _sentences_of_verdict(report: Report, summary: Summary, overview: BriefSummary) -> Iterator[Setting]:
    texts = (
        text
        for place, items in verdict_words(report, summary.brief, overview)
        for text in verdict_texts(place, items, gloss_words(summary.glosses, place))
    )
    yield from (text_block(text, indent=INDENT, above=0 if n else 1) for n, text in enumerate(texts))


def _verdict(report: Report, summary: Summary) -> Iterator[Setting]:
    overview = summary.overview or BriefSummary()
    if sentences := tuple(_sentences_of_verdict(report, summary, overview)):
        yield Rule()
        yield text_block("In brief", "strong")
        yield from sentences
    yield from (text_block(text, "aside", indent=INDENT) for text in since_words(overview.since))


def _digests(report: Report, summary: Summary) -> Iterator[Setting]:
    for digest in summary.beyond_the_brief:
        if digest.section in summary.referred:
            continue
        total = len(digest.sentences) + digest.omitted + digest.shown_in_brief
        share = f"{len(digest.sentences)} of {counted(total, 'sentence')}" if total else ""
        basis = assessed(digest.assessment) if digest.own_mark == "none" else ""
        sign = StyledSpan(sign_of(digest.mark) or " ", _STYLES[digest.mark])
        yield from heading(report.section(digest.section), sign, " · ".join(filter(None, (basis, share))))
        for first, text in join_sentences(digest.sentences):
            if first.topic:
                yield text_block(f"[{first.topic}]", "label", indent=GUTTER)
            notes = paragraph_notes(summary, digest, first)
            words = (clean_span(text), *((StyledSpan(" "), clean_span(notes, "faint")) if notes else ()))
            yield TextBlock(words, pinpoint(first.locator), GUTTER)


def _ending(report: Report, summary: Summary) -> Iterator[Setting]:
    """Yield what has no place of its own: sections that refer elsewhere, subjects without a heading, the marks."""
    for text in (referred_words(report, summary), missing_words(summary.overview) if summary.overview else ""):
        if text:
            yield text_block(text, "aside", above=1)
    for place, (name, sign, meaning) in enumerate(FACTS):
        words, above = (clean_span(meaning, "faint"),), 0 if place else 1
        yield TextBlock(words, (StyledSpan(sign, _STYLES[name]),), INDENT, above=above)


def _running(report: Report, summary: Summary) -> Iterator[Setting]:
    """Yield prose, a paragraph below each section's heading, each run of sentences with its place after it."""
    for digest in summary.digests:
        spans: list[StyledSpan] = []
        for first, text in join_sentences(digest.sentences):
            spans += [clean_span(text), StyledSpan(" "), clean_span(f"({first.locator})", "faint"), StyledSpan(" ")]
        if spans:
            yield text_block(report.section(digest.section).title, "strong", indent=2, above=1)
            yield TextBlock(tuple(spans), indent=2)
