"""Views of passages beside each other: two editions of a topic, or several reports on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.changes import assessments_of, marks, signs
from hrreport.terminal.columns import Columns, StackedSettings
from hrreport.terminal.document import Document, Rule, TextBlock
from hrreport.terminal.elsewhere import elsewhere_view
from hrreport.terminal.exact_spans import exact_span
from hrreport.terminal.parts import GUTTER, counting, labeled, legend, pinpoint
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.values import dataclass
from hrreport.wording.changes import (
    KINDS,
    NO_DIFFERENCE,
    describe_assessments,
    describe_rates,
    describe_status,
    heading,
    sign_of,
    title,
    titles,
    topic_name,
)
from hrreport.wording.treatments import entry_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change import Comparison, Quote, SentencePair, TopicChange
    from hrreport.model.matrix import Compilation, Entry
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line, StyleName
    from hrreport.wording.changes import Names

NARROW = 96
"""On narrower pages the two sides of a change stand below each other."""
WIDE = 160
_NARROWEST_ENTRY = 44
"""Entries stand below each other where their columns would be narrower."""
_STYLES: dict[str, StyleName] = {"=": "faint", "~": "key", "−": "removed", "+": "added"}
_NOTHING = StyledSpan("—", "faint")
_AROUND: dict[StyleName, tuple[str, str]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
"""What stands around changed words, so that they are distinguished without color."""


def passages_beside(comparison: Comparison, names: Names) -> Document:
    """Return what became of every sentence of the topics of a comparison, the two reports side by side.

    Args:
        comparison: Usually a part of one: see `hrreport.comparison.change_filters.select`.
        names: Names of countries as shown to readers, by slug.
    """
    reports = (comparison.old.report, comparison.new.report)
    settings: list[Setting] = [*heads(heading(comparison, names), reports, comparison.cautions, names)]
    if not comparison.changes:
        return Document((*settings, TextBlock((StyledSpan(NO_DIFFERENCE),), above=1)))
    one, other = titles(comparison, names)
    for change in comparison.changes:
        settings += _topic(change, one, other)
        settings += (_SideBySidePair(pair, change.id) for pair in change.pairs)
    settings += [Rule(), *signs(one, other)]
    settings.append(TextBlock((StyledSpan(f"[-words-] only in {one}, {{+words+}} only in {other}", "faint"),)))
    settings.append(
        _Fitting(
            TextBlock((StyledSpan("no sentence on this side", "faint"),), (_NOTHING,), 3),
            TextBlock(
                (StyledSpan(f"of two ~ below each other, the first is of {one}, the second of {other}", "faint"),)
            ),
        )
    )
    return Document((*settings, *legend(assessments_of(comparison))), measure=WIDE)


def _topic(change: TopicChange, one: str, other: str) -> Iterator[Setting]:
    yield Rule()
    yield TextBlock((clean_span(change.name, "strong"),), (*marks(change), StyledSpan("  ")), 5)
    yield TextBlock((clean_span(describe_status(change, one, other), "faint"),), indent=5)
    if words := describe_assessments(change):
        yield TextBlock((clean_span(f"Assessment: {words}", "faint"),), indent=5)
    if words := describe_rates(change):
        yield TextBlock((clean_span(words, "faint"),), indent=5)
    yield _Sides(one, other)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Sides:
    """The reports on the two sides; empty where they are below each other."""

    one: str
    other: str

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the line."""
        if width >= NARROW:
            sides = tuple(TextBlock((clean_span(name, "strong"),), indent=GUTTER) for name in (self.one, self.other))
            yield from Columns(sides, above=1).lines(width, spell)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Fitting:
    """Captions for two columns, and for one."""

    beside: Setting
    below: Setting

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines of the one that fits."""
        yield from (self.beside if width >= NARROW else self.below).lines(width, spell)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _SideBySidePair:
    """A sentence pair: side by side where the page is wide enough, else one below the other."""

    pair: SentencePair
    topic: str

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines."""
        old = self._side(self.pair.old, self.pair.old_topic, "removed")
        new = self._side(self.pair.new, self.pair.new_topic, "added")
        if width >= NARROW:
            nothing = TextBlock((_NOTHING,), indent=GUTTER)
            yield from Columns((old or nothing, new or nothing), above=1).lines(width, spell)
        else:
            yield []
            for block in (new,) if self.pair.kind == "same" else (old, new):
                if block:
                    yield from block.lines(width, spell)

    def _side(self, quotes: tuple[Quote, ...], topic: str, style: StyleName) -> TextBlock | None:
        """Return the sentences of one side, or where they stand instead, or nothing."""
        if not quotes:
            return None
        sign = sign_of(self.pair.kind)
        place = quotes[0].locator
        if topic != self.topic:
            there = f"{KINDS[self.pair.kind]}: {place}, {topic_name(topic)}"
            return TextBlock((clean_span(there, "faint"),), (StyledSpan(f"{sign} ", "faint"),), GUTTER)
        body: list[StyledSpan] = []
        for quote in quotes:
            body += [StyledSpan(" ")] if body else []
            body += marked(quote, style, "faint" if self.pair.kind == "same" else "")
        return TextBlock(tuple(body), (StyledSpan(sign, _STYLES[sign]), *_gutter(place.pinpoint)), GUTTER)


