"""The summary: section by section, the sentences that carry it, in the report's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from hrreport.analysis.digest.acronyms import find_glosses
from hrreport.analysis.digest.brief import find_overview, verdict_places
from hrreport.analysis.digest.headings import Headings, list_issues
from hrreport.analysis.digest.previous_edition import differences
from hrreport.analysis.digest.sections import find_digests, is_referred
from hrreport.analysis.finding_filters import select_findings
from hrreport.errors import InputError
from hrreport.model.finding import Brief
from hrreport.model.summary import Length, Summary

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import PreviousEdition, SectionSummary


def summarize_report(
    report: Report,
    analysis: Analysis,
    *,
    length: Length = "medium",
    section: str | None = None,
    topic: str | None = None,
    places: Collection[tuple[str, int]] | None = None,
    before: tuple[Report, Analysis] | None = None,
    with_brief: bool = True,
) -> Summary:
    """Return the sentences that carry each section, chosen among the findings of a report.

    Args:
        report: The report.
        analysis: Its analysis.
        length: ``brief``: the verdict and a dozen sentences; ``short``: one sentence a section; ``medium``:
            more of what weighs more; ``long``: as much of every section as of one that is asked for alone.
        section: Only this section, with those below it.
        topic: Only what treats this topic or a narrower one. A summary of a part does without the
            report's verdict in brief.
        places: Only what stands in these paragraphs.
        before: The edition before, with its analysis, where changes are to be told.
        with_brief: Whether the sentences of a brief are chosen also where another length is asked for.

    Raises:
        InputError: There is no such length, or a brief of a part was asked for.
        NotFoundError: The report has no such section.
    """
    if length not in get_args(Length):
        raise InputError(f'no length "{length}"', hint=f"one of {', '.join(get_args(Length))}")
    findings = select_findings(report, analysis.findings, section=section, topic=topic, places=places)
    whole = section is None and topic is None and places is None
    if length == "brief" and not whole:
        raise InputError("a brief is of a whole report", hint="one of short, medium, long for a part")
    headings = Headings(report, analysis, findings)
    walked = report.walk() if section is None else report.section(section).walk()
    sections = [s.id for s in walked if (topic is None and places is None) or s.id in headings.texts]
    since = differences(list_issues(report, analysis), list_issues(*before)) if before else None
    return summarize_sections(
        report, analysis, headings, None if whole else sections, length=length, since=since, with_brief=with_brief
    )


def summarize_sections(
    report: Report,
    analysis: Analysis,
    headings: Headings,
    part: Sequence[str] | None = None,
    *,
    length: Length = "medium",
    since: PreviousEdition | None = None,
    with_brief: bool = True,
) -> Summary:
    """Return the sentences that carry each section, with what can be shown of the headings at hand.

    `part` are the ids of the sections that are summarized, or ``None`` for the whole report; `since` is what differs
    from the edition before, where that is to be told. All else is as in `summarize_report`.
    """
    whole = part is None
    with_sentences = with_brief or length == "brief"
    overview = find_overview(report, analysis, headings, since, with_sentences=with_sentences) if whole else None
    brief = analysis.brief if whole else Brief()
    digests: tuple[SectionSummary, ...] = ()
    if length != "brief":
        sections = [s.id for s in report.walk()] if part is None else part
        digests = find_digests(analysis, headings, sections, length, part=not whole)
    sentences = overview.sentences if overview and length == "brief" else [f for d in digests for f in d.sentences]
    verdict = [(place, report.text_at(place)) for place in verdict_places(brief, overview.actors if overview else ())]
    return Summary(
        report.id,
        brief,
        digests,
        overview=overview,
        in_brief=length == "brief",
        glosses=find_glosses([*verdict, *((f.locator, f.text) for f in sentences)], headings.longs),
        referred=tuple(d.section for d in digests if whole and is_referred(d.assessment)),
    )
