"""The dataset: the same bytes for the same reports, rows that lead back to the text, and files that others can read."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.pages.mirror import lay_out

import hrreport
from hrreport.catalogue.places import find_place
from hrreport.cli.help import manual_page
from hrreport.errors import InputError
from hrreport.exporting.dataset.files import GROUP, file_sha256
from hrreport.exporting.dataset.tables import dataset_tables
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.pipeline.context import Context
from hrreport.pipeline.dataset import write_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrreport.exporting.dataset.descriptions import DatasetFacts
    from hrreport.model.report import Report


duckdb = pytest.importorskip("duckdb")


parquet = pytest.importorskip("pyarrow.parquet")


NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def never(*_: object) -> Any:
    raise AssertionError


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two reports in our own words."""
    folder = tmp_path_factory.mktemp("shelf")
    path = folder / "library.sqlite"
    settings = hrreport.Settings(mirror=str(lay_out(folder / "mirror")), library=str(path))
    hrreport.Reports(settings).download("kazakhstan", "2023-2024")
    return path


@pytest.fixture(scope="module")
def library(shelf: Path) -> Iterator[Library]:
    with Library(shelf, clock=lambda: NOON) as opened:
        yield opened


def written(library: Library, folder: Path, *, force: bool = False) -> DatasetFacts:
    return write_dataset(library, Context(library, never, lambda: NOON, never), folder, force=force)


@pytest.fixture(scope="module")
def about(library: Library, dataset: Path) -> DatasetFacts:
    return written(library, dataset)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dataset")


@pytest.fixture(scope="module")
def tables(about: DatasetFacts, dataset: Path) -> Any:
    """The tables as views of DuckDB."""
    assert about.rows["reports"] == 2
    opened = duckdb.connect()
    opened.execute(f"SET file_search_path = '{dataset}'")
    opened.execute((dataset / "views.sql").read_text(encoding="utf-8"))
    return opened


def test_the_same_reports_are_the_same_bytes_and_the_same_version(
    library: Library, about: DatasetFacts, dataset: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    assert hrreport.Reports(hrreport.Settings(library=str(library.path))).write_dataset(again) == about.version
    files = {path.name: path.read_bytes() for path in dataset.iterdir()}
    assert {path.name: path.read_bytes() for path in again.iterdir()} == files
    with pytest.raises(InputError, match="has a dataset"):
        written(library, again)
    (again / "figures.parquet").write_bytes(b"")
    (again / "datapackage.json").unlink()  # as where it was interrupted
    written(library, again, force=True)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == files
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="not of a dataset"):
        written(library, tmp_path / "mine", force=True)


def test_another_text_is_another_version(shelf: Path, about: DatasetFacts, tmp_path: Path) -> None:
    copy = tmp_path / "library.sqlite"
    copy.write_bytes(shelf.read_bytes())
    with Library(copy, clock=lambda: NOON) as fewer:
        fewer.remove(ReportId("kazakhstan", 2024))
        assert written(fewer, tmp_path / "fewer").version != about.version


def test_every_row_is_found_again_in_the_text_by_its_id(tables: Any, library: Library) -> None:
    reports: dict[str, Report] = {}
    for year in (2023, 2024):
        stored = library.load(ReportId("kazakhstan", year))
        assert stored is not None
        reports[f"kaz-{year}"] = stored.report()
    rows = tables.execute(
        "SELECT s.report, s.sentence_id, s.text, p.text, s.start, c.section FROM sentences AS s "
        "JOIN paragraphs AS p USING (paragraph_id) JOIN sections AS c USING (section_id) "
        "JOIN findings USING (sentence_id)"
    ).fetchall()
    assert len(rows) == sum(len(p.sentences) for report in reports.values() for _, p in report.passages())
    for report, name, text, paragraph, start, section in rows:
        place = find_place(reports[report], name)
        assert (reports[report].text_at(place), place.section) == (text, section)
        assert paragraph[start : start + len(text)] == text
    for table, column in (("figures", "text"), ("sources", "name")):
        found = tables.execute(
            f"SELECT t.{column}, s.text FROM {table} AS t JOIN sentences AS s USING (sentence_id)"  # noqa: S608  our names
        ).fetchall()
        assert found
        assert all(words in text for words, text in found)


def test_keys_are_unique_and_lead_somewhere(tables: Any) -> None:
    for table in dataset_tables():
        key = ", ".join(table.key)
        counts = f"SELECT count(*), count(DISTINCT ({key})) FROM {table.name}"  # noqa: S608  our names
        rows, different = tables.execute(counts).fetchall()[0]
        assert rows == different
        for column, other, there in table.references:
            lost = f"SELECT {column} FROM {table.name} WHERE {column} NOT IN (SELECT {there} FROM {other})"  # noqa: S608
            assert tables.execute(lost).fetchall() == []


def test_the_questions_of_the_manual_have_answers(tables: Any, dataset: Path) -> None:
    text = (dataset / "questions.sql").read_text(encoding="utf-8")
    questions = re.split(r"^-- (?=\d+\. )", text, flags=re.MULTILINE)[1:]
    assert len(questions) == 10
    assert text in manual_page("dataset")
    answers = [tables.execute(question.partition("\n")[2]).fetchall() for question in questions]
    assert answers[0] == tables.execute("SELECT year, 1, paragraphs, sentences FROM reports ORDER BY year").fetchall()
    assert [place for place, answer in enumerate(answers, 1) if not answer and place not in (6, 10)] == []


def test_the_files_open_in_pandas_in_groups_of_rows(about: DatasetFacts, dataset: Path) -> None:
    pandas = pytest.importorskip("pandas")
    assert len(pandas.read_parquet(dataset / "sentences.parquet")) == about.rows["sentences"]
    written = parquet.ParquetFile(dataset / "sentences.parquet").metadata
    assert written.num_row_groups == -(-about.rows["sentences"] // GROUP)


def test_the_descriptions_are_of_the_files_that_are_there(about: DatasetFacts, dataset: Path) -> None:
    names = {path.name for path in dataset.iterdir()}
    package = json.loads((dataset / "datapackage.json").read_text(encoding="utf-8"))
    croissant = json.loads((dataset / "croissant.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} <= names
    for described in croissant["distribution"]:
        assert described["sha256"] == file_sha256(dataset / described["contentUrl"])
    for table, records in zip(dataset_tables(), croissant["recordSet"], strict=True):
        columns = parquet.read_schema(dataset / table.file).names
        assert [field["source"]["extract"]["column"] for field in records["field"]] == columns
    citation = yaml.safe_load((dataset / "CITATION.cff").read_text(encoding="utf-8"))
    assert {package["version"], croissant["version"], citation["version"]} == {about.version}
    sheet = (dataset / "DATASHEET.md").read_text(encoding="utf-8")
    assert "{" not in sheet
    assert about.example in sheet


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_no_error(dataset: Path, about: DatasetFacts) -> None:
    frictionless = pytest.importorskip("frictionless")
    found = frictionless.validate(str(dataset / "datapackage.json"))
    assert found.valid, found.flatten(["message"])
    assert {task.name: task.stats["rows"] for task in found.tasks if task.name in about.rows} == about.rows


@pytest.mark.filterwarnings("ignore")
def test_croissant_has_no_error_and_gives_the_rows(dataset: Path, about: DatasetFacts) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")
    found = mlcroissant.Dataset(str(dataset / "croissant.json"))
    assert (found.metadata.ctx.issues.errors, found.metadata.ctx.issues.warnings) == (set(), set())
    assert sum(1 for _ in found.records("sources")) == about.rows["sources"]
