"""Count the words of each topic on the pages of editions whose outline is known, for guesses on other editions.

    python -m tests.training.topics MIRROR [EVERY]

Each EVERY-th (default 4th) page of 2016 to 2024 is read. A text counts for the topics of the heading or label that it
is printed under. For each topic the words that set it apart are written into ``src/hrreport/data/weights/topics.csv``:
their beginnings, with a weight that rises with how often they are used under it, and falls with how many texts have
them; the weights of a topic are a vector of length 1.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.corpus.pages import pages_in

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.guesses import labeled_texts, stems
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.report import Report

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights" / "topics.csv"
EVERY = 4
MOST = 40
"""Words kept for each topic."""
FEWEST_TEXTS = 5
"""Texts that must have a word."""
FEWEST_WORDS = 15
"""Words that a text must have to count."""


class TopicText(NamedTuple):
    """The words of a text, and the topics of the heading or label above it."""

    year: int
    topics: tuple[str, ...]
    words: Counter[str]


def read_page(page: Path) -> Report:
    """Return the report of a page of a mirror."""
    report_id = ReportId(page.parent.name.lower(), int(page.parent.parent.name[:4]))
    provenance = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")
    return parse_page(Snapshot(page.read_bytes(), provenance), report_id)


def topic_texts(page: Path) -> list[TopicText]:
    """Return the texts of a page that stand under a topic."""
    report = read_page(page)
    return [
        TopicText(report.id.year, topics, words)
        for topics, text in _texts(report)
        if (words := Counter(stems(text))).total() >= FEWEST_WORDS
    ]


def _texts(report: Report) -> Iterator[tuple[tuple[str, ...], str]]:
    for section in report.walk():
        if section.topics:
            yield section.topics, " ".join(p.text for below in section.walk() for p in below.paragraphs)
        yield from ((p.topics, text) for p, text in labeled_texts(section.paragraphs) if p.topics)


def weigh(texts: Iterable[TopicText]) -> dict[str, dict[str, float]]:
    """Return the words of each topic with their weights."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    having: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        having.update(text.words.keys())
        for topic in text.topics:
            for word, count in text.words.items():
                counted[topic][word] += 1 + math.log(count)  # type: ignore[assignment]
    found = {}
    for topic, words in sorted(counted.items()):
        weights = Counter(
            {w: n * math.log(number / having[w]) ** 2 for w, n in words.items() if having[w] >= FEWEST_TEXTS}
        )
        kept = dict(weights.most_common(MOST))
        length = math.sqrt(sum(weight**2 for weight in kept.values())) or 1.0
        found[topic] = {word: weight / length for word, weight in kept.items()}
    return found


def write(weights: dict[str, dict[str, float]], path: Path = WEIGHTS) -> None:
    """Write the table."""
    rows = [f"{topic},{word},{w:.3f}" for topic, words in weights.items() for word, w in words.items()]
    path.write_text("\n".join(["topic,word,weight", *rows, ""]), encoding="utf-8")


def main(mirror: str, every: str = str(EVERY)) -> None:
    """Read the pages and write the table."""
    with Pool() as pool:
        found = pool.map(topic_texts, pages_in(Path(mirror))[:: int(every)], chunksize=8)
    weights = weigh(text for texts in found for text in texts)
    write(weights)
    sys.stdout.write(f"{len(weights)} topics, {sum(map(len, weights.values()))} words\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
