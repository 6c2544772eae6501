"""Measure the analysis against label files of whole reports.

    python -m tests.training.evaluate LABELS [--errors MEASURE]

Kinds, key findings and extent are learned from most of these reports too: what is measured of them here says
how well they were learned. ``bench_findings`` measures them on countries that nothing was learned from.

The measures and the matching of names and figures are those of the scorer that comes with the labels.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.training.labels import read_labels

from hrreport.analysis.report_analysis import analyze_report
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.training.labels import Labelled

    from hrreport.model.finding import Analysis, Assessment, Finding

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
DIGITS = {word: str(i) for i, word in enumerate(SMALL.split())}


def norm(text: str) -> str:
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\u00a0", " ")
    return re.sub(r"[^a-z0-9%']+", " ", text.lower()).strip()


def name(text: str) -> str:
    return re.sub(r"^(the|a|an|some|many|several|local|media outlet) ", "", norm(text))


def value(text: str) -> str:
    text = norm(re.sub(r"(?<=\d),(?=\d)", "", text))
    text = re.sub(
        r"^(more than|at least|over|up to|approximately|about|an estimated|estimated|almost|nearly|fewer than|"
        r"less than|possibly up to|around|some) ",
        "",
        text,
    )
    return " ".join(DIGITS.get(word, word) for word in text.split())


def overlap(wanted: Sequence[str], got: Sequence[str]) -> int:
    left, hits = list(got), 0
    for w in wanted:
        for g in left:
            contained = len(g) > 2 and len(w) > 2 and (f" {g} " in f" {w} " or f" {w} " in f" {g} ")
            first = w.split()[:1]
            if w == g or contained or (first and first == g.split()[:1] and first[0].isdigit()):
                left.remove(g)
                hits += 1
                break
    return hits


Where = tuple[str, str]
"""Name of a report, and the beginning of a heading."""


class Tally:
    """Counts of what was right, given and wanted, and what was wrong."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.confusion: Counter[tuple[str, str]] = Counter()
        self.wrong: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)

    def rate(self, what: str) -> float:
        return self.count[what + ".hit"] / self.count[what + ".want"] if self.count[what + ".want"] else float("nan")

    def f1(self, what: str) -> float:
        return 2 * self.count[what + ".hit"] / max(1, self.count[what + ".got"] + self.count[what + ".want"])

    def kinds(self) -> dict[str, float]:
        scores = {}
        for kind in Kind:
            got = sum(n for (_, b), n in self.confusion.items() if b == kind)
            want = sum(n for (a, _), n in self.confusion.items() if a == kind)
            scores[kind.value] = 2 * self.confusion[kind, kind] / (got + want) if got + want else 0.0
        return scores

    def add(self, what: str, hit: float, got: float, want: float) -> None:
        for end, n in (("hit", hit), ("got", got), ("want", want)):
            self.count[f"{what}.{end}"] += int(n)


def measure(one: Labelled, tally: Tally) -> None:
    """Add what the analysis of one report gets right and wrong."""
    analysis = analyze_report(one.report)
    by_section = defaultdict(list)
    for finding in analysis.findings:
        by_section[finding.locator.section].append(finding)
    for section, node in one.nodes.items():
        if node["sentences"]:
            where = (one.name, node["path"][-1][:40])
            assessed = analysis.assessment(section)
            if assessed is not None:  # a summary of the report has no assessment of its own
                measure_assessment(node, assessed, where, tally)
            for want, found in zip(node["sentences"], by_section[section], strict=True):
                measure_sentence(want, found, where, tally)
    measure_issues(one, analysis, tally)


def measure_assessment(node: dict[str, Any], assessed: Assessment, where: Where, tally: Tally) -> None:
    right = assessed.value == node["assessment"]
    tally.add("assessed", right, 1, 1)
    if not right:
        tally.wrong["assessed"].append((*where, assessed.value, "should be", node["assessment"]))
    elif assessed.value == "abuses-reported":
        tally.add("extent", assessed.extent == node["extent"], 1, 1)
        if assessed.extent != node["extent"]:
            tally.wrong["extent"].append((*where, assessed.extent, "should be", node["extent"]))


def measure_sentence(want: dict[str, Any], found: Finding, where: Where, tally: Tally) -> None:
    text = want["text"][:200]
    tally.confusion[want["kind"], found.kind.value] += 1
    if found.kind != want["kind"]:
        tally.wrong["kinds"].append((*where, found.kind.value, "should be", want["kind"], text, found.cues[:3]))
    tally.add("key", want["key"] and found.key, found.key, want["key"])
    if want["key"] != found.key:
        tally.wrong["key"].append((*where, "missed" if want["key"] else "extra", text))
    names = sorted(set(map(name, want["sources"]))), sorted({name(s.name) for s in found.sources})
    values = [value(f[0]) for f in want["figures"]], [value(f.text) for f in found.figures]
    for what, (a, b) in (("sources", names), ("figures", values)):
        tally.add(what, overlap(a, b), len(b), len(a))
        if overlap(a, b) < max(len(a), len(b)):
            tally.wrong[what].append((where[0], b, "should be", a, text))


def measure_issues(one: Labelled, analysis: Analysis, tally: Tally) -> None:
    told = {norm(issue.text): issue for issue in analysis.issues}
    for issue in filter(lambda i: i["paths"], one.issues):
        mine = told.get(norm(issue["issue"]))
        linked = {one.paths[s] for s in mine.sections} if mine else set()
        right = {tuple(p) for p in issue["paths"]}
        tally.add("issues", bool(linked & right), len(linked), 1)
        if not linked & right:
            tally.wrong["issues"].append((one.name, issue["issue"][:80], sorted(p[-1][:30] for p in linked)))
        shown = {norm(one.report.text_at(at)) for at in mine.evidence} if mine else set()
        hit = bool(shown & {norm(e) for e in issue["evidence"]})
        tally.add("evidence", hit, 1, 1)
        if not hit:
            tally.wrong["evidence"].append((one.name, issue["issue"][:80]))


def show(tally: Tally, title: str) -> None:
    kinds = tally.kinds()
    parts = [f"kinds {sum(kinds.values()) / len(kinds):.3f}"]
    parts += [f"{m} {tally.f1(m):.3f}" for m in ("key", "sources", "figures")]
    parts += [f"{m} {tally.rate(m):.3f}" for m in ("assessed", "extent", "issues", "evidence")]
    sys.stdout.write(f"{title:18s} " + "  ".join(parts) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--errors", default="")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    total = Tally()
    for one in read_labels(options.labels):
        here = Tally()
        measure(one, here)
        measure(one, total)
        show(here, one.name)
    show(total, "all")
    sys.stdout.write("kinds: " + "  ".join(f"{k} {v:.3f}" for k, v in total.kinds().items()) + "\n")
    for what in filter(None, options.errors.split(",")):
        rows = [
            r for r in total.wrong[what] if not options.only or any(o in str(r[0]) for o in options.only.split(","))
        ]
        sys.stdout.write(
            f"\n-- {what}: {len(total.wrong[what])}\n" + "\n".join(" | ".join(map(str, r)) for r in rows) + "\n"
        )


if __name__ == "__main__":
    main()
