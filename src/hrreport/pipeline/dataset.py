"""Write the dataset of a library: its tables and what describes them, in a folder that is complete or not there."""

from __future__ import annotations

import csv
import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.catalogue import records
from hrreport.catalogue.stable_ids import report_key
from hrreport.errors import InputError, NotFoundError
from hrreport.exporting.dataset.tables import FORMAT, RETRIEVAL_COLUMNS, dataset_tables
from hrreport.model.country import Country
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.revisions import obtain_revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrreport.exporting.dataset.descriptions import DatasetFacts
    from hrreport.exporting.dataset.rows import Row, Rows
    from hrreport.library.library import Library
    from hrreport.model.holding import Holding
    from hrreport.pipeline.context import Context

_MARK = "datapackage.json"
"""The last file to come: without it a dataset is not complete."""
_PUBLISHED = 7
"""Place of the date of publication in a row of reports."""


def write_dataset(library: Library, context: Context, folder: Path, *, force: bool = False) -> DatasetFacts:
    """Write the dataset of all stored reports into a folder, and return what it came to.

    Reports are read one at a time, and written in groups of rows, so that memory does not depend on their number.

    Args:
        library: Whose reports.
        context: For bringing up to date what an older version stored.
        folder: Where; it is made.
        force: Whether an earlier dataset in the folder is replaced.

    Raises:
        InputError: The folder cannot be written, or has something in it; or a package is not installed.
        NotFoundError: The library is empty.
        LibraryError: The library could not be read.
    """
    _check_folder(folder, force=force)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
            about = _write(library, context, Path(made))
            folder.mkdir(exist_ok=True)
            (folder / _MARK).unlink(missing_ok=True)
            for path in sorted(Path(made).iterdir(), key=lambda one: one.name == _MARK):
                path.replace(folder / path.name)
            return about
    except OSError as error:
        raise InputError(f'cannot write "{folder}": {error.strerror}', hint="choose another place for it") from error


def _check_folder(folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(f'"{folder}" is a file', hint="name a folder")
    if not folder.exists() or not any(folder.iterdir()):
        return
    from hrreport.exporting.dataset.descriptions import DESCRIPTIONS, RETRIEVALS

    own = {table.file for table in dataset_tables()} | {*DESCRIPTIONS, RETRIEVALS}
    if not {path.name for path in folder.iterdir()} <= own:
        raise InputError(f'"{folder}" has files that are not of a dataset', hint="name another folder")
    if not force:
        raise InputError(f'"{folder}" has a dataset', hint="use --force to replace it")


def _write(library: Library, context: Context, folder: Path) -> DatasetFacts:
    """Write all files into an empty folder."""
    from hrreport.catalogue.topics import topic_entries
    from hrreport.exporting.dataset.descriptions import RETRIEVALS, describe_dataset
    from hrreport.exporting.dataset.files import DatasetFiles
    from hrreport.exporting.dataset.rows import topic_rows

    entries = sorted(library.entries(), key=lambda entry: report_key(entry.id))
    if not entries:
        raise NotFoundError("the library is empty", hint="fetch reports first: hrreport download kenya 2023")
    topics = topic_rows(topic_entries())
    content = _Content(topics)
    with DatasetFiles(folder) as files, (folder / RETRIEVALS).open("w", encoding="utf-8", newline="") as retrievals:
        table = csv.writer(retrievals, lineterminator="\n")
        table.writerow(RETRIEVAL_COLUMNS)
        files.add(topics)
        for entry in entries:
            rows = _of_report(entry, library, context)
            files.add(rows)
            content.add(rows)
            table.writerow(_retrieval(entry))
    about = content.facts(entries, files.rows, folder)
    for name, text in describe_dataset(about).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return about


class _Content:
    """What the tables are made of, taken in row by row."""

    def __init__(self, topics: Rows) -> None:
        self._hash = hashlib.sha256(f"{FORMAT} {PARSER_VERSION} {ANALYSIS_VERSION}\n".encode())
        self._published = ""
        self._example = ""
        self._take(row for rows in topics.values() for row in rows)

    def add(self, rows: Rows) -> None:
        """Take in a report: its row and those of its texts have the hash of the words, and decide all others."""
        self._take((*rows["reports"], *rows["revisions"]))
        self._published = max(self._published, *(str(row[_PUBLISHED]) for row in rows["reports"]))
        self._example = self._example or next((str(row[0]) for row in rows["paragraphs"]), "")

    def _take(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._hash.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    def facts(self, entries: Iterable[Holding], rows: Mapping[str, int], folder: Path) -> DatasetFacts:
        """Return what is said of the dataset that was written into a folder."""
        from hrreport.exporting.dataset.descriptions import DatasetFacts
        from hrreport.exporting.dataset.files import file_sha256

        files = {table.name: folder / table.file for table in dataset_tables()}
        return DatasetFacts(
            self._hash.hexdigest(),
            tuple(sorted({entry.id.year for entry in entries})),
            self._published,
            dict(rows),
            {name: (path.stat().st_size, file_sha256(path)) for name, path in files.items()},
            self._example,
        )


def _of_report(entry: Holding, library: Library, context: Context) -> Rows:
    """Return the rows of one stored report, its earlier texts included."""
    from hrreport.exporting.dataset.rows import report_rows, revision_rows

    got = obtain_revision(entry.id, entry.current.number, library, context)
    country = next((one for one in records.countries() if one.slug == entry.id.country), None)
    revisions = library.revisions(entry.id)
    current = next(one for one in revisions if one.number == entry.current.number)
    texts = {current.number: got.report}
    if len(revisions) > 1:
        for one in revisions:
            texts.setdefault(one.number, obtain_revision(entry.id, one.number, library, context).report)
    rows = report_rows(
        got.report, got.analysis, country or Country(entry.id.country, entry.id.country), current.text_hash
    )
    return rows | revision_rows(revisions, texts)


def _retrieval(entry: Holding) -> tuple[str, ...]:
    source = entry.current.provenance
    return (
        report_key(entry.id),
        source.requested_url,
        source.url,
        source.origin,
        source.retrieved_at.isoformat(),
        source.sha256,
        source.captured_at,
        source.publisher,
    )
