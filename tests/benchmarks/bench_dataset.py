"""Write the dataset of a library, and ask it the questions of the manual: seconds, memory, milliseconds.

python -m tests.benchmarks.bench_dataset LIBRARY
"""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from hrreport.library.library import Library
from hrreport.pipeline.context import Context
from hrreport.pipeline.dataset import write_dataset

RUNS = 5
"""Times that each question is asked; the fastest counts."""


def never(*_: object) -> Any:
    """Fetch nothing."""
    raise AssertionError


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "dataset"
        began, cpu = time.monotonic(), time.process_time()
        with Library(sys.argv[1], clock=lambda: datetime.now(UTC)) as library:
            about = write_dataset(library, Context(library, never, lambda: datetime.now(UTC), print), folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1_000_000
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        print(f"{about.rows['reports']:,} reports in {seconds:.1f} s ({cpu:.1f} s of CPU), {peak} MB at most")
        print(f"{size:.1f} MB, version {about.version}")
        tables = duckdb.connect()
        tables.execute(f"SET file_search_path = '{folder}'")
        tables.execute((folder / "views.sql").read_text(encoding="utf-8"))
        text = (folder / "questions.sql").read_text(encoding="utf-8")
        for question in re.split(r"^-- (?=\d+\. )", text, flags=re.MULTILINE)[1:]:
            title, _, sql = question.partition("\n")
            fastest = float("inf")
            for _ in range(RUNS):
                began = time.perf_counter()
                rows = tables.execute(sql).fetchall()
                fastest = min(fastest, time.perf_counter() - began)
            print(f"{1000 * fastest:6.1f} ms  {len(rows):>6,} rows  {title}")


if __name__ == "__main__":
    main()
