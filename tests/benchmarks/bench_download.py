"""Measures the download of a whole edition from a mirror: time and peak memory.

    python -m tests.benchmarks.bench_download [--bytes 135000] [--reports 195] [--keep DIR]

The pages are made as those of ``bench_library.py``: of the bundled abridgement's sentences, with
invented names in them. What is timed is ``hrreport download --all 2023``, a process of its own with
its readers, from its start to its end: fetched, parsed, analysed, saved and indexed. Memory is
that of the process and all its children together, shared pages counted once for each (resident)
and in equal parts (proportional).
"""

from __future__ import annotations

import argparse
import os
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hrreport.catalogue import records
from hrreport.model.country import ReportId

YEAR = 2023
EDITION = f"www.state.gov/reports/{YEAR}-country-reports-on-human-rights-practices"
LOOK = 0.05
"""Seconds between two looks at the memory."""


def make_mirror(folder: Path, reports: int, size: int) -> int:
    """Write an edition and its index; return the bytes of its pages."""
    bench = runpy.run_path(str(Path(__file__).with_name("bench_library.py")))
    corpus: Any = bench["Corpus"]()
    corpus.make.__globals__["PAGE_BYTES"] = size
    countries = records.countries()[:reports]
    written = 0
    for country in countries:
        page = corpus.make(ReportId(country.slug, YEAR))[0].body.replace(b"Kazakhstan", country.name.encode())
        page = page.replace(b"/kazakhstan/", f"/{country.slug}/".encode())
        path = folder / EDITION / country.slug / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)
        written += len(page)
    links = "\n".join(f'<a href="https://{EDITION}/{c.slug}/">{c.name}</a>' for c in countries)
    (folder / EDITION / "index.html").write_text(f"<html><body><main>{links}</main></body></html>", encoding="utf-8")
    return written


def family(pid: int) -> list[int]:
    """Return a process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += family(int(child))
    return found


def memory(pid: int) -> tuple[int, int]:
    """Return the resident and the proportional bytes of a process and all below it."""
    resident = proportional = 0
    for one in family(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            name, _, value = line.partition(":")
            if name == "Rss":
                resident += int(value.split()[0]) * 1024
            elif name == "Pss":
                proportional += int(value.split()[0]) * 1024
    return resident, proportional


def timed(args: list[str], mirror: Path, folder: Path) -> tuple[float, float, tuple[int, int]]:
    """Run the program; return the seconds it took, those of its processors, and its peaks of memory."""
    environment = {**os.environ, "HRREPORT_MIRROR": str(mirror), "HRREPORT_LIBRARY": str(folder / "library.sqlite")}
    before, begun = os.times(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "hrreport", *args],
        cwd=folder,
        env=environment,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    peak = (0, 0)
    while process.poll() is None:
        try:
            now = memory(process.pid)
        except OSError:  # it ended meanwhile
            continue
        peak = (max(peak[0], now[0]), max(peak[1], now[1]))
        time.sleep(LOOK)
    taken, after = time.perf_counter() - begun, os.times()
    if process.returncode:
        raise SystemExit(f"hrreport {' '.join(args)} ended with {process.returncode}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return taken, spent, peak


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=195)
    parser.add_argument("--bytes", type=int, default=135_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        written = make_mirror(folder / "mirror", options.reports, options.bytes)
        (folder / "library.sqlite").unlink(missing_ok=True)
        print(f"python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        print(
            f"{options.reports} reports, {written / 1e6:.1f} MB of pages, {written / options.reports:,.0f} bytes each"
        )
        for name, args in (
            ("downloaded, parsed, analysed, indexed", ["download", "--all", str(YEAR)]),
            ("the same again: all is stored", ["download", "--all", str(YEAR)]),
            ("the same with --refresh", ["download", "--all", str(YEAR), "--refresh"]),
        ):
            taken, spent, (resident, proportional) = timed(args, folder / "mirror", folder)
            rate = options.reports / taken
            print(
                f"{name:<40}{taken:>7.1f} s {spent:>7.1f} s of processors {rate:>7.1f} reports/s"
                f" {resident / 1e6:>5.0f} MB resident {proportional / 1e6:>5.0f} MB proportional"
            )
        size = (folder / "library.sqlite").stat().st_size
        print(f"library: {size / 1e6:.1f} MB, {size / written:.2f} times the pages")


if __name__ == "__main__":
    main()
