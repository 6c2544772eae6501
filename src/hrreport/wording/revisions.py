"""Words for the changes from one text of a report to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from hrreport.model.change import SentencePair
    from hrreport.model.holding import RevisionChange

_KINDS = (("reworded", "split", "merged"), ("moved",), ("removed",), ("added",))
_NAMES = ("reworded", "moved", "removed", "added")


def describe_revision(revised: RevisionChange) -> str:
    """Return what changed from the text before, in a phrase, or empty for the first.

    >>> from hrreport.model.holding import RevisionChange
    >>> describe_revision(RevisionChange(None))
    'other headings, same sentences'
    """
    if revised.first:
        return ""
    return describe_pairs(revised.pairs)


def describe_pairs(pairs: Collection[SentencePair]) -> str:
    """Return how many sentences changed, and how, in a phrase."""
    counts = [sum(pair.kind in kinds for pair in pairs) for kinds in _KINDS]
    said = [f"{count:,} {name}" for count, name in zip(counts, _NAMES, strict=True) if count]
    if not said:
        return "other headings, same sentences"
    total = counted(sum(counts), "sentence")
    return f"{total}: {', '.join(said)}" if len(said) > 1 else f"{total} {_NAMES[counts.index(max(counts))]}"
