"""How well finished documents are checked, on generated filings, beside a fuzzy matcher at 85 %.

Run it by hand: ``python -m tests.benchmarks.bench_checking MIRROR [FILINGS]``. MIRROR is a folder with
pages of reports. The fuzzy matcher is rapidfuzz where it is installed.
"""

from __future__ import annotations

import functools
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.filings.generator import ALTERATIONS, FORMATS, WRONG, Generator

from hrreport.catalogue import records
from hrreport.fetching.fetcher import Fetcher
from hrreport.filings import read_filing
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.pipeline.check import check_filing
from hrreport.pipeline.context import Context
from hrreport.pipeline.obtain import obtain
from hrreport.quoting.pairing import read_pairs

if TYPE_CHECKING:
    from tests.filings.generator import Made, Truth

    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.model.report import Report

REPORTS = (
    ("kazakhstan", 2023), ("kazakhstan", 2024), ("kenya", 2023), ("kenya", 2022), ("honduras", 2023),
    ("colombia", 2022), ("jordan", 2024), ("nigeria", 2021),
)  # fmt: skip
PER_FILING = 8
THRESHOLD = 85


def context(mirror: str, library: Library) -> Context:
    """What the use cases may use: a mirror and a library."""
    fetcher = functools.cache(lambda: Fetcher(mirror=mirror, notify=print))
    return Context(library, fetcher, lambda: datetime.now(UTC), print)


def same(text: str) -> str:
    """A quotation with white space and line-end hyphens folded, for finding it again."""
    return "".join(text.split()).replace("-", "")


def finding_of(truth: Truth, checked: CheckedFiling) -> CheckedQuotation | None:
    """The finding on a quotation."""
    wanted = same(truth.quotation)
    return next((one for one in checked.findings if same(one.quotation) == wanted), None)


def fuzzy(quotation: str, text: str) -> bool:
    """Whether a fuzzy matcher lets a quotation pass."""
    from rapidfuzz import fuzz

    return bool(fuzz.partial_ratio(quotation, text) >= THRESHOLD)


