"""Words for the changes from one text of a report to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from hrreport.model.revised import Revised

_KINDS = (("reworded", "split", "merged"), ("moved",), ("removed",), ("added",))
_NAMES = ("reworded", "moved", "removed", "added")


def describe_revision(revised: Revised) -> str:
    """Return what changed from the text before, in a phrase, or empty for the first.

    >>> from hrreport.model.revised import Revised
    >>> describe_revision(Revised(None))
    'other headings, same sentences'
    """
    if revised.first:
        return ""
    counts = [sum(pair.kind in kinds for pair in revised.pairs) for kinds in _KINDS]
    said = [f"{count:,} {name}" for count, name in zip(counts, _NAMES, strict=True) if count]
    if not said:
        return "other headings, same sentences"
    total = counted(sum(counts), "sentence")
    return f"{total}: {', '.join(said)}" if len(said) > 1 else f"{total} {_NAMES[counts.index(max(counts))]}"
