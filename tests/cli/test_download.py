"""download: what is wanted, what came of it, resuming, what is left to do by hand, and what must be withstood."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.cli.session import now
from hrreport.errors import LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.pipeline.context import Context
from hrreport.pipeline.download import download as deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

    Run = Callable[..., Result]
    Start = Callable[..., subprocess.Popen[str]]

EDITION = "www.state.gov/reports/2023-country-reports-on-human-rights-practices"


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    return tmp_path / "missing.txt"


@pytest.fixture
def download(run: Run, shelf: Path, missing: Path) -> Run:  # noqa: ARG001  the mirror that is read
    """Run ``hrreport download`` on the edition of three reports."""
    return lambda *args, **more: run("download", *args, "--missing", str(missing), **more)


def outcomes(result: Result) -> dict[str, str]:
    return {f"{row['country']} {row['year']}": row["outcome"] for row in json.loads(result.stdout)["reports"]}


def held(path: Path) -> list[str]:
    with Library(path, clock=now) as library:
        assert list(library.check()) == []
        return [str(entry.id) for entry in library.entries()]


# -- what is wanted ----------------------------------------------------------------------------


def test_countries_and_years_may_be_mixed(download: Run) -> None:
    result = download("kazakhstan", "2023", "kenya", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert outcomes(result) == {"kazakhstan 2023": "new", "kenya 2023": "new"}


def test_a_range_of_years_is_every_year_in_it(download: Run) -> None:
    result = download("kazakhstan", "2022-2023", "--format", "json")
    assert outcomes(result) == {"kazakhstan 2022": "failed", "kazakhstan 2023": "new"}


def test_all_asks_the_index_of_the_edition(download: Run) -> None:
    result = download("--all", "2023", "--format", "json")
    assert result.exit_code == 1
    assert outcomes(result) == {
        "kazakhstan 2023": "new", "kenya 2023": "new", "jordan 2023": "new", "japan 2023": "failed",
    }  # fmt: skip


def test_a_list_names_reports_line_by_line(download: Run, tmp_path: Path) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_text("# mine\nkazakhstan 2023\nKenya, 2023\n\nJordan\t2023\tmore # said\nKenya\n", encoding="utf-8")
    result = download("--file", str(wanted), "2023", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert len(outcomes(result)) == 3
    again = download("--file", "-", "--format", "json", stdin="kenya 2023\n")
    assert outcomes(again) == {"kenya 2023": "unchanged"}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((), 2, "name countries and years"),
        (("kazakhstan",), 2, "name the years too"),
        (("--all",), 2, "name the years too"),
        (("2023",), 2, "name countries and years"),
        (("--all", "kazakhstan", "2023"), 2, "--all means every country"),
        (("atlantis", "2023"), 1, "atlantis"),
        (("kazakhstan", "2024-2019"), 1, "is not a range of years"),
        (("kazakhstan", "1066"), 1, "1066"),
        (("--file", "nowhere.txt"), 1, 'cannot read "nowhere.txt"'),
    ],
)
def test_what_is_not_understood_is_said_before_anything_is_asked(
    download: Run, args: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    result = download(*args)
    assert result.exit_code == code
    assert said in result.stderr
    assert not (tmp_path / "missing.txt").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [("kazakhstan 2023\natlantis 2023\n", "line 2 of"), ("kazakhstan\n", "names no year"), ("kenya 23\n", "kenya 23")],
)
def test_a_line_of_a_list_that_is_not_understood_is_named(download: Run, tmp_path: Path, text: str, said: str) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_text(text, encoding="utf-8")
    result = download("--file", str(wanted))
    assert result.exit_code == 1
    assert said in result.stderr


def test_all_lines_that_are_not_understood_are_named_at_once_and_the_others_offered(
    download: Run, tmp_path: Path
) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_text("kenya 2023\natlantis 2023\nmordor\njordan 2023\nkenya 1066\n", encoding="utf-8")
    refused = download("--file", str(wanted))
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: 3 lines are not understood: line 2 of ")
    for line in ("line 2 of", "line 3 of", "line 5 of"):
        assert line in refused.stderr
    assert "go on with the other 2 reports: --skip-unknown" in refused.stderr
    done = download("--file", str(wanted), "--skip-unknown", "--format", "json")
    assert outcomes(done) == {"kenya 2023": "new", "jordan 2023": "new"}
    assert done.stderr.count("Note: passed over: line ") == 3
    assert download("kenya", "2023", "--skip-unknown").exit_code == 2


def test_a_list_without_a_report_is_said(download: Run, tmp_path: Path) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_text("atlantis 2023\n", encoding="utf-8")
    assert "go on" not in download("--file", str(wanted)).stderr
    result = download("--file", str(wanted), "--skip-unknown")
    assert (result.exit_code, "the lists name no report" in result.stderr) == (1, True)


def test_a_list_that_is_no_text_is_named(download: Run, tmp_path: Path) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_bytes(b"\xff\xfe\xfa")
    assert "is not text in UTF-8" in download("--file", str(wanted)).stderr
    wanted.write_bytes(b"kenya 2023\n" * 100_000)
    assert "too long for a list" in download("--file", str(wanted)).stderr


# -- what came of it ---------------------------------------------------------------------------


def test_plain_lines_tell_of_every_report_and_a_table_closes(download: Run) -> None:
    result = download("kazakhstan", "kenya", "2023")
    lines = result.stderr.splitlines()
    assert sorted(line.partition("] ")[2] for line in lines) == ["new Kazakhstan 2023", "new Kenya 2023"]
    assert result.stdout.startswith("2 reports:\n2  new")
    assert "\x1b" not in result.stderr


def test_what_is_stored_is_passed_over(download: Run, shelf: Path) -> None:
    download("kazakhstan", "2023")
    for page in shelf.rglob("*.html"):
        page.unlink()
    result = download("kazakhstan", "2023")
    assert result.exit_code == 0
    assert "1 stored already" in result.stderr
    assert "1  unchanged" in result.stdout


def test_refresh_tells_other_words_from_another_frame(download: Run, shelf: Path) -> None:
    download("kazakhstan", "kenya", "2023")
    kazakhstan, kenya = (shelf / EDITION / name / "index.html" for name in ("kazakhstan", "kenya"))
    kazakhstan.write_text(kazakhstan.read_text(encoding="utf-8").replace("<title>", "<title>New: "), encoding="utf-8")
    kenya.write_text(
        kenya.read_text(encoding="utf-8").replace("49 crisis centers", "50 crisis centers"), encoding="utf-8"
    )
    result = download("kazakhstan", "kenya", "2023", "--refresh", "--format", "json")
    assert outcomes(result) == {"kazakhstan 2023": "unchanged", "kenya 2023": "revised"}


def test_what_could_not_be_had_is_listed_to_be_fetched_by_hand_and_tried_again(
    download: Run, missing: Path, shelf: Path
) -> None:
    result = download("kazakhstan", "japan", "2023")
    assert result.exit_code == 1
    assert f"listed in {missing}" in result.stderr
    entry = next(line for line in missing.read_text(encoding="utf-8").splitlines() if line.startswith("japan"))
    country, year, address, command = entry.split("\t")
    assert (country, year) == ("japan", "2023")
    assert address == f"https://{EDITION}/japan/"
    assert command == "hrreport add FILE --country japan --year 2023"
    page = shelf / EDITION / "japan" / "index.html"
    page.parent.mkdir()
    text = (shelf / EDITION / "kenya" / "index.html").read_text(encoding="utf-8")
    page.write_text(text.replace("/kenya/", "/japan/"), encoding="utf-8")
    again = download("--file", str(missing), "--format", "json")
    assert outcomes(again) == {"japan 2023": "new"}


def test_a_file_of_somebody_elses_is_not_written_over(download: Run, missing: Path) -> None:
    missing.write_text("my notes")
    result = download("japan", "2023")
    assert result.exit_code == 1
    assert "is not a list of what could not be fetched" in result.stderr
    assert missing.read_text() == "my notes"
    assert download("japan", "2023", "--missing", str(missing.parent)).exit_code == 1


def test_a_page_that_is_not_understood_is_said_so_and_the_others_are_had(download: Run, shelf: Path) -> None:
    (shelf / EDITION / "kenya" / "index.html").write_text("<html><body><p>Hello</p></body></html>")
    result = download("kazakhstan", "kenya", "2023", "--format", "json")
    assert result.exit_code == 1
    assert outcomes(result) == {"kazakhstan 2023": "new", "kenya 2023": "failed"}


def test_the_log_is_kept_in_the_library(download: Run, run: Run) -> None:
    download("kazakhstan", "niue", "2023")
    log = json.loads(run("library", "log", "--format", "json").stdout)["downloads"][0]
    assert {(row["country"], row["outcome"]) for row in log["reports"]} == {("kazakhstan", "new"), ("niue", "missing")}
    assert log["finished_at"]
    assert log["pending"] == []
    assert "1 missing" in run("library", "log").stdout


def test_offline_downloads_nothing(download: Run) -> None:
    result = download("kazakhstan", "2023", "--offline")
    assert result.exit_code == 1
    assert "leave out --offline" in result.stderr


@pytest.mark.parametrize("sql", ["'; DROP TABLE revision; --", "x' OR '1'='1", "\x00\x1b[2J", "../../etc/passwd"])
def test_sql_and_paths_in_any_argument_are_errors_and_harm_nothing(
    download: Run, run: Run, tmp_path: Path, sql: str
) -> None:
    wanted = tmp_path / "list.txt"
    wanted.write_text(f"{sql} 2023\n", encoding="utf-8")
    download("kazakhstan", "2023")
    for args in ((sql, "2023"), ("kazakhstan", sql), ("--file", str(wanted))):
        result = download(*args)
        assert result.exit_code in (1, 2)
        assert "Traceback" not in result.stderr
    assert run("library", "check").exit_code == 0


# -- sources that refuse -----------------------------------------------------------------------


@contextmanager
def served(
    mirror: Path, refused: tuple[str, ...] = (), held: tuple[str, ...] = (), until: threading.Event | None = None
) -> Iterator[str]:
    """Serve a mirror, but refuse what has one of these words in its path, and hold back others until an event."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = mirror / self.path.strip("/") / "index.html"
            status = 403 if any(word in self.path for word in refused) else 200 if file.is_file() else 404
            if until and any(word in self.path for word in held):
                until.wait(60)
            with suppress(ConnectionError):  # whoever asked may be gone
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(file.read_bytes() if status == 200 else b"Access denied")

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def test_a_refusal_is_told_apart_from_what_does_not_exist(download: Run, shelf: Path, missing: Path) -> None:
    with served(shelf, ("kenya",)) as address:
        result = download("kazakhstan", "kenya", "niue", "2023", "--mirror", address, "--format", "json")
    assert outcomes(result) == {"kazakhstan 2023": "new", "kenya 2023": "refused", "niue 2023": "missing"}
    (refused,) = (line for line in missing.read_text(encoding="utf-8").splitlines() if line.startswith("# refused: "))
    assert refused.startswith("# refused: www.state.gov")
    assert refused.count(": 403, access refused") == 1, "said once of all that said so"


