"""Search for the weights by which sentences of a summary are chosen, and write them into the package.

    python -m tests.training.fit_briefs MIRROR [MIRROR ...] [--steps N]

``labels/briefs.txt`` names, by place and hash, the sentences that an expert chose of two reports: for a brief, and
for single sections. The search begins at ``labels/digest.csv``, which was set by hand; a weight that moves far from
there must earn it, because two reports are few.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import numpy as np
from tests.training.places import FOLDER, hash_of, read_report

from hrreport.analysis.digest import brief, sentence_scores
from hrreport.analysis.digest.brief import find_overview
from hrreport.analysis.digest.headings import Headings, budget, unit_of
from hrreport.analysis.digest.slot_choice import choose, labels_of
from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.network import bundled_models
from hrreport.analysis.report_analysis import analyze_with

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.analysis.digest.slot_choice import Option
    from hrreport.analysis.network import Models
    from hrreport.model.finding import Analysis
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights" / "digest.csv"
STEPS = 1500
TRIES = 4
"""So many searches are made; the best of them counts."""
ENOUGH = 9
"""So many of an expert's sentences in one brief; more are not striven for."""
LISTED = 0.25
"""What a sentence of a section's list counts beside one of a brief."""
SHOWN = 0.15
"""What each sentence shown counts, up to `FULL`: a brief is not to be short."""
FULL = 26
RANKED = 4.0
"""What it counts that the expert's sentences are valued above all others of the report, in the mean."""
FAR = 0.1
"""What the square of a weight's way from where it began costs."""
MOVES = (-0.8, -0.4, -0.2, 0.2, 0.4, 0.8)
LEAST = dict.fromkeys(
    "key first general agents detail scale impunity methods grave practice abusing actors".split(), 0.1
)
LEAST |= {"criminalizes": 2.0, "brief: crime": 0.5}
"""What is never held against a sentence; and what makes a crime of whom one loves or what one says is a headline."""
MOST = {
    "trivial": -0.4, "vague": -0.2, "short": 0.0, "case": -0.2, "long": 0.0, "brief: lines": 0.2,
    "brief: second": 0.0, "brief: same slot": 0.0, "brief: beside": 0.0, "actors": 0.7, "brief: actors": 0.7,
}  # fmt: skip
"""What never speaks for a sentence, or never more than this: a report on a war is not all of others than the state."""


class Wanted(NamedTuple):
    """What an expert chose of a report."""

    report: Report
    analysis: Analysis
    brief: frozenset[Locator]
    lists: Mapping[str, frozenset[Locator]]
    """By a lettered section, or a heading below a numbered one, what was chosen of it alone."""


class Score(NamedTuple):
    """How much of what an expert chose is chosen."""

    briefs: tuple[int, ...]
    shown: int
    listed: int
    ranked: float
    """The share of other sentences that are valued below one of the expert's; the sum over the reports."""

    def worth(self, far: float) -> float:
        """Return how good that is, for weights so far from where they began."""
        found = sum(min(n, ENOUGH) for n in self.briefs) + LISTED * self.listed + SHOWN * min(self.shown, FULL)
        return found + RANKED * self.ranked - FAR * far


def read_wanted(mirrors: Sequence[Path], models: Models) -> list[Wanted]:
    """Return an expert's choices, with the reports that they are of."""
    lines: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for line in (FOLDER / "briefs.txt").read_text(encoding="ascii").splitlines():
        country, year, what, *marks = line.split()
        lines[country, year][what] = marks
    found = []
    for (country, year), wanted in lines.items():
        report = read_report(mirrors, country, int(year))
        if report is None:
            continue
        analysis = analyze_with(report, models)
        at: defaultdict[str, list[Locator]] = defaultdict(list)
        for finding in analysis.findings:
            at[f"{finding.locator.anchor}:{hash_of(finding.text)}"].append(finding.locator)
        places = {what: frozenset(at[mark][0] for mark in marks if mark in at) for what, marks in wanted.items()}
        brief = places.pop("brief")
        found.append(Wanted(report, analysis, brief, places))
    return found


class Reweighed(Headings):
    """The headings of a report, whose options are weighed by weights that are tried."""

    def reweigh(self, section_id: str, options: list[Option]) -> None:
        """Put other options in the place of a heading's own."""
        self._options[section_id] = options


