"""The public form: the JSON contract, version 1.

Fields may be added, never renamed. Every function returns a dictionary of plain values; the
schema of each is in ``data/schema``. `country` is the country's name as shown to readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.catalogue import records
from hrreport.codec.catalogue import elsewhere_json
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Assessment, Figure, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Paragraph, Report, Section
    from hrreport.model.retrieval import Provenance

Json = dict[str, Any]


def provenance_json(provenance: Provenance) -> Json:
    """Return where a page came from, with empty facts left out."""
    return {
        "url": provenance.url,
        "requested_url": provenance.requested_url,
        "origin": provenance.origin,
        "retrieved_at": provenance.retrieved_at.isoformat(),
        "sha256": provenance.sha256,
        **{
            name: value
            for name in ("captured_at", "publisher", "etag", "last_modified")
            if (value := getattr(provenance, name))
        },
    }


def page_json(report: Report, place: Locator) -> Json:
    """Return the pages of the official PDF that a place is on; nothing where they are not known."""
    pages = report.pages(place)
    if pages is None:
        return {}
    address = {"page_url": f"{report.pdf_address}#page={pages.sheet}"} if report.pdf_address else {}
    return {"page": pages.first, "last_page": pages.last, **address}


def pdf_json(pdf: OfficialPdf) -> Json:
    """Return where the official PDF is from, and the words in which it differs from the page."""
    return {
        **provenance_json(pdf.provenance),
        "pages": len(pdf.numbers),
        "paragraphs": len(pdf.places),
        "differences": [
            {
                "section": each.section or None,
                "paragraph": each.paragraph,
                "page_words": each.page_words,
                "pdf_words": each.pdf_words,
                "pdf_page": pdf.numbers[each.sheet - 1] if each.sheet else None,
            }
            for each in pdf.differences
        ],
    }


def published_json(year: int, printed: str) -> Json:
    """Return when a report was published, and whether its page or the release of its edition says so.

    >>> published_json(2023, "")
    {'published': '2024-04-22', 'published_from': 'edition'}
    """
    publication = records.publication(year, printed)
    return {"published": publication.day, "published_from": publication.dated_by}


def report_json(report: Report, country: str) -> Json:
    """Return R of the contract: which report this is, and where it came from."""
    source = report.provenance
    head: Json = {
        "country": report.id.country,
        "name": country,
        "year": report.id.year,
        "title": report.title,
        **published_json(report.id.year, report.published),
        "pdf": report.pdf or None,
        "url": source.url,
        "origin": source.origin,
        "retrieved_at": source.retrieved_at.isoformat(),
        "sha256": source.sha256,
        "warnings": notices(report),
    }
    if source.captured_at:
        head["captured_at"] = source.captured_at
    if source.publisher:
        head["publisher"] = source.publisher
    if report.printed:
        head["pdf_copy"] = pdf_json(report.printed)
    if report.parts:
        head["parts"] = [{"id": p.id, "name": p.name, **provenance_json(p.provenance)} for p in report.parts]
    return head


def assessment_json(assessment: Assessment | None) -> Json:
    """Return an assessment; without one its fields are null."""
    if assessment is None:
        return {"assessment": None, "extent": None, "basis": None}
    return {"assessment": assessment.value, "extent": assessment.extent, "basis": assessment.basis}


def guess_json(named: Section | Paragraph) -> Json | None:
    """Return what the topics of a heading or label are guessed by and how sure they are; ``None`` for known ones."""
    return {"by": named.guess.by, "sure": named.guess.sure} if named.guess else None


def sections_json(report: Report, analysis: Analysis | None, country: str) -> Json:
    """Return the outline: every section in the order of the page, with its path of headings."""

    def rows(sections: Iterable[Section], above: list[str]) -> list[Json]:
        found: list[Json] = []
        for section in sections:
            path = [*above, section.title]
            assessment = analysis.assessment(section.id) if analysis else None
            row = {"id": section.id, "label": section.label, "heading": section.heading, "level": section.level}
            found.append(
                {
                    **row,
                    "path": path,
                    **assessment_json(assessment),
                    "paragraphs": len(section.paragraphs),
                    "words": section.words,
                    "topics": [p.topic for p in section.paragraphs if p.topic],
                    "subjects": list(section.topics),
                    "guess": guess_json(section),
                    "label_guesses": [
                        {"paragraph": p.number, "label": p.topic, "subjects": list(p.topics), **(guess_json(p) or {})}
                        for p in section.paragraphs
                        if p.guess
                    ],
                }
            )
            found += rows(section.sections, path)
        return found

    return {"report": report_json(report, country), "sections": rows(report.sections, [])}


def figure_json(figure: Figure) -> Json:
    """Return one figure."""
    return {
        "text": figure.text,
        "value": figure.value,
        "value_max": figure.value_max,
        "bound": figure.bound,
        "unit": figure.unit,
        "what": figure.what,
    }


def finding_id(finding: Finding) -> str:
    """Return the public id of a finding: ``1.c-p4-s2``."""
    place = finding.locator
    return f"{place.anchor}-p{place.paragraph}-s{place.sentence}"


def locator_json(place: Locator) -> Json:
    """Return the place of a sentence: section, paragraph and sentence."""
    return {"section": place.section, "paragraph": place.paragraph, "sentence": place.sentence}


def finding_json(finding: Finding, citation: str | None = None) -> Json:
    """Return one finding; `citation` is given as a string already made."""
    place = finding.locator
    return {
        "id": finding_id(finding),
        **locator_json(place),
        "topic": finding.topic,
        "kind": finding.kind.value,
        "key": finding.key,
        "text": finding.text,
        "strength": list(finding.strength),
        "sources": [{"name": s.name, "type": s.type} for s in finding.sources],
        "figures": [figure_json(f) for f in finding.figures],
        "citation": citation,
    }


def findings_json(
    report: Report,
    findings: Iterable[Finding],
    country: str,
    *,
    cite: Callable[[Locator], str] | None = None,
    explain: bool = False,
    elsewhere: Elsewhere | None = None,
) -> Json:
    """Return findings in the order given.

    Args:
        cite: Makes the citation of a place; without it the locator itself stands there.
        explain: Whether each finding names the cues that decided its kind.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    rows = []
    for finding in findings:
        row = finding_json(finding, cite(finding.locator) if cite else report.pinpoint(finding.locator))
        row |= page_json(report, finding.locator)
        if explain:
            row["cues"] = list(finding.cues)
        rows.append(row)
    return {"report": report_json(report, country), "findings": rows, "elsewhere": elsewhere_json(elsewhere)}


