"""The stored form: reports, analyses and provenance as compact JSON text, and back without loss.

Values become arrays in the order of their fields, since a library holds thousands of them; what
is at its default at the end of an array is left out. `decode_...` undoes `encode_...` exactly.
The public form, with names, is `hrreport.codec.contract`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Brief, Figure, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.report import Link, Paragraph, Part, Report, Section, TopicGuess
from hrreport.model.retrieval import Provenance


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _trim(row: list[Any]) -> list[Any]:
    """Drop trailing members that are empty, so that the constructor's defaults stand for them."""
    while row and (row[-1] in ("", None) or row[-1] == []):
        row.pop()
    return row


# -- provenance ------------------------------------------------------------------------------


def _provenance_row(p: Provenance) -> list[Any]:
    when = p.retrieved_at.isoformat()
    head = [p.requested_url, p.url, when, p.origin, p.sha256, p.status, p.media_type]
    return [*head, *_trim([p.encoding, p.etag, p.last_modified, p.captured_at, p.publisher])]


def _provenance(row: list[Any]) -> Provenance:
    return Provenance(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:])


def encode_provenance(provenance: Provenance) -> str:
    """Return a provenance as JSON text."""
    return _dump(_provenance_row(provenance))


def decode_provenance(text: str) -> Provenance:
    """Return the provenance that was encoded."""
    return _provenance(json.loads(text))


# -- reports ---------------------------------------------------------------------------------


def _paragraph_row(p: Paragraph) -> list[Any]:
    links = [[link.start, link.end, link.url] for link in p.links]
    form = None if p.form == "text" else p.form
    return [p.number, p.text, *_trim([list(p.starts[1:]), p.topic, list(p.topics), form, links, _guess_row(p.guess)])]


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
    return [s.id, s.label, s.heading, s.level, *_trim(row)]


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
    return _dump(
        [
            [report.id.country, report.id.year],
            report.title,
            report.published,
            [_section_row(s) for s in report.sections],
            _provenance_row(report.provenance),
            list(report.warnings),
            [[p.id, p.name, _provenance_row(p.provenance)] for p in report.parts],
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
        _provenance(provenance),
        tuple(warnings),
        tuple(Part(name, shown, _provenance(row)) for name, shown, row in parts),
        *pdf,  # older versions stored none
    )


# -- analyses --------------------------------------------------------------------------------


def locator_row(place: Locator) -> list[Any]:
    """Return a place as it is stored."""
    return [place.section, *_trim([place.paragraph, place.sentence])]


Sentences = dict[tuple[str, int], tuple[str, ...]]
"""The sentences of each paragraph of a report, by section id and number."""


def sentences_of(report: Report) -> Sentences:
    """Return the sentences of each paragraph of a report."""
    return {(section.id, p.number): p.sentences for section, p in report.passages()}


def _is_printed(f: Finding, sentences: Sentences) -> bool:
    """Return whether a finding's text is what the report has at its place."""
    place = f.locator
    printed = sentences.get((place.section, place.paragraph or 0), ())
    return place.sentence is not None and f.text in printed[place.sentence - 1 : place.sentence]


def _finding_row(f: Finding, sentences: Sentences) -> list[Any]:
    sources = [[s.name, s.type] for s in f.sources]
    figures = [[x.text, x.value, x.value_max, x.unit, x.what, *_trim([x.bound])] for x in f.figures]
    text = 0 if _is_printed(f, sentences) else f.text
    head = [locator_row(f.locator), text, f.topic, f.kind.value, f.key]
    return [*head, *_trim([list(f.strength), sources, figures, list(f.cues)])]


def finding_of(row: list[Any], sentences: Sentences) -> Finding:
    """Return a stored finding of a report with these sentences."""
    place, text, topic, kind, key, *rest = row
    if text == 0:
        text = sentences[place[0], place[1]][place[2] - 1]
    strength, sources, figures, cues = (*rest, None, None, None, None)[:4]
    return Finding(
        Locator(*place),
        text,
        topic,
        Kind(kind),
        key,
        tuple(strength or ()),
        tuple(Source(*s) for s in sources or ()),
        tuple(Figure(*f) for f in figures or ()),
        tuple(cues or ()),
    )


def encode_analysis(analysis: Analysis, report: Report) -> str:
    """Return an analysis as JSON text, without the sentences that its report has at the places named."""
    from hrreport.codec.abstracts import abstract_row

    brief = analysis.brief
    sentences = sentences_of(report)
    return _dump(
        [
            [analysis.id.country, analysis.id.year],
            [_finding_row(f, sentences) for f in analysis.findings],
            [[name, a.value, *_trim([a.extent, a.basis])] for name, a in analysis.assessments],
            [
                [i.text, locator_row(i.locator), list(i.sections), [locator_row(e) for e in i.evidence]]
                for i in analysis.issues
            ],
            [
                brief.change and locator_row(brief.change),
                [locator_row(place) for place in brief.issues],
                [locator_row(place) for place in brief.accountability],
            ],
            *([abstract_row(analysis.abstract, analysis)] if analysis.abstract else ()),
        ]
    )


def assessments_of(rows: list[Any]) -> tuple[tuple[str, Assessment], ...]:
    """Return stored assessments."""
    return tuple((name, Assessment(*rest)) for name, *rest in rows)


def issues_of(rows: list[Any]) -> tuple[Issue, ...]:
    """Return stored issues."""
    return tuple(
        Issue(said, Locator(*place), tuple(sections), tuple(Locator(*e) for e in evidence))
        for said, place, sections, evidence in rows
    )


def brief_of(row: list[Any]) -> Brief:
    """Return a stored verdict in brief."""
    change, listed, accountability = row
    return Brief(
        Locator(*change) if change else None,
        tuple(Locator(*place) for place in listed),
        tuple(Locator(*place) for place in accountability),
    )


def decode_analysis(text: str, report: Report) -> Analysis:
    """Return the analysis that was encoded, of the same report."""
    sentences = sentences_of(report)
    (country, year), findings, assessments, issues, brief, *abstract = json.loads(text)
    found = Analysis(
        ReportId(country, year),
        tuple(finding_of(row, sentences) for row in findings),
        assessments_of(assessments),
        issues_of(issues),
        brief_of(brief),
    )
    if not abstract:
        return found
    from hrreport.codec.abstracts import abstract_of

    return replace(found, abstract=abstract_of(abstract[0], found, report))
