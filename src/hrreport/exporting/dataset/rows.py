"""Rows of the dataset: reports, topics and texts as rows of its tables, each in the order of the columns."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import subjects
from hrreport.catalogue.stable_ids import report_key, stable_id
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hrreport.model.country import Country
    from hrreport.model.finding import Analysis
    from hrreport.model.holding import Revision
    from hrreport.model.report import Report
    from hrreport.model.topic import TopicEntry

Row = tuple[object, ...]
Rows = dict[str, list[Row]]
"""Rows by the name of their table."""


def report_rows(report: Report, analysis: Analysis, country: Country, words_sha256: str) -> Rows:
    """Return the rows of one report in all tables that hold its text and what was found in it."""
    paragraphs, sentences = _texts(report)
    findings, figures, sources = _findings(report, analysis)
    return {
        "reports": [_report(report, analysis, country, words_sha256)],
        "sections": list(_sections(report, analysis)),
        "paragraphs": paragraphs,
        "sentences": sentences,
        "findings": findings,
        "figures": figures,
        "sources": sources,
        "issues": list(_issues(report, analysis)),
    }


def topic_rows(entries: Iterable[TopicEntry]) -> Rows:
    """Return the rows of the topics, and of the headings that stand for them in each edition."""
    topics: list[Row] = []
    crosswalk: list[Row] = []
    for entry in entries:
        topic = entry.topic
        topics.append((topic.id, topic.name, topic.broader, topic.other_names, entry.words))
        crosswalk += [(topic.id, h.first, h.last, h.section, h.heading, h.label) for h in entry.headings]
    return {"topics": topics, "crosswalk": list(dict.fromkeys(crosswalk))}


def revision_rows(revisions: Iterable[Revision], texts: Mapping[int, Report]) -> Rows:
    """Return the rows of the texts of one report.

    Args:
        revisions: Its texts, oldest first.
        texts: The reports themselves by their numbers, where there are several.
    """
    of_report = tuple(revisions)
    current = next((texts[one.number] for one in of_report if one.current and one.number in texts), None)
    rows: list[Row] = []
    for one in of_report:
        earlier = None if one.current else texts.get(one.number)
        moved, gone = moved_sentences(earlier, current) if earlier and current else ((), ())
        about = (report_key(one.id), one.number, one.current, one.text_hash, one.published, one.paragraphs, one.words)
        rows.append((*about, moved, gone))
    return {"revisions": rows}


def moved_sentences(then: Report, now: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences of an earlier text whose words are now elsewhere, and those that are gone."""
    places: dict[str, list[str]] = {}
    for place, text in _sentences_of(now):
        places.setdefault(text, []).append(stable_id(now.id, place))
    moved: list[str] = []
    gone: list[str] = []
    for place, text in _sentences_of(then):
        old, found = stable_id(then.id, place), places.get(text, [])
        if not found:
            gone.append(old)
        elif old not in found:
            moved += [f"{old} > {new}" for new in found]
    return tuple(moved), tuple(gone)


def _sentences_of(report: Report) -> Iterator[tuple[Locator, str]]:
    for section, paragraph in report.passages():
        for number, text in enumerate(paragraph.sentences, 1):
            yield section.locate(paragraph, number), text


def _report(report: Report, analysis: Analysis, country: Country, words_sha256: str) -> Row:
    published = records.publication(report.id.year, report.published)
    sections = tuple(report.walk())
    return (
        report_key(report.id),
        report.id.country,
        country.name,
        country.alpha3,
        country.region,
        report.id.year,
        report.title,
        published.day,
        published.dated_by or "",
        report.provenance.url,
        report.pdf,
        words_sha256,
        len(sections),
        sum(len(section.paragraphs) for section in sections),
        len(analysis.findings),
        sum(section.words for section in sections),
        report.warnings,
    )


def _sections(report: Report, analysis: Analysis) -> Iterator[Row]:
    assessed = dict(analysis.assessments)
    key = report_key(report.id)
    above = {below.id: section.id for section in report.walk() for below in section.sections}
    for position, section in enumerate(report.walk(), 1):
        found = assessed.get(section.id)
        yield (
            f"{key}/{section.id}",
            key,
            position,
            section.id,
            f"{key}/{above[section.id]}" if section.id in above else "",
            section.level,
            section.label,
            section.heading,
            section.as_printed,
            section.topics,
            found.value if found else "",
            (found.extent or "") if found else "",
            (found.basis or "") if found else "",
        )


def _texts(report: Report) -> tuple[list[Row], list[Row]]:
    """Return the rows of paragraphs and of sentences."""
    key = report_key(report.id)
    paragraphs: list[Row] = []
    sentences: list[Row] = []
    for position, (section, paragraph, topics) in enumerate(subjects(report), 1):
        name = stable_id(report.id, section.locate(paragraph))
        paragraphs.append(
            (
                name,
                key,
                f"{key}/{section.id}",
                position,
                paragraph.number,
                paragraph.topic or "",
                paragraph.form,
                paragraph.text,
                topics,
                tuple(link.url for link in paragraph.links),
                hashlib.sha256(paragraph.text.encode()).hexdigest(),
            )
        )
        sentences += [
            (f"{name}/{number}", name, key, number, start, text)
            for number, (start, text) in enumerate(zip(paragraph.starts, paragraph.sentences, strict=True), 1)
        ]
    return paragraphs, sentences


def _findings(report: Report, analysis: Analysis) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the rows of findings, figures and sources."""
    key = report_key(report.id)
    findings: list[Row] = []
    figures: list[Row] = []
    sources: list[Row] = []
    for f in analysis.findings:
        name = stable_id(report.id, f.locator)
        findings.append((name, key, f.kind.value, f.key, f.strength, f.cues))
        figures += [
            (name, number, key, one.text, one.value, one.value_max, one.bound or "", one.unit, one.what)
            for number, one in enumerate(f.figures, 1)
        ]
        sources += [(name, number, key, one.name, one.type) for number, one in enumerate(f.sources, 1)]
    return findings, figures, sources


def _issues(report: Report, analysis: Analysis) -> Iterator[Row]:
    for number, issue in enumerate(analysis.issues, 1):
        yield (
            report_key(report.id),
            number,
            stable_id(report.id, issue.locator),
            issue.text,
            tuple(stable_id(report.id, Locator(section)) for section in issue.sections),
            tuple(stable_id(report.id, place) for place in issue.evidence),
        )
