"""Rows of answers: stored texts with their ids and pinpoints, verdicts, and what must be known of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.catalogue import records
from hrreport.catalogue.stable_ids import report_key, stable_id
from hrreport.codec.contract import published_json
from hrreport.mcp.paging import pieces
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change import TopicChange
    from hrreport.model.checked import CheckedQuotation
    from hrreport.model.finding import Issue
    from hrreport.model.hit import Hit
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report

    Row = dict[str, Any]

_MOST_NOTICES = 8
_LONGEST_NOTICE = 300
PLACES = 10
"""Places of a quotation that are described."""
_EVIDENCE = 12
"""Sentences that support an issue that are given in full."""


def brief_note(note: str) -> str:
    """Return a note, cut where it is very long."""
    return note if len(note) <= _LONGEST_NOTICE else f"{note[:_LONGEST_NOTICE]} ..."


def report_heads(reports: Iterable[Report]) -> Row:
    """Return what must be known of each report: address, hash, notices."""
    names = records.country_names()
    found: Row = {}
    for report in reports:
        all_notices = notices(report)
        source = report.provenance
        found[report_key(report.id)] = {
            "country": report.id.country,
            "name": names.get(report.id.country, report.id.country),
            "year": report.id.year,
            "title": report.title,
            **published_json(report.id.year, report.published),
            "url": source.url,
            "retrieved_at": source.retrieved_at.isoformat(),
            "sha256": source.sha256,
            "notices": [brief_note(notice) for notice in all_notices[:_MOST_NOTICES]],
            "more_notices": max(0, len(all_notices) - _MOST_NOTICES),
        }
    return found


def paragraph_rows(report: Report, section: str, paragraph: Paragraph) -> Iterator[Row]:
    """Yield a paragraph as one row, or as several where it is very long."""
    at = Locator(section, paragraph.number)
    for piece in pieces(paragraph):
        whole = piece.text == paragraph.text
        yield {
            "id": stable_id(report.id, at),
            "pinpoint": report.pinpoint(at),
            "heading": report.section(section).title,
            "label": paragraph.topic or "",
            "text": piece.text,
            **({} if whole else {"sentences": [piece.first, piece.last]}),
        }


def sentence_row(report: Report, place: Locator) -> Row:
    """Return a sentence, or a heading, with its id and pinpoint."""
    text = report.section(place.section).heading if place.paragraph is None else report.text_at(place)
    return {"id": stable_id(report.id, place), "pinpoint": report.pinpoint(place), "text": beginning(text)}


def beginning(text: str) -> str:
    """Return a text, or its beginning where it is longer than a row may be."""
    return next(pieces(Paragraph(1, text))).text


def verdict_row(report: Report, verdict: Verdict) -> Row:
    """Return whether a quotation is there, with the sentences in which it is or which come nearest."""
    found: Row = {
        "quotation": verdict.quotation[:2_000],
        "there": verdict.found,
        "verdict": verdict.judgment,
        "places": [
            {
                "sentences": [sentence_row(report, place) for place in span.locators[:PLACES]],
                "left_out_or_replaced": not span.exact,
                "caveats": [caveat.phrase for caveat in span.caveats],
            }
            for span in verdict.places[:PLACES]
        ],
        "more": max(0, len(verdict.places) - PLACES) + verdict.more,
        "conventions": list(verdict.conventions),
        "nearest": [] if verdict.found else nearest_rows(report, verdict),
    }
    if verdict.quotations:
        found["quotations"] = [
            {"quotation": one.quotation[:500], "there": one.found, "verdict": one.judgment}
            for one in verdict.quotations[:PLACES]
        ]
    return found


def nearest_rows(report: Report, verdict: Verdict) -> list[Row]:
    """Return the sentences that come nearest to a quotation, or to its parts."""
    near = [one for one in (verdict.nearest, *(part.nearest for part in verdict.parts)) if one]
    places = dict.fromkeys(place for one in near for place in one.locators)
    return [sentence_row(report, place) for place in list(places)[:5]]


def issue_row(report: Report, issue: Issue) -> Row:
    """Return an issue with the sentences that support it, the first of them in full."""
    return {
        "issue": issue.text,
        "listed_at": stable_id(report.id, issue.locator),
        "evidence": [sentence_row(report, place) for place in issue.evidence[:_EVIDENCE]],
        "further_evidence": [stable_id(report.id, place) for place in issue.evidence[_EVIDENCE:]],
        "note": "" if issue.evidence else "no sentence of the body was found that supports it",
    }


def change_rows(change: TopicChange, old: Report, new: Report, *, counted: bool) -> Iterator[Row]:
    """Yield what became of each sentence on a topic, or in one row how many sentences had which outcome."""
    head = {"topic": change.id, "name": change.name, "heading": change.status}
    if counted:
        kinds = sorted({pair.kind for pair in change.pairs})
        yield {**head, "sentences": {kind: change.count(kind) for kind in kinds}}
        return
    for pair in change.pairs:
        yield {
            **head,
            "change": pair.kind,
            "old": [sentence_row(old, quote.locator) for quote in pair.old],
            "new": [sentence_row(new, quote.locator) for quote in pair.new],
        }


def hit_row(hit: Hit) -> Row:
    """Return a passage that a search found, or its beginning where it is long."""
    text = beginning(hit.text)
    return {
        "id": stable_id(hit.id, hit.locator),
        "pinpoint": str(hit.locator),
        "heading": hit.headings[-1] if hit.headings else "",
        "label": hit.topic or "",
        "text": text,
        "whole": text == hit.text,
    }


def hit_head(hit: Hit) -> Row:
    """Return what must be known of the report that a hit is in."""
    source = hit.provenance
    return {
        "title": hit.title,
        "url": source.url,
        "retrieved_at": source.retrieved_at.isoformat(),
        "sha256": source.sha256,
    }


def checked_row(number: int, one: CheckedQuotation, report: Report | None) -> Row:
    """Return what became of a quotation of a draft, with what comes nearest where it is not in the report."""
    return {
        "number": number,
        "quotation": one.quotation[:2_000],
        "citation": one.citation[:500],
        "report": report_key(one.report) if one.report else None,
        "verdict": one.verdict,
        "wrong": one.wrong,
        "problems": list(one.problems),
        "place": one.place,
        "right_place": one.right_place,
        "remarks": list(one.remarks),
        "nearest": nearest_rows(report, one.judged) if report and one.judged and not one.judged.found else [],
    }
