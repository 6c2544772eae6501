"""CommonMark: plain words written so that every reader of Markdown gives back exactly those words.

The rule of its design: whatever could mean something to CommonMark, or to the dialects in common use
(tables, strikethrough, mathematics, footnotes, attributes), is escaped with a backslash, which
CommonMark defines for every ASCII punctuation character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.exporting.safe_links import fragment, web_address
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from hrreport.model.report import Link, Paragraph

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~^|$@{}]|&(?=[#\w])|!$")
_IN_A_LINK = str.maketrans({"&": "\\&", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})
_AT_START = re.compile(r"(?:[-+=:]|\d{1,9}(?=[.)]))")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    r"""Return words that stand at the start of a line, escaped; white space is folded.

    >>> plain("1. *not* a list & <b>")
    '1\\. \\*not\\* a list & \\<b\\>'
    """
    text = fold(text)
    found = _AT_START.match(text)
    if not found:
        return _escaped(text)
    if found.end() == 1 and not text[0].isdigit():
        return "\\" + text[0] + _escaped(text[1:])
    return text[: found.end()] + "\\" + text[found.end()] + _escaped(text[found.end() + 1 :])


def destination(url: str) -> str | None:
    """Return an http(s) address as the target of a link, or ``None`` for any other address."""
    target = web_address(url)
    return target.translate(_IN_A_LINK) if target else None


def anchor(name: str) -> str:
    """Return an empty anchor that a link to ``#name`` reaches."""
    return f'<a id="{fragment(name)}"></a>'


def reference(text: str, name: str) -> str:
    """Return a link to an anchor in the same file."""
    return f"[{plain(text)}](#{fragment(name)})"


def linked(text: str, links: tuple[Link, ...]) -> str:
    """Return a paragraph's words, with those that lead somewhere as links.

    A link that is empty, overlaps the one before it, or leads to anything but http(s) is left out;
    its words stay.
    """
    parts: list[str] = []
    done = 0
    for link in sorted(links, key=lambda link: link.start):
        target = destination(link.url)
        words = text[link.start : link.end]
        if target is None or link.start < done or not words.strip():
            continue
        parts += [stretch(text, done, link.start), f"[{stretch(text, link.start, link.end)}]({target})"]
        done = link.end
    return "".join([*parts, stretch(text, done, len(text))])


def stretch(text: str, start: int, end: int) -> str:
    """Return a stretch of a line, escaped; a space at either end of it is kept inside the line."""
    piece = text[start:end]
    words = _escaped(fold(piece)) if start else plain(piece)
    head = " " if start and piece[:1].isspace() else ""
    tail = " " if words and end < len(text) and piece[-1:].isspace() else ""
    return head + words + tail


def set_off(label: str) -> str:
    """Return a run-in label in bold with its colon."""
    return f"**{plain(label)}:**"


def paragraph(text: Paragraph) -> str:
    """Return one paragraph on one line: run-in label, words and links."""
    words = linked(text.text, text.links)
    return f"{set_off(text.topic)} {words}".rstrip() if text.topic else words
