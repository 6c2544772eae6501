"""Tables of many countries, made of what is in the library; what is not there is named, and nothing is fetched."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.records import outline_name
from hrreport.comparison.cautions import LengthsCompared, group_cautions
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.matrix import matrix_of_readings
from hrreport.comparison.topic_readings import read_topics, topics_read
from hrreport.errors import HrReportError, NotFoundError
from hrreport.model.country import ReportId
from hrreport.model.edition_change import CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountrySeries, GroupTrend
from hrreport.model.gap import MissingReport
from hrreport.pipeline.stored_reports import map_stored, no_progress
from hrreport.wording.changes import named_for_download

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    from hrreport.comparison.topic_readings import Subject
    from hrreport.model.edition_change import CountryChange
    from hrreport.model.edition_matrix import CountryGroup, EditionMatrix
    from hrreport.model.topic_reading import ReportReadings
    from hrreport.pipeline.context import Context, Obtained
    from hrreport.pipeline.stored_reports import Progress

    T = TypeVar("T")


def matrix_of_group(
    group: CountryGroup,
    year: int,
    topics: Sequence[str],
    context: Context,
    *,
    texts: bool = False,
    processes: int | None = None,
    progress: Progress = no_progress,
) -> EditionMatrix:
    """Return what the reports of an edition say on each topic, country by country.

    Args:
        group: The countries.
        year: The edition.
        topics: Ids of topics, each with those that belong to it; none means all that belong to no wider one and have
            a heading in one of the reports.
        context: What may be used.
        texts: Whether the paragraphs come along, so that readers can open them.
        processes: How many work at once; ``None`` for one on each processor.
        progress: Takes how many reports are done, and how many there are.

    Raises:
        NotFoundError: None of the reports is in the library.
    """
    jobs, gaps = _stored(group, (year,), context)
    work = partial(_read, [(topic.id,) for topic in topics_read(topics)], texts, mentions=bool(topics))
    found, unread = _run_jobs(jobs, work, context, processes=processes, progress=progress)
    return matrix_of_readings(group, year, topics, found, (*gaps, *unread))


def changes_of_group(
    group: CountryGroup,
    old: int,
    new: int,
    context: Context,
    *,
    sentences: bool = False,
    processes: int | None = None,
    progress: Progress = no_progress,
) -> EditionChanges:
    """Return what became of each country's report from one edition to another.

    Args:
        group: The countries.
        old: The edition that is compared.
        new: The edition that it is compared with.
        context: What may be used.
        sentences: Whether every sentence comes along, so that readers can open it.
        processes: As in `matrix_of_group`.
        progress: Likewise.

    Raises:
        NotFoundError: The library has both reports of no country.
    """
    jobs, gaps = _stored(group, (old, new), context)
    work = partial(_compare, sentences)
    rows, unread = _run_jobs(jobs, work, context, processes=processes, progress=progress, light=False)
    lengths = [LengthsCompared(old, row.then.characters, new, row.now.characters) for row in rows]
    cautions = tuple(group_cautions((old, new), lengths))
    return EditionChanges(group, old, new, tuple(rows), cautions, (*gaps, *unread))


def duties_of_group(
    group: CountryGroup,
    old: int,
    new: int,
    context: Context,
    *,
    texts: bool = False,
    processes: int | None = None,
    progress: Progress = no_progress,
) -> EditionDuties:
    """Return how each country's reports of two editions answer what the law asks of them; as `changes_of_group`."""
    duties = records.duties()
    jobs, gaps = _stored(group, (old, new), context)
    work = partial(_answer, [duty.topics for duty in duties], texts)
    rows, unread = _run_jobs(jobs, work, context, processes=processes, progress=progress)
    lengths = [LengthsCompared(old, row.old.measure.characters, new, row.new.measure.characters) for row in rows]
    cautions = tuple(group_cautions((old, new), lengths))
    return EditionDuties(group, old, new, duties, tuple(rows), cautions, (*gaps, *unread))


