"""Completion in the shell: countries, years, topics, sections and citation styles.

What is typed is taken as it is; the commands say what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport import tables
from hrreport.catalogue import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from click.shell_completion import CompletionItem


class CompletionWords(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """Text for which the shell proposes words; of several with commas between them, the last is completed."""

    name = "text"

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Yield each word that may be meant, and what it stands for; `ctx` has what was typed before it."""
        raise NotImplementedError

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


class CountryType(CompletionWords):
    """Countries, by State's own names for them."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield every country."""
        return ((country.slug, country.name) for country in records.countries())


class YearType(CompletionWords):
    """Years that have an edition, the newest first."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield every edition that is known."""
        return ((str(edition.year), "") for edition in reversed(records.editions()))


class TopicType(CompletionWords):
    """Topics."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield every topic."""
        return ((topic.id, topic.name) for topic in records.topics())


class SectionType(CompletionWords):
    """Sections, of the outline of the year that was typed or else of the two newest."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Yield every section that the outline has."""
        typed = {str(ctx.params.get(name)) for name in ("year", "old", "new")}
        newest = [edition.year for edition in records.editions()[:-3:-1]]
        years = [int(year) for year in typed if year.isdecimal()] or newest
        return dict(section for year in years for section in _sections(year)).items()


class StyleType(CompletionWords):
    """Citation styles."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield every style."""
        from hrreport.citing.styles import STYLES

        return ((name, "") for name in STYLES)


class ReportType(CompletionWords):
    """Countries and years, mixed."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Yield every country, then every edition."""
        return (*COUNTRY.words(ctx), *YEAR.words(ctx))


class AnswerType(CompletionWords):
    """Answers that have a schema."""

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield the name of each."""
        from hrreport.exporting.schema import schema_names

        return ((name, "") for name in schema_names())


class AmongType(CompletionWords):
    """One of a few words."""

    def __init__(self, *among: str) -> None:
        """Use `words`."""
        self._among = among

    def words(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  as `CompletionWords` has it
        """Yield each."""
        return ((word, "") for word in self._among)


def _sections(year: int) -> Iterator[tuple[str, str]]:
    """Yield id and title of the sections of a year's outline."""
    from hrreport.text.slugs import slug

    name = next((edition.outline for edition in records.editions() if edition.year == year), "")
    for heading in tables.table(f"outlines/{name}.toml")["heading"] if name else ():
        place, title = heading["place"], heading["title"]
        yield f"{place}{slug(title)}" if place.endswith("/") else place, title


COUNTRY, YEAR, TOPIC, SECTION, STYLE, REPORT, ANSWER = (
    CountryType(),
    YearType(),
    TopicType(),
    SectionType(),
    StyleType(),
    ReportType(),
    AnswerType(),
)
TYPES: dict[str, CompletionWords] = {
    "COUNTRY": COUNTRY,
    "YEAR": YEAR,
    "YEARS": YEAR,
    "TOPIC": TOPIC,
    "ID": SECTION,
    "STYLE": STYLE,
}
"""What the shell proposes for a value, by what the help calls it."""
