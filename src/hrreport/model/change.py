"""Changes between two editions of a report: sentences, paragraphs, topics, and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hrreport.model.finding import Assessment, Figure, Kind, Source
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

PairKind = Literal["same", "moved", "reworded", "split", "merged", "removed", "added"]
"""What became of a sentence.

``same``: word for word under the same topic, white space and typography aside. ``moved``: word for
word under another topic. ``split``, ``merged``: one sentence became several, or several one.
"""

REPEATED: tuple[PairKind, ...] = ("same", "moved")
"""What is in both editions word for word."""

Status = Literal["kept", "moved", "merged", "split", "dropped", "new"]
"""What became of the headings of a topic.

``kept``: under the same section. ``moved``: under another section. ``merged``, ``split``: several
headings became one, or one several. ``dropped``, ``new``: only one edition has a heading for it;
that says nothing about what happened in the country.
"""

Slices = tuple[tuple[int, int], ...]
"""Pieces of a text by their first character and the one after their last, ascending."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence, as one side of a comparison has it."""

    locator: Locator
    text: str
    """Verbatim."""
    marks: Slices = ()
    """Pieces that the other side does not have; empty where the pair is not a rewording."""
    kind: Kind | None = None
    """What the sentence does; ``None`` where the report was compared without its analysis."""

    @property
    def paragraph_key(self) -> tuple[str, int | None]:
        """Section id and number of its paragraph, which are looked up faster than a locator."""
        return self.locator.section, self.locator.paragraph


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence and what became of it; every sentence of both editions is in exactly one pair."""

    kind: PairKind
    old: tuple[Quote, ...]
    """Empty where it was added; more than one where sentences were merged."""
    new: tuple[Quote, ...]
    """Empty where it was removed; more than one where a sentence was split."""
    old_topic: str = ""
    """Id of the `TopicChange` that the old side stands in."""
    new_topic: str = ""
    """Id of the `TopicChange` that the new side stands in."""

    @property
    def elsewhere(self) -> bool:
        """Return whether the two sides are under different topics."""
        return bool(self.old and self.new) and self.old_topic != self.new_topic


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """Paragraphs that answer each other within a topic; every paragraph is in exactly one pair."""

    kind: PairKind
    old: tuple[Locator, ...]
    new: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class PassageReference:
    """The place of a topic in a report: a section, or the passage under one of its run-in labels."""

    section: str
    """Section id."""
    heading: str
    """The heading with its number or letter."""
    label: str = ""
    """The run-in label, or empty for the section itself."""

    def __str__(self) -> str:
        number = self.section.partition("/")[0]
        named = number if self.heading.startswith((f"Section {number}.", f"{number.rpartition('.')[2]}. ")) else ""
        shown = f"§ {number}" if named else f"§ {number} {self.heading}"
        return f"{shown}, {self.label}" if self.label else shown


@dataclass(frozen=True, slots=True)
class Measure:
    """The measures of a text."""

    sentences: int = 0
    words: int = 0
    characters: int = 0
    """Printed characters, run-in labels included, headings not."""
    kinds: tuple[tuple[Kind, int], ...] = ()
    """Sentences of each kind, in the order of `Kind`; empty without an analysis."""
    figures: int = 0
    sources: int = 0
    """Sentences that name a source."""

    def of_kind(self, kind: Kind) -> int:
        """Return the number of sentences of a kind."""
        return dict(self.kinds).get(kind, 0)


def rate(count: int, characters: int) -> float | None:
    """Return a count per 10,000 characters, or ``None`` where there is no text.

    >>> rate(3, 20_000)
    1.5
    """
    return count * 10_000 / characters if characters else None


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure, and the sentence that states it."""

    locator: Locator
    figure: Figure


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source, and the sentences that name it, in order."""

    source: Source
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class TopicSide:
    """One edition's text on a topic."""

    places: tuple[PassageReference, ...]
    """In the order of the page; empty where it has no heading for the topic."""
    measure: Measure = Measure()
    assessment: Assessment | None = None
    """The gravest assessment of its places; ``None`` without text or without an analysis."""
    figures: tuple[StatedFigure, ...] = ()
    sources: tuple[NamedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicChange:
    """The changes of one topic."""

    id: str
    """Its topic's id; with the part's id before it in reports that have parts (``tibet:torture``)."""
    name: str
    status: Status
    topics: tuple[str, ...]
    """Ids of all topics that its headings stand for."""
    old: TopicSide
    new: TopicSide
    pairs: tuple[SentencePair, ...] = ()
    """Every pair with a side in this topic, in order; one that crosses topics is in both."""
    paragraphs: tuple[ParagraphPair, ...] = ()
    wider: str = ""
    """Where one edition has no heading for it: id of the topic change with its heading for the wider topic."""

    tally: tuple[tuple[PairKind, int], ...] = ()
    """Pairs by kind, those included that a selection leaves out of `pairs`."""

    def count(self, *kinds: PairKind) -> int:
        """Return the number of pairs of these kinds, those included that a selection leaves out."""
        return sum(number for kind, number in self.tally if kind in kinds)

    @property
    def gone(self) -> tuple[SentencePair, ...]:
        """Pairs whose old side stands here, and whose new side stands under another topic."""
        return tuple(p for p in self.pairs if p.elsewhere and p.old_topic == self.id)


@dataclass(frozen=True, slots=True)
class Side:
    """One edition of a comparison."""

    report: Report
    measure: Measure


def sentences_of(tally: Iterable[tuple[PairKind, int, int]], kinds: Collection[PairKind]) -> tuple[int, int]:
    """Return the number of sentences of some kinds in a tally, on the old and on the new side."""
    chosen = [(old, new) for kind, old, new in tally if kind in kinds]
    return sum(old for old, _ in chosen), sum(new for _, new in chosen)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report beside another, topic by topic."""

    old: Side
    new: Side
    changes: tuple[TopicChange, ...]
    """In the order of the earlier edition, topics that only the later one has where it has them."""
    cautions: tuple[str, ...] = ()
    """What must be read with it, one sentence each."""
    tally: tuple[tuple[PairKind, int, int], ...] = ()
    """Sentences of the old and of the new side by what became of them, those included that a selection
    leaves out of the pairs."""

    @property
    def pairs(self) -> Iterator[SentencePair]:
        """Every sentence pair once: those of each topic's old side, then what is only new there."""
        for change in self.changes:
            for pair in change.pairs:
                if change.id == (pair.old_topic or pair.new_topic):
                    yield pair

    @property
    def differs(self) -> bool:
        """Return whether anything differs but white space and typography, what a selection leaves out included."""
        counted = any(kind != "same" and (old or new) for kind, old, new in self.tally)
        return counted or any(c.status != "kept" for c in self.changes)

    def count(self, *kinds: PairKind) -> tuple[int, int]:
        """Return how many sentences of the old and of the new side are of these kinds, as in `tally`."""
        return sentences_of(self.tally, kinds)
