"""Many countries at once: the options that name them, and the tables made of what the library has on them."""

from __future__ import annotations

import functools
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hrreport.cli.destination import destination_of
from hrreport.cli.exit_codes import INCOMPLETE
from hrreport.cli.options import GROUPED, REGIONS, several
from hrreport.cli.output import notify
from hrreport.cli.session import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.cli.session import Session
    from hrreport.model.edition_matrix import CountryGroup
    from hrreport.model.gap import MissingReport
    from hrreport.pipeline.context import Context

F = TypeVar("F", bound="Callable[..., Any]")


def group_options(function: F) -> F:
    """Add --all, --region and --group."""
    function = click.option(
        "--group", metavar="FILE", help="The countries of a list, one on each line, as far as they are in the library."
    )(function)
    function = several(
        "--region", "REGION", f"The countries of that region in the library: {', '.join(REGIONS)}.", among=REGIONS
    )(function)
    return click.option("--all", "everything", is_flag=True, help="All countries in the library.")(function)


def group_named(
    session: Session,
    typed: Iterable[str],
    year: int,
    *,
    everything: bool,
    region: tuple[str, ...],
    group: str | None,
    countries: tuple[str, ...] = (),
) -> CountryGroup | None:
    """Return the group that options name; ``None`` where they name none.

    Args:
        session: The run of the program.
        typed: What was typed for COUNTRY.
        year: The edition, or the last of several.
        everything: Whether all countries are meant.
        region: Abbreviations of regions.
        group: A file with a list of countries.
        countries: Names of countries.

    Raises:
        click.UsageError: Countries are named besides, or what goes with countries alone is asked for.
        InputError: A name is not understood, or the file cannot be read.
    """
    if not (everything or region or group or countries):
        return None
    if set(typed) - {GROUPED}:
        raise click.UsageError("--all, --region and --group name the countries: leave out COUNTRY, or them")
    if everything and (region or group or countries):
        raise click.UsageError("--all means every country: leave out the others, or --all")
    if session.settings.refresh:
        raise click.UsageError("--refresh does not go with many countries, which are read from the library")
    from hrreport.inputs.groups import group_of

    return group_of(year, everything=everything, regions=region, file=group, countries=countries)


def library_context(session: Session) -> Context:
    """Return what may be used for tables of many countries: the library, and nothing else.

    Raises:
        NotFoundError: There is no library, or it is empty.
        LibraryError: It cannot be used.
    """
    from hrreport.pipeline.context import Context

    return Context(session.stored_library(), functools.cache(session.fetcher), now, notify, offline=True)


def notify_of_missing(session: Session, gaps: tuple[MissingReport, ...], *, named: bool) -> None:
    """Name on stderr what is missing, unless the answer does so; exit with 1 where it was asked for by name.

    Args:
        session: The run of the program.
        gaps: The reports that are missing.
        named: Whether the countries were named one by one.
    """
    from hrreport.wording.changes import describe_missing_reports

    for line in () if destination_of(session.ctx).is_view else describe_missing_reports(gaps, session.names):
        notify(f"Note: {line}")
    if gaps and (named or any(gap.why != "not-stored" for gap in gaps)):
        session.exit_with(INCOMPLETE)


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that takes how far it is; on a terminal a bar is drawn on stderr, which goes when it is done."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
