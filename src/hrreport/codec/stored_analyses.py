"""The stored form of an analysis: what was found in a report, and the abstract that its summaries show.

An abstract is stored as the places of its sentences among the findings, so that it is read without those that no
summary shows. See `hrreport.codec.stored`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from hrreport.codec.provenance import dump, trim
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Brief, Figure, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.summary import (
    MARKS,
    Abstract,
    AcronymExpansion,
    BriefSentences,
    BriefSummary,
    IssueList,
    SectionSummary,
    Summary,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrreport.model.report import Report

_Sentences = dict[tuple[str, int], tuple[str, ...]]
"""The sentences of each paragraph of a report, by section id and number."""
_KINDS = {kind.value: kind for kind in Kind}


def encode_analysis(analysis: Analysis, report: Report) -> str:
    """Return an analysis as JSON text, without the sentences that its report has at the places named."""
    brief = analysis.brief
    sentences = _sentences_of(report)
    return dump(
        [
            [analysis.id.country, analysis.id.year],
            [_finding_row(f, sentences) for f in analysis.findings],
            [[name, a.value, *trim([a.extent, a.basis])] for name, a in analysis.assessments],
            [
                [i.text, _locator_row(i.locator), list(i.sections), [_locator_row(e) for e in i.evidence]]
                for i in analysis.issues
            ],
            [
                brief.change and _locator_row(brief.change),
                [_locator_row(place) for place in brief.issues],
                [_locator_row(place) for place in brief.accountability],
            ],
            *([_abstract_row(analysis.abstract, analysis)] if analysis.abstract else ()),
        ]
    )


def decode_analysis(text: str, report: Report) -> Analysis:
    """Return the analysis that was encoded, of the same report."""
    sentences = _sentences_of(report)
    (country, year), findings, assessments, issues, brief, *abstract = json.loads(text)
    found = Analysis(
        ReportId(country, year),
        tuple(_finding_of(row, sentences) for row in findings),
        _assessments_of(assessments),
        _issues_of(issues),
        _brief_of(brief),
    )
    if not abstract:
        return found
    parts = _AbstractParts(found.findings.__getitem__, dict(found.assessments), found.issues, found.brief)
    return replace(found, abstract=_abstract_of(abstract[0], parts, report))


# -- findings


def _locator_row(place: Locator) -> list[Any]:
    return [place.section, *trim([place.paragraph, place.sentence])]


def _sentences_of(report: Report) -> _Sentences:
    return {(section.id, p.number): p.sentences for section, p in report.passages()}


def _is_printed(f: Finding, sentences: _Sentences) -> bool:
    """Return whether a finding's text is what the report has at its place."""
    place = f.locator
    printed = sentences.get((place.section, place.paragraph or 0), ())
    return place.sentence is not None and f.text in printed[place.sentence - 1 : place.sentence]


def _finding_row(f: Finding, sentences: _Sentences) -> list[Any]:
    """Return a finding as it is stored, without its text where its report has it."""
    sources = [[s.name, s.type] for s in f.sources]
    figures = [[x.text, x.value, x.value_max, x.unit, x.what, *trim([x.bound])] for x in f.figures]
    text = 0 if _is_printed(f, sentences) else f.text
    head = [_locator_row(f.locator), text, f.topic, f.kind.value, f.key]
    return [*head, *trim([list(f.strength), sources, figures, list(f.cues)])]


def _finding_of(row: list[Any], sentences: _Sentences) -> Finding:
    place, text, topic, kind, key, *rest = row
    if text == 0:
        text = sentences[place[0], place[1]][place[2] - 1]
    strength, sources, figures, cues = (*rest, *(None,) * 4)[:4]
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


def _assessments_of(rows: list[Any]) -> tuple[tuple[str, Assessment], ...]:
    return tuple((name, Assessment(*rest)) for name, *rest in rows)


def _issues_of(rows: list[Any]) -> tuple[Issue, ...]:
    return tuple(
        Issue(text, Locator(*place), tuple(sections), tuple(Locator(*e) for e in evidence))
        for text, place, sections, evidence in rows
    )


