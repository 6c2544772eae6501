"""One run of the program: its settings, the library it opens, the sources it may ask."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from hrreport.cli.destination import destination_of
from hrreport.cli.exit_codes import UNVERIFIED
from hrreport.cli.failures import EXIT_WITH
from hrreport.cli.output import notify
from hrreport.cli.settings import settings_of
from hrreport.errors import FetchError, LibraryError, NotFoundError
from hrreport.inputs import selections
from hrreport.values import dataclass
from hrreport.wording.notices import brief_notices, notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hrreport.cli.settings import ProgramSettings
    from hrreport.fetching.fetcher import Fetcher
    from hrreport.library.library import Library
    from hrreport.model.country import Country, ReportId
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.pipeline.context import Context

F = TypeVar("F", bound="Callable[..., Any]")


def now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


def find_year(typed: str) -> int:
    """Return the year covered that is meant.

    Raises:
        InputError: It is not a year, or cannot have an edition.
    """
    from hrreport.catalogue import editions

    return editions.find_year(typed, this_year=now().year)


def years_in(values: Iterable[str]) -> tuple[int, ...]:
    """Return the years covered that are meant; see `hrreport.inputs.selections.years_in`."""
    return selections.years_in(values, this_year=now().year)


@dataclass(frozen=True, slots=True)
class ReportWithFindings:
    """A report with its country and what was found in it: all that a view needs."""

    country: Country
    report: Report
    analysis: Analysis


class Session:
    """The services of the commands (library, fetcher, clock), opened on first use."""

    def __init__(self, ctx: click.Context) -> None:
        """Use the settings given before and after the command's name."""
        self.ctx = ctx
        self.settings: ProgramSettings = settings_of(ctx)

    @functools.cached_property
    def library(self) -> Library | None:
        """The library, or ``None`` where it cannot be used; then the reader is told once."""
        try:
            return self.open_library()
        except LibraryError as error:
            notify(f"Note: {error}" + (f". {error.hint}" if error.hint else ""))
            return None

    def open_library(self) -> Library:
        """Open the library.

        Raises:
            LibraryError: It cannot be used.
        """
        from hrreport.library.library import Library

        path = self.settings.library_path
        made = self.settings.library is not None and not path.parent.exists()
        library = Library(path, clock=now)
        if made:
            notify(f'Note: the folder "{path.parent}" did not exist, and was made for the library')
        self.ctx.call_on_close(library.close)
        return library

    def stored_library(self, *, filled: bool = True) -> Library:
        """Open the library that there is, and make none.

        Args:
            filled: Whether it must hold a report, so that what is not found in it can be told from what
                could not be there.

        Raises:
            NotFoundError: There is none, or it is empty.
            LibraryError: It cannot be used.
        """
        hint = (
            "fetch what you want to search, a country or a whole edition: hrreport download kenya 2023, "
            "or hrreport download --all 2023"
        )
        path = self.settings.library_path
        if not path.exists():
            raise NotFoundError(f'there is no library yet: "{path}"', hint=hint)
        if not path.is_dir() and not path.stat().st_size:
            raise LibraryError(
                "the library file is empty: it was truncated, or is not a library",
                hint="move the file away, and put a copy in its place or download the reports again",
                path=path,
            )
        library = self.open_library()
        if filled and library.is_empty:
            raise NotFoundError(f'the library is empty: "{path}"', hint=hint)
        return library

    @property
    def names(self) -> Mapping[str, str]:
        """Names of countries as shown to readers, by slug."""
        from hrreport.catalogue import records

        return records.country_names()

    def fetcher(self) -> Fetcher:
        """Return the client for the network or the mirror, closed with the command."""
        from hrreport.fetching.fetcher import Fetcher

        fetcher = Fetcher(mirror=self.settings.mirror, user_agent=self.settings.user_agent, notify=notify)
        return self.ctx.with_resource(fetcher)

    @functools.cached_property
    def context(self) -> Context:
        """Return the context of the use cases."""
        from hrreport.pipeline.context import Context

        settings = self.settings
        return Context(
            library=self.library,
            fetcher=functools.cache(self.fetcher),
            clock=now,
            offline=settings.offline,
            refresh=settings.refresh,
            sample=not settings.no_sample,
            notify=notify,
            progress=notify if settings.verbose else lambda _: None,
        )

    def obtain(self, country: str, year: str, *, strict: bool = False, sample: bool = True) -> ReportWithFindings:
        """Return the report that was asked for, with its country.

        Args:
            country: As typed.
            year: As typed.
            strict: Whether to exit with 3, after the answer, when a section boundary could not be verified.
            sample: Whether the bundled abridgement will do.

        Raises:
            HrReportError: It could not be obtained.
        """
        from hrreport.pipeline.obtain import SAMPLE, obtain

        found, report_id = self.identify(country, year)
        try:
            got = obtain(report_id, self.context if sample else replace(self.context, sample=False))
        except FetchError as error:
            if sample or self.settings.no_sample or report_id != SAMPLE or not error.nobody_answered:
                raise
            because = "the bundled abridgement will not do here, as it is not the report's text"
            raise error.with_changes(hint=f"{error.hint}; {because}") from error
        self.announce(got.report, strict=strict)
        return ReportWithFindings(found, got.report, got.analysis)

    def identify(self, country: str, year: str) -> tuple[Country, ReportId]:
        """Return the country and the report that are meant, as typed.

        Raises:
            InputError: One of them is not understood.
        """
        from hrreport.catalogue.countries import find_country
        from hrreport.model.country import ReportId

        found = find_country(country)
        return found, ReportId(found.slug, find_year(year))

    def announce(self, report: Report, *, strict: bool = False) -> None:
        """Print the notices on stderr, and remember to exit with 3 where `--strict` asks for it.

        A view on a terminal has the notices at its head, and says them once.
        """
        lines = notices(report) if self.settings.verbose else brief_notices(report)
        for notice in () if destination_of(self.ctx).is_view else lines:
            notify(f"Note: {notice}")
        if strict and report.boundary_doubts:
            self.exit_with(UNVERIFIED)

    def exit_with(self, code: int) -> None:
        """Have the program exit with a code after its answer."""
        self.ctx.meta[EXIT_WITH] = code


def pass_session(command: F) -> F:
    """Pass the session to a command as its first argument."""

    @functools.wraps(command)
    def with_session(*args: Any, **kwargs: Any) -> Any:
        return command(Session(click.get_current_context()), *args, **kwargs)

    return cast("F", with_session)