class Bench:
    """One report, on which weights are tried."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.headings = Reweighed(wanted.report, wanted.analysis)
        self.signs: dict[tuple[str, int], tuple[dict[str, float], float]] = {}
        self.options: dict[str, list[Option]] = {}
        for section, own in self.headings.texts.items():
            labels = labels_of(own)
            self.options[section] = self.headings.options(section)
            for option in self.options[section]:
                i = option.at
                place = 0 if i == 0 or labels[i] != labels[i - 1] else 1
                signs = sentence_scores.signs_of(own[i], place, named=section in self.headings.named)
                self.signs[section, i] = (signs, option.worth - sentence_scores.weigh(signs))

    def _weigh(self) -> None:
        """Weigh all options by the weights of now."""
        for section, options in self.options.items():
            weighed = []
            for option in options:
                signs, rest = self.signs[section, option.at]
                weighed.append(option._replace(worth=sentence_scores.weigh(signs) + rest))
            self.headings.reweigh(section, weighed)

    def _list(self, unit: str) -> set[Locator]:
        """Return what is shown of a section that is asked for alone."""
        texts = {s: own for s, own in self.headings.texts.items() if unit_of(s) == unit}
        options = [option for section in texts for option in self.headings.options(section)]
        most = budget("one section", sum(map(len, texts.values())))
        chosen = choose(texts, options, most, labels=self.headings.labels, law_first=unit.startswith("6/"))
        return {texts[section][i].locator for section, own in chosen.indexes.items() for i in own}

    def _ranked(self) -> float:
        """Return how far an expert's sentences are valued above all others that a brief could show."""
        values: tuple[list[float], list[float]] = ([], [])
        for section, own in self.headings.texts.items():
            if is_summary(self.wanted.report.section(section)) or self.headings.is_silent(section):
                continue
            for option in self.headings.options(section):
                if brief.is_eligible(own, option):
                    mine = own[option.at].locator in self.wanted.brief
                    values[mine].append(brief.value_of(self.headings, option))
        others = np.sort(values[False])
        return float(np.mean(np.searchsorted(others, values[True]) / len(others)))

    def measure(self) -> tuple[int, int, int, float]:
        """Return how many of an expert's sentences a brief has, how many it has, how many the lists have, and ranks."""
        self._weigh()
        shown = {f.locator for f in find_overview(self.wanted.report, self.wanted.analysis, self.headings).sentences}
        listed = sum(len(self._list(unit) & places) for unit, places in self.wanted.lists.items())
        return len(shown & self.wanted.brief), len(shown), listed, self._ranked()


def measure(benches: Sequence[Bench], weights: Mapping[str, float]) -> Score:
    """Return how much of what an expert chose is chosen by some weights."""
    with patch.object(sentence_scores, "weights", lambda: weights), patch.object(brief, "weights", lambda: weights):
        found = [bench.measure() for bench in benches]
    hits, shown, listed, ranked = zip(*found, strict=True)
    return Score(hits, sum(shown), sum(listed), sum(ranked))


def search(
    benches: Sequence[Bench], start: Mapping[str, float], steps: int, seed: int
) -> tuple[float, dict[str, float]]:
    """Return how good the best weights found are, and these; a few are moved at a time, and what is better stays."""
    chance = np.random.default_rng(seed)
    names = [name for name in start if not name.startswith("kind ")]
    best, now = dict(start), dict(start)
    score = measure(benches, best)
    highest = last = score.worth(0)
    sys.stdout.write(f"{score}\n")
    for _ in range(steps):
        tried = dict(now)
        for name in map(str, chance.choice(names, chance.integers(1, 5), replace=False)):
            moved = round(tried[name] + float(chance.choice(MOVES)), 2)
            tried[name] = min(max(moved, LEAST.get(name, moved)), MOST.get(name, moved))
        tried["brief: lines"] = max(0.0, tried["brief: lines"])
        score = measure(benches, tried)
        value = score.worth(sum((tried[name] - start[name]) ** 2 for name in names))
        if value > last - 0.12 * chance.exponential():
            now, last = tried, value
        if value > highest + 1e-9:
            best, highest = tried, value
            sys.stdout.write(f"{score}\n")
            sys.stdout.flush()
    return highest, best


def read_start() -> dict[str, float]:
    """Return the weights at which the search begins."""
    with (FOLDER / "digest.csv").open(encoding="utf-8", newline="") as file:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(file)}


def fit_digest(mirrors: Sequence[Path], models: Models, steps: int = STEPS) -> Score:
    """Search for the weights, write them into the package, and return what they reach."""
    benches = [Bench(wanted) for wanted in read_wanted(mirrors, models)]
    _, found = max((search(benches, read_start(), steps, seed) for seed in range(TRIES)), key=lambda one: one[0])
    rows = "".join(f"{name},{weight:g}\n" for name, weight in found.items())
    WEIGHTS.write_text(f"sign,weight\n{rows}", encoding="utf-8")
    return measure(benches, found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirrors", type=Path, nargs="+", metavar="MIRROR")
    parser.add_argument("--steps", type=int, default=STEPS, metavar="N", help="weights tried")
    options = parser.parse_args()
    sys.stdout.write(f"{fit_digest(options.mirrors, bundled_models(), options.steps)}\n")


if __name__ == "__main__":
    main()
