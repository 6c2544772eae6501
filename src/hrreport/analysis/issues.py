"""The issues that the executive summary lists, and what in the body supports them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache, partial
from math import log
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.executive_summary import (
    clean_item,
    is_summary,
    lists_issues,
    opens_list,
    split_items,
    summary_sentences,
)
from hrreport.analysis.sentence_words import read_words, subject_words
from hrreport.catalogue.paragraph_topics import labeled_paragraphs
from hrreport.model.finding import Issue, Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hrreport.model.finding import Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section

Labels = dict[tuple[str, int | None], str]
"""The run-in label of each paragraph, by section id and number."""
_OWN, _ABOVE, _TOPIC = 3.0, 1.8, 1.2
"""How well a section fits whose heading, a heading above it, or a run-in label names the subject."""


class Subject(NamedTuple):
    """A subject of issues: how items, headings, and sentences of the body speak of it."""

    item: re.Pattern[str]
    unless: re.Pattern[str] | None
    headings: tuple[re.Pattern[str], ...]
    """Best first."""
    words: re.Pattern[str]


@cache
def _subjects() -> tuple[Subject, ...]:
    pattern = partial(re.compile, flags=re.IGNORECASE)
    return tuple(
        Subject(
            pattern(r["item"]),
            pattern(r["unless"]) if r["unless"] else None,
            tuple(map(pattern, r["headings"].split(";"))),
            pattern(rf"\b(?:{r['words']})"),
        )
        for r in tables.rows("vocabulary/issues.csv")
    )


@lru_cache(maxsize=512)
def subjects_of(item: str) -> tuple[Subject, ...]:
    """Return the subjects of an item, in the order in which it names them."""
    named = [(found.start(), s) for s in _subjects() if (found := s.item.search(item))]
    return tuple(s for _, s in sorted(named, key=lambda pair: pair[0]) if not (s.unless and s.unless.search(item)))


@lru_cache(maxsize=512)
def subject_places(item: str) -> tuple[int, ...]:
    """Return every subject that an item touches, as places in the table of subjects; those named alike have one."""
    items = [subject.item for subject in _subjects()]
    return tuple(dict.fromkeys(items.index(pattern) for pattern in items if pattern.search(item)))


def _fit(subject: Subject, section: Section, above: str) -> float:
    """Return how well a section's headings and labels fit a subject; 0 where they do not."""
    for rank, heading in enumerate(subject.headings):
        less = 0.3 * rank
        if heading.search(section.heading):
            return _OWN - less
        if any(heading.search(part) for part in above.split(" / ")):
            return _ABOVE - less
        if any(p.topic and heading.search(p.topic) for p in section.paragraphs):
            return _TOPIC - less
    return 0.0


def _sections_of(item: str, body: Sequence[Section], above: Mapping[str, str]) -> tuple[str, ...]:
    """Return ids of the sections whose headings treat an item, best first."""
    words = subject_words(item)

    def score(section: Section) -> float:
        if not subjects_of(item):
            return len(words.intersection(read_words(section.heading.lower()).stems)) / max(1, len(words))
        fits = (_fit(s, section, above[section.id]) - 0.5 * rank for rank, s in enumerate(subjects_of(item)))
        return max(fits)

    scored = {section.id: score(section) for section in body}
    return tuple(sorted((i for i in scored if scored[i] > 0), key=lambda i: -scored[i]))


def _sections_on(item: str, findings: Sequence[Finding]) -> list[str]:
    """Return ids of the sections that tell of an item that no heading names, those that tell most first."""
    subjects = subjects_of(item)[:1]
    telling = Counter(
        f.locator.section for f in findings if f.kind is Kind.ABUSE and any(s.words.search(f.text) for s in subjects)
    )
    return [section for section, _ in telling.most_common()]


def _named_sections(item: str, report: Report, order: Sequence[str]) -> frozenset[str]:
    """Return ids of the sections whose headings name the subjects of an item, by the best words for each.

    What is below such a heading is named by it too, where its own heading has no topic.
    """
    subjects = subjects_of(item)
    if not subjects:
        return frozenset(order)
    named: set[str] = set()
    for subject in subjects:
        by_rank = ([s for s in report.walk() if heading.search(s.heading)] for heading in subject.headings)
        for section in next(filter(None, by_rank), []):
            named.update(_without_topics_below(section))
    return frozenset(named)


