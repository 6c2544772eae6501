"""One report beside another: topic by topic, sentence by sentence; and the headings that differ in their words.

The two are always aligned from the earlier to the later edition; asked the other way round, the
answer is mirrored. So the two directions cannot disagree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from hrreport.comparison.alignment import align
from hrreport.comparison.cautions import cautions
from hrreport.comparison.crosswalk import crosswalk
from hrreport.comparison.marks import marks
from hrreport.comparison.measures import (
    assessment_of,
    findings_in,
    indexed,
    measured,
    named_sources,
    pairs_by_kind,
    sentences_by_kind,
    stated_figures,
    total,
)
from hrreport.comparison.paragraphs import paragraph_pairs
from hrreport.comparison.passages import passages, places_of
from hrreport.comparison.similarity import ComparedSentence
from hrreport.model.change import Comparison, ParagraphPair, Quote, SentencePair, Side, TopicChange, TopicSide
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrreport.comparison.alignment import Correspondence
    from hrreport.comparison.crosswalk import CrosswalkRow
    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.change import PairKind, Slices, Status
    from hrreport.model.finding import Analysis, Kind
    from hrreport.model.report import Paragraph, Report


class _AlignedSentence(NamedTuple):
    """A sentence on its way into a comparison."""

    locator: Locator
    line: ComparedSentence
    kind: Kind | None


class _EditionPassages:
    """The passages of one report, and what is looked up in its analysis."""

    def __init__(self, report: Report, analysis: Analysis | None) -> None:
        self.analysis = analysis
        self.passages = passages(report)
        self.index = indexed(analysis) if analysis else {}

    def topic_side(self, own: Sequence[ComparedPassage]) -> TopicSide:
        places = places_of(own)
        paragraphs = [paragraph for p in own for paragraph in p.paragraphs]
        if self.analysis is None:
            return TopicSide(places, measured(paragraphs, None))
        findings = findings_in(own, self.index)
        return TopicSide(
            places,
            measured(paragraphs, findings),
            assessment_of(own, self.analysis, self.index) if paragraphs else None,
            stated_figures(findings),
            named_sources(findings),
        )

    def sentences(self, rows: Iterable[tuple[str, Sequence[ComparedPassage]]]) -> list[_AlignedSentence]:
        """Return every sentence in the order of the page, with the row that it belongs to."""
        row_of = {(p.section.id, p.label): row for row, own in rows for p in own}
        found = []
        for count, (passage, paragraph) in enumerate(_in_order(self.passages)):
            kinds = {f.locator.sentence: f.kind for f in self.index.get((passage.section.id, paragraph.number), ())}
            row = row_of[passage.section.id, passage.label]
            for number, text in enumerate(paragraph.sentences, start=1):
                if text:
                    place = Locator(passage.section.id, paragraph.number, number)
                    found.append(_AlignedSentence(place, ComparedSentence(text, row, count), kinds.get(number)))
        return found


def _in_order(own: Iterable[ComparedPassage]) -> Iterator[tuple[ComparedPassage, Paragraph]]:
    """Yield the paragraphs of passages in the order of the page: labels interleave in a section."""
    sections: dict[str, list[tuple[ComparedPassage, Paragraph]]] = {}
    for passage in own:
        sections.setdefault(passage.section.id, []).extend((passage, p) for p in passage.paragraphs)
    for each in sections.values():
        yield from sorted(each, key=lambda pair: pair[1].number)


def compare_reports(
    old: Report, new: Report, *, then: Analysis | None = None, now: Analysis | None = None
) -> Comparison:
    """Return what differs between two reports, topic by topic through the crosswalk.

    Args:
        old: What is compared: usually the earlier edition.
        new: What it is compared with: usually the later edition of the same country.
        then: The analysis of `old`; without both analyses there are no assessments, figures,
            sources and kinds.
        now: The analysis of `new`.
    """
    if _order(new) < _order(old):
        return swap_sides(compare_reports(new, old, then=now, now=then))
    both = then is not None and now is not None
    one, other = _EditionPassages(old, then if both else None), _EditionPassages(new, now if both else None)
    rows = crosswalk(one.passages, other.passages)
    pairs = _pairs_by_row(rows, one, other)
    changes = tuple(
        TopicChange(
            row.id,
            row.name,
            row.status,
            row.topics,
            one.topic_side(row.sides[0]),
            other.topic_side(row.sides[1]),
            tuple(pairs[row.id]),
            paragraph_pairs(row.id, pairs[row.id]),
            row.wider,
            pairs_by_kind(pairs[row.id]),
        )
        for row in rows
    )
    before = Side(old, total([change.old.measure for change in changes]))
    after = Side(new, total([change.new.measure for change in changes]))
    comparison = Comparison(before, after, changes, tally=sentences_by_kind(changes))
    return replace(comparison, cautions=tuple(cautions(comparison)))


def _order(report: Report) -> tuple[int, str, str]:
    return (report.id.year, report.id.country, report.provenance.sha256)


def _pair(link: Correspondence, before: Sequence[_AlignedSentence], after: Sequence[_AlignedSentence]) -> SentencePair:
    old, new = [before[i] for i in link.old], [after[j] for j in link.new]
    old_marks: Sequence[Slices] = ((),) * len(old)
    new_marks: Sequence[Slices] = ((),) * len(new)
    if link.kind in ("reworded", "split", "merged"):
        old_marks, new_marks = marks([s.line.text for s in old], [s.line.text for s in new])
    return SentencePair(
        link.kind,
        tuple(Quote(s.locator, s.line.text, m, s.kind) for s, m in zip(old, old_marks, strict=True)),
        tuple(Quote(s.locator, s.line.text, m, s.kind) for s, m in zip(new, new_marks, strict=True)),
        old[0].line.row if old else "",
        new[0].line.row if new else "",
    )


def _pairs_by_row(
    rows: Sequence[CrosswalkRow], one: _EditionPassages, other: _EditionPassages
) -> dict[str, list[SentencePair]]:
    """Return the pairs that touch each row: in the old order, what is only new before what it is read before."""
    before = one.sentences((row.id, row.sides[0]) for row in rows)
    after = other.sentences((row.id, row.sides[1]) for row in rows)
    links = align([s.line for s in before], [s.line for s in after])
    pairs = [_pair(link, before, after) for link in links]
    added = _additions({j: pair for link, pair in zip(links, pairs, strict=True) for j in link.new}, after)
    found: dict[str, list[SentencePair]] = {row.id: [] for row in rows}
    for pair in pairs:
        if pair.old:
            found[pair.old_topic] += (*added.pop((pair.old_topic, id(pair)), ()), pair)
    for (row, _), last in added.items():
        found[row] += last
    return found


def _additions(
    pair_of: Mapping[int, SentencePair], after: Sequence[_AlignedSentence]
) -> dict[tuple[str, int | None], list[SentencePair]]:
    """Return what only the new side of a row has, by the pair of that row that follows there, or ``None``."""
    found: dict[tuple[str, int | None], list[SentencePair]] = {}
    following: dict[str, int | None] = {}
    seen: set[int] = set()
    for j in range(len(after) - 1, -1, -1):
        pair, row = pair_of[j], after[j].line.row
        if pair.old_topic == row:
            following[row] = id(pair)
        elif id(pair) not in seen:
            seen.add(id(pair))
            found.setdefault((row, following.get(row)), []).insert(0, pair)
    return found


_OPPOSITE_KINDS: dict[PairKind, PairKind] = {
    "split": "merged", "merged": "split", "removed": "added", "added": "removed",
}  # fmt: skip
_OPPOSITE_STATUSES: dict[Status, Status] = {
    "split": "merged", "merged": "split", "dropped": "new", "new": "dropped",
}  # fmt: skip


def swap_sides(comparison: Comparison) -> Comparison:
    """Return the comparison of the new report with the old one."""

    def opposite(kind: PairKind) -> PairKind:
        return _OPPOSITE_KINDS.get(kind, kind)

    def swap_topic(change: TopicChange) -> TopicChange:
        return replace(
            change,
            status=_OPPOSITE_STATUSES.get(change.status, change.status),
            old=change.new,
            new=change.old,
            pairs=tuple(SentencePair(opposite(p.kind), p.new, p.old, p.new_topic, p.old_topic) for p in change.pairs),
            paragraphs=tuple(ParagraphPair(opposite(p.kind), p.new, p.old) for p in change.paragraphs),
            tally=tuple(sorted((opposite(kind), number) for kind, number in change.tally)),
        )

    return replace(
        comparison,
        old=comparison.new,
        new=comparison.old,
        changes=tuple(map(swap_topic, comparison.changes)),
        tally=tuple(sorted((opposite(kind), new, old) for kind, old, new in comparison.tally)),
    )


def changed_headings(before: Report, now: Report) -> tuple[tuple[str, str], ...]:
    """Return the headings that differ in more than case, punctuation and white space, as printed before and now.

    A heading without a counterpart is beside an empty text.
    """
    old, new = ([section.title for section in report.walk()] for report in (before, now))
    matcher = SequenceMatcher(None, [*map(_words_of, old)], [*map(_words_of, new)], autojunk=False)
    return tuple(
        titles
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
        for titles in zip_longest(old[a:b], new[c:d], fillvalue="")
    )


def _words_of(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", title.casefold().replace("’", "").replace("'", "")))
