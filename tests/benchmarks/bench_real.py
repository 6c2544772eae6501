"""How fast commands and searches are with many real reports in one library, as ratios to ``python -c pass``.

    python -m tests.benchmarks.bench_real [MIRROR] [--every N] [--library FILE] [--runs 9]

MIRROR is a folder of pages as the site serves them; without it, that of HRREPORT_MIRROR, or else the pages that
``../shared/tools/unpack_pages.py`` unpacks. With --every, only each N-th page is read, and those that are shown.
--library names where the library is kept; one that is there is measured as it is. What was asked for stands behind
each figure. `bench_library` measures a library of 9,600 made-up reports.
"""

from __future__ import annotations

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench_library import QUERIES, now, on_two_cores, report_bytes
from tests.corpus.pages import id_of, pages_in

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.errors import HrReportError
from hrreport.library.library import Library
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.retrieve import open_pages, parse_and_analyze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.country import ReportId

_TOOL = Path(__file__).parents[2] / ".." / "shared" / "tools" / "unpack_pages.py"
_ONE = "kazakhstan"
_TEN = "kenya uganda ghana senegal peru chile japan estonia france latvia".split()
_YEAR = 2022
COMMANDS = {
    "summarize, piped": (("summarize", _ONE, "2023"), 8.5),
    "summarize, brief on a terminal": (("summarize", _ONE, "2023", "--length", "brief"), 8.5),
    "search": (("search", "pretrial detention"), 12.0),
    "trend": (("trend", _ONE), 20.0),
    "compare of ten": (("compare", *_TEN, str(_YEAR)), 20.0),
    "diff": (("diff", _ONE, "2022", "2023"), 20.0),
}
"""By name, a command and how many times ``python -c pass`` it may take."""


def _is_shown(report_id: ReportId) -> bool:
    """Return whether one of the commands shows a report."""
    return report_id.country == _ONE or (report_id.country in _TEN and report_id.year == _YEAR)


def mirror_in(folder: Path, given: str | None) -> Path:
    """Return the folder of pages: the one that was named, or one that is unpacked into a folder."""
    if named := given or os.environ.get("HRREPORT_MIRROR"):
        return Path(named)
    subprocess.run([sys.executable, str(_TOOL), str(folder / "pages")], check=True)
    return folder / "pages"


def store(library: Path, pages: list[Path], *, root: Path) -> None:
    """Read pages, and keep their reports with everything that is found in them."""
    with Library(library, clock=now) as opened_library:
        for page in pages:
            body = page.read_bytes()
            url = f"https://{page.parent.relative_to(root).as_posix()}/"
            digest = sha256(body).hexdigest()
            provenance = Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "mirror", digest, encoding="utf-8")
            with suppress(HrReportError):  # a template without text
                got = parse_and_analyze(open_pages((Snapshot(body, provenance),)), id_of(page))
                opened_library.save(
                    [Snapshot(body, provenance)],
                    got.report,
                    got.analysis,
                    parser_version=PARSER_VERSION,
                    analysis_version=ANALYSIS_VERSION,
                )


def measured(command: list[str], environment: dict[str, str], *, terminal: bool) -> tuple[float, float]:
    """Return the seconds that a command takes, on a terminal or in a pipe, and those of them on a processor."""
    reader, writer = pty.openpty() if terminal else os.pipe()
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=writer if terminal else None, stdout=writer, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    for _ in _drained(reader):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begun
    os.close(reader)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return taken, usage.ru_utime + usage.ru_stime


def _drained(reader: int) -> Iterator[bytes]:
    with suppress(OSError):  # a terminal ends so
        while piece := os.read(reader, 65536):
            yield piece


def commands(library: Path, runs: int) -> None:
    """Print how long commands take beside ``python -c pass``."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HRREPORT_", "COV_"))}
    environment |= {"HRREPORT_LIBRARY": str(library), "HRREPORT_OFFLINE": "1", "TERM": "xterm", "PAGER": "cat"}
    nothing = [sys.executable, "-c", "pass"]
    taken: dict[str, list[tuple[float, float]]] = {"": [], **{name: [] for name in COMMANDS}}
    for _ in range(runs):
        taken[""].append(measured(nothing, environment, terminal=False))
        for name, (words, _) in COMMANDS.items():
            command = [sys.executable, "-m", "hrreport", *words]
            taken[name].append(measured(command, environment, terminal="terminal" in name))
    base, base_busy = map(statistics.median, zip(*taken.pop(""), strict=True))
    print(f"python -c pass                  {base * 1e3:6.1f} ms, {base_busy * 1e3:.1f} ms of them on a processor")
    for name, times in taken.items():
        median, busy = map(statistics.median, zip(*times, strict=True))
        print(
            f"{name:31} {median * 1e3:6.1f} ms, {median / base:5.1f} times, on a processor {busy / base_busy:5.1f} "
            f"(under {COMMANDS[name][1]:g})"
        )


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirror", nargs="?")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = given.library or Path(folder) / "library.sqlite"
        if not library.exists():
            root = mirror_in(Path(folder), given.mirror)
            pages = [p for n, p in enumerate(pages_in(root)) if n % given.every == 0 or _is_shown(id_of(p))]
            taken = on_two_cores(store, pages, library, root=root)
            print(f"{len(pages)} pages: parsed, analysed and indexed in {taken:.0f} s on 2 cores (140 for 1,339)")
        report_bytes(library)
        with Library(library, clock=now) as opened_library:
            info = opened_library.info()
            print(f"bytes a report                  {info.size / info.reports:,.0f} (160,000)")
            times = []
            for query in QUERIES * 2:
                begun = time.perf_counter()
                opened_library.search(query)
                times.append(time.perf_counter() - begun)
            median = statistics.median(times[len(QUERIES) :])
            print(f"search within a process         {median * 1e3:6.1f} ms (under 30)")
            begun = time.perf_counter()
            flaws = sum(1 for _ in opened_library.check())
            print(f"library check                   {time.perf_counter() - begun:6.1f} s, {flaws} flaws (under 60)")
        commands(library, given.runs)


if __name__ == "__main__":
    main()
