"""What a chosen sentence needs beside it: what it leans on, and the caveat that follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.standing import leans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.finding import Finding

_CAVEAT = re.compile(
    r"^(?:However|Nevertheless|Nonetheless|But|Yet|Despite this|In practice)\b|^[^.;]{0,60}?, however,"
)
FARTHEST = 3
"""A sentence that leans on more than so many others before it is not shown."""


def needed_before(own: Sequence[Finding], i: int) -> tuple[int, ...] | None:
    """Return the indexes that sentence `i` leans on, itself last; ``None`` where they cannot be shown.

    `own` is one section's own text, in order.
    """
    first = i
    while leans(own[first].text):
        if first == 0 or i - first >= FARTHEST:
            return None
        first -= 1
    return tuple(range(first, i + 1))


def caveat_after(own: Sequence[Finding], i: int) -> int | None:
    """Return the index of the caveat that qualifies sentence `i`, or ``None``."""
    following = i + 1
    if following < len(own) and _CAVEAT.search(own[following].text):
        same = own[following].locator.paragraph == own[i].locator.paragraph
        return following if same else None
    return None


def complete(own: Sequence[Finding], chosen: Iterable[int]) -> set[int]:
    """Return the chosen indexes with all that they need, without those that cannot stand."""
    kept: set[int] = set()
    for i in sorted(chosen):
        before = needed_before(own, i)
        if before is not None:
            kept.update(before)
    for i in sorted(kept):
        after = caveat_after(own, i)
        while after is not None and after not in kept:
            kept.add(after)
            after = caveat_after(own, after)
    return kept
