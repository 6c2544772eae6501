"""The public form, the JSON contract, version 1: what several answers have in common, findings, and issues.

Here and in the modules that build on this one, fields may be added, never renamed. Every function returns a dictionary
of plain values; the schema of each answer is in ``data/schema``. `country` is the country's name as shown to readers,
`names` are such names by slug; `cite` makes the citation of a place, which without it is only named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.catalogue import records
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.country import ReportId
    from hrreport.model.elsewhere import Elsewhere, Mention
    from hrreport.model.finding import Analysis, Assessment, Figure, Finding, Source
    from hrreport.model.locator import Locator
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Paragraph, Report
    from hrreport.model.retrieval import Provenance
    from hrreport.wording.changes import Names

Json = dict[str, Any]


# -- reports ---------------------------------------------------------------------------------


def id_json(report_id: ReportId | None) -> Json:
    """Return the country's slug and the year; both null without a report."""
    return {
        "country": report_id.country if report_id else None,
        "year": report_id.year if report_id else None,
    }


def named_id_json(report_id: ReportId, names: Names) -> Json:
    """Return the country's slug and name, and the year."""
    slug = report_id.country
    return {"country": slug, "name": names.get(slug, slug), "year": report_id.year}


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


def source_json(provenance: Provenance) -> Json:
    """Return the facts of a provenance that stand beside every report."""
    return {
        "url": provenance.url,
        "origin": provenance.origin,
        "retrieved_at": provenance.retrieved_at.isoformat(),
        "sha256": provenance.sha256,
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
    optional = {
        "captured_at": source.captured_at,
        "publisher": source.publisher,
        "pdf_copy": report.printed and pdf_json(report.printed),
        "parts": [{"id": p.id, "name": p.name, **provenance_json(p.provenance)} for p in report.parts],
    }
    return {
        "country": report.id.country,
        "name": country,
        "year": report.id.year,
        "title": report.title,
        **published_json(report.id.year, report.published),
        "pdf": report.pdf or None,
        **source_json(source),
        "warnings": notices(report),
        **{name: value for name, value in optional.items() if value},
    }


# -- what a report says ----------------------------------------------------------------------


def place_id(place: Locator) -> str:
    """Return the public id of a section, a paragraph or a sentence, which is its anchor in a file, too.

    >>> from hrreport.model.locator import Locator
    >>> place_id(Locator("1.c/prisons", 7, 2)), place_id(Locator("1.c/prisons"))
    ('1.c-p7-s2', '1.c/prisons')
    """
    if place.paragraph is None:
        return place.section
    return f"{place.anchor}-p{place.paragraph}" + (f"-s{place.sentence}" if place.sentence else "")


def locator_json(place: Locator) -> Json:
    """Return the place of a sentence: section, paragraph and sentence."""
    return {"section": place.section, "paragraph": place.paragraph, "sentence": place.sentence}


def place_json(report: Report, place: Locator) -> Json:
    """Return a sentence of a report with its place."""
    return {**locator_json(place), "text": report.text_at(place), **page_json(report, place)}


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


def assessment_json(assessment: Assessment | None) -> Json:
    """Return an assessment; without one its fields are null."""
    if assessment is None:
        return {"assessment": None, "extent": None, "basis": None}
    return {"assessment": assessment.value, "extent": assessment.extent, "basis": assessment.basis}


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


def sources_json(sources: Iterable[Source]) -> list[Json]:
    """Return whom a sentence attributes its information to."""
    return [{"name": source.name, "type": source.type} for source in sources]


def finding_json(finding: Finding, citation: str) -> Json:
    """Return one finding with the citation of its place."""
    return {
        "id": place_id(finding.locator),
        **locator_json(finding.locator),
        "topic": finding.topic,
        "kind": finding.kind.value,
        "key": finding.key,
        "text": finding.text,
        "strength": list(finding.strength),
        "sources": sources_json(finding.sources),
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
        explain: Whether each finding names the cues that decided its kind.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    cite = cite or report.pinpoint
    return {
        "report": report_json(report, country),
        "findings": [
            {
                **finding_json(finding, cite(finding.locator)),
                **page_json(report, finding.locator),
                **({"cues": list(finding.cues)} if explain else {}),
            }
            for finding in findings
        ],
        "elsewhere": elsewhere_json(elsewhere),
    }


def elsewhere_json(elsewhere: Elsewhere | None) -> Json | None:
    """Return the passages that hold words of a topic; ``None`` where no topic was asked for, or a heading is on it."""
    if elsewhere is None:
        return None
    return {
        "topic": elsewhere.topic,
        "name": elsewhere.name,
        "notice": elsewhere.notice,
        "words": list(elsewhere.words),
        "passages": [_mention(mention) for mention in elsewhere.mentions],
    }


def _mention(mention: Mention) -> Json:
    paragraph = mention.paragraph
    return {
        "section": mention.section.id,
        "path": list(mention.path),
        "paragraph": paragraph.number,
        "topic": paragraph.topic,
        "text": paragraph.text,
        "sentences": [{"sentence": n, "text": paragraph.sentences[n - 1]} for n in mention.sentences],
    }


def issues_json(
    report: Report, analysis: Analysis, country: str, *, cite: Callable[[Locator], str] | None = None
) -> Json:
    """Return the executive summary's issues; an issue without evidence has empty lists."""

    def cited(place: Locator) -> Json:
        return {**place_json(report, place), "citation": (cite or report.pinpoint)(place)}

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
