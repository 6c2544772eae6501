"""``hrreport library export``, ``dataset`` and ``import``: stored reports as files for other people and programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import MERGED, answer
from hrreport.cli.destination import format_option
from hrreport.cli.failures import REFUSED
from hrreport.cli.options import command
from hrreport.cli.output import notify, write, writing
from hrreport.cli.session import pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.cli.session import Session
    from hrreport.library.library import Library


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


def _library(_session: Session, library: Library, target: str, force: bool) -> str:
    library.export_library(Path(target), force=force)
    return "the library"


def _markdown(session: Session, library: Library, target: str, force: bool) -> str:
    """Write ``DIR/YEAR/COUNTRY.md`` for each report."""
    from hrreport.exporting.reports import export_report
    from hrreport.pipeline.obtain import read_stored
    from hrreport.wording.reports import counted

    written = 0
    for report_id in library.ids():
        stored = library.load(report_id)
        if stored is None:  # removed by another program meanwhile
            continue
        path = Path(target) / str(report_id.year) / f"{report_id.country}.md"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f'cannot write "{path.parent}": {error.strerror}') from error
        report = read_stored(stored, session.context).report
        write(export_report(report, "markdown", country=session.names.get(report_id.country)), str(path), force=force)
        written += 1
    return counted(written, "report")


def _jsonl(session: Session, library: Library, target: str, force: bool) -> str:
    import json

    from hrreport.codec.holdings import stored_paragraph_json
    from hrreport.wording.reports import counted

    written = 0
    with writing(target, force=force) as file:
        for row in library.paragraph_rows():
            file.write(json.dumps(stored_paragraph_json(row, session.names), ensure_ascii=False).encode() + b"\n")
            written += 1
    return counted(written, "paragraph")


def _parquet(session: Session, library: Library, target: str, force: bool) -> str:
    from hrreport.codec.holdings import stored_paragraph_json
    from hrreport.exporting.parquet import write_rows
    from hrreport.wording.reports import counted

    with writing(target, force=force) as file:
        rows = write_rows((stored_paragraph_json(row, session.names) for row in library.paragraph_rows()), file)
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
    from hrreport.wording.reports import counted

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
