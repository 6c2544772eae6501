"""View of a coders' packet: the sentences of each indicator, with what each says of degree, number and parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, Rule, TextBlock, text_block
from hrreport.terminal.parts import GUTTER, counting, head, labeled, warning
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.reports import counted, finding_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.evidence import CodersPacket, EvidenceSentence, IndicatorEvidence
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting


def evidence_view(report: Report, packet: CodersPacket, country: str) -> Document:
    """Return the indicators of a codebook, each with the sentences that are read for it."""
    settings: list[Setting] = [*head(report, country), Rule()]
    settings.append(text_block(packet.codebook.title, "strong", above=1))
    settings.append(text_block("Sentences to be read; no score is given, and none follows from their number.", "faint"))
    for one in packet.indicators:
        settings += _indicator(one)
    return Document((*settings, *(counting() if packet.sentences else ())))


def _indicator(one: IndicatorEvidence) -> Iterator[Setting]:
    number = StyledSpan(f"  {counted(len(one.sentences), 'sentence')}", "faint")
    name = clean_span(f"{one.indicator.id}: {one.indicator.name}", "strong")
    yield TextBlock((name, number), above=1)
    if one.notice:
        yield warning(one.notice)
    for sentence in one.sentences:
        yield from _sentence(sentence)


def _sentence(sentence: EvidenceSentence) -> Iterator[Setting]:
    finding = sentence.finding
    place = (clean_span(f"{finding.locator.anchor} {finding.locator.pinpoint}", "faint"), StyledSpan("  "))
    yield TextBlock(labeled(finding.topic, finding.text), place, GUTTER, above=1)
    words = [*finding_words(finding, key=False), *(f"by {party}" for party in sentence.doers)]
    words += [f"to {party}" for party in sentence.affected]
    words += ["no figure is given"] if sentence.without_figure else []
    words += ["found by its words"] if sentence.by == "words" else []
    yield text_block(" · ".join(words), "aside", indent=GUTTER)
