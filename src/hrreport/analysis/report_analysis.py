"""The analysis of a whole report: every sentence a finding, every section assessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis.assessment import assess
from hrreport.analysis.cues import find_strength, read_sentence
from hrreport.analysis.executive_summary import find_brief
from hrreport.analysis.figures import find_figures
from hrreport.analysis.issues import find_issues, find_items, listed_sections
from hrreport.analysis.key_findings import JudgedSentence, rate
from hrreport.analysis.key_selection import choose_keys, shortlist_size
from hrreport.analysis.kinds import PlacedSentence, classify
from hrreport.analysis.network import bundled_models
from hrreport.analysis.source_types import agree, settled_types
from hrreport.analysis.sources import find_sources
from hrreport.model.finding import Analysis, Finding, Kind

if TYPE_CHECKING:
    from hrreport.analysis.network import Models
    from hrreport.model.finding import Assessment
    from hrreport.model.report import Report, Section


def read_section(section: Section, models: Models) -> list[JudgedSentence]:
    """Return the sentences of a section's own text, in order, with their kinds."""
    placed = [(p, n, text) for p in section.paragraphs for n, text in enumerate(p.sentences, start=1) if text]
    own = [PlacedSentence(read_sentence(text), p.topic, p.number) for p, _, text in placed]
    judged = classify(own, section.heading, models)
    return [
        JudgedSentence(p, n, text, j, find_sources(text), find_figures(text), find_strength(text))
        for (p, n, text), j in zip(placed, judged, strict=True)
    ]


def _with_settled_sources(
    read: list[tuple[Section, list[JudgedSentence]]],
) -> list[tuple[Section, list[JudgedSentence]]]:
    """Return the sentences of sections with sources whose types agree throughout the report."""
    every = [s for _, sentences in read for s in sentences]
    types = settled_types((s.text for s in every), (source for s in every for source in s.sources))
    return [
        (section, [s._replace(sources=agree(s.sources, types)) if s.sources else s for s in sentences])
        for section, sentences in read
    ]


def _findings(section: Section, sentences: list[JudgedSentence], rates: list[float]) -> list[Finding]:
    found = [
        Finding(
            locator=section.locate(s.paragraph, s.number),
            text=s.text,
            topic=s.paragraph.topic,
            kind=s.judged.kind,
            key=False,
            strength=s.strength,
            sources=s.sources,
            figures=s.figures,
            cues=s.judged.cues,
        )
        for s in sentences
    ]
    keys = choose_keys(found, rates)
    return [replace(finding, key=True) if i in keys else finding for i, finding in enumerate(found)]


def analyze_report(report: Report) -> Analysis:
    """Return everything that is found in a report: findings, assessments, issues and brief.

    The same report gives the same analysis, on every machine and in any order.
    """
    return analyze_with(report, bundled_models())


def analyze_with(report: Report, models: Models) -> Analysis:
    """Return the analysis of a report by the models given."""
    read = [(section, read_section(section, models)) for section in report.walk() if section.paragraphs]
    read = [(section, sentences) for section, sentences in read if sentences]
    read = _with_settled_sources(read)
    items = find_items(report)
    listed = listed_sections(items)
    every = [s for _, sentences in read for s in sentences]
    share = sum(s.judged.kind is Kind.ABUSE for s in every) / max(1, len(every))
    findings: list[Finding] = []
    assessments: list[tuple[str, Assessment]] = []
    for section, sentences in read:
        judged = [s.judged for s in sentences]
        findings += _findings(section, sentences, rate(section, sentences, models.keys, shortlist_size(len(sentences))))
        assessed = assess(judged, section.heading, models.extent, listed=section.id in listed, share=share)
        assessments.append((section.id, assessed))
    return Analysis(
        report.id, tuple(findings), tuple(assessments), find_issues(report, items, findings), find_brief(report)
    )