def _gutter(pinpoint: str) -> tuple[StyledSpan, ...]:
    return (StyledSpan(f"{pinpoint:>{GUTTER - 3}}", "faint"),)


def marked(quote: Quote, style: StyleName, plain: StyleName = "") -> Iterator[StyledSpan]:
    """Yield a sentence with the words that the other side does not have between signs."""
    before, after = _AROUND[style]
    done = 0
    for start, end in quote.marks:
        if start > done:
            yield exact_span(quote.text[done:start], plain)
        yield StyledSpan(before, style)
        yield exact_span(quote.text[start:end], style)
        yield StyledSpan(after, style)
        done = end
    if done < len(quote.text):
        yield exact_span(quote.text[done:], plain)


# -- several reports on chosen topics ----------------------------------------------------------


def compilation_view(compilation: Compilation, names: Names) -> Document:
    """Return the passages of several reports on chosen topics, beside each other where there is room.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    what = ", ".join(chapter.name for chapter in compilation.chapters)
    which = ", ".join(title(report, names) for report in compilation.reports)
    settings: list[Setting] = [
        *heads(f"{what}: {which}", compilation.reports, compilation.cautions, names, compilation.gaps)
    ]
    for chapter in compilation.chapters:
        settings += [Rule(), TextBlock((clean_span(chapter.name, "strong"),)), _Entries(chapter.entries, names)]
    return Document((*settings, *counting()), measure=WIDE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Entries:
    """Passages of several reports on one topic: in columns where the page is wide enough."""

    entries: tuple[Entry, ...]
    names: Names

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield their lines."""
        gap = 3
        each = (width - gap * (len(self.entries) - 1)) // max(len(self.entries), 1)
        told = [tuple(_entry(entry, self.names)) for entry in self.entries]
        if each >= _NARROWEST_ENTRY and len(told) > 1:
            columns = [Document(blocks, measure=each) for blocks in told]
            yield from Columns(tuple(StackedSettings(page.settings) for page in columns), gap=gap, above=1).lines(
                width, spell
            )
        else:
            for blocks in told:
                yield []
                yield from StackedSettings(blocks).lines(width, spell)


def _entry(entry: Entry, names: Names) -> Iterator[Setting]:
    paragraphs = sum(len(excerpt.paragraphs) for excerpt in entry.excerpts)
    yield TextBlock(
        (
            clean_span(title(entry.report, names), "strong"),
            StyledSpan(f"  {entry_size(paragraphs, entry.elsewhere)}", "faint"),
        )
    )
    before: tuple[str, ...] = ()
    for excerpt in entry.excerpts:
        if excerpt.path != before:
            yield TextBlock((clean_span(" › ".join(excerpt.path), "label"),), above=1)
        before = excerpt.path
        for paragraph in excerpt.paragraphs:
            place = excerpt.locate(paragraph)
            yield TextBlock(labeled(paragraph.topic, paragraph.text), pinpoint(place), GUTTER, above=1)
    yield from elsewhere_view(entry.elsewhere, whole=True)
