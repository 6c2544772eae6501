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
    from hrreport.model.report import Report, Section


def _read_section(section: Section, models: Models) -> list[JudgedSentence]:
    """Return the sentences of a section's own text, in order, with their kinds."""
    placed = [(p, n, text) for p in section.paragraphs for n, text in enumerate(p.sentences, start=1) if text]
    judged = classify(
        [PlacedSentence(read_sentence(text), p.topic, p.number) for p, _, text in placed], section.heading, models
    )
    return [JudgedSentence(*place, j, find_strength(place[2])) for place, j in zip(placed, judged, strict=True)]


def _find(section: Section, sentences: list[JudgedSentence], models: Models) -> list[Finding]:
    """Return the findings of a section's own text, the key ones among them marked."""
    found = [
        Finding(
            locator=section.locate(s.paragraph, s.number),
            text=s.text,
            topic=s.paragraph.topic,
            kind=s.kind,
            key=False,
            strength=s.strength,
            sources=find_sources(s.text),
            figures=find_figures(s.text),
            cues=s.judged.cues,
        )
        for s in sentences
    ]
    keys = choose_keys(found, rate(section, sentences, models.keys, shortlist_size(len(found))))
    return [replace(finding, key=True) if i in keys else finding for i, finding in enumerate(found)]


def _with_settled_sources(findings: list[Finding]) -> list[Finding]:
    """Return findings with sources whose types agree throughout the report."""
    types = settled_types((f.text for f in findings), (source for f in findings for source in f.sources))
    return [replace(f, sources=agree(f.sources, types)) if f.sources else f for f in findings]


def analyze_report(report: Report) -> Analysis:
    """Return everything that is found in a report: findings, assessments, issues and brief.

    The same report gives the same analysis, on every machine and in any order.
    """
    return analyze_with(report, bundled_models())


def analyze_with(report: Report, models: Models) -> Analysis:
    """Return the analysis of a report by the models given."""
    read = [(s, own) for s in report.walk() if s.paragraphs and (own := _read_section(s, models))]
    findings = _with_settled_sources([f for section, own in read for f in _find(section, own, models)])
    share = sum(f.kind is Kind.ABUSE for f in findings) / max(1, len(findings))
    items = find_items(report)
    listed = listed_sections(items)
    assessments = tuple(
        (s.id, assess([one.judged for one in own], s.heading, models.extent, listed=s.id in listed, share=share))
        for s, own in read
    )
    return Analysis(report.id, tuple(findings), assessments, find_issues(report, items, findings), find_brief(report))
