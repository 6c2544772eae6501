"""How long a comparison takes, and what it sees, beside difflib, git and diff-match-patch.

Run it by hand: ``python -m tests.benchmarks.bench_comparison SITE COUNTRY OLD NEW``, where SITE is a mirror
of the pages (``SITE/www.state.gov/reports/...``). diff-match-patch is left out where it is not installed.

A sentence that both editions have, at another place or in other words, is *shown as removed plus
added* when a tool keeps less than half of the words that its two versions have in common.
"""

from __future__ import annotations

import difflib
import hashlib
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.comparison.changes import compare_reports
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.text.subsequence import common_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.change import Comparison, Quote
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

    Kept = Iterable[tuple[int, int]]
    """Places of the words that a tool takes for unchanged, in the old and in the new text."""

ROUNDS = 5
FIRST_PRIVATE = 0xE000


@dataclass
class Text:
    """A report as running words, a paragraph on each line."""

    lines: list[str]
    words: list[str]
    places: dict[Locator, range]
    """Which words each sentence has."""


def text_of(report: Report) -> Text:
    lines: list[str] = []
    words: list[str] = []
    places: dict[Locator, range] = {}
    for section, paragraph in report.passages():
        for number, sentence in enumerate(paragraph.sentences, start=1):
            start = len(words)
            words += sentence.split()
            places[section.locate(paragraph, number)] = range(start, len(words))
        lines.append(paragraph.text)
    return Text(lines, words, places)


def read(site: Path, country: str, year: int) -> Report:
    page = f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}/index.html"
    body = (site / page).read_bytes()
    source = Provenance(page, page, datetime(2025, 1, 1, tzinfo=UTC), "mirror", hashlib.sha256(body).hexdigest())
    return parse_page(Snapshot(body, source), ReportId(country, year))


def by_difflib_words(old: Text, new: Text) -> Kept:
    matcher = difflib.SequenceMatcher(None, old.words, new.words, autojunk=False)
    return [(b.a + n, b.b + n) for b in matcher.get_matching_blocks() for n in range(b.size)]


def by_difflib_sentences(old: Text, new: Text) -> Kept:
    one, other = ([" ".join(t.words[n] for n in place) for place in t.places.values()] for t in (old, new))
    starts, new_starts = ([place.start for place in t.places.values()] for t in (old, new))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    kept = []
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            length = len(one[block.a + n].split())
            kept += [(starts[block.a + n] + w, new_starts[block.b + n] + w) for w in range(length)]
    return kept


def by_git(old: Text, new: Text) -> Kept:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "old"), Path(folder, "new")
        one.write_text("\n".join(old.lines) + "\n", encoding="utf-8")
        other.write_text("\n".join(new.lines) + "\n", encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff=porcelain", "-U1000000", str(one), str(other)]
        answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    kept = []
    i = j = 0
    for line in answer.partition("@@\n")[2].split("\n"):
        count = len(line[1:].split())
        if line[:1] == " ":
            kept += [(i + n, j + n) for n in range(count)]
        i += count * (line[:1] in " -")
        j += count * (line[:1] in " +")
    return kept


def by_diff_match_patch(old: Text, new: Text) -> Kept:
    letters: dict[str, str] = {}
    one, other = (
        "".join(letters.setdefault(word, chr(FIRST_PRIVATE + len(letters))) for word in text.words)
        for text in (old, new)
    )
    kept = []
    i = j = 0
    for operation, said in import_module("diff_match_patch").diff_match_patch().diff_main(one, other, checklines=False):
        if operation == 0:
            kept += [(i + n, j + n) for n in range(len(said))]
        i += len(said) * (operation <= 0)
        j += len(said) * (operation >= 0)
    return kept


def timed(call: Callable[[], object]) -> float:
    """The median time of a call, in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def lost(comparison: Comparison, old: Text, new: Text, kept: Kept) -> dict[str, tuple[int, int]]:
    """How many sentence pairs of each kind a tool shows as removed plus added, and of how many."""
    to_new = dict(kept)

    def words(text: Text, quotes: tuple[Quote, ...]) -> list[int]:
        return [n for quote in quotes for n in text.places[quote.locator]]

    found: dict[str, tuple[int, int]] = {}
    for pair in comparison.pairs:
        if not (pair.old and pair.new):
            continue
        here, there = words(old, pair.old), words(new, pair.new)
        shared = len(common_words([old.words[n] for n in here], [new.words[n] for n in there]))
        seen = sum(to_new.get(n) in set(there) for n in here)
        kind = "repeated word for word" if pair.kind in ("same", "moved") else "reworded"
        gone, of = found.get(kind, (0, 0))
        found[kind] = (gone + (seen * 2 < shared), of + 1)
    return found


def main(site: str, country: str, old_year: str, new_year: str) -> None:
    one, other = read(Path(site), country, int(old_year)), read(Path(site), country, int(new_year))
    old, new = text_of(one), text_of(other)
    comparison = compare_reports(one, other)
    print(f"{country} {old_year} and {new_year}: {len(old.words):,} and {len(new.words):,} words")
    print(f"{'':28}{'ms':>9}   shown as removed plus added")
    print(f"{'hrreport':28}{timed(lambda: compare_reports(one, other)):9.1f}   none, by definition")
    tools: dict[str, Callable[[Text, Text], Kept]] = {
        "difflib, sentences": by_difflib_sentences,
        "difflib, words": by_difflib_words,
        "git diff --word-diff": by_git,
    }
    if find_spec("diff_match_patch"):
        tools["diff-match-patch, words"] = by_diff_match_patch
    for name, tool in tools.items():
        took = timed(partial(tool, old, new))
        counts = lost(comparison, old, new, tool(old, new))
        said = ", ".join(f"{gone} of {of} {kind}" for kind, (gone, of) in sorted(counts.items()))
        print(f"{name:28}{took:9.1f}   {said}")


if __name__ == "__main__":
    main(*sys.argv[1:])
