"""Count what executive summaries speak of, and write it into the package for the running summary.

python -m tests.training.train MIRROR [COUNTRY ...]

MIRROR holds pages of the sites; those of the editions from 2022 on are read, whose executive summaries have
today's form. Countries named are kept aside, so that what is measured on them means something. The weights in
the package are from 247 pages; the countries of 27 reports were kept aside.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.training.fitting import fit_expected

from hrreport import HrReportError, ReportId, parse_report, read_file
from hrreport.analysis.executive_summary import is_summary

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights"
FORMED = 2022
_PAGE = re.compile(r"(\d{4})-country-reports-on-human-rights-practices/([^/]+)/index\.html$")


def read_summaries(mirror: Path, aside: set[str]) -> list[tuple[str, str]]:
    """Return country and text of the executive summaries of a mirror's reports."""
    found = []
    for path in sorted(mirror.glob("**/index.html")):
        page = _PAGE.search(path.as_posix())
        if page is None or int(page[1]) < FORMED or page[2] in aside:
            continue
        try:
            retrieved = read_file(path, clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
            report = parse_report(retrieved, ReportId(page[2], int(page[1])))
        except HrReportError:
            continue
        found.append((page[2], " ".join(p.text for s in report.walk() if is_summary(s) for p in s.paragraphs)))
    return found


def main(mirror: str, *aside: str) -> None:
    wanted = fit_expected(read_summaries(Path(mirror), set(aside)))
    rows = [f"{word},{share},{rate}" for word, (share, rate) in sorted(wanted.words.items())]
    rows += [f"{' '.join(pair)},{share}," for pair, share in sorted(wanted.pairs.items())]
    (WEIGHTS / "running.csv").write_text("\n".join(["words,share,rate", *rows, ""]), encoding="utf-8")
    sys.stdout.write(f"running: {len(rows)} words and pairs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
