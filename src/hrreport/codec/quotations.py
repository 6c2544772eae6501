"""The public form of verdicts on quotations; part of the JSON contract, version 1.

Fields may be added, never renamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import locator_json, page_json, report_json
from hrreport.wording.verdicts import describe_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrreport.codec.contract import Json
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Caveat, LibraryVerdict, Nearest, QuotedSpan, Verdict
    from hrreport.model.report import Report

    Cite = Callable[[Report, Locator], str]


def _caveat(caveat: Caveat) -> Json:
    return {"phrase": caveat.phrase, "kind": caveat.kind, "place": caveat.place, **locator_json(caveat.locator)}


def _place(report: Report, place: QuotedSpan, cite: Cite) -> Json:
    first = place.locators[0]
    return {
        "locators": [locator_json(locator) for locator in place.locators],
        "path": [section.title for section in report.path(first.section)],
        "text": place.text,
        "sentences": place.sentences,
        "stretches": [{"role": stretch.role, "text": stretch.text} for stretch in place.stretches],
        "gaps": [{"words": gap.words, "text": gap.text, "crosses": gap.crosses} for gap in place.gaps],
        "alterations": [
            {"kind": a.kind, "quoted": a.quoted, "printed": a.printed, "crosses": a.crosses} for a in place.alterations
        ],
        "caveats": [_caveat(caveat) for caveat in place.caveats],
        "quotation_marks_differ": place.marks_differ,
        "citation": cite(report, first),
        **page_json(report, first),
    }


def _nearest(report: Report, nearest: Nearest) -> Json:
    return {
        "locators": [locator_json(locator) for locator in nearest.locators],
        "path": [section.title for section in report.path(nearest.locators[0].section)],
        "text": nearest.text,
        "likeness": round(nearest.likeness, 4),
        "only": nearest.only or None,
        "close": nearest.close,
        "words": [{"mark": word.mark, "quoted": word.quoted, "printed": word.printed} for word in nearest.words],
    }


def _verdict(report: Report, verdict: Verdict, cite: Cite) -> Json:
    return {
        "quotation": verdict.quotation,
        "found": verdict.found,
        "verdict": verdict.judgment,
        "outcome": describe_verdict(verdict),
        "conventions": list(verdict.conventions),
        "places": [_place(report, place, cite) for place in verdict.places],
        "more": verdict.more,
        "nearest": _nearest(report, verdict.nearest) if verdict.nearest else None,
        "scattered": verdict.scattered,
        "parts": [_verdict(report, part, cite) for part in verdict.parts],
        "quotations": [_verdict(report, each, cite) for each in verdict.quotations],
    }


def verdict_json(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> Json:
    """Return whether a quotation stands in a report, and where, or what comes nearest to it.

    Args:
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    return {"report": report_json(report, country), **_verdict(report, verdict, cite)}


def sightings_json(sightings: LibraryVerdict, names: Mapping[str, str], *, cite: Cite) -> Json:
    """Return in which of the stored reports a quotation stands, or the one that comes nearest to it.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    return {
        "quotation": sightings.quotation,
        "reports": sightings.reports,
        "found": sightings.found,
        "verdict": sightings.judgment,
        "verdicts": [
            verdict_json(report, verdict, names.get(report.id.country, report.id.country), cite=cite)
            for report, verdict in sightings.verdicts
        ],
        "others": [{"country": one.country, "year": one.year} for one in sightings.others],
    }