class Score:
    """Counts of what was put into filings and what was told of it."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.bad: list[str] = []

    def add(self, made: Made, checked: CheckedFiling, texts: dict[ReportId, str], name: str, *, plain: bool) -> None:
        """Count one filing."""
        for truth in made.truths:
            found = finding_of(truth, checked)
            kind = truth.seeded or "true"
            self.counts[f"{kind} all"] += 1
            passed = fuzzy(truth.quotation, texts[truth.report]) if plain else False
            if truth.seeded in ALTERATIONS:
                caught = found is not None and found.verdict in ("differs", "not-found")
                self.counts["fuzzy altered caught"] += not passed
            elif truth.seeded == "wrong-pinpoint":
                caught = found is not None and "wrong-pinpoint" in found.problems
                right = str(truth.right).removesuffix("")
                self.counts["pinpoint right"] += bool(caught and found and right_place(found, right))
            elif truth.seeded:
                caught = found is not None and truth.seeded in found.problems
            else:
                alarm = found is not None and (
                    found.verdict in ("differs", "not-found", "unchecked")
                    or any(p.startswith(("wrong", "figure")) for p in found.problems)
                )
                self.counts["false alarms"] += alarm
                self.counts["fuzzy false alarms"] += not passed
                caught = found is not None and not alarm
            self.counts[f"{kind} caught"] += caught
            if not caught:
                said = (found.verdict, found.problems, found.remarks, found.place) if found else None
                self.bad.append(f"{name} {kind}: {truth.quotation[:90]} | {truth.report} {truth.claimed} | {said}")


def right_place(found: CheckedQuotation, right: str) -> bool:
    """Whether the place that is told is the right one: section and paragraph."""
    number = right.rpartition("¶ ")[2]
    anchor = right.split()[1]
    told = found.right_place
    return told.startswith(f"§ {anchor}") and told.split(";")[0].endswith(f"¶ {number}")


def citations(made: Made, body: bytes, suffix: str) -> tuple[int, int, int]:
    """How many citations were put in, how many were found, and how many of these are of the right report."""
    pairs = read_pairs(read_filing(f"x{suffix}", body))
    found = {(p.citation.block, p.citation.begin): p.citation for p in pairs if p.citation}
    there = Counter(str(citation.report) for citation in found.values())
    wanted = Counter(str(truth.report) for truth in made.truths)
    return sum(wanted.values()), len(found), sum((there & wanted).values())


def main() -> None:
    """Print one table."""
    mirror, filings = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    names = {country.slug: country.name for country in records.countries()}
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder) / "l.sqlite", clock=lambda: datetime.now(UTC)) as library,
    ):
        use = context(mirror, library)
        reports: dict[ReportId, Report] = {}
        for country, year in REPORTS:
            reports[ReportId(country, year)] = obtain(ReportId(country, year), use).report
        texts = {one: "\n".join(p.printed for _, p in report.passages()) for one, report in reports.items()}
        score = Score()
        put = told = right = 0
        begun = time.process_time()
        has_fuzzy = True
        try:
            import rapidfuzz  # noqa: F401
        except ModuleNotFoundError:
            has_fuzzy = False
        for number in range(filings):
            made = Generator(reports, names, number).filing(PER_FILING)
            suffix = list(FORMATS)[number % len(FORMATS)]
            body = FORMATS[suffix](made)
            checked = check_filing(read_filing(f"filing{suffix}", body), use)
            score.add(made, checked, texts, f"{number}{suffix}", plain=has_fuzzy)
            a, b, c = citations(made, body, suffix)
            put, told, right = put + a, told + b, right + c
        taken = time.process_time() - begun
        counts = score.counts
        altered = sum(counts[f"{one} all"] for one in ALTERATIONS)
        caught = sum(counts[f"{one} caught"] for one in ALTERATIONS)
        quotations = sum(counts[f"{kind} all"] for kind in ("true", *ALTERATIONS, *WRONG))
        print(f"{filings} filings, {quotations} quotations, {taken:.0f} s")
        print(f"{'':<44}{'check':>12}{'fuzzy 85 %':>14}")
        shown = f"{counts['fuzzy altered caught'] / altered:.4f}" if has_fuzzy else "-"
        print(f"{f'altered quotations caught (of {altered})':<44}{caught / altered:>12.4f}{shown:>14}")
        for one in ALTERATIONS:
            print(f"  {one:<42}{counts[f'{one} caught'] / max(1, counts[f'{one} all']):>12.4f}")
        true = counts["true all"]
        alarms = counts["fuzzy false alarms"] if has_fuzzy else "-"
        print(f"{f'false alarms (of {true} true quotations)':<44}{counts['false alarms']:>12}{alarms:>14}")
        print(f"{'true quotations found':<44}{counts['true caught'] / true:>12.4f}")
        for one in WRONG:
            count = counts[f"{one} all"]
            print(f"{f'{one} caught (of {count})':<44}{counts[f'{one} caught'] / max(1, count):>12.4f}")
        print(
            f"{'wrong pinpoints put right':<44}{counts['pinpoint right'] / max(1, counts['wrong-pinpoint all']):>12.4f}"
        )
        precision, recall = right / told, right / put
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{'citations found: F1':<44}{f1:>12.4f}   P {precision:.4f} R {recall:.4f}")
        made = Generator(reports, names, 999_999).filing(60)
        for suffix, write in FORMATS.items():
            body = write(made)
            fresh = context(mirror, library)
            begun = time.process_time()
            check_filing(read_filing(f"filing{suffix}", body), fresh)
            print(f"{f'60 quotations, {suffix}':<44}{time.process_time() - begun:>10.2f} s")
        print("\n".join(score.bad[:40]), file=sys.stderr)


if __name__ == "__main__":
    main()
