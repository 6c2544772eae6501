"""Headings of two texts of one report that differ in their words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.model.report import Report

_WORD = re.compile(r"[^\W_]+")


def changed_headings(before: Report, now: Report) -> tuple[tuple[str, str], ...]:
    """Return the headings that differ in more than case, punctuation and white space, as printed before and now.

    A heading without a counterpart is beside an empty text.
    """
    old, new = ([section.title for section in report.walk()] for report in (before, now))
    matcher = SequenceMatcher(None, [_words(title) for title in old], [_words(title) for title in new], autojunk=False)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            longer = max(b - a, d - c)
            found += zip([*old[a:b], *[""] * longer][:longer], [*new[c:d], *[""] * longer][:longer], strict=True)
    return tuple(found)


def _words(title: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(title.casefold().replace("’", "").replace("'", "")))
