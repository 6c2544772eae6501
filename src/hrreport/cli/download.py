"""``hrreport download``: many reports at once, named as typed, in lists, or by their edition."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.catalogue import records
from hrreport.cli.answers import DOWNLOAD, answer
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option
from hrreport.cli.exit_codes import INCOMPLETE
from hrreport.cli.options import command
from hrreport.cli.output import notify, write
from hrreport.cli.session import now, pass_session, years_in
from hrreport.errors import FetchError, InputError
from hrreport.inputs.selections import countries_in, split_words
from hrreport.inputs.text_files import read_text
from hrreport.model.country import ReportId
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.cli.progress import LineProgress, Live
    from hrreport.cli.session import Session
    from hrreport.model.holding import DownloadSummary
    from hrreport.pipeline.context import Context

READERS = 2
"""Processes that read pages, where fetching them is no work."""
_WORTH_PROCESSES = 5
"""Fewer reports are read sooner than processes are started."""


@command
@click.argument("words", type=REPORT, metavar="[COUNTRY]... YEAR...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All countries of the editions.")
@click.option(
    "--file", "lists", metavar="FILE", multiple=True, help="Reports from a list: COUNTRY YEAR on each line; - is stdin."
)
@click.option("--skip-unknown", is_flag=True, help="Go on without the lines of a list that are not understood.")
@click.option("--pdf", "pdfs", is_flag=True, help="The official PDF of each report too; it needs the extra 'pdf'.")
@click.option(
    "--missing",
    metavar="FILE",
    default="hrreport-missing.txt",
    show_default=True,
    help="Where to list what could not be fetched.",
)
@format_option("text", "json")
@pass_session
def download(
    session: Session,
    words: tuple[str, ...],
    everything: bool,
    lists: tuple[str, ...],
    skip_unknown: bool,
    pdfs: bool,
    missing: str,
    form: str,
) -> None:
    """Fetch many reports into the library; exit with 1 if any could not be fetched.

    Three are fetched at once, each host is asked for one page at a time and left in peace in between.
    Stop it whenever you like (Ctrl-C): started again, it passes over what is stored. --refresh asks
    again for that too. What could not be fetched is listed in a file, with address and what to run. With --pdf,
    the official PDFs are kept beside the pages, and citations name their pages.

    \b
    Examples:
      hrreport download --all 2023
      hrreport download kazakhstan uzbekistan 2022-2024 --pdf
      hrreport download --file hrreport-missing.txt
    """
    from hrreport.exporting.missing_list import missing_list

    _check_overwritable(missing)
    if skip_unknown and not lists:
        raise click.UsageError("--skip-unknown goes with --file")
    report_ids = _report_ids(words, lists, session.context, everything=everything, skip_unknown=skip_unknown)
    done = _download(session, report_ids, pdfs=pdfs)
    answer(DOWNLOAD, form, done, session.names)
    if without := sum(delivery.without_pdf for delivery in done.deliveries):
        notify(f"Without its PDF: {counted(without, 'report')}.")
        session.exit_with(INCOMPLETE)
    if done.lost:
        write(missing_list(done, now()), missing, force=True)
        notify(f"What could not be fetched is listed in {missing}, with addresses and what to run.")
        session.exit_with(INCOMPLETE)


def _download(session: Session, report_ids: Sequence[ReportId], *, pdfs: bool) -> DownloadSummary:
    from hrreport.pipeline.download import download as deliver

    with _progress(session, len(report_ids)) as watch:
        if not session.settings.mirror or len(report_ids) < _WORTH_PROCESSES:
            return deliver(report_ids, session.context, watch, pdfs=pdfs)
        from hrreport.pipeline.worker_processes import WorkerProcesses

        with WorkerProcesses(READERS) as processes:
            return deliver(report_ids, session.context, watch, read=processes.read, pdfs=pdfs)


def _progress(session: Session, total: int) -> LineProgress | Live:
    from hrreport.cli.progress import LineProgress, Live

    if not sys.stderr.isatty():
        return LineProgress(total, session.names)
    from rich.console import Console
    from rich.theme import Theme

    from hrreport.terminal.document import PROGRESS

    console = Console(stderr=True, highlight=False, markup=False, emoji=False, theme=Theme(PROGRESS))
    return Live(total, session.names, console)


def _check_overwritable(missing: str) -> None:
    """Check that nothing but an earlier list of ours will be written over.

    Raises:
        InputError: The file is something else.
    """
    from hrreport.exporting.missing_list import MARK

    hint = "name another file with --missing"
    try:
        with Path(missing).open("rb") as opened:
            ours = opened.read(len(MARK)) == MARK.encode()
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(f'cannot write "{missing}": {error.strerror}', hint=hint) from error
    if not ours:
        raise InputError(f'"{missing}" exists and is not a list of what could not be fetched', hint=hint)


# -- which reports -----------------------------------------------------------------------------


def _report_ids(
    words: tuple[str, ...], lists: tuple[str, ...], context: Context, *, everything: bool, skip_unknown: bool
) -> tuple[ReportId, ...]:
    """Return the reports that are meant, each once, edition by edition.

    Args:
        words: Countries and years, mixed.
        lists: Files with a report on each line.
        context: For asking which countries an edition has.
        everything: Whether all countries of the years are meant.
        skip_unknown: Whether lines of a list that are not understood are passed over, and named.

    Raises:
        InputError: A country or a year is not understood, or a list cannot be read.
        FetchError: The countries of an edition could not be found out.
    """
    named, covered = split_words(words)
    years, countries = years_in(covered), countries_in(named)
    if everything and countries:
        raise click.UsageError("--all means every country: leave out the names, or --all")
    if (everything or countries) and not years:
        raise click.UsageError("name the years too: 2023, or 2022-2024")
    if not (everything or countries or lists):
        raise click.UsageError("name countries and years, or give --all or --file")
    found: dict[ReportId, None] = {}
    for year in years:
        slugs = _all_of(year, context) if everything else [country.slug for country in countries]
        found.update(dict.fromkeys(ReportId(slug, year) for slug in slugs))
    listed, unknown = _listed(lists, years)
    found.update(dict.fromkeys(listed))
    if unknown and not skip_unknown:
        raise _unknown_lines(unknown, len(found))
    for error in unknown:
        notify(f"Note: passed over: {error.message}")
    if not found:
        raise InputError("the lists name no report", hint="write on each line: kazakhstan 2023")
    return tuple(found)


def _all_of(year: int, context: Context) -> list[str]:
    """Return the countries of an edition; where its lists cannot be fetched, all that are known."""
    from hrreport.pipeline.editions import countries_of

    try:
        listed = countries_of(year, context)
    except FetchError as error:
        if error.nobody_answered:
            raise
        notify(f"Note: which countries the edition of {year} has could not be asked, so all are tried: {error}")
        return [country.slug for country in records.countries()]
    if not listed.missing:
        return [country.slug for country in listed.countries]
    unread = ", ".join(listed.missing)
    notify(f"Note: of the edition of {year}, these lists could not be read, so all countries are tried: {unread}")
    return [country.slug for country in records.countries()]


def _listed(files: Iterable[str], years: tuple[int, ...]) -> tuple[list[ReportId], list[InputError]]:
    """Return the reports of lists, and what is wrong with each line that is not understood."""
    found: list[ReportId] = []
    unknown: list[InputError] = []
    for file in files:
        for number, line in _lines(file):
            try:
                found += _reports_on(line, years)
            except InputError as error:
                unknown.append(error.with_changes(f'line {number} of "{file}": {error.message}'))
    return found, unknown


def _lines(file: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list with their numbers, without remarks and empty ones."""
    opened = click.open_file("-", "rb") if file == "-" else None
    text = read_text(file, "a list of reports", opened=opened)
    for number, line in enumerate(text.splitlines(), 1):
        kept = line.partition("#")[0]
        if kept.strip():
            yield number, kept


