"""The summary section by section: the sentences chosen for each heading, with its mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis.anaphora import needed_before
from hrreport.analysis.digest.acronyms import unexplained
from hrreport.analysis.digest.bundles import caveats_of
from hrreport.analysis.digest.headings import budget, unit_of
from hrreport.analysis.digest.sentence_scores import criminalizes
from hrreport.analysis.digest.slot_choice import choose
from hrreport.analysis.executive_summary import is_summary
from hrreport.model.finding import Kind
from hrreport.model.summary import MARKS, SectionSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.analysis.digest.headings import Headings
    from hrreport.model.finding import Analysis, Assessment, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.summary import Length, Mark

_LAW_FIRST = frozenset({"lgbtqi", "lgbtqi-criminalization", "women"})
"""Topics of headings of which criminal status comes before all."""


def is_referred(assessment: Assessment | None) -> bool:
    """Return whether a section's own text only refers elsewhere or is not applicable."""
    return (
        assessment is not None
        and assessment.value == "not-addressed"
        and assessment.basis in {"cross-reference", "not-applicable"}
    )


def mark_of(first: Finding | None, assessment: Assessment | None, *, named: bool) -> Mark:
    """Return the fact that the first sentence shown of a section's own text supports."""
    if is_referred(assessment):
        return "elsewhere"
    if first is None:
        return ""
    if first.kind is Kind.ABUSE or criminalizes(first):
        return "named" if named else "described"
    denied = first.kind is Kind.DENIAL and assessment is not None and assessment.value == "none-reported"
    return "none" if denied else ""


def _strongest_mark(section: str, digests: Sequence[SectionSummary]) -> Mark:
    """Return the strongest of the marks of a section and of those below it."""
    below = (f"{section}/", f"{section}.")
    return min((d.own_mark for d in digests if d.section == section or d.section.startswith(below)), key=MARKS.index)


def _groups(headings: Headings, sections: Sequence[str], *, part: bool) -> Iterable[list[str]]:
    """Return the headings whose sentences are chosen together: each alone, or, of a part, all of a lettered section."""
    groups: dict[str, list[str]] = {}
    for section in sections:
        if headings.texts.get(section):
            groups.setdefault(unit_of(section) if part else section, []).append(section)
    return groups.values()


def _most(headings: Headings, group: Sequence[str], length: Length, *, part: bool) -> int:
    """Return how many sentences are shown of some headings."""
    count = sum(len(headings.texts[section]) for section in group)
    if length == "short":
        return 1
    return budget("one section" if part or length == "long" else headings.tier(group[0]), count)


def _standing(own: Sequence[Finding], headings: Headings) -> set[int]:
    """Return the first sentence that can stand where none can be chosen, with what it needs, or nothing."""
    for i in range(len(own)):
        before = needed_before(own, i)
        if before is None or any(unexplained(own[k].text, headings.longs) for k in before):
            continue
        if all(caveats_of(own, k) <= set(before) for k in before):
            return set(before)
    return set()


def find_digests(
    analysis: Analysis,
    headings: Headings,
    sections: Sequence[str],
    length: Length,
    *,
    part: bool,
) -> tuple[SectionSummary, ...]:
    """Return what is shown of each section whose id is given, in the order of the page.

    `part` is whether only a part of the report is summarized, which is done at more length.
    """
    shown: list[Finding] = []
    chosen: dict[str, set[int]] = {}
    also: list[tuple[Locator, Locator]] = []
    for group in _groups(headings, sections, part=part):
        if not part and is_referred(analysis.assessment(group[0])):
            continue
        texts = {section: headings.texts[section] for section in group}
        options = [option for section in group for option in headings.options(section)]
        if length == "short":
            options = [o for o in options if len(o.indexes) == 1] or options[:1]
        most = _most(headings, group, length, part=part)
        topics = {t for section in group for t in headings.report.section(section).topics}
        found = choose(
            texts, options, max(most, 1), labels=headings.labels if length != "short" else (), shown=shown,
            law_first=bool(topics & _LAW_FIRST),
        )  # fmt: skip
        also += found.repeated
        for section in group:
            chosen[section] = found.indexes.get(section, set())
        if not any(chosen[section] for section in group) and not is_summary(headings.report.section(group[0])):
            chosen[group[0]] = _standing(texts[group[0]], headings)
        shown += [texts[section][k] for section in group for k in sorted(chosen[section])]
    digests = [_digest(analysis, headings, section, chosen.get(section, set()), also) for section in sections]
    return tuple(replace(digest, mark=_strongest_mark(digest.section, digests)) for digest in digests)


def _digest(
    analysis: Analysis, headings: Headings, section: str, indexes: set[int], also: Sequence[tuple[Locator, Locator]]
) -> SectionSummary:
    """Return one section's own sentences; its mark is that of the first of them."""
    own = headings.texts.get(section, [])
    sentences = tuple(own[k] for k in sorted(indexes))
    assessment = analysis.assessment(section)
    mark = mark_of(sentences[0] if sentences else None, assessment, named=section in headings.named)
    places = {f.locator for f in sentences}
    beside = tuple((here, there) for here, there in also if here in places and there not in places)
    return SectionSummary(
        section, assessment, sentences, len(own) - len(sentences), own_mark=mark, mark=mark, also=beside
    )
