"""A summary as Markdown: in brief, section by section, or as running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.exporting.elsewhere import elsewhere_markdown
from hrreport.exporting.markdown import DEEPEST, page
from hrreport.model.summary import BriefSummary
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
    from collections.abc import Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Finding
    from hrreport.model.report import Report, Section
    from hrreport.model.summary import SectionSummary, Summary


def _verdict(report: Report, summary: Summary) -> Iterator[str]:
    """Yield the report's own verdict, its issues an item each, and what differs from the edition before."""
    overview = summary.overview or BriefSummary()
    lines = []
    for place, items in verdict_words(report, summary.brief, overview):
        gloss = gloss_words(summary.glosses, place)
        first, *rest = (
            f"{commonmark.plain(words)} {commonmark.plain(f'[{at}]')}" if at else commonmark.plain(words)
            for words, at in items
        )
        lines.append(f"- {place}: {first}")
        lines += [f"  - {item}" for item in rest]
        lines[-1] += f" {commonmark.plain(gloss)}" if gloss else ""
    if lines:
        yield "## In brief"
        yield "\n".join(lines)
    for text in since_words(overview.since):
        yield f"*{commonmark.plain(text)}*"


def _notes(summary: Summary, digest: SectionSummary | None, finding: Finding) -> str:
    """Return what stands after a sentence: long forms, and other places that say the same."""
    notes = (gloss_words(summary.glosses, finding.locator), also_words(digest, finding.locator) if digest else "")
    return "".join(f" {commonmark.plain(note)}" for note in notes if note)


def _body(summary: Summary, overview: BriefSummary) -> Iterator[str]:
    """Yield the sentences of the body that a brief shows."""
    items = []
    for finding in overview.sentences:
        label = label_of(finding)
        named = f"**{commonmark.plain(f'[{label}]')}** " if label else ""
        items.append(f"- {finding.locator}: {named}{commonmark.plain(finding.text)}{_notes(summary, None, finding)}")
    if items:
        yield "## From the body"
        yield "\n".join(items)


def _digest(summary: Summary, section: Section, digest: SectionSummary) -> Iterator[str]:
    sign = sign_of(digest.mark)
    yield f"{'#' * min(section.level, DEEPEST)} {f'{sign} ' if sign else ''}{commonmark.plain(section.title)}"
    basis = assessed(digest.assessment) if digest.own_mark == "none" else ""
    left = f"{counted(digest.omitted, 'sentence')} not shown" if digest.omitted else ""
    if note := ", ".join(filter(None, (basis, left))):
        yield f"*{note}*"
    items: list[str] = []
    for first, text in runs(digest.sentences):
        if first.topic:
            items.append(f"- **{commonmark.plain(f'[{first.topic}]')}**")
        beside = [f for f in digest.sentences if f.locator.paragraph == first.locator.paragraph]
        notes = "".join(_notes(summary, digest, f) for f in beside)
        items.append(f"- {first.locator}: {commonmark.plain(text)}{notes}")
    if items:
        yield "\n".join(items)


def _ending(report: Report, summary: Summary) -> Iterator[str]:
    for text in (referred_words(report, summary), missing_words(summary.overview) if summary.overview else ""):
        if text:
            yield f"*{commonmark.plain(text)}*"


def _running(report: Report, summary: Summary) -> Iterator[str]:
    """Yield a running summary, a paragraph for each section after its heading, each run of sentences with its place."""
    for digest in summary.digests:
        said = [f"{commonmark.plain(text)} ({first.locator})" for first, text in runs(digest.sentences)]
        if said:
            yield f"**{commonmark.plain(report.section(digest.section).title)}**"
            yield " ".join(said)


def summary_markdown(report: Report, summary: Summary, country: str, *, elsewhere: Elsewhere | None = None) -> str:
    """Return a summary: the verdict in brief, then each section with its chosen sentences.

    Args:
        report: The report that the summary is of.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    if summary.running:
        return page(report, country, "Summary", _running(report, summary))
    if summary.in_brief and summary.overview:
        return page(
            report,
            country,
            "",
            (*_verdict(report, summary), *_body(summary, summary.overview), *_ending(report, summary)),
        )
    blocks = [*_verdict(report, summary)]
    for digest in summary.beyond_the_brief:
        if digest.section not in summary.referred:
            blocks += _digest(summary, report.section(digest.section), digest)
    blocks += _ending(report, summary)
    blocks.append(" · ".join(f"{sign} {meaning}" for _, sign, meaning in FACTS))
    return page(report, country, "", [*blocks, *elsewhere_markdown(elsewhere, whole=False)])
