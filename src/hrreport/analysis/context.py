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
_SURNAME = re.compile(r"([A-Z][^\W\d_]+)(?:[’']s)? [a-z]")
"""One name, and a common word after it, at the opening of a sentence."""
FARTHEST = 3
"""A sentence that leans on more than so many others before it is not shown."""


def needed_before(own: Sequence[Finding], i: int) -> tuple[int, ...] | None:
    """Return the indexes that sentence `i` leans on, itself last; ``None`` where they cannot be shown.

    Besides those right before it, that is the one that gives the full name of whom it calls by surname.
    `own` is one section's own text, in order.
    """
    first = i
    while leans(own[first].text):
        if first == 0 or i - first >= FARTHEST:
            return None
        first -= 1
    named = _named_before(own, first)
    if named is None:
        return tuple(range(first, i + 1))
    before = needed_before(own, named)
    return None if before is None else (*before, *range(first, i + 1))


def _named_before(own: Sequence[Finding], i: int) -> int | None:
    """Return the index of the last sentence with the full name of whom sentence `i` opens on by surname."""
    opening = _SURNAME.match(own[i].text)
    if opening is None:
        return None
    surname = re.escape(opening[1])
    common = re.compile(rf"\b{surname.lower()}\b")
    full = re.compile(rf"\b[A-Z][\w.’'-]* {surname}\b")
    if any(common.search(finding.text) for finding in own):
        return None
    return next((k for k in range(i - 1, -1, -1) if full.search(own[k].text)), None)


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
