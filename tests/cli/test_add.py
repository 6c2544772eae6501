"""``hrreport add``: pages saved by hand, and what is refused because it is no page of the Department."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.errors import LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.pipeline.add import add_page
from hrreport.pipeline.context import Context
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from hrreport.fetching.fetcher import Fetcher

    Run = Callable[..., Result]

DOCUMENTS = Path(__file__).parent.parent / "documents"
KAZAKHSTAN = ("--country", "kazakhstan", "--year", "2023")
PAGES = {
    "summarize": ("summarize", "kazakhstan", "2024"),
    "findings": ("findings", "kazakhstan", "2024"),
    "issues": ("issues", "kazakhstan", "2024"),
    "export": ("export", "kazakhstan", "2024"),
    "diff": ("diff", "kazakhstan", "2024", "2024"),
    "compare": ("compare", "kazakhstan", "japan", "2024"),
    "compare-topic": ("compare", "kazakhstan", "japan", "2024", "--topic", "torture"),
    "trend": ("trend", "kazakhstan", "--years", "2024"),
    "compile": ("compile", "--country", "kazakhstan", "--year", "2024", "--topic", "torture"),
}
"""Every command that writes HTML."""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The page of a report, as a browser saves it."""
    page = tmp_path / "page.html"
    page.write_text(tables.text("samples/kazakhstan-2023.html").replace(SAMPLE_NOTICE, ""), encoding="utf-8")
    return page


@pytest.fixture
def newer_edition(mirror: Path) -> None:
    """Put a report of the next edition's anatomy into the mirror, for two countries."""
    page = (DOCUMENTS / "state-2024" / "page.html").read_bytes()
    for country in ("kazakhstan", "japan"):
        folder = mirror / "www.state.gov/reports/2024-country-reports-on-human-rights-practices" / country
        folder.mkdir(parents=True)
        (folder / "index.html").write_bytes(page)


def test_a_saved_page_is_added_and_can_then_be_read(run: Run, saved: Path) -> None:
    result = run("add", str(saved), "--country", "kz", "--year", "2023")
    assert result.exit_code == 0, result.stderr
    assert "Added the report on Kazakhstan in 2023" in result.stderr
    shown = run("sections", "kazakhstan", "2023", "--offline", "--format", "json")
    assert json.loads(shown.stdout)["report"]["origin"] == "file"


@pytest.mark.usefixtures("newer_edition")
def test_the_words_of_a_fetched_report_keep_its_address_and_other_words_are_a_revision(
    run: Run, tmp_path: Path
) -> None:
    assert run("sections", "kazakhstan", "2024").exit_code == 0
    saved = tmp_path / "page.html"
    text = (DOCUMENTS / "state-2024" / "page.html").read_text("utf-8")
    for words, origin in ((text + "<!-- saved -->", "mirror"), (text.replace(" the ", " a "), "file")):
        saved.write_text(words, encoding="utf-8")
        added = run("add", str(saved), "--country", "kazakhstan", "--year", "2024", "--force")
        assert added.exit_code == 0, added.stderr
        assert ("is stored already with the same words, from a mirror" in added.stderr) == (origin == "mirror")
        shown = json.loads(run("sections", "kazakhstan", "2024", "--offline", "--format", "json").stdout)["report"]
        assert shown["origin"] == origin


def test_a_saved_page_is_not_taken_for_another_report_unless_forced(run: Run, saved: Path) -> None:
    result = run("add", str(saved), "--country", "japan", "--year", "2023")
    assert result.exit_code == 1
    assert "says that it is the report on kazakhstan 2023, not japan 2023" in result.stderr
    assert run("add", str(saved), "--country", "japan", "--year", "2023", "--force").exit_code == 0


@pytest.mark.parametrize("body", ["", "<p>Hello</p>", "%PDF-1.7"])
def test_a_page_without_a_report_is_not_added(run: Run, tmp_path: Path, body: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(body)
    result = run("add", str(page), "--country", "japan", "--year", "2023")
    assert result.exit_code == 1
    assert "page.html" in result.stderr


@pytest.mark.parametrize("made", [False, True], ids=["itself", "exported"])
def test_the_bundled_abridgement_does_not_become_the_departments_text(run: Run, tmp_path: Path, made: bool) -> None:
    page = tmp_path / "page.html"
    if made:
        export = ("--offline", "export", "kazakhstan", "2023", "--format", "html", "-o", str(page))
        assert run(*export, HRREPORT_MIRROR=None).exit_code == 0
    else:
        page.write_text(tables.text("samples/kazakhstan-2023.html"), encoding="utf-8")
    result = run("add", str(page), *KAZAKHSTAN, "--force")
    assert result.exit_code == 1
    assert f'"{page}" is the abridgement bundled with hrreport' in result.stderr
    assert "the library is empty" in run("library", "list").stderr


@pytest.mark.usefixtures("newer_edition")
@pytest.mark.parametrize("command", PAGES)
def test_a_page_that_hrreport_wrote_is_not_added_as_a_report(run: Run, tmp_path: Path, command: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(run(*PAGES[command], "--format", "html").stdout, encoding="utf-8")
    result = run("add", str(page), *KAZAKHSTAN, "--force")
    assert result.exit_code == 1
    assert "hrreport itself wrote the page" in result.stderr
    assert "hrreport library export" in result.stderr


def test_a_page_is_not_said_to_be_added_when_the_library_is_locked(run: Run, saved: Path, tmp_path: Path) -> None:
    assert run("add", str(saved), *KAZAKHSTAN).exit_code == 0
    other = sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Library(tmp_path / "library.sqlite", clock=lambda: datetime.now(UTC), wait=0.1) as library:
            context = Context(library=library, fetcher=no_fetcher, clock=lambda: datetime.now(UTC), notify=print)
            with pytest.raises(LibraryError, match="the page was not added: another program is writing"):
                add_page(saved, ReportId("kazakhstan", 2023), context)
    finally:
        other.close()


def test_a_page_is_not_said_to_be_added_when_the_library_is_read_only(run: Run, saved: Path, tmp_path: Path) -> None:
    assert run("add", str(saved), *KAZAKHSTAN).exit_code == 0
    with Library(tmp_path / "library.sqlite", clock=lambda: datetime.now(UTC), read_only=True) as library:
        context = Context(library=library, fetcher=no_fetcher, clock=lambda: datetime.now(UTC), notify=print)
        with pytest.raises(LibraryError, match="the page was not added: the library cannot be written"):
            add_page(saved, ReportId("kazakhstan", 2023), context)


def test_a_library_that_cannot_be_opened_is_the_reason_why_a_page_is_not_added(
    run: Run, saved: Path, tmp_path: Path
) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no library, but something long enough " * 99)
    result = run("add", str(saved), *KAZAKHSTAN)
    assert result.exit_code == 1
    assert "Error: the file is not a library" in result.stderr
    assert "Added" not in result.stderr


def no_fetcher() -> Fetcher:
    raise AssertionError("nothing is fetched")
