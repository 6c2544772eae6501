"""The blocks kept aside: what the program finds for them, and how often that is what readers found."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tests.training.places import read_blocks

from hrreport.analysis.features import KINDS
from hrreport.analysis.key_selection import nearly_equal
from hrreport.analysis.report_analysis import analyze_with

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.training.blocks import Block, Said

    from hrreport.analysis.network import Models
    from hrreport.model.finding import Analysis, Assessment, Finding

LONG = 7
"""Blocks of so many sentences are long ones."""


class Kept(NamedTuple):
    """A block kept aside, with what the program finds for its sentences and its section."""

    block: Block
    found: Sequence[Finding]
    assessed: Assessment | None


def judge_aside(mirrors: Sequence[Path], models: Models) -> list[Kept]:
    """Return the blocks kept aside as the program reads them in their reports, by the models given."""
    analyses: dict[str, Analysis] = {}
    kept = []
    for block, report in read_blocks("aside", mirrors):
        if str(report.id) not in analyses:
            analyses[str(report.id)] = analyze_with(report, models)
        analysis = analyses[str(report.id)]
        by_text = defaultdict(list)
        for finding in analysis.findings:
            by_text[finding.text].append(finding)
        mine = []
        for said in block.said:
            here = [f for f in by_text[said.text] if f.locator.section == block.section]
            mine.append((here or by_text[said.text])[0])
        section = Counter(f.locator.section for f in mine).most_common(1)[0][0]
        kept.append(Kept(block, mine, analysis.assessment(section)))
    return kept


def label_of(said: Said) -> str:
    """Return the kind that a sentence is labeled with."""
    return KINDS[max(range(len(KINDS)), key=said.kinds.__getitem__)]


def kinds_of(kept: Sequence[Kept]) -> list[list[str]]:
    """Return the kinds that the program finds."""
    return [[finding.kind.value for finding in one.found] for one in kept]


def keys_of(kept: Sequence[Kept]) -> list[set[int]]:
    """Return the key findings that the program chooses, by their place in the block."""
    return [{i for i, finding in enumerate(one.found) if finding.key} for one in kept]


def kinds_f1(kept: Sequence[Kept], given: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return F1 of each kind."""
    pairs = Counter(
        (label_of(said), kind)
        for one, kinds in zip(kept, given, strict=True)
        for said, kind in zip(one.block.said, kinds, strict=True)
    )
    scores = {}
    for kind in KINDS:
        both = sum(count * ((label == kind) + (found == kind)) for (label, found), count in pairs.items())
        scores[kind] = 2 * pairs[kind, kind] / both if both else 0.0
    return scores


def key_f1(kept: Sequence[Kept], chosen: Sequence[set[int]], least: int = 1) -> float:
    """Return F1 of key findings, over blocks of at least so many sentences."""
    hit = got = want = 0
    for one, mine in zip(kept, chosen, strict=True):
        if len(one.block.said) >= least:
            keys = {i for i, said in enumerate(one.block.said) if said.key}
            hit, got, want = hit + len(keys & mine), got + len(mine), want + len(keys)
    return 2 * hit / max(1, got + want)


def measure_aside(kept: Sequence[Kept]) -> dict[str, float]:
    """Return all figures of the blocks kept aside."""
    told = [one for one in kept if one.assessed and one.block.assessment]
    right = [one for one in told if one.assessed and one.assessed.value == one.block.assessment]
    grave = [one for one in right if one.block.extent]
    same = sum(bool(one.assessed and one.assessed.extent == one.block.extent) for one in grave)
    keys = [[finding for finding in one.found if finding.key] for one in kept]
    found = {
        "kinds": statistics.mean(kinds_f1(kept, kinds_of(kept)).values()),
        "key": key_f1(kept, keys_of(kept)),
        f"key in blocks of {LONG} and more": key_f1(kept, keys_of(kept), LONG),
        "assessed": len(right) / max(1, len(told)),
        "extent": same / max(1, len(grave)),
        "sections that say a thing twice": sum(
            any(nearly_equal(a, b) for i, a in enumerate(own) for b in own[:i]) for own in keys
        ),
    }
    return {name: round(value, 4) for name, value in found.items()}
