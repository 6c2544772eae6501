"""How long a verdict takes, beside what the standard library's difflib needs for the same answer.

Run it by hand: ``python -m tests.benchmarks.bench_quoting``. The report is made up, about 15,000 words
long, with word frequencies like those of a language.
"""

from __future__ import annotations

import difflib
import random
import statistics
import sys
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.quoting import index_report, verify, verify_anywhere, verify_in
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = 15_000
ROUNDS = 40


def made_up_report(words: int, seed: int) -> Report:
    """A report of so many words, the commonest word every sixteenth of them."""
    choose = random.Random(seed)  # noqa: S311  made-up text, not a secret
    vocabulary = [f"{choose.choice('bcdfgklmnprstv')}{choose.choice('aeiou')}{n:x}" for n in range(4000)]
    weights = [1 / (n + 2) for n in range(len(vocabulary))]
    sections = []
    for s in range(40):
        paragraphs = []
        for number in range(1, 11):
            said = choose.choices(vocabulary, weights, k=words // 400)
            text = " ".join(w.title() if n % 20 == 0 else w + "." * (n % 20 == 19) for n, w in enumerate(said)) + "."
            paragraphs.append(Paragraph(number, text, sentence_starts(text)))
        sections.append(Section(f"{s // 8 + 1}.{'abcdefgh'[s % 8]}", "a", f"Section {s}", 3, tuple(paragraphs)))
    provenance = Provenance("", "https://a.example/", datetime(2024, 5, 1, tzinfo=UTC), "file", "00")
    return Report(ReportId(f"isle-{seed}", 2023), "", "", tuple(sections), provenance)


def timed(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of a call, in milliseconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000


def by_difflib(words: list[str], quotation: str) -> float:
    """How like the best window is, as difflib finds it: the matching blocks of the whole report."""
    matcher = difflib.SequenceMatcher(None, words, quotation.split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(quotation.split())


def main() -> None:
    """Print the times and the ratios."""
    report = made_up_report(WORDS, 1)
    index = index_report(report)
    words = [word for unit in index.units for word in unit.text.split()]
    print(f"python {sys.version.split()[0]}, report of {len(words)} words, {len(index.words)} with marks")
    print(f"{'index':<44}{timed(partial(index_report, report)):>9.2f} ms")
    for length in (10, 40, 400):
        at = 7000
        exact = " ".join(words[at : at + length])
        changed = " ".join(w if n % 12 != 5 else "zebra" for n, w in enumerate(words[at : at + length]))
        found, near = timed(partial(verify_in, index, exact)), timed(partial(verify_in, index, changed))
        diff = timed(partial(by_difflib, words, changed), 5)
        print(f"{f'{length} words, there':<44}{found:>9.2f} ms")
        print(f"{f'{length} words, one in twelve changed: nearest':<44}{near:>9.2f} ms")
        print(f"{f'{length} words, difflib over the report':<44}{diff:>9.2f} ms   {diff / near:.0f} times as long")
    whole = " ".join(words[7000:7040])
    print(f"{'from a report not indexed before':<44}{timed(partial(verify, report, whole)):>9.2f} ms")
    hostile = " ".join(f"w{n}" for n in range(50_000))
    print(f"{'50,000 words that are not there':<44}{timed(partial(verify_in, index, hostile), 3):>9.2f} ms")
    common = f"{index.words[0]} " * 50_000
    print(f"{'50,000 times one word of the report':<44}{timed(partial(verify_in, index, common), 3):>9.2f} ms")
    shelf = [made_up_report(WORDS, seed) for seed in range(20)]

    def reports() -> Iterator[Report]:
        yield from shelf

    each = timed(lambda: list(verify_anywhere(reports(), whole)), 5) / len(shelf)
    print(f"{'among many reports, for each report':<44}{each:>9.2f} ms")


if __name__ == "__main__":
    main()
