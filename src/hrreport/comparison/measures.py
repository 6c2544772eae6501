"""Measures of a text: sentences, words, characters, kinds, figures, sources; and counts of what became of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.model.change import Measure, NamedSource, StatedFigure
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.change import PairKind, SentencePair, TopicChange
    from hrreport.model.finding import Analysis, Finding, Source
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph


def measured(paragraphs: Iterable[Paragraph], findings: Sequence[Finding] | None) -> Measure:
    """Return how much stands in paragraphs; `findings` are those of their sentences, if known."""
    sentences = words = characters = 0
    for paragraph in paragraphs:
        printed = paragraph.printed
        sentences += len(paragraph.starts) if paragraph.text else 0
        words += len(printed.split())
        characters += len(printed)
    if findings is None:
        return Measure(sentences, words, characters)
    found = [f.kind for f in findings]
    return Measure(
        sentences,
        words,
        characters,
        tuple((kind, found.count(kind)) for kind in Kind),
        sum(len(f.figures) for f in findings),
        sum(bool(f.sources) for f in findings),
    )


def total(measures: Sequence[Measure]) -> Measure:
    """Return how much stands in several texts together."""
    analyzed = any(m.kinds for m in measures)
    return Measure(
        sum(m.sentences for m in measures),
        sum(m.words for m in measures),
        sum(m.characters for m in measures),
        tuple((kind, sum(m.of_kind(kind) for m in measures)) for kind in Kind) if analyzed else (),
        sum(m.figures for m in measures),
        sum(m.sources for m in measures),
    )


Index = dict[tuple[str, int], list["Finding"]]
"""The findings of each paragraph, by section id and paragraph number."""


def indexed(analysis: Analysis) -> Index:
    """Return the findings of an analysis by the paragraph that they stand in, in order."""
    index: Index = {}
    for finding in analysis.findings:
        if finding.locator.paragraph is not None:
            index.setdefault((finding.locator.section, finding.locator.paragraph), []).append(finding)
    return index


def findings_in(passages: Iterable[ComparedPassage], index: Index) -> tuple[Finding, ...]:
    """Return the findings of the sentences of passages, in order."""
    places = ((p.section.id, paragraph.number) for p in passages for paragraph in p.paragraphs)
    return tuple(f for place in places for f in index.get(place, ()))


def stated_figures(findings: Iterable[Finding]) -> tuple[StatedFigure, ...]:
    """Return every figure with the sentence that states it."""
    return tuple(StatedFigure(f.locator, figure) for f in findings for figure in f.figures)


def named_sources(findings: Iterable[Finding]) -> tuple[NamedSource, ...]:
    """Return every source once, by its name whatever its case, with the sentences that name it."""
    named: dict[tuple[str, str], tuple[Source, dict[Locator, None]]] = {}
    for finding in findings:
        for source in finding.sources:
            _, places = named.setdefault((source.name.casefold(), source.type), (source, {}))
            places[finding.locator] = None
    return tuple(NamedSource(source, tuple(places)) for source, places in named.values())


_GRAVITY: Mapping[tuple[str, str | None], int] = {
    ("abuses-reported", "serious"): 5,
    ("abuses-reported", None): 4,
    ("abuses-reported", "limited"): 3,
    ("none-reported", None): 2,
    ("not-addressed", None): 1,
}


def assessment_rank(assessment: Assessment | None) -> int:
    """Return a rank by which assessments are put in order, 0 where there is none.

    It serves to pick one of several; differences of ranks mean nothing. Abuses of unknown extent may be
    serious: they come before limited ones, so that nothing is made lighter than it may be.
    """
    return 0 if assessment is None else _GRAVITY[assessment.value, assessment.extent]


def assessment_of(passages: Sequence[ComparedPassage], analysis: Analysis, index: Index) -> Assessment | None:
    """Return the gravest assessment of passages.

    A whole section's is the analysis's own. A passage under a run-in label has none there: abuses
    are reported where one of its sentences reports one, none where one denies them, else it is not
    addressed.
    """
    sections = dict.fromkeys(p.section.id for p in passages if not p.label)
    found = [analysis.displayed_assessment(section) for section in sections]
    found += [_of_label(findings_in([p], index)) for p in passages if p.label and p.section.id not in sections]
    return max(found, key=assessment_rank, default=None)


def _of_label(findings: Sequence[Finding]) -> Assessment | None:
    kinds = {f.kind for f in findings}
    if Kind.ABUSE in kinds:
        return Assessment("abuses-reported")
    if Kind.DENIAL in kinds:
        return Assessment("none-reported")
    return Assessment("not-addressed") if kinds else None


def key_finding(findings: Iterable[Finding], assessment: Assessment | None) -> Finding | None:
    """Return the first key finding: one that reports an abuse before others, one that denies them where none are."""
    none_reported = assessment is not None and assessment.value == "none-reported"
    order = [Kind.DENIAL, *Kind] if none_reported else [*Kind]
    return min((f for f in findings if f.key), key=lambda f: order.index(f.kind), default=None)


def pairs_by_kind(pairs: Iterable[SentencePair]) -> tuple[tuple[PairKind, int], ...]:
    """Return how many pairs are of each kind that occurs."""
    return tuple(sorted(Counter(pair.kind for pair in pairs).items()))


def sentences_by_kind(changes: Iterable[TopicChange]) -> tuple[tuple[PairKind, int, int], ...]:
    """Return how many sentences of either side of these topics are of each kind that occurs."""
    old: Counter[PairKind] = Counter()
    new: Counter[PairKind] = Counter()
    for change in changes:
        for pair in change.pairs:
            if pair.old_topic == change.id:
                old[pair.kind] += len(pair.old)
            if pair.new_topic == change.id:
                new[pair.kind] += len(pair.new)
    return tuple((kind, old[kind], new[kind]) for kind in sorted({*old, *new}))