def test_a_report_that_is_listed_and_not_found_is_told_apart_from_what_does_not_exist(
    download: Run, missing: Path
) -> None:
    result = download("japan", "niue", "2023", "2022", "--format", "json")
    assert outcomes(result) == {
        "japan 2023": "failed", "niue 2023": "missing", "japan 2022": "failed", "niue 2022": "failed",
    }  # fmt: skip
    reasons = missing.read_text(encoding="utf-8")
    assert "# failed: its edition lists it, but its page is not in the mirror\njapan\t2023" in reasons
    assert "# missing: its edition has no such report\nniue\t2023" in reasons
    assert "# failed: its page is not in the mirror, nor is the list of its edition\nniue\t2022" in reasons


def test_an_index_that_is_refused_does_not_keep_the_reports_away(download: Run, shelf: Path) -> None:
    with served(shelf, ("practices/index", "practices?")) as address:
        (shelf / EDITION / "index.html").write_text("<html><body>Technical Difficulties</body></html>")
        result = download("--all", "2023", "--mirror", address, "--format", "json")
    assert "could not be asked, so all are tried" in result.stderr
    found = outcomes(result)
    assert len(found) > 190
    new = {name for name, outcome in found.items() if outcome == "new"}
    assert new == {"jordan 2023", "kazakhstan 2023", "kenya 2023"}


