"""Bounded answers: as many rows as fit into a budget, and a cursor for those that follow."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrreport.model.report import Paragraph

BUDGET = 24_000
"""Characters of an answer, some 6,000 tokens of English."""
ROOM = 18_000
"""Characters of its rows; the rest is for what is said of the reports."""
PIECE = 6_000
"""Characters of a text in one row; a longer paragraph is given in several."""


class TextPiece(NamedTuple):
    """A stretch of a paragraph, whole sentences where that is possible."""

    first: int
    """Its first sentence, counted from 1."""
    last: int
    text: str


class AnswerPage(NamedTuple):
    """The rows of one answer."""

    rows: list[dict[str, Any]]
    cursor: str | None
    """For the rows that follow, or ``None``."""


def page_of(rows: Iterable[dict[str, Any]], tool: str, arguments: Mapping[str, Any], *, room: int = ROOM) -> AnswerPage:
    """Return the rows from the cursor of the arguments on that fit.

    Raises:
        InputError: The cursor is not one of this tool with these arguments.
    """
    offset = begun_at(tool, arguments)
    taken: list[dict[str, Any]] = []
    spent = 0
    for place, row in enumerate(rows):
        if place < offset:
            continue
        size = len(json.dumps(row, ensure_ascii=False)) + 2
        if taken and spent + size > room:
            return AnswerPage(taken, _cursor(place, tool, arguments))
        taken.append(row)
        spent += size
    if offset and not taken:
        raise InputError("nothing follows at this cursor", hint="call again without it")
    return AnswerPage(taken, None)


def begun_at(tool: str, arguments: Mapping[str, Any]) -> int:
    """Return the place of the first row that is wanted.

    Raises:
        InputError: The cursor is not one of this tool with these arguments.
    """
    cursor = arguments.get("cursor")
    if cursor is None:
        return 0
    found = re.fullmatch(r"(\d{1,7})\.[0-9a-f]{8}", str(cursor))
    if found is None or _cursor(int(found[1]), tool, arguments) != cursor:
        raise InputError(
            "the cursor is not of an answer to this call", hint="give the same arguments as before, or no cursor"
        )
    return int(found[1])


def _cursor(offset: int, tool: str, arguments: Mapping[str, Any]) -> str:
    asked = json.dumps([tool, {name: value for name, value in arguments.items() if name != "cursor"}], sort_keys=True)
    return f"{offset}.{hashlib.sha256(asked.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def pieces(paragraph: Paragraph, most: int = PIECE) -> Iterator[TextPiece]:
    """Yield a paragraph's text whole, or in stretches that are not longer than `most`.

    >>> from hrreport.model.report import Paragraph
    >>> [piece.text for piece in pieces(Paragraph(1, "One two. Three.", (0, 9)), 9)]
    ['One two.', 'Three.']
    """
    if len(paragraph.text) <= most:
        yield TextPiece(1, len(paragraph.starts), paragraph.text)
        return
    ends = (*paragraph.starts[1:], len(paragraph.text))
    first = 0
    while first < len(ends):
        last = first
        while last + 1 < len(ends) and ends[last + 1] - paragraph.starts[first] <= most:
            last += 1
        text = paragraph.text[paragraph.starts[first] : ends[last]].rstrip()
        for cut in _cut(text, most):
            yield TextPiece(first + 1, last + 1, cut)
        first = last + 1


def _cut(text: str, most: int) -> Sequence[str]:
    """Return a text in pieces, between words where there are any."""
    found = []
    while len(text) > most:
        at = text.rfind(" ", 1, most)
        at = at if at > 0 else most
        found.append(text[:at])
        text = text[at:].lstrip()
    return [*found, text]
