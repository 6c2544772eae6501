"""Fit all weights and write them into the package: the networks, then with these what summaries are chosen by.

    python -m tests.training.fit MIRROR [MIRROR ...]

The labels are those of ``labels/``, without a word of a report; the words come from the pages of the mirrors
(copies of the site, as ``hrreport`` keeps them). The countries of ``labels/aside.txt.xz`` are left out, so
that the figures measured on that file are of countries that nothing was learned from.

Each network looks at what those before it found. So that it learns from errors as they are made on reports
that were not seen, those before are first fitted five times, each time without a fifth of the countries. What is
found in that way is then learned together with the labels: it evens out the slips of single labels.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tests.training.aside import judge_aside, measure_aside
from tests.training.blocks import own_blocks
from tests.training.fit_briefs import fit_digest
from tests.training.fit_running import fit_running, write_habits
from tests.training.networks import Course, averaged, fit, frequent, heaviest, matrix_of, rounded, sigmoid, softmax
from tests.training.places import FOLDER, fill, read_places, read_report

from hrreport.analysis.assessment import extent_features
from hrreport.analysis.cues import find_strength, read_sentence
from hrreport.analysis.features import KINDS, sentence_features
from hrreport.analysis.issues import find_items, listed_sections
from hrreport.analysis.key_findings import JudgedSentence, key_features
from hrreport.analysis.kinds import PlacedSentence, SentenceScores, beside, settle
from hrreport.analysis.network import Models, encode
from hrreport.model.finding import Kind
from hrreport.model.report import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.training.blocks import Block
    from tests.training.networks import Array, Fitted
    from tests.training.places import Place

    from hrreport.analysis.kinds import ClassifiedSentence
    from hrreport.analysis.network import Network

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights"
PARTS = 5
"""Of the countries, of which one is left out in turn."""
SURVEY = Course(hidden=24, epochs=4, batch=2048, rate=5e-3)
"""The first look, by which the features of sentences are chosen."""
SENTENCES = Course(hidden=24, epochs=12, batch=1024, rate=4e-3)
BESIDE = Course(hidden=12, epochs=6, batch=1024, rate=4e-3, without=0.2, idle=0.1)
KEYS = Course(hidden=12, epochs=6, batch=1024, rate=4e-3, without=0.2, idle=0.1)
EXTENT = Course(hidden=8, epochs=20, batch=128, rate=3e-3)
SEEDS = 5
"""So many networks of extent are averaged: each has few examples."""
KEY_SEEDS = 3
"""So many networks of key findings are averaged."""
FEATURES = 30000
"""So many features of sentences are kept."""
KEY_WEIGHT = 1.0
"""What reading like a key finding counts beside the kinds, while sentences are fitted."""
READ_WEIGHT = 1.5
"""What a sentence labeled by readers counts beside one that a program marked, for its kind."""
OWN_PART = -1
"""The part of our own sentences, which are of no country."""
OWN_WEIGHT = 4.0
"""What a sentence of our own counts beside others: there are few."""
SOFT = 0.4
"""How much of kinds and keys is, the second time, not what was labeled but what was found the first time."""
WORKERS = 3


class Material(NamedTuple):
    """What is learned from."""

    blocks: Sequence[Block]
    listed: frozenset[int]
    """The blocks whose sections an issue of the executive summary speaks of."""
    missing: int = 0
    """Labelled sentences that no page had."""


class Rows(NamedTuple):
    """The sentences of all blocks, one after the other."""

    starts: list[int]
    """Where each block begins, and the end."""
    placed: list[list[PlacedSentence]]
    countries: Array
    kinds: Array
    keys: Array
    read: Array
    parts: Array
    """The part of its country; none for our own sentences, which are always learned from."""


def read_material(mirrors: Sequence[Path]) -> Material:
    """Return the labeled blocks with their words, and our own sentences."""
    aside = {place.country for place in read_places(FOLDER / "aside.txt.xz")}
    places = [
        (place, name == "read")
        for name in ("read", "marked")
        for place in read_places(FOLDER / f"{name}.txt.xz")
        if place.country not in aside
    ]
    by_report: defaultdict[tuple[str, int, str], list[tuple[int, Place, bool]]] = defaultdict(list)
    for i, (place, read) in enumerate(places):
        by_report[place.country, place.year, place.page].append((i, place, read))
    found: dict[int, Block] = {}
    listed: set[int] = set()
    missing = 0
    for (country, year, page), wanted in by_report.items():
        report = read_report(mirrors, country, year, page)
        if report is None:
            missing += sum(len(place.marks) for _, place, _ in wanted)
            continue
        names = listed_sections(find_items(report))
        for i, place, read in wanted:
            block, without = fill(place, report)
            missing += without
            if block.said:
                found[i] = block._replace(read=read)
                if block.section in names:
                    listed.add(i)
    kept = sorted(found)
    blocks = [found[i] for i in kept]
    return Material([*blocks, *own_blocks()], frozenset(n for n, i in enumerate(kept) if i in listed), missing)


def section_of(block: Block) -> Section:
    """Return a block as the section that the shipped code reads."""
    paragraphs = []
    for number, said in groupby(block.said, key=lambda one: one.paragraph):
        texts = list(said)
        starts, at = [], 0
        for one in texts:
            starts.append(at)
            at += len(one.text) + 1
        paragraphs.append(Paragraph(number, " ".join(one.text for one in texts), tuple(starts), texts[0].label))
    return Section(block.section, "", block.heading, 3, tuple(paragraphs))


def sentences_of(section: Section, judged: Sequence[ClassifiedSentence]) -> list[JudgedSentence]:
    """Return the sentences of a block as the shipped code has them."""
    placed = [(p, n, text) for p in section.paragraphs for n, text in enumerate(p.sentences, start=1)]
    return [
        JudgedSentence(p, n, text, one, find_strength(text)) for (p, n, text), one in zip(placed, judged, strict=True)
    ]


def rows_of(blocks: Sequence[Block]) -> Rows:
    """Return the sentences of blocks, read once."""
    countries = sorted({block.country for block in blocks if block.year})
    np.random.default_rng(1).shuffle(countries)
    part = {country: i % PARTS for i, country in enumerate(countries)}
    said = [(block, one) for block in blocks for one in block.said]
    ends = np.cumsum([0, *(len(block.said) for block in blocks)])
    return Rows(
        [int(end) for end in ends],
        [[PlacedSentence(read_sentence(one.text), one.label, one.paragraph) for one in block.said] for block in blocks],
        np.array([block.country for block, _ in said]),
        np.array([one.kinds for _, one in said], np.float32),
        np.array([np.nan if one.key is None else one.key for _, one in said], np.float32),
        np.array([block.read for block, _ in said]),
        np.array([part.get(block.country, OWN_PART) for block, _ in said]),
    )


class Sums(NamedTuple):
    """What the network of sentences is fitted on."""

    names: list[str]
    matrix: Array
    kinds: Array
    keys: Array
    known: Array
    """Whether anybody said if it is a key finding."""
    weight: Array


def fit_sentences(sums: Sums, chosen: Array, course: Course, seed: int) -> Fitted:
    """Return the network of sentences by themselves, fitted on those chosen."""
    kinds, keys, known, weight = (of[chosen] for of in (sums.kinds, sums.keys, sums.known, sums.weight))

    def slope(batch: Array, scores: Array) -> Array:
        by = np.empty_like(scores)
        by[:, :-1] = softmax(scores[:, :-1]) - kinds[batch]
        by[:, -1] = (sigmoid(scores[:, -1]) - keys[batch]) * known[batch] * KEY_WEIGHT
        return by * weight[batch][:, None] / len(batch)

    return fit(sums.names, sums.matrix[chosen], len(KINDS) + 1, slope, course, seed=seed)


def fit_beside(names: list[str], matrix: Array, rows: Rows, alone: Array, chosen: Array) -> Fitted:
    """Return the network of what neighbors change."""
    kinds, base = rows.kinds[chosen], alone[chosen, :-1]
    weight = np.where(rows.read[chosen], READ_WEIGHT, 1.0)[:, None]

    def slope(batch: Array, scores: Array) -> Array:
        return (softmax(scores + base[batch]) - kinds[batch]) * weight[batch] / len(batch)

    return fit(names, matrix[chosen], len(KINDS), slope, BESIDE)


def fit_keys(names: list[str], matrix: Array, rows: Rows, alone: Array, chosen: Array) -> Fitted:
    """Return the network of what the section changes in how far a sentence is a key finding, the mean of several."""
    keys, base = rows.keys[chosen], alone[chosen, -1]

    def slope(batch: Array, scores: Array) -> Array:
        return (sigmoid(scores[:, 0] + base[batch]) - keys[batch])[:, None] / len(batch)

    return averaged([fit(names, matrix[chosen], 1, slope, KEYS, seed=seed) for seed in range(KEY_SEEDS)])


def fit_extent(names: list[str], matrix: Array, serious: Array) -> Fitted:
    """Return the network of limited and serious, the mean of several."""

    def slope(batch: Array, scores: Array) -> Array:
        return (sigmoid(scores) - serious[batch][:, None]) / len(batch)

    return averaged([fit(names, matrix, 1, slope, EXTENT, seed=seed) for seed in range(SEEDS)])


def unseen(fit_one: Callable[[Array], Fitted], matrix: Array, rows: Rows, width: int) -> Array:
    """Return the scores of every sentence by a network that has not seen its country.

    Our own sentences, which are of no country, are a part of their own.
    """
    scores = np.zeros((len(rows.parts), width), np.float32)
    parts = [*range(PARTS), OWN_PART]
    with ThreadPoolExecutor(WORKERS) as pool:
        every = [np.flatnonzero(rows.parts != part) for part in parts]
        for part, fitted in zip(parts, pool.map(fit_one, every), strict=True):
            mine = np.flatnonzero(rows.parts == part)
            scores[mine] = fitted.scores(matrix[mine])
    return scores


def unseen_keys(names: list[str], matrix: Array, rows: Rows, alone: Array) -> Array:
    """Return how far every sentence is a key finding, by a network that has not seen its country."""
    scores = np.zeros(len(rows.parts), np.float32)
    for part in (*range(PARTS), OWN_PART):
        mine = np.flatnonzero(rows.parts == part)
        seen = np.flatnonzero((rows.parts != part) & ~np.isnan(rows.keys))
        scores[mine] = fit_keys(names, matrix, rows, alone, seen).scores(matrix[mine])[:, 0] + alone[mine, -1]
    return scores


def _alone(scores: Array) -> list[SentenceScores]:
    return [SentenceScores([float(score) for score in row]) for row in scores]


def _key_rows(blocks: Sequence[Block], judged: Sequence[Sequence[ClassifiedSentence]]) -> tuple[list[str], Array]:
    """Return the features of key findings, and the sentences by them."""
    found = []
    for block, one in zip(blocks, judged, strict=True):
        section = section_of(block)
        looked = key_features(section, sentences_of(section, one))
        found += [looked[i] for i in range(len(one))]
    names = frequent(found, [block.country for block in blocks for _ in block.said], 15, 3)
    return names, matrix_of(found, names)


class Judge(NamedTuple):
    """What is found for all blocks from the scores of sentences by themselves."""

    kinds: Network
    judged: list[list[ClassifiedSentence]]
    shares: Array


def _judge(rows: Rows, spans: Sequence[slice], alone: Array) -> Judge:
    """Return the network of neighbors, and what it finds where it has not seen the country."""
    features = [
        row for placed, span in zip(rows.placed, spans, strict=True) for row in beside(placed, _alone(alone[span]))
    ]
    names = frequent(features, rows.countries, 20, 3)
    matrix = matrix_of(features, names)
    networks = {
        part: rounded(fit_beside(names, matrix, rows, alone, np.flatnonzero(rows.parts != part)), KINDS)
        for part in (*range(PARTS), OWN_PART)
    }
    every = rounded(fit_beside(names, matrix, rows, alone, np.arange(len(rows.parts))), KINDS)
    judged = [
        settle(placed, _alone(alone[span]), Models(every, networks[int(rows.parts[span.start])], every, every))
        for placed, span in zip(rows.placed, spans, strict=True)
    ]
    shares = np.array([[j.shares[kind] for kind in KINDS] for one in judged for j in one], np.float32)
    return Judge(every, judged, shares)


def fit_models(material: Material) -> Models:
    """Return all networks."""
    blocks, rows = material.blocks, rows_of(material.blocks)
    spans = [slice(a, b) for a, b in pairwise(rows.starts)]
    everything = np.arange(len(rows.parts))
    features = [
        sentence_features(reading, block.heading, label)
        for block, placed in zip(blocks, rows.placed, strict=True)
        for reading, label, _ in placed
    ]
    names = frequent(features, rows.countries, 8, 3)
    known = ~np.isnan(rows.keys)
    weight = np.where(rows.parts == OWN_PART, OWN_WEIGHT, 1.0)
    sums = Sums(names, matrix_of(features, names), rows.kinds, np.nan_to_num(rows.keys), known, weight)
    del features
    kept = set(heaviest(fit_sentences(sums, everything, SURVEY, PARTS), sums.matrix, FEATURES))
    columns = [i for i, name in enumerate(names) if name in kept]
    sums = sums._replace(names=[names[i] for i in columns], matrix=sums.matrix[:, columns].tocsr())
    _report("features chosen")
    # first by the labels alone, then by the labels and what is found where the country was not seen
    alone = unseen(lambda chosen: fit_sentences(sums, chosen, SENTENCES, 0), sums.matrix, rows, len(KINDS) + 1)
    _report("sentences, first")
    judge = _judge(rows, spans, alone)
    among, matrix = _key_rows(blocks, judge.judged)
    found = sigmoid(unseen_keys(among, matrix, rows, alone))
    _report("keys, first")
    sums = sums._replace(
        kinds=(1 - SOFT) * sums.kinds + SOFT * judge.shares, keys=(1 - SOFT) * sums.keys + SOFT * found
    )
    alone = unseen(lambda chosen: fit_sentences(sums, chosen, SENTENCES, 1), sums.matrix, rows, len(KINDS) + 1)
    sentences = rounded(fit_sentences(sums, everything, SENTENCES, 2), (*KINDS, "key"))
    _report("sentences, again")
    judge = _judge(rows, spans, alone)
    among, matrix = _key_rows(blocks, judge.judged)
    keys = fit_keys(among, matrix, rows, alone, np.flatnonzero(known))
    _report("keys, again")
    extent = _fit_extent(material, judge.judged)
    return Models(sentences, judge.kinds, rounded(keys, ("key",)), rounded(extent, ("serious",)))


def _report(done: str) -> None:
    sys.stderr.write(f"{datetime.now(UTC):%H:%M:%S} {done}\n")


def _fit_extent(material: Material, judged: Sequence[Sequence[ClassifiedSentence]]) -> Fitted:
    counts: defaultdict[tuple[str, int], Counter[bool]] = defaultdict(Counter)
    for block, one in zip(material.blocks, judged, strict=True):
        counts[block.country, block.year].update(j.kind is Kind.ABUSE for j in one)
    features, serious, countries = [], [], []
    for b, block in enumerate(material.blocks):
        if block.extent:
            count = counts[block.country, block.year]
            share = count[True] / count.total()
            features.append(extent_features(judged[b], block.heading, listed=b in material.listed, share=share))
            serious.append(float(block.extent == "serious"))
            countries.append(block.country)
    names = frequent(features, countries, 4, 3)
    return fit_extent(names, matrix_of(features, names), np.array(serious, np.float32))


def write_weights(models: Models, material: Material, scores: dict[str, float]) -> None:
    """Write the weights into the package, headed by how they were made and what they reach."""
    read = sum(len(b.said) for b in material.blocks if b.read and b.year)
    marked = sum(len(b.said) for b in material.blocks if not b.read)
    made = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "command": "python -m tests.training.fit MIRROR",
        "sentences": {
            "labelled by readers": read,
            "marked by a program": marked,
            "our own": sum(len(b.said) for b in material.blocks if not b.year),
        },
        "countries": len({b.country for b in material.blocks if b.year}),
        "not found on a page": material.missing,
        "scores": scores | {"measured on": "the blocks kept aside, of countries that nothing was learned from"},
    }
    for name, network in zip(models._fields, models, strict=True):
        (WEIGHTS / f"{name}.json").write_text(encode(network, made), encoding="utf-8")
        sys.stdout.write(f"{name}: {len(network.rows)} features\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirrors", type=Path, nargs="+", metavar="MIRROR")
    mirrors = parser.parse_args().mirrors
    material = read_material(mirrors)
    models = fit_models(material)
    write_weights(models, material, measure_aside(judge_aside(mirrors, models)))
    write_habits(fit_running(mirrors, models))
    sys.stdout.write(f"{fit_digest(mirrors, models)}\n")


if __name__ == "__main__":
    main()