# -- what must be withstood --------------------------------------------------------------------


@pytest.fixture
def large(shelf: Path) -> Path:
    """The mirror with an edition of nine reports: enough for processes that read."""
    names = ("chad", "cuba", "fiji", "iran", "iraq", "kazakhstan", "kenya", "jordan", "mali")
    text = (shelf / EDITION / "kazakhstan" / "index.html").read_text(encoding="utf-8")
    for name in names:
        path = shelf / EDITION / name / "index.html"
        path.parent.mkdir(exist_ok=True)
        own = text.replace("Kazakhstan", name.title()).replace("/kazakhstan/", f"/{name}/")
        path.write_text(own, encoding="utf-8")
    links = "".join(f'<a href="https://{EDITION}/{name}/">{name.title()}</a>' for name in names)
    (shelf / EDITION / "index.html").write_text(f"<html><body><main>{links}</main></body></html>", encoding="utf-8")
    return shelf


@pytest.fixture
def start(large: Path, tmp_path: Path) -> Start:
    """Start ``hrreport download --all 2023`` as a program of its own."""
    environment = {**os.environ, "HRREPORT_MIRROR": str(large)}

    def started(*args: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "hrreport", "download", "--all", "2023", *args]
        return subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    return started


def test_two_downloads_into_one_library_at_once_get_everything_once(start: Start, tmp_path: Path) -> None:
    both = [start(), start()]
    ended = [(*process.communicate(), process.returncode) for process in both]
    assert [code for _, _, code in ended] == [0, 0], ended
    assert len(held(tmp_path / "library.sqlite")) == 9
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM revision").fetchone() == (9,)


