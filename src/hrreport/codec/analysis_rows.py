"""Rows of a stored analysis: findings, assessments, issues and locators as arrays, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.codec.provenance import trim
from hrreport.model.finding import Assessment, Brief, Figure, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


def locator_row(place: Locator) -> list[Any]:
    """Return a place as it is stored."""
    return [place.section, *trim([place.paragraph, place.sentence])]


Sentences = dict[tuple[str, int], tuple[str, ...]]
"""The sentences of each paragraph of a report, by section id and number."""
_NOTHING = (None,) * 4
_KINDS = {kind.value: kind for kind in Kind}


def sentences_of(report: Report) -> Sentences:
    """Return the sentences of each paragraph of a report."""
    return {(section.id, p.number): p.sentences for section, p in report.passages()}


def _is_printed(f: Finding, sentences: Sentences) -> bool:
    """Return whether a finding's text is what the report has at its place."""
    place = f.locator
    printed = sentences.get((place.section, place.paragraph or 0), ())
    return place.sentence is not None and f.text in printed[place.sentence - 1 : place.sentence]


def finding_row(f: Finding, sentences: Sentences) -> list[Any]:
    """Return a finding as it is stored, without its text where its report has it."""
    sources = [[s.name, s.type] for s in f.sources]
    figures = [[x.text, x.value, x.value_max, x.unit, x.what, *trim([x.bound])] for x in f.figures]
    text = 0 if _is_printed(f, sentences) else f.text
    head = [locator_row(f.locator), text, f.topic, f.kind.value, f.key]
    return [*head, *trim([list(f.strength), sources, figures, list(f.cues)])]


def finding_of(row: list[Any], sentences: Sentences) -> Finding:
    """Return a stored finding of a report with these sentences."""
    place, text, topic, kind, key, *rest = row
    if text == 0:
        text = sentences[place[0], place[1]][place[2] - 1]
    strength, sources, figures, cues = (*rest, *_NOTHING)[:4]
    return Finding(
        Locator(*place),
        text,
        topic,
        _KINDS[kind],
        key,
        tuple(strength or ()),
        tuple([Source(*s) for s in sources]) if sources else (),
        tuple([Figure(*f) for f in figures]) if figures else (),
        tuple(cues or ()),
    )


def assessments_of(rows: list[Any]) -> tuple[tuple[str, Assessment], ...]:
    """Return stored assessments."""
    return tuple((name, Assessment(*rest)) for name, *rest in rows)


def issues_of(rows: list[Any]) -> tuple[Issue, ...]:
    """Return stored issues."""
    return tuple(
        Issue(said, Locator(*place), tuple(sections), tuple(Locator(*e) for e in evidence))
        for said, place, sections, evidence in rows
    )


def brief_of(row: list[Any]) -> Brief:
    """Return a stored verdict in brief."""
    change, listed, accountability = row
    return Brief(
        Locator(*change) if change else None,
        tuple(Locator(*place) for place in listed),
        tuple(Locator(*place) for place in accountability),
    )
