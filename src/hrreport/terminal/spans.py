"""Spans: pieces of text in one style, measured in columns and broken into lines.

Nothing of Rich is imported here, so that an answer that goes into a pipe is set without it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

StyleName = Literal[
    "", "strong", "faint", "label", "aside", "notice", "sign", "error", "serious", "limited", "reported", "none",
    "silent", "key", "removed", "added", "hit",
]  # fmt: skip
"""What a piece of text is; `hrreport.terminal.document` says how that looks."""


class StyledSpan(NamedTuple):
    """A piece of text in one style, free of control characters."""

    text: str
    style: StyleName = ""


Line = list[StyledSpan]

_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}


def clean_span(text: str, style: StyleName = "") -> StyledSpan:
    r"""Return words of a page as a span: single-spaced, nothing in it that a terminal would obey.

    Control, format and bidirectional characters are dropped; what cannot be shown becomes U+FFFD.

    >>> clean_span("a\x1b[31m b").text
    'a [31m b'
    """
    return StyledSpan(_printable(fold(text)), style)


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    shown = ((c, c.isprintable(), unicodedata.category(c)) for c in text)
    return "".join(c if ok else "\ufffd" for c, ok, category in shown if ok or category not in _HIDDEN)


def without_control_codes(text: str) -> str:
    r"""Return lines of text with nothing in them that a terminal would obey; white space is kept.

    >>> without_control_codes("  tried\x1b[2J\nagain")
    '  tried[2J\nagain'
    """
    return "\n".join(map(_printable, text.split("\n")))


_PLAIN = re.compile(r"[ -\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Latin letters and general punctuation, one column each."""


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("Côte"), columns("人権")
    (4, 4)
    """
    return len(text) if text.isascii() or _PLAIN.fullmatch(text) else sum(map(_columns, text))


def width_of(line: Iterable[StyledSpan]) -> int:
    """Return how many columns a line takes."""
    return sum(columns(span.text) for span in line)


_ASCII = str.maketrans({
    "●": "#", "◐": "+", "■": "x", "▪": "*", "○": "o", "·": ".", "◆": "*", "¶": "P", "§": "sec.", "•": "*", "─": "-",
    "…": "...", "›": ">", "→": ">", "−": "-", "│": "|", "┄": "-", "↑": "^", "↓": "v",
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8",
    "✓": "+", "✗": "x", "⟦": "[[", "⟧": "]]", "━": "=",
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "\u2010": "-", "\u2011": "-",
})  # fmt: skip
"""A mark in a gutter is replaced by something of the same width."""


def in_ascii(text: str) -> str:
    """Return the text for a device without UTF-8: our marks and typographic signs in ASCII.

    Letters are left alone: to change them would change names.

    >>> in_ascii("● “Côte” ¶ 3")
    '# "Côte" P 3'
    """
    return text if text.isascii() else text.translate(_ASCII)


_SPACE = re.compile("(?<!§) ")
"""Where a line may be broken: never between a section sign and its number."""


def _words(spans: Iterable[StyledSpan]) -> Iterator[Line]:
    """Yield the words of a run of spans; a word may be made of pieces in different styles."""
    word: Line = []
    for text, style in spans:
        for place, piece in enumerate(_SPACE.split(text)):
            if place and word:
                yield word
                word = []
            if piece:
                word.append(StyledSpan(piece, style))
    if word:
        yield word


def _chopped(word: Line, width: int) -> Iterator[Line]:
    """Yield a word that is wider than a line in pieces that fit; addresses and ids break after a slash or hyphen."""
    piece: Line = []
    used = 0
    for text, style in word:
        start = 0
        for place, character in enumerate(text):
            wide = columns(character)
            if used + wide > width and used:
                joint = max(text.rfind(sign, start + 1, place) for sign in "/-") + 1
                cut = joint if joint > start + width // 3 else place
                yield [*piece, StyledSpan(text[start:cut], style)]
                piece, used, start = [], columns(text[cut:place]), cut
            used += wide
        piece.append(StyledSpan(text[start:], style))
    yield piece


def _joined(words: list[Line]) -> Line:
    """Return words as a line, neighbors of one style as one span."""
    line: Line = []
    for word in words:
        for place, (text, style) in enumerate(word):
            spaced = f" {text}" if line and not place else text
            if line and line[-1].style == style:
                line[-1] = StyledSpan(line[-1].text + spaced, style)
            else:
                line.append(StyledSpan(spaced, style))
    return line


def _broken(text: str, width: int) -> list[str] | None:
    """Return plain single-spaced text in lines, or ``None`` where it is not so simple."""
    if not _PLAIN.fullmatch(text) or "  " in text or text != text.strip():
        return None
    lines, start = [], 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if text[space - 1] == "§":
            space = text.rfind(" ", start, space)
        if space <= start:
            return None
        lines.append(text[start:space])
        start = space + 1
    return [*lines, text[start:]]


def wrapped(spans: Sequence[StyledSpan], width: int) -> list[Line]:
    """Return spans broken into lines of at most `width` columns, at spaces where there are any."""
    if len(spans) == 1 and (plain := _broken(spans[0].text, width)):
        return [[StyledSpan(text, spans[0].style)] for text in plain]
    lines: list[list[Line]] = [[]]
    used = 0
    for whole in _words(spans):
        for word in (whole,) if width_of(whole) <= width else tuple(_chopped(whole, width)):
            wide = width_of(word)
            if lines[-1] and used + 1 + wide > width:
                lines.append([])
            used = used + 1 + wide if lines[-1] else wide
            lines[-1].append(word)
    return [_joined(words) for words in lines]
