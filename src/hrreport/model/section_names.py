"""Names of sections, and the error for a section that a report does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.errors import NotFoundError
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.report import Report, Section

_SHOWN = 60
"""Characters of a text not understood that are repeated to the reader."""
_MANY = 3
"""Suggestions given at most."""
_SHORTEST = 4
"""Letters that a name must have to be looked for inside others."""


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
        f"no section '{text[:_SHOWN]}' in the report on {report.id}",
        hint=f"did you mean {' or '.join(likely)}? Or {outline}" if likely else outline,
    )


def _likely(report: Report, text: str) -> list[str]:
    """Return ids of the sections whose id or name is spelled like what was typed, or holds it."""
    if re.fullmatch(r"\d+(\.?[a-z])?", text):  # numbers are all alike
        return []
    import difflib

    typed, name = text.lower(), slug(text.rpartition("/")[2])
    ids = [section.id for section in report.walk()]
    named = {each: section.id for section in report.walk() for each in section_names(section)}
    likely = difflib.get_close_matches(typed, ids, n=_MANY)
    likely += [named[near] for near in difflib.get_close_matches(name, named, n=_MANY)]
    if len(name) >= _SHORTEST:
        likely += [section for each, section in named.items() if name.removesuffix("s") in each]
    return list(dict.fromkeys(likely))[:_MANY]
