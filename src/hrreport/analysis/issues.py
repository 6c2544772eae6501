"""The issues that the executive summary lists, and what in the body bears them out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts
from hrreport.analysis.brief import is_summary, says, summary_sentences
from hrreport.analysis.words import read_words
from hrreport.model.finding import Issue, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section

_LEAD = re.compile(
    r"^.*?\b(?:included|include|includes|including|were|was|are|following)\b"
    r"(?:\s+(?:credible\s+)?(?:reports?|allegations?)\s+(?:of|that))?\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(r"^(?:and|or|as well as)\s+", re.IGNORECASE)
_LONG_HEAD = 220
"""A colon further on is not the one before the list."""
_SECTIONS = 4
_EVIDENCE = 5
_OWN, _ALSO = 3.0, 1.0
_SHORT_WORD = 3


class Subject(NamedTuple):
    """A subject of issues: how an item is known, headings that treat it, headings that may."""

    item: re.Pattern[str]
    headings: re.Pattern[str]
    also: re.Pattern[str]


@cache
def _subjects() -> tuple[Subject, ...]:
    return tuple(
        Subject(*(re.compile(row[name], re.IGNORECASE) for name in Subject._fields))
        for row in facts.rows("vocabulary/issues.csv")
    )


def split_items(sentence: str) -> tuple[str, ...]:
    """Return the items that a sentence of the executive summary lists.

    >>> split_items("Significant human rights issues included credible reports of: torture; and censorship.")
    ('torture', 'censorship')
    """
    head, colon, tail = sentence.partition(":")
    if colon and ";" not in head and len(head) < _LONG_HEAD:
        listed = tail
    else:
        found = _LEAD.match(sentence)
        listed = sentence[found.end() :] if found else sentence
    mark = ";" if ";" in listed else ", " if listed.count(",") > 1 else ";"
    parts = [part.strip().rstrip(".").strip() for part in listed.split(mark)]
    return tuple(part for part in (_JOINED.sub("", part) for part in parts) if part)


def _content(text: str) -> set[str]:
    return {word for word in read_words(text.lower()).stems if len(word) > _SHORT_WORD}


def _sections_of(item: str, body: Sequence[Section]) -> list[str]:
    """Return ids of the sections that treat an item, best first."""
    scored: dict[str, float] = {}
    words = _content(item)
    matching = [subject for subject in _subjects() if subject.item.search(item)]
    for section in body:
        headings = (section.heading, *(p.topic for p in section.paragraphs if p.topic))
        shared = len(words & _content(section.heading)) / max(1, len(words))
        score = 0.0 if matching else shared
        for subject in matching:
            if subject.headings.search(section.heading):
                score = max(score, _OWN + shared)
            elif any(map(subject.headings.search, headings)):
                score = max(score, _ALSO + shared)
            elif subject.also.search(section.heading):
                score = max(score, shared + _ALSO / 2)
        if score:
            scored[section.id] = score
    return sorted(scored, key=lambda i: -scored[i])


def _evidence(item: str, findings: Sequence[Finding], order: Sequence[str]) -> list[Finding]:
    """Return the sentences of some sections that bear an item out, best first."""
    words = _content(item)
    place = {section: rank for rank, section in enumerate(order)}

    def score(finding: Finding) -> float:
        shared = len(words & _content(finding.text)) / max(1, len(words))
        return shared + 0.8 * finding.key - 0.25 * place[finding.locator.section]

    borne = [f for f in findings if f.locator.section in place and f.kind is Kind.ABUSE]
    return sorted(borne, key=lambda f: -score(f))[:_EVIDENCE]


def _elsewhere(item: str, findings: Sequence[Finding], body: Sequence[Section]) -> list[str]:
    """Return sections whose abuses speak of an item though their headings do not."""
    ids = {section.id for section in body}
    matching = [subject.item for subject in _subjects() if subject.item.search(item)]
    counted: dict[str, int] = {}
    for f in findings:
        if f.kind is Kind.ABUSE and f.locator.section in ids and any(m.search(f.text) for m in matching):
            counted[f.locator.section] = counted.get(f.locator.section, 0) + 1
    return sorted(counted, key=lambda i: -counted[i])[:_SECTIONS]


def _body(report: Report) -> list[Section]:
    """Return the sections of the body that have a text of their own."""
    return [s for s in report.walk() if s.paragraphs and not is_summary(s)]


def _items(report: Report) -> list[tuple[Locator, str]]:
    """Return every item that the executive summary lists, with the sentence that lists it."""
    return [
        (locator, item)
        for locator, sentence in summary_sentences(report)
        if says("issues", sentence) and not says("no-issues", sentence)
        for item in split_items(sentence)
    ]


def listed_sections(report: Report) -> frozenset[str]:
    """Return ids of the sections of the body that an issue of the executive summary speaks of first."""
    body = _body(report)
    return frozenset(section for _, item in _items(report) for section in _sections_of(item, body)[:2])


def find_issues(report: Report, findings: Sequence[Finding]) -> tuple[Issue, ...]:
    """Return the issues that the executive summary lists, with sections and sentences that bear them out."""
    body = _body(report)
    reported = {f.locator.section for f in findings if f.kind is Kind.ABUSE}
    issues: list[Issue] = []
    for locator, item in _items(report):
        ranked = _sections_of(item, body)
        sections = [s for s in ranked if s in reported][:_SECTIONS] or _elsewhere(item, findings, body)
        evidence = _evidence(item, findings, sections)
        borne = {f.locator.section for f in evidence}
        linked = dict.fromkeys((*ranked[:1], *(s for s in sections if s in borne)))
        issues.append(Issue(item, locator, tuple(linked), tuple(f.locator for f in evidence)))
    return tuple(issues)