def children_of(pid: int) -> list[int]:
    return [int(child) for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text().split()]


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system does not tell of processes in /proc")
def test_killed_again_and_again_it_is_taken_up_where_it_was_and_leaves_no_process(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    before: list[str] = []
    for kill in range(4):
        process = start()
        assert process.stderr is not None
        for _ in range(kill):
            process.stderr.readline()
        children = children_of(process.pid)
        process.kill()
        process.communicate()
        deadline = time.monotonic() + 20
        while any(map(running, children)):
            assert time.monotonic() < deadline, "a reader outlived its parent"
            time.sleep(0.02)
        now_held = held(library) if library.exists() else []
        assert set(before) <= set(now_held)
        before = now_held
    last = start()
    assert last.communicate()[1].count("new ") == 9 - len(before)
    assert last.returncode == 0
    assert len(held(library)) == 9


def test_interrupted_it_exits_with_130_leaves_nothing_half_written_and_can_be_taken_up(
    start: Start, large: Path, tmp_path: Path
) -> None:
    interrupted = threading.Event()
    with served(large, held=("kenya", "mali"), until=interrupted) as address:
        process = start("--mirror", address)
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        interrupted.set()
    assert process.returncode == 130, said
    assert said.endswith("Interrupted.\n")
    assert "Traceback" not in said
    some = held(tmp_path / "library.sqlite")
    assert 0 < len(some) < 9
    with Library(tmp_path / "library.sqlite", clock=now) as library:
        assert library.downloads.last(1)[0].finished_at is None
    last = start()
    last.communicate()
    assert last.returncode == 0
    assert len(held(tmp_path / "library.sqlite")) == 9


def test_a_library_of_a_newer_version_is_left_alone(download: Run, tmp_path: Path) -> None:
    download("kazakhstan", "2023")
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as db:
        db.execute("PRAGMA user_version = 99")
    result = download("kenya", "2023")
    assert result.exit_code == 1
    assert "newer version of hrreport" in result.stderr


def test_a_library_that_cannot_be_written_is_told_at_once(download: Run, tmp_path: Path, shelf: Path) -> None:
    folder = tmp_path / "readonly"
    download("kazakhstan", "2023", "--library", str(folder / "library.sqlite"))
    with Library(folder / "library.sqlite", clock=now, read_only=True) as library:
        context = Context(library, lambda: pytest.fail("nothing is asked"), now, print)
        with pytest.raises(LibraryError, match="nothing was downloaded"):
            deliver([ReportId("kenya", 2023)], context, pytest.fail)  # type: ignore[arg-type]
    assert shelf.is_dir()
