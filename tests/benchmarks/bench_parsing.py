"""Print how long a page takes to become a report, beside the time that BeautifulSoup alone takes for it.

    python -m tests.benchmarks.bench_parsing [PAGE]

PAGE is a report's page; without it, the abridgement in the package is read.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

import hrreport
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(hrreport.__file__).parent / "data" / "samples" / "kazakhstan-2023.html"
ROUNDS = 30


def median_ms(run: Callable[[], object]) -> float:
    """Return the median time of many runs, in milliseconds; the first, which fills caches, is not counted."""
    run()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def main() -> None:
    """Measure both in turn, and print the two times and their ratio."""
    body = Path(sys.argv[1] if len(sys.argv) > 1 else SAMPLE).read_bytes()
    page = Snapshot(body, Provenance("", "", datetime.now(UTC), "file", ""))
    text = body.decode("utf-8")
    alone = median_ms(lambda: BeautifulSoup(text, "lxml"))
    whole = median_ms(lambda: parse_page(page, ReportId("kazakhstan", 2023)))
    print(f"BeautifulSoup alone {alone:6.1f} ms")
    print(f"parse_page          {whole:6.1f} ms, {whole / alone:.2f} times as long")


if __name__ == "__main__":
    main()
