"""Views of passages beside each other: two editions of a topic, or several reports on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.changes import assessments_of, explain_signs, marks
from hrreport.terminal.columns import Columns, FittingSetting, StackedSettings
from hrreport.terminal.document import Document, Rule, TextBlock, text_block
from hrreport.terminal.elsewhere import elsewhere_view
from hrreport.terminal.exact_spans import set_off
from hrreport.terminal.parts import GUTTER, counting, labeled, legend, pinpoint
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import (
    KINDS,
    describe_absence,
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
    from collections.abc import Iterator

    from hrreport.model.change import Comparison, Quote, SentencePair, TopicChange
    from hrreport.model.matrix import Compilation, Entry
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import Names

NARROW = 96
"""On narrower pages the two sides of a change are below each other."""
WIDE = 160
_NARROWEST_ENTRY = 44
"""Entries are below each other where their columns would be narrower."""
_GAP = 3
_STYLES: dict[str, StyleName] = {"=": "faint", "~": "key", "−": "removed", "+": "added"}
_NOTHING = StyledSpan("—", "faint")


def passages_beside(comparison: Comparison, names: Names) -> Document:
    """Return what became of every sentence of the topics of a comparison, the two reports side by side.

    Args:
        comparison: Usually a part of one: see `hrreport.comparison.change_filters.select`.
        names: Names of countries as shown to readers, by slug.
    """
    reports = (comparison.old.report, comparison.new.report)
    settings: list[Setting] = [*heads(heading(comparison, names), reports, comparison.cautions, names)]
    if absence := describe_absence(comparison):
        return Document((*settings, text_block(absence, above=1)))
    one, other = titles(comparison, names)
    for change in comparison.changes:
        settings += _topic(change, one, other)
        settings += (_pair(pair, change.id) for pair in change.pairs)
    settings += [Rule(), *explain_signs(one, other)]
    settings.append(text_block(f"[-words-] only in {one}, {{+words+}} only in {other}", "faint"))
    nothing = TextBlock((StyledSpan("no sentence on this side", "faint"),), (_NOTHING,), 3)
    order = text_block(f"of two ~ below each other, the first is of {one}, the second of {other}", "faint")
    settings.append(FittingSetting(NARROW, nothing, order))
    return Document((*settings, *legend(assessments_of(comparison))), measure=WIDE)


def _topic(change: TopicChange, one: str, other: str) -> Iterator[Setting]:
    yield Rule()
    yield TextBlock((clean_span(change.name, "strong"),), (*marks(change), StyledSpan("  ")), 5)
    assessments = describe_assessments(change)
    lines = (describe_status(change, one, other), assessments and f"Assessment: {assessments}", describe_rates(change))
    yield from (text_block(line, "faint", indent=5) for line in lines if line)
    names = Columns(tuple(text_block(name, "strong", indent=GUTTER) for name in (one, other)))
    yield FittingSetting(NARROW, names, StackedSettings(()))


def _pair(pair: SentencePair, topic: str) -> Setting:
    """Return a sentence pair: side by side where the page is wide enough, else one below the other."""
    nothing = TextBlock((_NOTHING,), indent=GUTTER)
    old = _side(pair, pair.old, "removed", there=pair.old_topic if pair.old_topic != topic else "")
    new = _side(pair, pair.new, "added", there=pair.new_topic if pair.new_topic != topic else "")
    below = [side for side in (old if pair.kind != "same" else None, new) if side]
    return FittingSetting(NARROW, Columns((old or nothing, new or nothing)), StackedSettings((TextBlock(()), *below)))


def _side(pair: SentencePair, quotes: tuple[Quote, ...], style: StyleName, *, there: str) -> TextBlock | None:
    """Return the sentences of one side, or that they are under another topic, or nothing."""
    if not quotes:
        return None
    sign, place = sign_of(pair.kind), quotes[0].locator
    if there:
        words = clean_span(f"{KINDS[pair.kind]}: {place}, {topic_name(there)}", "faint")
        return TextBlock((words,), (StyledSpan(f"{sign} ", "faint"),), GUTTER)
    body: list[StyledSpan] = []
    for quote in quotes:
        body += [StyledSpan(" ")] if body else []
        body += set_off(quote.text, quote.marks, style, "faint" if pair.kind == "same" else "")
    gutter = StyledSpan(f"{place.pinpoint:>{GUTTER - 3}}", "faint")
    return TextBlock(tuple(body), (StyledSpan(sign, _STYLES[sign]), gutter), GUTTER)


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
        settings += [Rule(), text_block(chapter.name, "strong")]
        entries = [StackedSettings(tuple(_entry(entry, names))) for entry in chapter.entries]
        below = StackedSettings(tuple(setting for entry in entries for setting in (TextBlock(()), entry)))
        if len(entries) > 1:
            room = (_NARROWEST_ENTRY + _GAP) * len(entries) - _GAP
            settings.append(FittingSetting(room, Columns(tuple(entries), gap=_GAP), below))
        else:
            settings.append(below)
    return Document((*settings, *counting()), measure=WIDE)


def _entry(entry: Entry, names: Names) -> Iterator[Setting]:
    size = entry_size(sum(len(excerpt.paragraphs) for excerpt in entry.excerpts), entry.elsewhere)
    yield TextBlock((clean_span(title(entry.report, names), "strong"), StyledSpan(f"  {size}", "faint")))
    before: tuple[str, ...] = ()
    for excerpt in entry.excerpts:
        if excerpt.path != before:
            yield text_block(" › ".join(excerpt.path), "label", above=1)
        before = excerpt.path
        for paragraph in excerpt.paragraphs:
            place = pinpoint(excerpt.locate(paragraph))
            yield TextBlock(labeled(paragraph.topic, paragraph.text), place, GUTTER, above=1)
    yield from elsewhere_view(entry.elsewhere, whole=True)
