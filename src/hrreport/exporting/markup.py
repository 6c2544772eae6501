"""What of a page may be in markup of ours: its words, folded and in pieces, and the addresses that may be followed.

Nothing here is markup yet: writers and templates make it, and escape every word. The pieces of a paragraph, put
together, are the paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.report import Link, Paragraph


def web_address(url: str) -> str | None:
    """Return an http(s) address with everything unusual in it quoted, or ``None`` for any other address.

    >>> web_address("https://lakes.example/a b"), web_address("javascript:alert(1)")
    ('https://lakes.example/a%20b', None)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url, safe="!'()*+,-./0123456789:;=?@_~%#$&[]", errors="replace")


def fragment(name: str) -> str:
    """Return the id of an anchor as it is written after ``#`` in a link.

    >>> fragment("6/women"), fragment("hong-kong:1.c-p4")
    ('6/women', 'hong-kong:1.c-p4')
    """
    return quote(name, safe=":/.-_")


def keep_spaces(text: str) -> str:
    r"""Return a stretch of a line folded; a space at either end of it is kept.

    >>> keep_spaces(" a\u202e  b ")
    ' a b '
    """
    words = fold(text)
    head = " " if text[:1].isspace() else ""
    tail = " " if words and text[-1:].isspace() else ""
    return head + words + tail


def css_string(text: str) -> str:
    r"""Return words as a string of CSS; whatever is not a plain letter, digit or space is escaped.

    >>> css_string('a"</style>')
    '"a\\22 \\3c \\2f style\\3e "'
    """
    escaped = re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", fold(text))
    return f'"{escaped}"'


class MarkupPiece(NamedTuple):
    """Words that lead somewhere, or nowhere."""

    text: str
    url: str | None = None


class MarkedSpan(NamedTuple):
    """One sentence in pieces, and the space that stands after it."""

    number: int
    pieces: tuple[MarkupPiece, ...]
    gap: str


def _followed(links: tuple[Link, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield the links that may be followed, in order, none overlapping the one before it."""
    done = 0
    for link in sorted(links, key=lambda link: link.start):
        url = web_address(link.url)
        if url is not None and done <= link.start < link.end:
            yield link.start, link.end, url
            done = link.end


def _pieces(text: str, start: int, end: int, links: Sequence[tuple[int, int, str]]) -> Iterator[MarkupPiece]:
    """Yield ``text[start:end]`` in pieces, cut where a link begins or ends."""
    for first, last, url in links:
        a, b = max(first, start), min(last, end)
        if a < b:
            yield MarkupPiece(keep_spaces(text[start:a]))
            yield MarkupPiece(keep_spaces(text[a:b]), url)
            start = b
    yield MarkupPiece(keep_spaces(text[start:end]))


def spans(paragraph: Paragraph) -> tuple[MarkedSpan, ...]:
    """Return the sentences of a paragraph; those without a word are left out."""
    text, links = paragraph.text, tuple(_followed(paragraph.links))
    ends = (*paragraph.starts[1:], len(text))
    found = []
    for number, (start, after) in enumerate(zip(paragraph.starts, ends, strict=True), 1):
        end = start + len(text[start:after].rstrip())
        pieces = tuple(piece for piece in _pieces(text, start, end, links) if piece.text)
        if pieces:
            found.append(MarkedSpan(number, pieces, " " if end < after < len(text) else ""))
    return tuple(found)