def place_json(report: Report, place: Locator) -> Json:
    """Return a sentence of a report with its place."""
    return {
        **locator_json(place),
        "text": report.text_at(place),
        **page_json(report, place),
    }


def issues_json(
    report: Report, analysis: Analysis, country: str, *, cite: Callable[[Locator], str] | None = None
) -> Json:
    """Return the executive summary's issues; an issue without evidence has empty lists.

    Args:
        cite: Makes the citation of a place; without it the locator itself stands there.
    """

    def cited(place: Locator) -> Json:
        return {**place_json(report, place), "citation": cite(place) if cite else report.pinpoint(place)}

    return {
        "report": report_json(report, country),
        "issues": [
            {
                "issue": issue.text,
                "listed": cited(issue.locator),
                "sections": list(issue.sections),
                "evidence": [cited(place) for place in issue.evidence],
                "omitted": issue.omitted,
            }
            for issue in analysis.issues
        ],
    }


def paragraph_json(paragraph: Paragraph) -> Json:
    """Return one paragraph in full."""
    return {
        "number": paragraph.number,
        "topic": paragraph.topic,
        "form": paragraph.form,
        "text": paragraph.text,
        "sentences": list(paragraph.sentences),
        "links": [{"start": link.start, "end": link.end, "url": link.url} for link in paragraph.links],
    }


def whole_report_json(report: Report, country: str, *, citation: str | None = None) -> Json:
    """Return the whole report: outline and text, with full provenance.

    Args:
        citation: How the report is cited; without it there is no such field.
    """
    outline = sections_json(report, None, country)
    by_id = {section.id: section for section in report.walk()}
    for row in outline["sections"]:
        for name in ("assessment", "extent", "basis"):
            del row[name]
        row["as_printed"] = by_id[row["id"]].as_printed
        section = by_id[row["id"]]
        row["text"] = [{**paragraph_json(p), **page_json(report, section.locate(p))} for p in section.paragraphs]
    cited = {} if citation is None else {"citation": citation}
    return {**outline, **cited, "provenance": provenance_json(report.provenance)}
