"""The stored form of an abstract: the places of its sentences among the findings of its analysis.

So it is stored with the analysis, and is read without the findings that no summary shows.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from hrreport.codec.analysis_rows import assessments_of, brief_of, finding_of, issues_of, locator_row, sentences_of
from hrreport.model.country import ReportId
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

    from hrreport.model.finding import Analysis, Assessment, Brief, Finding, Issue
    from hrreport.model.report import Report


def abstract_row(abstract: Abstract, analysis: Analysis) -> list[Any]:
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
                [[locator_row(here), locator_row(there)] for here, there in digest.also],
            ]
            for digest in summary.digests
        ],
        _glosses_row(summary.glosses),
        list(summary.referred),
        [locator_row(place) for place in overview.actors],
        [[b.spent, [places[f.locator] for f in b.sentences], _glosses_row(b.glosses)] for b in abstract.briefs],
        [list(subjects) for subjects in listed.subjects],
        list(listed.missing),
    ]


def _glosses_row(glosses: Sequence[AcronymExpansion]) -> list[Any]:
    return [[locator_row(g.locator), g.short, g.long] for g in glosses]


def _glosses(rows: list[Any]) -> tuple[AcronymExpansion, ...]:
    return tuple(AcronymExpansion(Locator(*place), short, long) for place, short, long in rows)


class _Found(NamedTuple):
    """What an abstract takes from its analysis."""

    id: ReportId
    finding: Callable[[int], Finding]
    assessments: Mapping[str, Assessment]
    issues: tuple[Issue, ...]
    brief: Brief


def _abstract(row: list[Any], found: _Found, report: Report) -> Abstract:
    digests, glosses, referred, actors, briefs, subjects, missing = row
    summary = Summary(
        found.id,
        found.brief,
        tuple(
            SectionSummary(
                section.id,
                found.assessments.get(section.id),
                tuple(map(found.finding, shown)),
                omitted,
                own_mark=MARKS[own],
                mark=MARKS[mark],
                also=tuple((Locator(*here), Locator(*there)) for here, there in also),
            )
            for section, (shown, omitted, own, mark, also) in zip(report.walk(), digests, strict=True)
        ),
        overview=BriefSummary(
            found.issues,
            tuple(Locator(*place) for place in actors),
            missing=tuple(missing),
            pointers=tuple(section for section, assessment in found.assessments.items() if assessment.is_pointer),
        ),
        glosses=_glosses(glosses),
        referred=tuple(referred),
    )
    return Abstract(
        summary,
        tuple(BriefSentences(spent, tuple(map(found.finding, shown)), _glosses(said)) for spent, shown, said in briefs),
        _issue_list(found.id.year, [issue.text for issue in found.issues], subjects, missing),
    )


def _issue_list(year: int, texts: Sequence[str], subjects: list[Any], missing: list[Any]) -> IssueList:
    return IssueList(year, tuple(texts), tuple(map(tuple, subjects)), tuple(missing))


def abstract_of(row: list[Any], analysis: Analysis, report: Report) -> Abstract:
    """Return the abstract that is stored with an analysis."""
    assessments = dict(analysis.assessments)
    found = _Found(analysis.id, analysis.findings.__getitem__, assessments, analysis.issues, analysis.brief)
    return _abstract(row, found, report)


def decode_abstract(text: str, report: Report) -> Abstract | None:
    """Return the abstract that an encoded analysis of a report has, or ``None``; other findings are not decoded."""
    (country, year), findings, assessments, issues, brief, *abstract = json.loads(text)
    if not abstract:
        return None
    sentences = sentences_of(report)
    found = _Found(
        ReportId(country, year),
        lambda n: finding_of(findings[n], sentences),
        dict(assessments_of(assessments)),
        issues_of(issues),
        brief_of(brief),
    )
    return _abstract(abstract[0], found, report)


def decode_issue_list(text: str) -> IssueList | None:
    """Return the issues that an encoded analysis has, as an abstract lists them, or ``None`` where it has none."""
    (_, year), _, _, issues, _, *abstract = json.loads(text)
    return _issue_list(year, [issue[0] for issue in issues], *abstract[0][-2:]) if abstract else None
