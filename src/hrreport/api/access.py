"""Access to reports for the Python interface: settings, library, client, and the reports they give."""

from __future__ import annotations

import functools
import os
import threading
import warnings
from collections.abc import Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrreport.api.country_report import CountryReport
from hrreport.errors import FetchError, InputError, LibraryError, NotFoundError, ParseError
from hrreport.inputs.settings import read_environment
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.inputs.settings import Settings
    from hrreport.library.library import Library
    from hrreport.model.country import Country, ReportId
    from hrreport.model.gap import MissingReport
    from hrreport.pipeline.context import Context

Year = int | str
"""A year covered: ``2023``, ``"2023"``, ``"latest"``."""
Names = str | Iterable[str]
"""One name, several with commas between them, or several names."""
Years = Year | Iterable[Year]
"""One year, a range (``"2019-2023"``), or several years."""


class HrReportWarning(UserWarning):
    """A warning that comes with an answer: the library could not be used, a report is an abridgement."""


@dataclass(frozen=True, slots=True)
class ReportAccess:
    """The library and the sources of some settings, opened at each call."""

    settings: Settings | None = None
    """``None`` means those of the environment, read at each call: ``HRREPORT_LIBRARY``, ``HRREPORT_MIRROR`` ..."""

    def _current_settings(self) -> Settings:
        return read_environment(os.environ) if self.settings is None else self.settings

    @contextmanager
    def _opened(self, *, sample: bool = True) -> Iterator[Context]:
        """Open the context of the use cases; the library is closed at the end."""
        from hrreport.library.library import Library
        from hrreport.pipeline.context import Context

        settings = self._current_settings()
        library: Library | None = None
        try:
            library = Library(settings.library_path, clock=now)
        except LibraryError as error:
            warn(str(error))
        try:
            yield Context(
                library,
                functools.partial(_fetcher, settings.mirror, settings.user_agent),
                now,
                warn,
                offline=settings.offline,
                refresh=settings.refresh,
                sample=sample and not settings.no_sample,
            )
        finally:
            if library is not None:
                library.close()

    @contextmanager
    def _stored_library(self) -> Iterator[Library]:
        """Open the existing library, which must contain a report."""
        from hrreport.library.library import Library

        path = self._current_settings().library_path
        if not path.exists():
            raise NotFoundError(f'there is no library yet: "{path}"', hint="read a report first: hrreport.read(...)")
        with Library(path, clock=now) as library:
            if library.is_empty:
                raise NotFoundError(f'the library is empty: "{path}"', hint="read a report first: hrreport.read(...)")
            yield library

    @contextmanager
    def _stored_context(self) -> Iterator[Context]:
        """Yield the context for tables of many countries: the library, and nothing else."""
        from hrreport.pipeline.context import Context

        settings = self._current_settings()
        with self._stored_library() as library:
            client = functools.partial(_fetcher, settings.mirror, settings.user_agent)
            yield Context(library, client, now, warn, offline=True)

    def _stored_years(self, slug: str) -> tuple[int, ...]:
        with self._stored_library() as library:
            years = library.years_of(slug)
        if not years:
            raise NotFoundError(f"no edition for {slug} is in the library", hint="name the years to be fetched")
        return years

    def _obtained(self, country: Country, report_id: ReportId, context: Context) -> CountryReport:
        from hrreport.pipeline.obtain import obtain

        got = obtain(report_id, context)
        report = CountryReport(country, got.report, got.analysis)
        if got.report.provenance.origin == "sample":
            warn(report.notices[0])
        return report

    def _collect(self, requested: Iterable[ReportId]) -> tuple[list[CountryReport], list[MissingReport]]:
        """Return the reports that can be obtained, and those that cannot, with the reason.

        Raises:
            HrReportError: Not one could be obtained.
        """
        from hrreport.catalogue.countries import find_country
        from hrreport.pipeline.obtain import gap_left

        got: list[CountryReport] = []
        gaps: list[MissingReport] = []
        first: NotFoundError | FetchError | ParseError | None = None
        with self._opened(sample=False) as context:
            for report_id in requested:
                country = find_country(report_id.country)
                try:
                    got.append(self._obtained(country, report_id, context))
                except (NotFoundError, FetchError, ParseError) as error:
                    first = first or error
                    gaps.append(gap_left(report_id, error))
        if not got:
            raise first or InputError("no report was named", hint="name a country and a year")
        return got, gaps


def describe_gaps(gaps: list[MissingReport]) -> Iterator[str]:
    """Yield a sentence for each report that is missing."""
    from hrreport.wording.changes import describe_missing

    return (describe_missing(gap, names()) for gap in gaps)


def identify(country: str, year: Year) -> tuple[Country, ReportId]:
    """Return the country and the report id for names as typed."""
    from hrreport.catalogue.countries import find_country
    from hrreport.model.country import ReportId

    found = find_country(country)
    return found, ReportId(found.slug, year_of(year))


def year_of(year: Year) -> int:
    """Return the year covered that was typed."""
    from hrreport.catalogue.editions import find_year

    return find_year(str(year), this_year=now().year)


def years_of(years: Years | None) -> tuple[int, ...]:
    """Return the years covered that were typed, each once."""
    from hrreport.inputs.selections import years_in

    return years_in(texts(years), this_year=now().year)


def all_of(countries: Names | None, years: Years) -> list[ReportId]:
    """Return the ids of the reports on all of some countries in all of some years."""
    from hrreport.inputs.selections import countries_in
    from hrreport.model.country import ReportId

    covered = years_of(years)
    return [ReportId(country.slug, year) for country in countries_in(texts(countries)) for year in covered]


def texts(values: Names | Years | None) -> tuple[str, ...]:
    """Return what was given as texts: nothing, one, or several."""
    if values is None:
        return ()
    return (str(values),) if isinstance(values, str | int) else tuple(map(str, values))


def names() -> dict[str, str]:
    """Return the name of every country by its slug."""
    from hrreport.catalogue import records

    return records.country_names()


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def warn(message: str) -> None:
    """Issue a warning that comes with an answer."""
    warnings.warn(message.removeprefix("Note: "), HrReportWarning, stacklevel=2)


_guard = threading.Lock()


def _fetcher(mirror: str | None, user_agent: str | None) -> Fetcher:
    """Return the client of this process for some settings: it keeps the pauses between the pages it asks for."""
    with _guard:
        return _made_fetcher(mirror, user_agent)


@functools.cache
def _made_fetcher(mirror: str | None, user_agent: str | None) -> Fetcher:
    from hrreport.fetching.fetcher import Fetcher

    return Fetcher(mirror=mirror, user_agent=user_agent)