def trend_of_group(
    group: CountryGroup,
    topic: str,
    years: Sequence[int],
    context: Context,
    *,
    texts: bool = False,
    processes: int | None = None,
    progress: Progress = no_progress,
) -> GroupTrend:
    """Return one topic in many countries over the editions.

    Args:
        group: The countries.
        topic: Id of the topic, which is read with those that belong to it.
        years: The editions; none means all in the library.
        context: What may be used.
        texts: As in `matrix_of_group`.
        processes: Likewise.
        progress: Likewise.

    Raises:
        NotFoundError: None of the reports is in the library.
    """
    (followed,) = topics_read([topic])
    stored = set(context.stored_ids())
    stored_years = {each.year for each in stored if each.country in group.countries}
    covered = sorted(stored_years.intersection(years) if years else stored_years)
    requested = [ReportId(country, year) for country in group.countries for year in sorted(years or covered)]
    jobs = [(each,) for each in requested if each in stored]
    if not jobs:
        raise _none_stored(group, sorted(years), all_needed=False)
    work = partial(_read, [(topic,)], texts, mentions=True)
    found, unread = _run_jobs(jobs, work, context, processes=processes, progress=progress)
    series: dict[str, list[ReportReadings]] = {}
    for report in found:
        series.setdefault(report.report.id.country, []).append(report)
    missing = (
        _gaps(each for each in requested if each not in stored)
        if years
        else _gaps(ReportId(country, covered[-1]) for country in group.countries if country not in series)
    )
    outlines = [outline_name(year) for year in covered]
    lengths = [_ends(reports) for reports in series.values() if len(reports) > 1]
    blank = () if years else _describe_not_stored(requested, stored)
    return GroupTrend(
        group,
        followed,
        tuple(covered),
        tuple(year for n, year in enumerate(covered) if n and outlines[n] != outlines[n - 1]),
        tuple(CountrySeries(country, tuple(reports)) for country, reports in series.items()),
        (*group_cautions(covered, lengths), *blank),
        (*missing, *unread),
    )


def _ends(reports: Sequence[ReportReadings]) -> LengthsCompared:
    """Return the lengths of the earliest and the latest of a country's reports."""
    first, last = reports[0], reports[-1]
    return LengthsCompared(first.report.id.year, first.measure.characters, last.report.id.year, last.measure.characters)


def _describe_not_stored(requested: Sequence[ReportId], stored: set[ReportId]) -> tuple[str, ...]:
    """Return how many reports of each edition are not in the library, where any is missing."""
    missing = Counter(each.year for each in requested if each not in stored)
    if not missing:
        return ()
    by_year = ", ".join(f"{year}: {count:,}" for year, count in sorted(missing.items()))
    caution = (
        f"Of {len(requested):,} reports that these countries and editions could have, {missing.total():,} are not in "
        f"the library, so nothing is said of them ({by_year})."
    )
    return (caution,)


def _stored(
    group: CountryGroup, years: Sequence[int], context: Context
) -> tuple[list[tuple[ReportId, ...]], list[MissingReport]]:
    """Return the reports of each country of which all are in the library, and which are not there."""
    stored = set(context.stored_ids())
    requested = [tuple(ReportId(country, year) for year in years) for country in group.countries]
    jobs = [job for job in requested if stored.issuperset(job)]
    if not jobs:
        raise _none_stored(group, years)
    return jobs, list(_gaps(each for job in requested for each in job if each not in stored))


def _gaps(missing: Iterable[ReportId]) -> tuple[MissingReport, ...]:
    return tuple(MissingReport(each, "not-stored", f"hrreport download {each}") for each in missing)


def _none_stored(group: CountryGroup, years: Sequence[int], *, all_needed: bool = True) -> NotFoundError:
    editions = (" and " if all_needed else " or ").join(map(str, years)) or "any edition"
    several = f"{years[0]}-{years[-1]}" if len(years) > 1 else editions if years else "YEAR"
    both = " (both are needed)" if all_needed and len(years) > 1 else ""
    return NotFoundError(
        f"the library has no report of {editions} on: {group.name}{both}",
        hint=f"fetch them first: hrreport download {named_for_download(group.countries)} {several}",
    )


def _run_jobs(
    jobs: Sequence[tuple[ReportId, ...]],
    work: Callable[..., T],
    context: Context,
    *,
    processes: int | None,
    progress: Progress,
    light: bool = True,
) -> tuple[list[T], list[MissingReport]]:
    """Return what work makes of the jobs, and which could not be read, with the reason."""
    found = map_stored(jobs, work, context, light=light, processes=processes, progress=progress)
    made: list[T] = []
    unread: list[MissingReport] = []
    for job, each in zip(jobs, found, strict=True):
        if isinstance(each, HrReportError):
            unread += [MissingReport(report_id, "not-obtained", str(each)) for report_id in job]
        else:
            made.append(each)
    return made, unread


# -- the work on one country: functions of the module, so that another process can be given them -----------------


def _read(subjects: Sequence[Subject], texts: bool, got: Obtained, *, mentions: bool = False) -> ReportReadings:
    return read_topics(got.report, got.analysis, subjects, texts=texts, mentions=mentions)


def _compare(sentences: bool, then: Obtained, now: Obtained) -> CountryChange:
    return country_change(then.report, now.report, then.analysis, now.analysis, sentences=sentences)


def _answer(subjects: Sequence[Subject], texts: bool, then: Obtained, now: Obtained) -> CountryDuties:
    return CountryDuties(_read(subjects, texts, then), _read(subjects, texts, now))
