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
    from collections.abc import Mapping, Sequence

    from hrreport.model.finding import Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section

_LEAD = re.compile(
    r"^.*?\b(?:included|include|includes|including|were|was|are|following)\b(?:\s+(?:credible\s+)?(?:reports?|allegations?)\s+(?:of|that))?\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(r"^(?:and|or|as well as)\s+", re.IGNORECASE)
_SECTIONS = 4
_EVIDENCE = 5


class Subject(NamedTuple):
    """A subject of issues: words by which an item is known, and words of the headings that treat it."""

    item: re.Pattern[str]
    headings: re.Pattern[str]


@cache
def _subjects() -> tuple[Subject, ...]:
    return tuple(
        Subject(re.compile(r["item"], re.IGNORECASE), re.compile(r["headings"], re.IGNORECASE))
        for r in facts.rows("vocabulary/issues.csv")
    )


def split_items(sentence: str) -> tuple[str, ...]:
    """Return the items that a sentence of the executive summary lists.

    >>> split_items("Significant human rights issues included credible reports of: torture; and censorship.")
    ('torture', 'censorship')
    """
    head, colon, tail = sentence.partition(":")
    if colon and ";" not in head and len(head) < 220:
        listed = tail
    else:
        found = _LEAD.match(sentence)
        listed = sentence[found.end() :] if found else sentence
    mark = ";" if ";" in listed else ", " if listed.count(",") > 1 else ";"
    parts = [p.strip().rstrip(".").strip() for p in listed.split(mark)]
    return tuple(part for part in (_JOINED.sub("", p) for p in parts) if part)


def _sections_of(item: str, body: Sequence[Section], paths: Mapping[str, str]) -> list[str]:
    """Return ids of the sections that treat an item, best first."""
    scored: dict[str, float] = {}
    matching = [s for s in _subjects() if s.item.search(item)]
    for rank, subject in enumerate(matching):
        for section in body:
            own = subject.headings.search(section.heading)
            above = subject.headings.search(paths[section.id])
            topics = any(p.topic and subject.headings.search(p.topic) for p in section.paragraphs)
            if own or above or topics:
                scored[section.id] = max(
                    scored.get(section.id, 0.0), (3.0 if own else 1.5 if above else 1.0) - rank * 0.1
                )
    if not matching:
        words = {w for w in read_words(item.lower()).stems if len(w) > 3}
        for section in body:
            shared = words & set(read_words(section.heading.lower()).stems)
            if shared:
                scored[section.id] = len(shared) / len(words)
    return sorted(scored, key=lambda i: -scored[i])


def _evidence(item: str, findings: Sequence[Finding], order: Sequence[str]) -> list[Finding]:
    """Return the sentences that bear an item out, best first."""
    words = {w for w in read_words(item.lower()).stems if len(w) > 3}
    place = {section: rank for rank, section in enumerate(order)}

    def score(finding: Finding) -> float:
        shared = len(words & set(read_words(finding.text.lower()).stems)) / max(1, len(words))
        return (
            shared
            + 0.8 * finding.key
            + (0.5 if finding.kind is Kind.ABUSE else 0.0)
            - 0.15 * place[finding.locator.section]
        )

    borne = [f for f in findings if f.locator.section in place and f.kind is Kind.ABUSE]
    return sorted(borne, key=lambda f: -score(f))[:_EVIDENCE]


def _body(report: Report) -> tuple[list[Section], dict[str, str]]:
    """Return the sections of the body that have a text of their own, and the headings above each."""
    body = [s for s in report.walk() if s.paragraphs and not is_summary(s)]
    return body, {s.id: " / ".join(p.heading for p in report.path(s.id)[:-1]) for s in body}


def _items(report: Report) -> list[tuple[Locator, str]]:
    """Return every item that the executive summary lists, with the sentence that lists it."""
    return [
        (locator, item)
        for locator, sentence in summary_sentences(report)
        if says("issues", sentence) and not says("no-issues", sentence)
        for item in split_items(sentence)
    ]


def listed_sections(report: Report) -> frozenset[str]:
    """Return ids of the sections of the body that an issue of the executive summary speaks of."""
    body, above = _body(report)
    return frozenset(section for _, item in _items(report) for section in _sections_of(item, body, above))


def find_issues(report: Report, findings: Sequence[Finding]) -> tuple[Issue, ...]:
    """Return the issues that the executive summary lists, with sections and sentences that bear them out."""
    body, above = _body(report)
    issues: list[Issue] = []
    for locator, item in _items(report):
        sections = _sections_of(item, body, above)
        evidence = _evidence(item, findings, sections)
        borne = {f.locator.section for f in evidence}
        kept = [s for s in sections if s in borne][:_SECTIONS]
        chosen = tuple(f.locator for f in evidence if f.locator.section in kept)
        issues.append(Issue(item, locator, tuple(kept), chosen))
    return tuple(issues)
