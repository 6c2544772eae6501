"""Measure tables of many countries on a library of two whole editions.

    python -m tests.benchmarks.bench_groups LIBRARY OLD NEW

Each table is made by a run of the program of its own. Printed are seconds passed, seconds of all processors, the most
memory of its own process, and the size of the answer. The first run parses again what another version stored.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

TOPICS = 45


def main(library: str, old: str, new: str) -> None:
    """Print what each table takes."""
    from hrreport.catalogue import records

    topics = ",".join(topic.id for topic in records.topics()[:TOPICS])
    for said, args in {
        f"{TOPICS} topics": ("compare", "--all", old, "--topic", topics),
        f"{TOPICS} topics, csv": ("compare", "--all", old, "--topic", topics, "--format", "csv"),
        f"{TOPICS} topics, html": ("compare", "--all", old, "--topic", topics, "--format", "html"),
        "two editions": ("diff", "--all", old, new),
        "two editions, html": ("diff", "--all", old, new, "--format", "html"),
        "duties": ("diff", "--all", old, new, "--duties"),
        "trend": ("trend", "--all", "--topic", "torture"),
    }.items():
        begun = time.perf_counter()
        with subprocess.Popen(
            (sys.executable, "-m", "hrreport", *args),
            env={**os.environ, "HRREPORT_LIBRARY": library},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as run:
            assert run.stdout
            size = len(run.stdout.read())
            _, _, used = os.wait4(run.pid, 0)
        passed = time.perf_counter() - begun
        print(
            f"{said:20} {passed:6.1f} s passed {used.ru_utime + used.ru_stime:6.1f} s of processors "
            f"{used.ru_maxrss // 1024:5} MB {size / 1e6:6.1f} MB of answer",
            flush=True,
        )


if __name__ == "__main__":
    main(*sys.argv[1:4])
