"""``hrreport download``: many reports at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import DOWNLOAD, answer
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option
from hrreport.cli.download_arguments import download_ids
from hrreport.cli.failures import INCOMPLETE
from hrreport.cli.options import command
from hrreport.cli.output import notify, write
from hrreport.cli.session import now, pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.cli.progress import LineProgress, Live
    from hrreport.cli.session import Session
    from hrreport.model.country import ReportId
    from hrreport.model.holding import DownloadSummary

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
    from hrreport.wording.reports import counted

    _spare(missing)
    if skip_unknown and not lists:
        raise click.UsageError("--skip-unknown goes with --file")
    report_ids = download_ids(words, lists, session.context, everything=everything, skip_unknown=skip_unknown)
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

    with _watch(session, len(report_ids)) as watch:
        if not session.settings.mirror or len(report_ids) < _WORTH_PROCESSES:
            return deliver(report_ids, session.context, watch, pdfs=pdfs)
        from hrreport.pipeline.worker_processes import WorkerProcesses

        with WorkerProcesses(READERS) as processes:
            return deliver(report_ids, session.context, watch, read=processes.read, pdfs=pdfs)


def _watch(session: Session, total: int) -> LineProgress | Live:
    from hrreport.cli.progress import LineProgress, Live

    if not sys.stderr.isatty():
        return LineProgress(total, session.names)
    from rich.console import Console
    from rich.theme import Theme

    from hrreport.terminal.document import PROGRESS

    console = Console(stderr=True, highlight=False, markup=False, emoji=False, theme=Theme(PROGRESS))
    return Live(total, session.names, console)


def _spare(missing: str) -> None:
    """See that nothing but an earlier list of ours will be written over.

    Raises:
        InputError: The file is something else.
    """
    from hrreport.exporting.missing_list import MARK

    path = Path(missing)
    try:
        with path.open("rb") as opened:
            ours = opened.read(len(MARK)) == MARK.encode()
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(
            f"cannot write '{missing}': {error.strerror}", hint="name another file with --missing"
        ) from error
    if not ours:
        raise InputError(
            f"'{missing}' exists and is not a list of what could not be fetched",
            hint="name another file with --missing",
        )