def _brief_of(row: list[Any]) -> Brief:
    change, listed, accountability = row
    return Brief(
        Locator(*change) if change else None,
        tuple(Locator(*place) for place in listed),
        tuple(Locator(*place) for place in accountability),
    )


# -- abstracts


def _abstract_row(abstract: Abstract, analysis: Analysis) -> list[Any]:
    """Return an abstract as it is stored with its analysis."""
    places = {finding.locator: n for n, finding in enumerate(analysis.findings)}
    summary, listed = abstract.medium, abstract.listed
    overview = summary.overview or BriefSummary()
    return [
        [
            [
                [places[f.locator] for f in digest.sentences],
                digest.omitted,
                MARKS.index(digest.own_mark),
                MARKS.index(digest.mark),
                [[_locator_row(here), _locator_row(there)] for here, there in digest.also],
            ]
            for digest in summary.digests
        ],
        _glosses_row(summary.glosses),
        list(summary.referred),
        [_locator_row(place) for place in overview.actors],
        [[b.spent, [places[f.locator] for f in b.sentences], _glosses_row(b.glosses)] for b in abstract.briefs],
        [list(subjects) for subjects in listed.subjects],
        list(listed.missing),
    ]


def _glosses_row(glosses: Sequence[AcronymExpansion]) -> list[Any]:
    return [[_locator_row(g.locator), g.short, g.long] for g in glosses]


def _glosses_of(rows: list[Any]) -> tuple[AcronymExpansion, ...]:
    return tuple(AcronymExpansion(Locator(*place), short, long) for place, short, long in rows)


class _AbstractParts(NamedTuple):
    """What an abstract takes from its analysis."""

    finding: Callable[[int], Finding]
    assessments: Mapping[str, Assessment]
    issues: tuple[Issue, ...]
    brief: Brief


def _abstract_of(row: list[Any], parts: _AbstractParts, report: Report) -> Abstract:
    digests, glosses, referred, actors, briefs, subjects, missing = row
    summary = Summary(
        report.id,
        parts.brief,
        tuple(
            SectionSummary(
                section.id,
                parts.assessments.get(section.id),
                tuple(map(parts.finding, shown)),
                omitted,
                own_mark=MARKS[own],
                mark=MARKS[mark],
                also=tuple((Locator(*here), Locator(*there)) for here, there in also),
            )
            for section, (shown, omitted, own, mark, also) in zip(report.walk(), digests, strict=True)
        ),
        overview=BriefSummary(
            parts.issues,
            tuple(Locator(*place) for place in actors),
            missing=tuple(missing),
            pointers=tuple(section for section, assessment in parts.assessments.items() if assessment.is_pointer),
        ),
        glosses=_glosses_of(glosses),
        referred=tuple(referred),
    )
    return Abstract(
        summary,
        tuple(
            BriefSentences(spent, tuple(map(parts.finding, shown)), _glosses_of(words))
            for spent, shown, words in briefs
        ),
        _issue_list(report.id.year, [issue.text for issue in parts.issues], subjects, missing),
    )


def _issue_list(year: int, texts: Sequence[str], subjects: list[Any], missing: list[Any]) -> IssueList:
    return IssueList(year, tuple(texts), tuple(map(tuple, subjects)), tuple(missing))


def decode_abstract(text: str, report: Report) -> Abstract | None:
    """Return the abstract that an encoded analysis of a report has, or ``None``; other findings are not decoded."""
    _, findings, assessments, issues, brief, *abstract = json.loads(text)
    if not abstract:
        return None
    sentences = _sentences_of(report)
    parts = _AbstractParts(
        lambda n: _finding_of(findings[n], sentences),
        dict(_assessments_of(assessments)),
        _issues_of(issues),
        _brief_of(brief),
    )
    return _abstract_of(abstract[0], parts, report)


def decode_issue_list(text: str) -> IssueList | None:
    """Return the issues that an encoded analysis has, as an abstract lists them, or ``None`` where it has none."""
    (_, year), _, _, issues, _, *abstract = json.loads(text)
    return _issue_list(year, [issue[0] for issue in issues], *abstract[0][-2:]) if abstract else None
