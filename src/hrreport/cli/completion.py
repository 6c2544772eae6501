"""Completion in the shell: countries, years, topics, sections and citation styles.

What is typed is taken as it is; the commands say what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport import tables
from hrreport.catalogue import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from click.shell_completion import CompletionItem

    Words = Iterable[tuple[str, str]]
    """Each word that may be meant, and what it stands for."""


class CompletionWords(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """Text for which the shell proposes words; of several with commas between them, the last is completed."""

    name = "text"

    def __init__(self, words: Callable[[click.Context], Words]) -> None:
        """Propose the words that a function returns; the context that it takes has what was typed before."""
        self.words = words

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002  click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the words that begin with what is typed."""
        from click.shell_completion import CompletionItem

        before, comma, begun = incomplete.rpartition(",")
        folded = begun.casefold()
        return [
            CompletionItem(before + comma + word, help=help_text or None)
            for word, help_text in self.words(ctx)
            if word.casefold().startswith(folded)
        ]


def _sections(ctx: click.Context) -> Words:
    """Return the sections in the outline of the year that was typed, or else of the two newest."""
    typed = {str(ctx.params.get(name)) for name in ("year", "old", "new")}
    newest = [edition.year for edition in records.editions()[:-3:-1]]
    years = [int(year) for year in typed if year.isdecimal()] or newest
    return dict(section for year in years for section in _outline(year)).items()


def _outline(year: int) -> Iterator[tuple[str, str]]:
    """Yield id and title of the sections of a year's outline."""
    from hrreport.text.slugs import slug

    name = records.outline_name(year)
    for heading in tables.table(f"outlines/{name}.toml")["heading"] if name else ():
        place, title = heading["place"], heading["title"]
        yield f"{place}{slug(title)}" if place.endswith("/") else place, title


def _styles(_: click.Context) -> Words:
    from hrreport.citing.styles import STYLES

    return ((name, "") for name in STYLES)


def _answers(_: click.Context) -> Words:
    """Return the answers that have a schema."""
    from hrreport.exporting.schema import schema_names

    return ((name, "") for name in schema_names())


COUNTRY = CompletionWords(lambda _: ((country.slug, country.name) for country in records.countries()))
YEAR = CompletionWords(lambda _: ((str(edition.year), "") for edition in reversed(records.editions())))
TOPIC = CompletionWords(lambda _: ((topic.id, topic.name) for topic in records.topics()))
SECTION = CompletionWords(_sections)
STYLE = CompletionWords(_styles)
REPORT = CompletionWords(lambda ctx: (*COUNTRY.words(ctx), *YEAR.words(ctx)))
"""Countries and years, mixed."""
ANSWER = CompletionWords(_answers)
TYPES = {"COUNTRY": COUNTRY, "YEAR": YEAR, "YEARS": YEAR, "TOPIC": TOPIC, "ID": SECTION, "STYLE": STYLE}
"""What the shell proposes for a value, by what the help calls it."""
