"""Summaries as JSON: the public form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.catalogue import elsewhere_json
from hrreport.codec.contract import assessment_json, locator_json, page_json, place_json, report_json
from hrreport.model.summary import BriefSummary
from hrreport.wording.briefs import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.summary import PreviousEdition, Summary


def _glosses_json(summary: Summary, place: Locator) -> list[Json]:
    return [{"acronym": g.short, "long": g.long} for g in summary.glosses if g.locator == place]


def _shown_json(report: Report, summary: Summary, finding: Finding, also: Iterable[Locator] = ()) -> Json:
    """Return a sentence that a summary shows, with what stands beside it."""
    place = finding.locator
    return {
        **locator_json(place),
        "kind": finding.kind.value,
        "text": finding.text,
        "label": label_of(finding),
        "acronyms": _glosses_json(summary, place),
        "also": [locator_json(there) for there in also],
        **page_json(report, place),
    }


def _since_json(since: PreviousEdition) -> Json:
    return {
        "year": since.year,
        "added": list(since.added),
        "gone": list(since.gone),
        "lost": list(since.lost),
        "outline_changed": since.outline_changed,
    }


def _brief_json(report: Report, summary: Summary) -> Json:
    """Return the report's own verdict, with the sentences of the body that a brief shows."""
    brief, overview = summary.brief, summary.overview or BriefSummary()

    def shown(place: Locator) -> Json:
        return {**place_json(report, place), "acronyms": _glosses_json(summary, place)}

    return {
        "change": shown(brief.change) if brief.change else None,
        "issues": [shown(place) for place in brief.issues],
        "accountability": [shown(place) for place in brief.accountability],
        "items": [{"issue": issue.text, "sections": list(issue.sections)} for issue in overview.issues],
        "actors": [shown(place) for place in overview.actors],
        "sentences": [_shown_json(report, summary, f) for f in overview.sentences],
        "missing": list(overview.missing),
        "since": _since_json(overview.since) if overview.since else None,
    }


def summary_json(report: Report, summary: Summary, country: str, *, elsewhere: Elsewhere | None = None) -> Json:
    """Return a summary: the report's own verdict in brief, then sections with chosen sentences.

    Args:
        report: The report that the summary is of.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    sections = []
    for digest in summary.digests:
        section = report.section(digest.section)
        sections.append(
            {
                "id": section.id,
                "heading": section.title,
                **assessment_json(digest.assessment),
                "mark": digest.mark or None,
                "own_mark": digest.own_mark or None,
                "sentences": [
                    _shown_json(report, summary, f, [there for here, there in digest.also if here == f.locator])
                    for f in digest.sentences
                ],
                "omitted": digest.omitted,
            }
        )
    return {
        "report": report_json(report, country),
        "brief": _brief_json(report, summary),
        "running": summary.running,
        "sections": sections,
        "referred": list(summary.referred),
        "elsewhere": elsewhere_json(elsewhere),
    }
