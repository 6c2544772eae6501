"""The public form of verdicts on quotations, and of checked documents; see `hrreport.codec.contract`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.codec.contract import id_json, locator_json, page_json, report_json
from hrreport.wording.checked import describe_finding
from hrreport.wording.verdicts import describe_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrreport.codec.contract import Json
    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import LibraryVerdict, Nearest, QuotedSpan, QuotedWord, Verdict
    from hrreport.model.report import Report
    from hrreport.wording.changes import Names

    Cite = Callable[[Report, Locator], str]


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
        "caveats": [
            {"phrase": c.phrase, "kind": c.kind, "place": c.place, **locator_json(c.locator)} for c in place.caveats
        ],
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
        "words": _words(nearest.words),
    }


def _words(words: Iterable[QuotedWord]) -> list[Json]:
    return [{"mark": word.mark, "quoted": word.quoted, "printed": word.printed} for word in words]


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
    """Return whether a quotation is in a report, and where, or what comes nearest to it."""
    return {"report": report_json(report, country), **_verdict(report, verdict, cite)}


def sightings_json(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> Json:
    """Return in which of the stored reports a quotation is, or the one that comes nearest to it."""
    return {
        "quotation": sightings.quotation,
        "reports": sightings.reports,
        "found": sightings.found,
        "verdict": sightings.judgment,
        "verdicts": [
            verdict_json(report, verdict, names.get(report.id.country, report.id.country), cite=cite)
            for report, verdict in sightings.verdicts
        ],
        "others": [id_json(other) for other in sightings.others],
    }


def checked_json(filings: Sequence[CheckedFiling], names: Names) -> Json:
    """Return what became of a document; of several, each and the counts of all."""
    each = [_filing(filing, names) for filing in filings]
    if len(each) == 1:
        return each[0]
    counts: Counter[str] = Counter()
    for filing in filings:
        counts.update(filing.counts)
    return {"files": each, "counts": dict(counts)}


def _filing(filing: CheckedFiling, names: Names) -> Json:
    findings = [_finding(number, one, filing, names) for number, one in enumerate(filing.findings, start=1)]
    return {"file": filing.name, "findings": findings, "counts": filing.counts}


def _finding(number: int, finding: CheckedQuotation, filing: CheckedFiling, names: Names) -> Json:
    report = filing.reports.get(finding.report) if finding.report else None
    near = finding.judged.nearest if finding.judged else None
    return {
        "n": number,
        "where": finding.where,
        "quotation": finding.quotation or None,
        "citation": finding.citation or None,
        "report": report_json(report, names.get(report.id.country, report.id.country)) if report else None,
        "verdict": None if finding.verdict == "unchecked" else finding.verdict,
        "outcome": describe_finding(finding),
        "problems": list(finding.problems),
        "place": finding.place or None,
        "right_place": finding.right_place or None,
        "nearest": near.text if near else None,
        "differences": _words(_differences(finding.judged)),
        "conventions": list(finding.judged.conventions) if finding.judged else [],
        "remarks": list(finding.remarks),
        "wrong": finding.wrong,
    }


def _differences(verdict: Verdict | None) -> list[QuotedWord]:
    """Return the words in which a quotation differs, those of its stretches among them."""
    if verdict is None:
        return []
    own = verdict.nearest.differences if verdict.nearest and verdict.nearest.close else ()
    return [*own, *(word for part in verdict.parts for word in _differences(part))]
