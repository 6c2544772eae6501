"""How long whole commands take, as ratios to ``python -c pass`` in the same run.

    python -m tests.benchmarks.bench_start [--runs 15] [--mirror DIR]

The report is Kazakhstan 2023: from the mirror given, else the bundled abridgement added by hand.
Byte-compiled modules are used, as an installed package has them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hrreport import tables
from hrreport.wording.notices import SAMPLE_NOTICE

REPORT = ("kazakhstan", "2023")
COMMANDS = {
    "hrreport --help": ("--help",),
    "summarize, stored": ("summarize", *REPORT),
    "sections, stored": ("sections", *REPORT),
    "show, stored": ("show", *REPORT),
    "findings, stored": ("findings", *REPORT),
}


def once(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Run a command; return the seconds that it took and its peak memory in kB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--mirror")
    args = parser.parse_args()
    program = [sys.executable, "-m", "hrreport"]
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("HRREPORT_", "PYTHON"))
        }
        environment["HRREPORT_LIBRARY"] = str(Path(folder) / "library.sqlite")
        if args.mirror:
            once([*program, "--mirror", args.mirror, "sections", *REPORT], environment)
        else:
            page = Path(folder) / "page.html"
            page.write_text(tables.text("samples/kazakhstan-2023.html").replace(SAMPLE_NOTICE, ""), encoding="utf-8")
            once([*program, "add", str(page), "--country", REPORT[0], "--year", REPORT[1]], environment)
        rows = {"python -c pass": [sys.executable, "-c", "pass"]}
        rows |= {name: [*program, *command] for name, command in COMMANDS.items()}
        taken: dict[str, list[tuple[float, int]]] = {name: [] for name in rows}
        for _ in range(args.runs):
            for name, command in rows.items():
                taken[name].append(once(command, environment))
    base = statistics.median(seconds for seconds, _ in taken["python -c pass"])
    print(f"{'':22} {'median':>9} {'ratio':>7} {'peak memory':>12}")
    for name, runs in taken.items():
        median = statistics.median(seconds for seconds, _ in runs)
        peak = max(memory for _, memory in runs) / 1024
        print(f"{name:22} {median * 1000:6.1f} ms {median / base:6.1f}x {peak:9.1f} MB")


if __name__ == "__main__":
    main()
