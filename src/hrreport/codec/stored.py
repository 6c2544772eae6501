"""The stored form: reports and their PDFs as compact JSON text, and back without loss.

Values become arrays in the order of their fields, since a library holds thousands of them; what
is at its default at the end of an array is left out. `decode_...` undoes `encode_...` exactly.
Analyses are stored so by `hrreport.codec.stored_analyses`. The public form, with names, is `hrreport.codec.contract`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hrreport.codec.provenance import dump, provenance_of, provenance_row, trim
from hrreport.model.country import ReportId
from hrreport.model.official_pdf import OfficialPdf, PdfDifference, PrintedPlace
from hrreport.model.report import Link, Paragraph, Part, Report, Section, TopicGuess

if TYPE_CHECKING:
    from hrreport.model.retrieval import Provenance


# -- reports ---------------------------------------------------------------------------------


def _paragraph_row(p: Paragraph) -> list[Any]:
    links = [[link.start, link.end, link.url] for link in p.links]
    form = None if p.form == "text" else p.form
    return [p.number, p.text, *trim([list(p.starts[1:]), p.topic, list(p.topics), form, links, _guess_row(p.guess)])]


def _paragraph(row: list[Any]) -> Paragraph:
    number, text, *rest = row
    starts, topic, topics, form, links, guess = (*rest, None, None, None, None, None, None)[:6]
    return Paragraph(
        number,
        text,
        (0, *starts) if starts else (0,),
        topic,
        tuple(topics) if topics else (),
        form or "text",
        tuple(Link(*link) for link in links) if links else (),
        TopicGuess(*guess) if guess else None,
    )


def _guess_row(guess: TopicGuess | None) -> list[Any] | None:
    return [guess.by, guess.sure] if guess else None


def _section_row(s: Section) -> list[Any]:
    paragraphs = [_paragraph_row(p) for p in s.paragraphs]
    sections = [_section_row(below) for below in s.sections]
    row = [paragraphs, sections, list(s.topics), s.as_printed, _guess_row(s.guess)]
    return [s.id, s.label, s.heading, s.level, *trim(row)]


def _section(row: list[Any]) -> Section:
    name, label, heading, level, *rest = row
    paragraphs, sections, topics, printed, guess = (*rest, None, None, None, None, None)[:5]
    return Section(
        name,
        label,
        heading,
        level,
        tuple(map(_paragraph, paragraphs or ())),
        tuple(map(_section, sections or ())),
        tuple(topics or ()),
        printed or "",
        TopicGuess(*guess) if guess else None,
    )


def encode_report(report: Report) -> str:
    """Return a report, with its provenance, as JSON text."""
    return dump(
        [
            [report.id.country, report.id.year],
            report.title,
            report.published,
            [_section_row(s) for s in report.sections],
            provenance_row(report.provenance),
            list(report.warnings),
            [[p.id, p.name, provenance_row(p.provenance)] for p in report.parts],
            report.pdf,
        ]
    )


def decode_report(text: str) -> Report:
    """Return the report that was encoded."""
    (country, year), title, published, sections, provenance, warnings, parts, *pdf = json.loads(text)
    return Report(
        ReportId(country, year),
        title,
        published,
        tuple(map(_section, sections)),
        provenance_of(provenance),
        tuple(warnings),
        tuple(Part(name, shown, provenance_of(row)) for name, shown, row in parts),
        *pdf,  # older versions stored none
    )


# -- official PDFs ---------------------------------------------------------------------------


def encode_pdf(pdf: OfficialPdf) -> str:
    """Return what was found in an official PDF as JSON text, without its provenance."""
    places = [[p.section, p.paragraph, p.sheet, *p.breaks] for p in pdf.places]
    differences = [[d.section, d.paragraph, d.page_words, d.pdf_words, d.sheet] for d in pdf.differences]
    return dump([list(pdf.numbers), places, differences])


def decode_pdf(text: str, provenance: Provenance) -> OfficialPdf:
    """Return what was found in an official PDF of that provenance."""
    numbers, places, differences = json.loads(text)
    return OfficialPdf(
        provenance,
        tuple(numbers),
        tuple(PrintedPlace(section, paragraph, sheet, tuple(breaks)) for section, paragraph, sheet, *breaks in places),
        tuple(PdfDifference(*row) for row in differences),
    )
