"""Propose the outline of an edition from its pages: headings clustered, counted, and laid beside the known ones.

    python -m tests.training.propose_outline MIRROR YEAR [--fewest 10] > src/hrreport/data/outlines/YEAR.toml

The pages are read without an outline: headings by their markup, topics guessed. Wordings of one heading are joined,
the most frequent is its title, and the others that two pages have are named in `also`. A comment above each heading
says on how many pages it is, which known edition has it, or that it is NEW, and how sure its topics are. What fewer
pages have than `--fewest` is left out, and listed on stderr with its count. Read the result before it is used: topics
are guesses until somebody has looked at them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.corpus.pages import pages_in
from tests.training.topics import read_page

from hrreport import tables
from hrreport.parsing.outline import Outline, OutlineHeading, key, read_outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.report import Report, TopicGuess

FEWEST = 10
ALIKE = 2
"""Pages that a wording must be on to be named."""
MAY_LACK = 3
"""Pages that may be without a heading that is not optional."""
KNOWN_SURE = 1.0
HALF = 0.5


@dataclass(slots=True)
class HeadingCluster:
    """A heading in all its wordings, where it is printed."""

    above: str
    """The place of the heading that it is below; empty for a section."""
    wordings: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    """Its numbers or letters."""
    pages: set[str] = field(default_factory=set)
    positions: list[int] = field(default_factory=list)
    topics: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Pages by the topics that are guessed there."""
    sure: list[float] = field(default_factory=list)
    run_ins: dict[str, HeadingCluster] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The most frequent wording."""
        return self.wordings.most_common(1)[0][0]

    @property
    def place(self) -> str:
        """Its place as an outline names it."""
        label = self.labels.most_common(1)[0][0]
        if label.isdigit():
            return label
        if key(self.title) == "executive summary":
            return "summary"
        return f"{self.above}.{label}" if label else f"{self.above}/"

    @property
    def likely_topics(self) -> tuple[str, ...]:
        """The topics that most pages have for it."""
        votes = Counter(topic for topics, number in self.topics.items() for topic in topics * number)
        return tuple(topic for topic, number in votes.items() if number >= HALF * self.topics.total())

    def add(self, page: str, title: str, topics: tuple[str, ...], guess: TopicGuess | None, at: int) -> None:
        """Add one printing."""
        self.wordings[title] += 1
        self.pages.add(page)
        self.positions.append(at)
        self.topics[topics] += 1
        if topics:
            self.sure.append(guess.sure if guess else KNOWN_SURE)


def cluster(reports: Iterable[Report]) -> list[HeadingCluster]:
    """Return the headings of reports, those of one place and nearly one wording as one."""
    found: dict[str, list[HeadingCluster]] = defaultdict(list)
    for report in reports:
        at = 0
        places: dict[str, str] = {}
        for section in report.walk():
            if not section.as_printed:
                continue
            at += 1
            above = next((places[s.id] for s in reversed(report.path(section.id)[:-1]) if s.id in places), "")
            one = _cluster_of(section.heading, found[above], above)
            one.add(report.id.country, section.heading, section.topics, section.guess, at)
            one.labels[section.label] += 1
            places[section.id] = _name(one)
            for paragraph in section.paragraphs:
                if paragraph.topic:
                    run_in = one.run_ins.setdefault(key(paragraph.topic), HeadingCluster(above=places[section.id]))
                    run_in.add(report.id.country, paragraph.topic, paragraph.topics, paragraph.guess, at)
    return [*_below("", found), *(one for group in found.values() for one in group)]


def _below(above: str, found: dict[str, list[HeadingCluster]]) -> Iterator[HeadingCluster]:
    """Yield the headings below a place, each followed by those below it, in the order of most pages."""
    for one in sorted(found.pop(above, ()), key=lambda one: median(one.positions)):
        yield one
        yield from _below(_name(one), found)


def _cluster_of(title: str, among: list[HeadingCluster], above: str) -> HeadingCluster:
    for one in among:
        if key(title) in map(key, one.wordings):
            return one
    known = [OutlineHeading(str(at), one.title, tuple(one.wordings)) for at, one in enumerate(among)]
    if alike := Outline(tuple(known)).alike(title, known):
        return among[int(alike.place)]
    among.append(HeadingCluster(above))
    return among[-1]


def _name(one: HeadingCluster) -> str:
    """Return what the clusters below one are found by: its first wording decides, so that it never changes."""
    from hrreport.text.slugs import slug

    first = next(iter(one.wordings))
    label = next(iter(one.labels))
    if label:
        return label if label.isdigit() else f"{one.above}.{label}"
    return "summary" if key(first) == "executive summary" else f"{one.above}/{slug(first)}"


def known_in(title: str) -> str:
    """Return the newest edition whose outline has a title, with its place, or empty."""
    for name in reversed(tables.names("outlines", ".toml")):
        outline = read_outline(name)
        for heading in outline.exact(title):
            return f"{name} {heading.place}"
        if any(key(title) in heading.labels for heading in outline.headings):
            return f"{name}, a label"
    return ""


def proposal(clusters: Sequence[HeadingCluster], pages: int, year: int, fewest: int) -> Iterator[str]:
    """Yield the lines of an outline."""
    yield f"# The outline of the {year} edition, proposed from {pages} pages by"
    yield f"# `python -m tests.training.propose_outline MIRROR {year}`. The topics are guesses: look at each."
    for one in clusters:
        if len(one.pages) >= fewest:
            yield from _entry(one, pages, fewest)


def _entry(one: HeadingCluster, pages: int, fewest: int) -> Iterator[str]:
    known = known_in(one.title)
    sure = f"; topics {round(100 * median(one.sure))} % sure" if one.likely_topics else ""
    yield ""
    yield f"# on {len(one.pages)} of {pages} pages; {f'known: {known}' if known else 'NEW'}{sure}"
    yield "[[heading]]"
    yield f"place = {_text(one.place)}"
    yield f"title = {_text(one.title)}"
    also = [wording for wording, number in one.wordings.items() if number >= ALIKE and key(wording) != key(one.title)]
    if also:
        yield f"also = [{', '.join(map(_text, also))}]"
    if one.likely_topics:
        yield f"topics = [{', '.join(map(_text, one.likely_topics))}]"
    if pages - len(one.pages) > MAY_LACK or "/" in one.place:
        yield "optional = true"
    labels = {run_in.title: run_in.likely_topics for run_in in one.run_ins.values() if len(run_in.pages) >= fewest}
    if labels:
        yield "[heading.labels]"
        yield from (f"{_text(name)} = [{', '.join(map(_text, topics))}]" for name, topics in labels.items())


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Write the outline, and what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirror", type=Path)
    parser.add_argument("year", type=int)
    parser.add_argument("--fewest", type=int, default=FEWEST, help="pages that a heading must be on")
    asked = parser.parse_args()
    pages = [page for page in pages_in(asked.mirror) if page.parent.parent.name.startswith(f"{asked.year}-")]
    with Pool() as pool:
        reports = pool.map(read_page, pages, chunksize=8)
    clusters = cluster(reports)
    sys.stdout.write("\n".join(proposal(clusters, len(reports), asked.year, asked.fewest)) + "\n")
    for one in clusters:
        if len(one.pages) < asked.fewest:
            sys.stderr.write(f"left out: on {len(one.pages)} pages, {one.place} {one.title}\n")


if __name__ == "__main__":
    main()
