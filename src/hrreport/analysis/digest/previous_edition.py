"""Differences from the previous edition: issues added or removed, and headings dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.model.summary import PreviousEdition

if TYPE_CHECKING:
    from hrreport.model.summary import IssueList

_LARGE = 0.5
"""So great a share of an issue's words in the other edition leaves open whether it is listed there."""
_COMMON = (
    "serious significant substantial systematic extensive widespread severe credible human rights abuses issues "
    "reports instances cases acts crimes involving including against violence threats persons members groups "
    "government authorities officials country laws existence lack failure restrictions unlawful arbitrary other"
)
"""Words that issues on any subject have."""


def _content(text: str) -> frozenset[str]:
    """Return the words of an issue that set it apart from others."""
    from hrreport.analysis.sentence_words import subject_words

    return subject_words(text) - subject_words(_COMMON)


def _without(these: IssueList, others: IssueList) -> tuple[str, ...]:
    """Return the texts of the issues that the others surely do not have.

    None of their subjects is one of the others, and no large share of their words is found there.
    """
    treated = {subject for subjects in others.subjects for subject in subjects}
    words = frozenset().union(*map(_content, others.issues))
    return tuple(
        text
        for text, subjects in zip(these.issues, these.subjects, strict=True)
        if treated.isdisjoint(subjects) and (own := _content(text)) and len(own & words) < _LARGE * len(own)
    )


def differences(these: IssueList, before: IssueList) -> PreviousEdition:
    """Return what differs between an edition and the one before.

    Issues are compared by all the subjects that they touch and by their words, and only where both editions list some.
    """
    both = these.issues and before.issues
    return PreviousEdition(
        before.year,
        _without(these, before) if both else (),
        _without(before, these) if both else (),
        tuple(subject for subject in these.missing if subject not in before.missing),
        records.outline_name(these.year) != records.outline_name(before.year),
    )
