"""Whether a page's sections are what its edition's outline has; what is not is said, one sentence each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.model.report import BOUNDARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.parsing.outline import Expected, Outline
    from hrreport.parsing.tree import Node

_ANCHOR = re.compile(r"section-(\d+)(?:__subsection-(\d+))?$")
_POINTER = re.compile(r"\(\s*see\b", re.IGNORECASE)


def doubts(top: Sequence[Node], outline: Outline, year: int, *, part: bool = False) -> Iterator[str]:
    """Yield what speaks against the boundaries of sections, in the order of the page.

    Args:
        top: The sections.
        outline: What the edition's reports have.
        year: The edition.
        part: Whether they are those of a part, which need not have every heading.
    """
    if not outline.fixed:
        yield f"{BOUNDARY}the outline of the {year} edition is not known, so no heading could be checked against it."
    for node in walk(top):
        yield from _heading_doubts(node, outline)
        yield from _anchor_doubts(node)
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
    if not heading.printed and expected:
        return
    if not heading.printed:
        yield f"{BOUNDARY}text stands before the first heading."
        return
    if node.repeats:
        yield f"{BOUNDARY}'{node.repeats}' stands more than once; '{_name(node)}' is given the id '{node.id}'."
    if heading.kind == "letter" and "." not in node.id:
        yield f"{BOUNDARY}the heading '{_name(node)}' stands in no numbered section."
    elif outline.fixed and not expected and outline.label_topics(heading.title, heading.near) is None:
        yield f"{BOUNDARY}the heading '{_name(node)}' is not in the outline."
    if expected and outline.fixed and heading.kind == "section" and _is_misnumbered(node):
        yield f"{BOUNDARY}'{_name(node)}' is numbered {heading.label} where {expected.place} is expected."


def _anchor_doubts(section: Node) -> Iterator[str]:
    """Yield where the ids of the elements of a section's heading, and of those below it, do not fit what is printed."""
    if section.heading.kind in ("section", "summary"):
        printed = "0" if section.heading.kind == "summary" else section.heading.label
        if _anchor(section) not in ((), (printed, None)) and not _is_misnumbered(section):
            yield _misfit(section)
    for ordinal, node in enumerate(section.children, 1):
        if node.heading.kind == "letter" and (place := _anchor(node)):
            # where a letter is left out, the page may count on
            fitting = (str(ord(node.heading.label) - ord("a") + 1), str(ordinal))
            if place[1] not in fitting:
                yield _misfit(node)


def _anchor(node: Node) -> tuple[str | None, ...]:
    """Return the number of a section and of what is below it in the id of a heading's element; nothing without them."""
    found = _ANCHOR.search(node.heading.anchor)
    return found.groups() if found else ()


def _misfit(node: Node) -> str:
    return f"{BOUNDARY}the page's own id '{node.heading.anchor}' does not fit the heading '{_name(node)}'."


def _is_misnumbered(node: Node) -> bool:
    expected = node.heading.expected
    return expected is not None and expected.place != node.heading.label


def _letter_doubts(node: Node) -> Iterator[str]:
    letters = [child.heading.label for child in node.children if child.heading.kind == "letter"]
    for before, letter in zip(["", *letters], letters, strict=False):
        follows = chr(ord(before) + 1) if before else "a"
        if letter > follows:
            skipped = f"goes from {before} to {letter}" if before else f"begins with {letter}"
            yield f"{BOUNDARY}section {node.id} {skipped}; {follows} is not there."
        elif letter < follows and letter != before:
            yield f"{BOUNDARY}section {node.id} goes from {before} back to {letter}."


def _number_doubts(top: Sequence[Node]) -> Iterator[str]:
    numbers = [int(node.heading.label) for node in top if node.heading.kind == "section"]
    for before, number in zip([0, *numbers], numbers, strict=False):
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


def _title(heading: Expected) -> str:
    if heading.numbered:
        return heading.title if heading.place == "summary" else f"Section {heading.place}. {heading.title}"
    return f"{heading.place[-1]}. {heading.title}" if heading.lettered else heading.title
