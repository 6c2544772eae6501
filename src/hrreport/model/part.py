"""A part of a report: some of its paragraphs, under their headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hrreport.model.finding import Analysis, Brief

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section


class Range(NamedTuple):
    """A section, a paragraph, or several that follow each other."""

    locator: Locator
    through: int | None = None
    """The last paragraph of a range that begins at the locator, or ``None``."""

    def __str__(self) -> str:
        return f"{self.locator}–{self.through}" if self.through else str(self.locator)


def covered(report: Report, ranges: Iterable[Range]) -> frozenset[tuple[str, int]]:
    """Return section and number of every paragraph in some places; of a section, those below it included."""
    found: set[tuple[str, int]] = set()
    for place, through in ranges:
        if place.paragraph is None:
            found.update((s.id, p.number) for s in report.section(place.section).walk() for p in s.paragraphs)
        else:
            numbers = range(place.paragraph, (through or place.paragraph) + 1)
            found.update(
                (s.id, p.number) for s, p in report.passages() if s.anchor == place.anchor and p.number in numbers
            )
    return frozenset(found)


def part_of(report: Report, places: Collection[tuple[str, int]]) -> Report:
    """Return a report with nothing but some paragraphs, under their headings."""

    def kept(sections: tuple[Section, ...]) -> Iterator[Section]:
        for section in sections:
            paragraphs = tuple(p for p in section.paragraphs if (section.id, p.number) in places)
            below = tuple(kept(section.sections))
            if paragraphs or below:
                yield replace(section, paragraphs=paragraphs, sections=below)

    return replace(report, sections=tuple(kept(report.sections)))


def section_of(report: Report, place: Range) -> Section:
    """Return the section that a place is, or that its paragraphs stand in, with nothing but them."""
    at = place.locator
    section = report.section(at.section)
    if at.paragraph is None:
        return section
    places = covered(report, [place])
    own = {(section.id, p.number) for p in section.paragraphs}
    widest = section if places <= own else report.section(at.anchor)
    return next(s for s in part_of(replace(report, sections=(widest,)), places).walk() if s.id == widest.id)


def analysis_of(analysis: Analysis, places: Collection[tuple[str, int]]) -> Analysis:
    """Return what was found in some paragraphs; the executive summary's issues and verdict are of the whole alone."""
    findings = tuple(f for f in analysis.findings if (f.locator.section, f.locator.paragraph) in places)
    sections = {f.locator.section for f in findings}
    return Analysis(analysis.id, findings, tuple(a for a in analysis.assessments if a[0] in sections), (), Brief())
