"""Warnings where a page's sections do not match its edition's outline or its own ids, one sentence each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.model.report import BOUNDARY, REPAIR
from hrreport.parsing.elements import HEADINGS
from hrreport.parsing.lines import PREFACE, SECTION
from hrreport.parsing.titles import is_titlelike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.parsing.headings import Heading
    from hrreport.parsing.outline import Outline, OutlineHeading
    from hrreport.parsing.tree import Node

_ANCHOR = re.compile(r"section-(\d+)(?:__subsection-(\d+))?$")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_POINTER = re.compile(r"\(\s*see\b", re.IGNORECASE)


def boundary_warnings(top: Sequence[Node], outline: Outline, year: int, *, part: bool = False) -> Iterator[str]:
    """Yield what speaks against the boundaries of sections, in the order of the page.

    Args:
        top: The sections.
        outline: What the edition's reports have.
        year: The edition.
        part: Whether they are those of a part, which need not have every heading.
    """
    if not outline.fixed:
        yield f"{BOUNDARY}the outline of the {year} edition is not known, so no heading could be checked against it."
    yield from _anchor_doubts(top)
    for node in walk(top):
        yield from _heading_doubts(node, outline)
        yield from _letter_doubts(node)
        if _is_empty(node):
            yield f"{BOUNDARY}the section '{_name(node)}' is empty."
    if outline.fixed and not part:
        yield from _missing(top, outline)
    if not outline.fixed:
        yield from _number_doubts(top)


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes and all below them, in the order of the page."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _name(node: Node) -> str:
    return node.heading.printed or node.heading.title


def _is_empty(node: Node) -> bool:
    if node.heading.expected and node.heading.expected.banner:
        return False
    return not node.paragraphs and not node.children and not _POINTER.search(node.heading.printed)


def _heading_doubts(node: Node, outline: Outline) -> Iterator[str]:
    heading = node.heading
    expected = heading.expected
    if not heading.printed:
        if not expected and heading.title != PREFACE.title:
            yield f"{BOUNDARY}text stands before the first heading."
        return
    if node.repeats:
        yield f"{BOUNDARY}'{node.repeats}' stands more than once; '{_name(node)}' is given the id '{node.id}'."
    if heading.kind == "letter" and "." not in node.id:
        yield f"{BOUNDARY}the heading '{_name(node)}' stands in no numbered section."
    elif outline.fixed and not expected and not _is_countrys_own(heading) and not _is_label(heading, outline):
        yield f"{BOUNDARY}the heading '{_name(node)}' is not in the outline."
    if expected and outline.fixed and heading.kind == "section" and expected.place != heading.label:
        yield f"{BOUNDARY}'{_name(node)}' is numbered {heading.label} where {expected.place} is expected."


def _is_label(heading: Heading, outline: Outline) -> bool:
    return outline.label_topics(heading.title, heading.near) is not None


def _is_countrys_own(heading: Heading) -> bool:
    """Return whether a heading below a section is marked as one and words a title: some countries have their own."""
    marked = heading.kind == "title" and heading.form in HEADINGS and heading.level > SECTION
    return marked and is_titlelike(heading.printed) and not _ADDRESS.search(heading.printed)


def repairs(top: Sequence[Node]) -> Iterator[str]:
    """Yield which headings were put right in reading them, in the order of the page."""
    for node in walk(top):
        if node.heading.repaired == "letter":
            yield f"{REPAIR}'{_name(node)}' is printed without its letter and is read as {node.id}."
        elif node.heading.repaired == "address":
            yield f"{REPAIR}'{node.heading.title}' is printed with an address before it."


def _anchor_doubts(top: Sequence[Node]) -> Iterator[str]:
    """Yield where the ids of the page's headings are out of order: they count sections, and subsections within each.

    A subsection without a heading is counted too, so that numbers may be passed over.
    """
    last = -1
    for section in top:
        places = [place for node in walk((section,)) if (place := _anchor(node))]
        own = [number for number, below in places if not below]
        counted = [below for _, below in places if below]
        if not _rises((last, *own)) or not _rises(counted) or any(number not in own for number, _ in places):
            yield f"{BOUNDARY}the page's own ids do not fit the headings below '{_name(section)}'."
        last = max((last, *own))


def _rises(numbers: Sequence[int]) -> bool:
    return all(before < number for before, number in pairwise(numbers))


def _anchor(node: Node) -> tuple[int, int] | None:
    """Return the number of a section in the id of a heading's element, and that of a subsection below it or 0."""
    found = _ANCHOR.search(node.heading.anchor)
    return (int(found[1]), int(found[2] or 0)) if found else None


def _letter_doubts(node: Node) -> Iterator[str]:
    letters = [child.heading.label for child in node.children if child.heading.kind == "letter"]
    for before, letter in pairwise(("", *letters)):
        follows = chr(ord(before) + 1) if before else "a"
        if letter > follows:
            skipped = f"goes from {before} to {letter}" if before else f"begins with {letter}"
            yield f"{BOUNDARY}section {node.id} {skipped}; {follows} is not there."
        elif letter < follows and letter != before:
            yield f"{BOUNDARY}section {node.id} goes from {before} back to {letter}."


def _number_doubts(top: Sequence[Node]) -> Iterator[str]:
    numbers = [int(node.heading.label) for node in top if node.heading.kind == "section"]
    for before, number in pairwise((0, *numbers)):
        if number != before + 1:
            yield f"{BOUNDARY}section {number} stands where section {before + 1} is expected."


def _missing(top: Sequence[Node], outline: Outline) -> Iterator[str]:
    there = {node.heading.expected.place for node in walk(top) if node.heading.expected}
    for heading in outline.headings:
        if heading.place in there or heading.optional:
            continue
        if not heading.numbered and heading.section not in there:
            continue  # its whole section is missing, and said to be
        yield f"{BOUNDARY}the heading '{_title(heading)}' is expected and missing."


def _title(heading: OutlineHeading) -> str:
    if heading.numbered:
        return heading.title if heading.place == "summary" else f"Section {heading.place}. {heading.title}"
    return f"{heading.place[-1]}. {heading.title}" if heading.lettered else heading.title
