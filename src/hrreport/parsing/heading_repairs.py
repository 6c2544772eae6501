"""Slips in the headings of published pages, put right without losing a word.

A heading printed in two pieces is one heading; one that is repeated as a paragraph is text; one that
has an address pasted before it, or the foot of a page set as one, is known by its words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.parsing.blocks import Block
from hrreport.parsing.exclusions import HEADINGS
from hrreport.parsing.headings import Heading
from hrreport.parsing.outline import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.parsing.headings import Line
    from hrreport.parsing.outline import Outline

REPEATED = "heading"
"""The tag of a block that only repeats the heading below it."""
PREFACE = Heading("title", "Preface", level=2)
"""Holds the text between the choice of a report's parts and its summary; nothing is printed for it."""


def repair(lines: Sequence[Line], outline: Outline) -> tuple[Line, ...]:
    """Return the lines of a page with their slips put right; its words are all there, in their order."""
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        if isinstance(before, Heading) and isinstance(line, Heading):
            if _is_repeated(before, line):
                mended[-1] = Block(REPEATED, before.printed)
            elif joined := _joined(before, line, outline):
                mended[-1] = joined
                continue
        mended.append(line)
    return tuple(mended)


def with_preface(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines with a heading for the text above the summary, where there is any."""
    first = next((at for at, line in enumerate(lines) if isinstance(line, Heading)), 0)
    heading = lines[first] if first else None
    is_preface = isinstance(heading, Heading) and heading.kind == "summary"
    return (PREFACE, *lines) if is_preface else lines


def _is_repeated(before: Heading, line: Heading) -> bool:
    """Return whether a paragraph above a heading element has the same words."""
    same = (before.kind, before.label, key(before.title)) == (line.kind, line.label, key(line.title))
    return same and before.form not in HEADINGS and line.form in HEADINGS


def _joined(before: Heading, line: Heading, outline: Outline) -> Heading | None:
    """Return the heading that two pieces make: the second goes on with the first, or repeats its last words."""
    if before.kind == "title" or line.kind != "title" or line.expected or not before.expected:
        return None
    printed = f"{before.printed} {line.printed}"
    whole = f"{before.title} {line.title}"
    if before.expected in outline.exact(whole):
        return replace(before, title=whole, printed=printed)
    repeats = key(before.title).endswith(" " + key(line.title)) and before.expected in outline.exact(before.title)
    return replace(before, printed=printed) if repeats else None
