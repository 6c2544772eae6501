"""``hrreport library``: what is stored, its care, and files of it for other people and programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import HOLDINGS, INFO, LIBRARY_CHECK, LOG, MERGED, REVISIONS, answer
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option
from hrreport.cli.exit_codes import FLAWED, REFUSED
from hrreport.cli.group import SuggestingGroup
from hrreport.cli.options import EPILOG, command, program_options, report_arguments
from hrreport.cli.output import notify, write, writing
from hrreport.cli.session import pass_session, years_in
from hrreport.errors import InputError, LibraryError, NotFoundError
from hrreport.inputs.selections import countries_in, is_among, split_words
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.cli.session import Session
    from hrreport.library.library import Library


@click.group(cls=SuggestingGroup, epilog=EPILOG)
@partial(program_options, hidden=True)
def library() -> None:
    """List, check and care for the stored reports; hand them on, and take over those of others.

    \b
    Examples:
      hrreport library list kazakhstan
      hrreport library check
      hrreport library export --to reports.sqlite
      hrreport library import reports.sqlite
    """


@command
@click.argument("words", type=REPORT, metavar="[COUNTRY]... [YEAR]...", nargs=-1)
@click.option("--revisions", is_flag=True, help="List every text of each report, with what changed.")
@format_option("text", "json")
@pass_session
def list_(session: Session, words: tuple[str, ...], revisions: bool, form: str) -> None:
    """List the stored reports, or those on some countries or years.

    \b
    Examples:
      hrreport library list
      hrreport library list kazakhstan uzbekistan 2020-2023
      hrreport library list 2023 --revisions
    """
    named, covered = split_words(words)
    years, slugs = years_in(covered), {country.slug for country in countries_in(named)}
    stored = session.stored_library()
    if not revisions:
        listed = [entry for entry in stored.entries() if is_among(entry.id, slugs, years)]
        answer(HOLDINGS, form, listed, session.names)
        return
    from hrreport.pipeline.revisions import revisions_of

    ids = [report_id for report_id in stored.ids() if is_among(report_id, slugs, years)]
    texts = tuple(text for report_id in ids for text in revisions_of(report_id, stored, session.context))
    answer(REVISIONS, form, texts, session.names)


@command
@format_option("text", "json")
@pass_session
def info(session: Session, form: str) -> None:
    """Show where the library is, what it holds, and what its bytes are spent on.

    \b
    Example:
      hrreport library info
    """
    answer(INFO, form, session.stored_library(filled=False).info())


@command
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=5, show_default=True, help="How many.")
@format_option("text", "json")
@pass_session
def log(session: Session, limit: int, form: str) -> None:
    """Show the last downloads: what was requested, with the results.

    \b
    Example:
      hrreport library log --limit 1
    """
    answer(LOG, form, session.stored_library(filled=False).downloads.last(limit), session.names)


@command
@format_option("text", "json")
@pass_session
def check(session: Session, form: str) -> None:
    """Check every page, text and hash, and the full-text index; exit with 1 if anything is wrong.

    \b
    Example:
      hrreport library check
    """
    from hrreport.library.sqlite_errors import REPLACE, RESTORE

    try:
        stored = session.stored_library(filled=False)
        flaws = tuple(stored.check())
    except LibraryError as error:
        raise error.with_changes(hint=REPLACE if error.hint == RESTORE else None) from error
    answer(LIBRARY_CHECK, form, flaws, None if flaws else stored.info(), session.names)
    if flaws:
        session.exit_with(FLAWED)


@command
@report_arguments
@click.option("--revision", metavar="N", type=click.IntRange(min=1), help="Only that text of it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def remove(session: Session, country: str, year: str, revision: int | None, yes: bool) -> None:
    """Remove a report, with all its texts and pages, or one text of it.

    \b
    Examples:
      hrreport library remove kazakhstan 2023
      hrreport library remove kazakhstan 2023 --revision 1 --yes
    """
    report_id = session.identify(country, year)[1]
    stored = session.stored_library(filled=False)
    numbers = [r.number for r in stored.revisions(report_id) if revision in (None, r.number)]
    if not numbers:
        which = f"revision {revision} of " if revision else ""
        raise NotFoundError(f"{which}the report on {report_id} is not stored", hint='see "hrreport library list"')
    if not yes:
        click.confirm(
            f"Remove {counted(len(numbers), 'text')} of the report on {report_id}, pages included?",
            abort=True,
            err=True,
        )
    removed = stored.remove(report_id, revision=revision)
    notify(f"Removed {counted(removed, 'text')} of the report on {report_id}.")


@command
@pass_session
def vacuum(session: Session) -> None:
    """Return unused space of the library file to the system, and optimize the index.

    \b
    Example:
      hrreport library vacuum
    """
    from hrreport.terminal.library import format_size

    notify(f"Freed {format_size(session.stored_library(filled=False).vacuum())}.")


@command
@click.option("--to", metavar="FILE", help="A library in one file, to hand on.")
@click.option("--markdown", metavar="DIR", help="A folder with a Markdown file for each report.")
@click.option("--jsonl", metavar="FILE", help="A line of JSON for each paragraph; - is stdout.")
@click.option("--parquet", metavar="FILE", help="A row for each paragraph (needs the extra 'parquet').")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@pass_session
def export(
    session: Session, to: str | None, markdown: str | None, jsonl: str | None, parquet: str | None, force: bool
) -> None:
    """Write the stored reports as a file or folder: to hand on, to read, or for DuckDB, pandas or Spark.

    \b
    Examples:
      hrreport library export --to reports.sqlite
      hrreport library export --markdown reports/
      hrreport library export --jsonl - | head
      hrreport library export --parquet paragraphs.parquet
    """
    ways: tuple[tuple[str | None, Callable[[Session, Library, str, bool], str]], ...] = (
        (to, _library),
        (markdown, _markdown),
        (jsonl, _jsonl),
        (parquet, _parquet),
    )
    asked = [(target, way) for target, way in ways if target]
    if len(asked) != 1:
        raise click.UsageError("give one of --to, --markdown, --jsonl and --parquet")
    target, way = asked[0]
    done = way(session, session.stored_library(), target or "", force)
    if target != "-":
        notify(f"Wrote {done} to {target}")


def _library(_session: Session, stored: Library, target: str, force: bool) -> str:
    stored.export_library(Path(target), force=force)
    return "the library"


def _markdown(session: Session, stored: Library, target: str, force: bool) -> str:
    """Write ``DIR/YEAR/COUNTRY.md`` for each report."""
    from hrreport.exporting.reports import export_report
    from hrreport.pipeline.obtain import read_stored

    written = 0
    for report_id in stored.ids():
        entry = stored.load(report_id)
        if entry is None:  # removed by another program meanwhile
            continue
        path = Path(target) / str(report_id.year) / f"{report_id.country}.md"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f'cannot write "{path.parent}": {error.strerror}') from error
        report = read_stored(entry, session.context).report
        write(export_report(report, "markdown", country=session.names.get(report_id.country)), str(path), force=force)
        written += 1
    return counted(written, "report")


def _jsonl(session: Session, stored: Library, target: str, force: bool) -> str:
    import json

    from hrreport.codec.holdings import stored_paragraph_json

    written = 0
    with writing(target, force=force) as file:
        for row in stored.paragraph_rows():
            file.write(json.dumps(stored_paragraph_json(row, session.names), ensure_ascii=False).encode() + b"\n")
            written += 1
    return counted(written, "paragraph")


def _parquet(session: Session, stored: Library, target: str, force: bool) -> str:
    from hrreport.codec.holdings import stored_paragraph_json
    from hrreport.exporting.parquet import write_rows

    with writing(target, force=force) as file:
        rows = write_rows((stored_paragraph_json(row, session.names) for row in stored.paragraph_rows()), file)
    return counted(rows, "paragraph")


@command
@click.argument("folder", metavar="DIR")
@click.option("--force", is_flag=True, help="Replace the dataset in the folder.")
@pass_session
def dataset(session: Session, folder: str, force: bool) -> None:
    """Write the stored reports as tables in Parquet, every paragraph and sentence under a stable id.

    Beside the tables are a data dictionary, a datasheet, descriptions for Frictionless, Croissant and
    Datasette, views and questions for DuckDB, and a CITATION.cff. The same reports give the same version
    and the same bytes. See 'hrreport help dataset'. Needs the extra 'parquet'.

    \b
    Example:
      hrreport library dataset reports/
    """
    from hrreport.pipeline.dataset import write_dataset

    about = write_dataset(session.stored_library(), session.context, Path(folder), force=force)
    notify(f"Wrote {counted(about.rows['reports'], 'report')} to {folder}, version {about.version}")


@command
@click.argument("file")
@format_option("text", "json")
@pass_session
def import_(session: Session, file: str, form: str) -> None:
    """Import the reports of another library; texts that differ are kept as revisions.

    What is damaged is refused and named; then the exit code is 1.

    \b
    Example:
      hrreport library import reports.sqlite
    """
    merged = session.open_library().merge(Path(file))
    answer(MERGED, form, merged, session.names)
    if merged.refused:
        session.exit_with(REFUSED)


for _name, _help_text, _command in (
    ("list", "what is stored", list_),
    ("info", "where it is, and what its bytes are spent on", info),
    ("check", "pages, texts, hashes and the index", check),
    ("log", "the last downloads", log),
    ("remove", "a report, or one text of it", remove),
    ("vacuum", "give unused space back", vacuum),
    ("export", "a file or folder for other people and programs", export),
    ("dataset", "tables in Parquet, sentence by sentence, with stable ids", dataset),
    ("import", "take over the reports of another library", import_),
):
    _command.short_help = _help_text
    library.add_command(_command, _name)
