"""Places: from what a person types to a section, a paragraph or a sentence of one report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.errors import InputError, NotFoundError
from hrreport.model.locator import Locator
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.report import Report, Section

_SHOWN = 60
"""Characters of a text not understood that are repeated to the reader."""
_MANY = 3
"""Suggestions given at most."""
_SHORTEST = 4
"""Letters that a name must have to be looked for inside others."""


def find_place(report: Report, typed: str) -> Locator:
    """Return the place of a report that a person means, with the very section that it stands in.

    Understood are all forms of `Locator.parse` ("1.C", "§ 1.c ¶ 3", "Section 6", "6/Women"), and, where
    one section only bears it, a heading or the last part of an id ("women", "Internet Freedom").

    Raises:
        InputError: Nothing was typed, or several sections bear the name; the message lists them.
        NotFoundError: The report has no such section, paragraph or sentence; the hint names the likely ones.
    """
    words = fold(typed)
    if not words:
        raise InputError("no section was named", hint=f"see 'hrreport sections {report.id}'")
    place = _parsed(words)
    if any(section.id == place.section for section in report.walk()):
        return report.resolve(place)
    wanted = slug(place.section)
    found = [section.id for section in report.walk() if wanted and wanted in _names(section)]
    if not found:
        raise no_section(report, place.section)
    if len(found) > 1:
        raise InputError(
            f"'{place.section}' can mean {len(found)} sections of the report on {report.id}: {', '.join(found)}",
            hint="name one of them by its id",
        )
    return report.resolve(Locator(found[0], place.paragraph, place.sentence))


def no_section(report: Report, wanted: str) -> NotFoundError:
    """Return the error that a report has no section of that id or name, with the ids of those like it."""
    outline = f"see 'hrreport sections {report.id}'"
    likely = _likely(report, wanted)
    return NotFoundError(
        f"no section '{wanted[:_SHOWN]}' in the report on {report.id}",
        hint=f"did you mean {' or '.join(likely)}? Or {outline}" if likely else outline,
    )


def _parsed(words: str) -> Locator:
    """Return a place as `Locator.parse` does; words that it does not understand are taken for a heading."""
    try:
        return Locator.parse(words)
    except InputError:
        heading, _, counted = words.partition("¶")
        paragraph = counted.strip()
        known = paragraph.isascii() and paragraph.isdigit()
        return Locator(heading.strip(), int(paragraph)) if known else Locator(words)


def _names(section: Section) -> Iterator[str]:
    """Yield what a section may be called, as slugs."""
    _, below, name = section.id.rpartition("/")
    if below:
        yield name
    yield from filter(None, map(slug, (section.heading, section.title, section.as_printed)))


def _likely(report: Report, wanted: str) -> list[str]:
    """Return ids of the sections whose id or name is spelled like what was typed, or holds it."""
    if re.fullmatch(r"\d+(\.?[a-z])?", wanted):  # numbers are all alike
        return []
    import difflib

    typed, name = wanted.lower(), slug(wanted.rpartition("/")[2])
    ids = [section.id for section in report.walk()]
    named = {each: section.id for section in report.walk() for each in _names(section)}
    likely = difflib.get_close_matches(typed, ids, n=_MANY)
    likely += [named[near] for near in difflib.get_close_matches(name, named, n=_MANY)]
    if len(name) >= _SHORTEST:
        likely += [section for each, section in named.items() if name.removesuffix("s") in each]
    return list(dict.fromkeys(likely))[:_MANY]
