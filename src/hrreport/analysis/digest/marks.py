"""Marks of headings: facts that the first sentence shown supports, a parent's the strongest of its children's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis.digest.slots import criminalizes
from hrreport.analysis.finding_filters import within
from hrreport.model.finding import Kind
from hrreport.model.summary import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Assessment, Finding
    from hrreport.model.summary import Mark, SectionSummary

REFERRING = frozenset({"cross-reference", "not-applicable"})
"""What the silence of a section rests on that only refers elsewhere."""


def is_referred(assessment: Assessment | None) -> bool:
    """Return whether a section's own text only refers elsewhere or is not applicable."""
    return assessment is not None and assessment.value == "not-addressed" and assessment.basis in REFERRING


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


def with_strongest(digests: Sequence[SectionSummary]) -> tuple[SectionSummary, ...]:
    """Return the digests, each with the strongest mark of its own and of those below it."""

    def strongest(digest: SectionSummary) -> Mark:
        marks = [d.own_mark for d in digests if within(d.section, digest.section)]
        return min(marks, key=MARKS.index)

    return tuple(replace(digest, mark=strongest(digest)) for digest in digests)
