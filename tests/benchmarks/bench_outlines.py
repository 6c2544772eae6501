"""Leave one edition out: read its pages as if its outline were not in the data, and hold that against the outline.

    python -m tests.benchmarks.bench_outlines MIRROR [PAGES] [--years 2016 ...] [--wrong]

MIRROR is a folder of pages; of each edition, PAGES (40) are read, evenly spread. The outline file that the
edition follows is left out whole, so that 2017 and 2018, which follow one file, both do without it, and the words
of topics are counted on the other editions alone. Printed are the F1 of the headings (with level and number),
of the run-in labels, and of the topics of both, each heading and each label counted wherever it is printed; then the
same where the pages are read with the outline that `tests.training.propose_outline` makes of them, unreviewed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.corpus.pages import pages_in
from tests.training.propose_outline import cluster, proposal
from tests.training.topics import read_page, topic_texts, weigh, write

from hrreport import tables
from hrreport.catalogue import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.report import GuessedBy, Paragraph, Report, Section

YEARS = tuple(range(2016, 2025))
PAGES = 40
FIGURES = ("headings", "labels", "topics")

Place: TypeAlias = tuple[str, ...]
"""Where a heading or a label is printed: its report, kind, level or paragraph, and words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of the pages of one edition: each heading and label with its topics."""

    headings: Counter[Place]
    labels: Counter[Place]
    topics: Counter[tuple[Place, str]]
    guesses: dict[tuple[Place, str], GuessedBy] = field(default_factory=dict)
    """What each topic that is guessed follows."""


def main() -> None:
    """Print a row for each edition."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("mirror", type=Path)
    asked.add_argument("pages", type=int, nargs="?", default=PAGES)
    asked.add_argument("--years", type=int, nargs="*", default=YEARS)
    asked.add_argument("--wrong", action="store_true", help="list the topics that are missing or too many")
    given = asked.parse_args()
    outlines = {edition.year: edition.outline for edition in records.editions()}
    with get_context("fork").Pool() as pool:
        read_of = [page for year in YEARS for page in chosen(given.mirror, year, given.pages)]
        texts = [text for found in pool.map(topic_texts, read_of, chunksize=8) for text in found]
    print("                without an outline            with the one that is proposed from the pages")
    print("edition  pages  headings    labels    topics  headings    labels    topics")
    right: Counter[GuessedBy] = Counter()
    made: Counter[GuessedBy] = Counter()
    for year in given.years:
        pages = chosen(given.mirror, year, given.pages)
        known = read(pages)
        words = weigh(text for text in texts if outlines[text.year] != outlines[year])
        with tempfile.TemporaryDirectory() as folder, get_context("fork").Pool(1) as apart:
            guessed = apart.apply(read_without, (pages, year, words, Path(folder) / "data"))
            proposed = apart.apply(read_as_proposed, (pages, year, Path(folder) / "data"))
        figures = [f1(getattr(known, what), getattr(found, what)) for found in (guessed, proposed) for what in FIGURES]
        print(f"{year}     {len(pages):5}  " + "  ".join(f"{figure:8.3f}" for figure in figures), flush=True)
        for place, by in guessed.guesses.items():
            made[by] += 1
            right[by] += place in known.topics
        if given.wrong:
            print_wrong(known, guessed)
    for by, number in made.items():
        print(f"guessed by {by}: {number}, of which right {right[by] / number:.2f}")


def chosen(mirror: Path, year: int, most: int) -> list[Path]:
    """Return some pages of an edition, evenly spread over its countries."""
    pages = [page for page in pages_in(mirror) if f"/{year}-country" in page.as_posix()]
    return pages[:: max(1, len(pages) // most)][:most]


def read_as_proposed(pages: Sequence[Path], year: int, folder: Path) -> Reading:
    """Read pages with the outline that is proposed from them; for a process of its own."""
    reports = [read_page(page) for page in pages]
    lines = proposal(cluster(reports), len(reports), year, max(2, len(pages) // 15))
    (folder / "outlines" / f"{year}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = (folder / "editions.csv").read_text(encoding="utf-8")
    (folder / "editions.csv").write_text(re.sub(rf"(?m)^({year},[^,]*),,", rf"\1,{year},", rows), encoding="utf-8")
    forget()
    return read(pages)


def read_without(pages: Sequence[Path], year: int, words: dict[str, dict[str, float]], folder: Path) -> Reading:
    """Read pages with data that have no outline for their edition; for a process of its own."""
    leave_out(year, folder)
    write(words, folder / "weights" / "topics.csv")
    return read(pages)


def leave_out(year: int, folder: Path) -> None:
    """Let the program use data without the outline of an edition."""
    named = {edition.year: edition.outline for edition in records.editions()}[year]
    shutil.copytree(Path(tables.__file__).parent / "data", folder)
    (folder / "outlines" / f"{named}.toml").unlink()
    rows = (folder / "editions.csv").read_text(encoding="utf-8")
    (folder / "editions.csv").write_text(rows.replace(f",{named},", ",,"), encoding="utf-8")
    tables._DATA = folder
    forget()


def forget() -> None:
    """Forget what was read of the data."""
    from hrreport.parsing import guesses, outline

    for module in (tables, records, outline, guesses):
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()


def read(pages: Iterable[Path]) -> Reading:
    """Read pages."""
    reading = Reading(Counter(), Counter(), Counter())
    for page in pages:
        count(read_page(page), reading)
    return reading


def count(report: Report, reading: Reading) -> None:
    """Add the headings and labels of a report to a reading."""
    for section in report.walk():
        if section.as_printed:
            place: Place = (report.id.country, "heading", str(section.level), section.label, section.as_printed)
            reading.headings[place] += 1
            add_topics(place, section, reading)
        for paragraph in section.paragraphs:
            if paragraph.topic:
                place = (report.id.country, "label", section.anchor, str(paragraph.number), paragraph.topic)
                reading.labels[place] += 1
                add_topics(place, paragraph, reading)


def add_topics(place: Place, named: Section | Paragraph, reading: Reading) -> None:
    """Add the topics of a heading or label."""
    for topic in named.topics:
        reading.topics[place, topic] += 1
        if named.guess:
            reading.guesses[place, topic] = named.guess.by


def f1(known: Counter[Any], guessed: Counter[Any]) -> float:
    """Return the harmonic mean of precision and recall."""
    both = (known & guessed).total()
    total = known.total() + guessed.total()
    return 2 * both / total if total else 1.0


def print_wrong(known: Reading, guessed: Reading) -> None:
    """Print what is missing and what is too many, the most frequent first."""
    for what in ("headings", "labels", "topics"):
        one, other = getattr(known, what), getattr(guessed, what)
        for sign, left in (("-", one - other), ("+", other - one)):
            said: Counter[str] = Counter()
            for place, number in left.items():
                said[f"{place[0][1]} {place[0][-1]} -> {place[1]}" if what == "topics" else " | ".join(place[2:])] += (
                    number
                )
            for text, number in said.most_common(25):
                print(f"    {what:8} {sign} {number:4} {text[:150]}")


if __name__ == "__main__":
    main()