def _reports_on(line: str, years: tuple[int, ...]) -> Iterable[ReportId]:
    """Return the reports that a line names: ``COUNTRY YEAR``, or a country alone for the years given.

    Between them is a tab or a semicolon, or else spaces or a comma.
    """
    name, *cells = (cell.strip() for cell in re.split(r"[\t;]", line))
    if not cells:
        found = re.fullmatch(r"(?i)(.*?)[\s,]+((?:\d{4}|latest)(?:\s*[-–]\s*(?:\d{4}|latest))?)", name)
        name, *cells = found.groups() if found else (name,)
    covered = years_in(cells[:1]) if any(cells[:1]) else years
    if not covered:
        raise InputError(f'"{line.strip()}" names no year', hint="write: kazakhstan 2023")
    return [ReportId(country.slug, year) for country in countries_in([name]) for year in covered]


def _unknown_lines(unknown: list[InputError], others: int) -> InputError:
    """Return one error for all lines that are not understood, which offers to go on with the others."""
    go_on = f"go on with the other {counted(others, 'report')}: --skip-unknown" if others else ""
    if len(unknown) == 1:
        (only,) = unknown
        return only.with_changes(hint="; or ".join(filter(None, (only.hint, go_on))) or None)
    messages = "; ".join(error.message for error in unknown)
    hint = "; or ".join(filter(None, ("correct them: write kazakhstan 2023 on each line", go_on)))
    return InputError(f"{len(unknown)} lines are not understood: {messages}", hint=hint)
