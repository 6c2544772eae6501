"""A summary: the verdict in brief, sentences of the body, and each section with its chosen sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.summary import BriefSummary
from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, ListBlock, ListEntry, QuotationBlock, TextRun, runs, small_note
from hrreport.views.heads import document_on
from hrreport.views.passages import elsewhere_blocks
from hrreport.wording.briefs import (
    FACTS,
    gloss_words,
    label_of,
    missing_words,
    paragraph_notes,
    referred_words,
    sign_of,
    since_words,
    verdict_words,
)
from hrreport.wording.changes import title
from hrreport.wording.reports import assessed, counted, join_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.summary import SectionSummary, Summary
    from hrreport.views.blocks import AnyBlock, BlockDocument, ProseBlock


def summary_document(
    report: Report,
    summary: Summary,
    country: str,
    *,
    assess: bool = True,
    elsewhere: Elsewhere | None = None,
) -> BlockDocument:
    """Return a summary: the verdict in brief, then sentences of the body or each section with its chosen sentences.

    Args:
        report: The report that the summary is of.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        assess: Whether the program's own assessments of sections are shown, and their signs.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    names = {report.id.country: country}
    overview = summary.overview or BriefSummary()
    blocks: list[AnyBlock] = []
    if not summary.running:
        blocks += _verdict(report, summary, overview)
    if summary.in_brief:
        blocks += [HeadingBlock(1, "From the body")] if overview.sentences else []
        for finding in overview.sentences:
            gloss = gloss_words(summary.glosses, finding.locator)
            blocks.append(_sentence(finding.locator, finding.text, label_of(finding) or "", gloss))
    else:
        for digest in summary.digests if summary.running else summary.beyond_the_brief:
            if digest.section not in summary.referred and (digest.sentences or not summary.running):
                blocks += _digest(report, summary, digest, assess=assess)
    blocks += _small(referred_words(report, summary), missing_words(overview))
    if assess and not (summary.running or summary.in_brief):
        blocks += _small(" · ".join(f"{sign} {meaning}" for _, sign, meaning in FACTS))
    blocks += elsewhere_blocks(elsewhere, whole=False)
    return document_on(f"{title(report, names)}: summary", (report,), blocks, names=names, subtitle=report.title)


def _small(*texts: str) -> Iterator[ProseBlock]:
    yield from map(small_note, filter(None, texts))


def _verdict(report: Report, summary: Summary, overview: BriefSummary) -> Iterator[AnyBlock]:
    """Yield the report's own verdict, its issues an item each, and what differs from the edition before."""
    if lines := verdict_words(report, summary.brief, overview):
        yield HeadingBlock(1, "In brief")
    for place, items in lines:
        texts = [fold(f"{words} [{at}]" if at else words) for words, at in items]
        if gloss := gloss_words(summary.glosses, place):
            texts[-1] += f" {gloss}"
        first, *rest = texts
        yield QuotationBlock(runs(first), str(place))
        if rest:
            yield ListBlock(tuple(ListEntry(runs(TextRun(words, ("quoted",)))) for words in rest))
    yield from _small(*since_words(overview.since))


def _sentence(place: Locator, text: str, label: str, notes: str) -> QuotationBlock:
    words = runs(fold(text), " " * bool(notes), TextRun(fold(notes), ("small",)))
    return QuotationBlock(words, str(place), label=fold(f"[{label}]") if label else "")


def _digest(report: Report, summary: Summary, digest: SectionSummary, *, assess: bool) -> Iterator[AnyBlock]:
    section = report.section(digest.section)
    top = min((one.level for one in report.sections), default=1)
    sign = sign_of(digest.mark) if assess else ""
    yield HeadingBlock(section.level - top + 1, f"{sign} {fold(section.title)}" if sign else fold(section.title))
    basis = assessed(digest.assessment) if assess and digest.own_mark == "none" else ""
    left = f"{counted(digest.omitted, 'sentence')} not shown" if digest.omitted else ""
    yield from _small(", ".join(filter(None, (basis, left))))
    for first, text in join_sentences(digest.sentences):
        yield _sentence(first.locator, text, first.topic or "", paragraph_notes(summary, digest, first))