def _without_topics_below(section: Section) -> Iterator[str]:
    yield section.id
    for below in section.sections:
        if not below.topics:
            yield from _without_topics_below(below)


def _evidence(
    item: str, findings: Sequence[Finding], order: Sequence[str], named: Collection[str], labels: Labels
) -> list[Finding]:
    """Return the sentences that support an item, the strongest first.

    Under a heading or label that names its subject, all on abuses do; elsewhere, only those that speak of it.
    """
    words = subject_words(item)
    subjects = subjects_of(item)
    place = {section: rank for rank, section in enumerate(order)}

    def labeled(finding: Finding) -> bool:
        label = finding.topic or labels.get((finding.locator.section, finding.locator.paragraph), "")
        return bool(label) and any(h.search(label) for s in subjects for h in s.headings[:1])

    abuses = [f for f in findings if f.locator.section in place and f.kind is Kind.ABUSE]
    naming = {f.locator for f in abuses if any(s.words.search(f.text) for s in subjects)}
    supporting = [f for f in abuses if f.locator.section in named or f.locator in naming or labeled(f)]
    rare = log(len(supporting) / max(1, len(naming))) if supporting else 0.0

    def score(finding: Finding) -> float:
        shared = len(words & subject_words(finding.text)) / max(1, len(words))
        named_there = (0.3 + 0.5 * max(0.0, rare - 1.0)) * (finding.locator in naming)
        return shared + named_there + 0.8 * finding.key + 0.3 * labeled(finding) - 0.15 * place[finding.locator.section]

    return sorted(supporting, key=lambda f: -score(f))


def _body(report: Report) -> list[Section]:
    """Return the sections of the body that have a text of their own."""
    return [s for s in report.walk() if s.paragraphs and not is_summary(s)]


def _items(report: Report) -> list[tuple[Locator, str]]:
    """Return every item that the executive summary lists, with the sentence that lists it."""
    items: list[tuple[Locator, str]] = []
    opened = in_list = False
    for locator, sentence, listed in summary_sentences(report):
        opened = opened and (listed or not in_list)  # a list that is printed as one ends with its items
        in_list = listed
        if lists_issues(sentence):
            named = split_items(sentence)
            items += [(locator, item) for item in named]
            opened = not named and opens_list(sentence)
        elif opened and (locator.sentence or 1) == 1:
            items.append((locator, clean_item(sentence)))
    return items


class Item(NamedTuple):
    """An item of the executive summary's list, with the sections whose headings treat it."""

    text: str
    locator: Locator
    sections: tuple[str, ...]
    """Ids, best first."""


def find_items(report: Report) -> tuple[Item, ...]:
    """Return every item that the executive summary lists."""
    body = _body(report)
    above = {s.id: " / ".join(p.heading for p in report.path(s.id)[:-1]) for s in body}
    return tuple(Item(item, at, _sections_of(item, body, above)) for at, item in _items(report))


def listed_sections(items: Sequence[Item]) -> frozenset[str]:
    """Return ids of the sections of the body that the items speak of."""
    return frozenset(section for item in items for section in item.sections)


def find_issues(report: Report, items: Sequence[Item], findings: Sequence[Finding]) -> tuple[Issue, ...]:
    """Return the issues that the executive summary lists, with sections and sentences that support them.

    Where no sentence does, the sections are those whose headings name the subject.
    """
    body = _body(report)
    ids = {section.id for section in body}
    labels: Labels = {(s.id, p.number): label for s in body for p, label, _ in labeled_paragraphs(s)}
    issues: list[Issue] = []
    for item in items:
        order: Sequence[str] = item.sections
        named = _named_sections(item.text, report, order)
        evidence = _evidence(item.text, findings, order, named, labels)
        if not evidence:
            order = _sections_on(item.text, [f for f in findings if f.locator.section in ids])
            evidence = _evidence(item.text, findings, order, (), labels)
        supported = {f.locator.section for f in evidence} or named
        sections = tuple(s for s in (order if evidence else item.sections) if s in supported)
        issues.append(Issue(item.text, item.locator, sections, tuple(f.locator for f in evidence)))
    return tuple(issues)
