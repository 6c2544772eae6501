"""Sections of a report: their names, those of a name that it has not, and the report cut down to some of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hrreport.errors import NotFoundError
from hrreport.model.finding import Analysis
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section


def section_names(section: Section) -> Iterator[str]:
    """Yield what a section may be called, as slugs."""
    _, below, name = section.id.rpartition("/")
    if below:
        yield name
    yield from filter(None, map(slug, (section.heading, section.title, section.as_printed)))


def no_section(report: Report, text: str) -> NotFoundError:
    """Return the error that a report has no section of that id or name, with the ids of those like it."""
    outline = f"see 'hrreport sections {report.id}'"
    likely = _likely(report, text)
    return NotFoundError(
        f'no section "{text[:60]}" in the report on {report.id}',
        hint=f"did you mean {' or '.join(likely)}? Or {outline}" if likely else outline,
    )


def _likely(report: Report, text: str) -> list[str]:
    """Return ids of the sections whose id or name is spelled like what was typed, or has it in it."""
    if re.fullmatch(r"\d+(\.?[a-z])?", text):  # numbers are all alike
        return []
    import difflib

    name = slug(text.rpartition("/")[2])
    ids = [section.id for section in report.walk()]
    named = {each: section.id for section in report.walk() for each in section_names(section)}
    likely = difflib.get_close_matches(text.lower(), ids)
    likely += [named[near] for near in difflib.get_close_matches(name, named)]
    if len(name) > len("law"):
        likely += [section for each, section in named.items() if name.removesuffix("s") in each]
    return list(dict.fromkeys(likely))[:3]


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

    def cut(sections: tuple[Section, ...]) -> Iterator[Section]:
        for section in sections:
            paragraphs = tuple(p for p in section.paragraphs if (section.id, p.number) in places)
            below = tuple(cut(section.sections))
            if paragraphs or below:
                yield replace(section, paragraphs=paragraphs, sections=below)

    return replace(report, sections=tuple(cut(report.sections)))


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
    return Analysis(analysis.id, findings, tuple(a for a in analysis.assessments if a[0] in sections))
