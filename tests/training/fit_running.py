"""Learn what executive summaries hold, and write it into the package for the running summary.

    python -m tests.training.fit_running MIRROR [MIRROR ...]

The executive summaries of some hundred reports are counted; on some of these reports it is fitted what in a body
speaks for a word to stand in the executive summary. The countries of ``labels/aside.txt.xz`` are left out, so that what
is measured on their reports means something.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.training.fitting import fit_habits, summary_of
from tests.training.places import FOLDER, read_places, read_report

from hrreport.analysis.expectation import SIGNS
from hrreport.analysis.network import bundled_models
from hrreport.analysis.report_analysis import analyze_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.analysis.expectation import Habits
    from hrreport.analysis.network import Models
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights"
COUNTED = 480
"""So many executive summaries are counted."""
FITTED = 140
"""On so many reports the weights are fitted."""
SHORT = 30
"""An executive summary of fewer words is none."""
_PAGE = re.compile(r"(\d{4})-country-reports-on-human-rights-practices/([^/]+)/index\.html$")


def read_summarized(mirrors: Sequence[Path], *, aside: bool) -> Iterator[Report]:
    """Yield the reports of mirrors that have an executive summary, in an order that is the same everywhere.

    Args:
        mirrors: Copies of the site.
        aside: Whether to yield those on the countries kept aside, or all others.
    """
    kept = {place.country for place in read_places(FOLDER / "aside.txt.xz")}
    paths = (path.as_posix() for mirror in mirrors for path in mirror.glob("**/index.html"))
    pages = {page.groups() for page in map(_PAGE.search, paths) if page}
    for year, country in sorted(pages, key=lambda page: hashlib.blake2s("/".join(page).encode()).digest()):
        if (country in kept) == aside:
            report = read_report(mirrors, country, int(year))
            if report is not None and len(summary_of(report).split()) >= SHORT:
                yield report


def fit_running(mirrors: Sequence[Path], models: Models) -> Habits:
    """Return what executive summaries hold, and what speaks for a word to stand in one."""
    summaries: list[tuple[str, int, str]] = []
    reports: list[tuple[Report, Analysis]] = []
    for report in read_summarized(mirrors, aside=False):
        if len(reports) < FITTED:
            reports.append((report, analyze_with(report, models)))
        summaries.append((report.id.country, report.id.year, summary_of(report)))
        if len(summaries) == COUNTED:
            break
    return fit_habits(summaries, reports)


def write_habits(known: Habits) -> None:
    """Write what executive summaries hold into the package."""
    rows = []
    for gram, shares in sorted(known.shares.items(), key=lambda row: (len(row[0]), row[0])):
        rate = known.rates[gram[0]] if len(gram) == 1 else ""
        rows.append(f"{' '.join(gram)},{' '.join(f'{share:g}' for share in shares)},{rate}")
    (WEIGHTS / "running.csv").write_text("\n".join(["words,shares,rate", *rows, ""]), encoding="utf-8")
    signs = [f"{sign},{known.weights[1, sign]:g},{known.weights[2, sign]:g}" for sign in SIGNS]
    (WEIGHTS / "expectation.csv").write_text("\n".join(["sign,word,pair", *signs, ""]), encoding="utf-8")
    sys.stdout.write(f"running: {len(rows)} words and pairs\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirrors", type=Path, nargs="+", metavar="MIRROR")
    write_habits(fit_running(parser.parse_args().mirrors, bundled_models()))


if __name__ == "__main__":
    main()
