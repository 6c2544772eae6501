"""The abstract: what the summaries of a whole report show, chosen once, and a summary made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis.digest.previous_edition import differences
from hrreport.model.summary import Abstract, BriefSentences
from hrreport.wording.briefs import since_height

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import IssueList, Length, PreviousEdition, Summary

_SPENT = 10
"""Lines that tell what differs from the edition before: for up to so many a brief's sentences are chosen."""


def find_abstract(report: Report, analysis: Analysis) -> Abstract:
    """Return what the summaries of a whole report show."""
    from hrreport.analysis.digest.acronyms import find_glosses
    from hrreport.analysis.digest.brief import brief_sentences, verdict_places
    from hrreport.analysis.digest.headings import Headings, list_issues
    from hrreport.analysis.summary import summarize_sections

    headings = Headings(report, analysis)
    medium = summarize_sections(report, analysis, headings, with_brief=False)
    assert medium.overview is not None  # noqa: S101  it is of a whole report
    verdict = [(place, report.text_at(place)) for place in verdict_places(analysis.brief, medium.overview.actors)]
    briefs: list[BriefSentences] = []
    for spent, sentences in brief_sentences(report, analysis, headings, medium.overview, least=0, most=_SPENT):
        if not briefs or briefs[-1].sentences != sentences:
            shown = [*verdict, *((f.locator, f.text) for f in sentences)]
            briefs.append(BriefSentences(spent, sentences, find_glosses(shown, headings.longs)))
    return Abstract(medium, tuple(briefs), list_issues(report, analysis))


def is_enough(abstract: Abstract, length: Length, before: IssueList | None = None, *, with_brief: bool = False) -> bool:
    """Return whether an abstract has all that `summary_of` takes from it."""
    if length == "brief" or with_brief:
        return length in {"brief", "medium"} and since_height(_since(abstract, before)) <= _SPENT
    return length == "medium"


def _since(abstract: Abstract, before: IssueList | None) -> PreviousEdition | None:
    """Return what differs from the edition before, where its issues are known."""
    return differences(abstract.listed, before) if before else None


def summary_of(
    abstract: Abstract, length: Length, before: IssueList | None = None, *, with_brief: bool = False
) -> Summary:
    """Return a summary of the whole report.

    Args:
        abstract: What is shown of it.
        length: ``medium`` or ``brief``; see `is_enough`.
        before: The issues of the edition before, where changes are to be told.
        with_brief: Whether the sentences of a brief are told also where another length is asked for.
    """
    summary = abstract.medium
    assert summary.overview is not None  # noqa: S101  it is of a whole report
    since = _since(abstract, before)
    overview = replace(summary.overview, since=since)
    if length != "brief" and not with_brief:
        return replace(summary, overview=overview)
    spent = since_height(since)
    brief = [b for b in abstract.briefs if b.spent <= spent][-1]
    overview = replace(overview, sentences=brief.sentences)
    if length != "brief":
        return replace(summary, overview=overview)
    return replace(summary, digests=(), overview=overview, in_brief=True, glosses=brief.glosses, referred=())
