"""CommonMark: plain words written so that every reader of Markdown gives back exactly those words.

The rule of its design: whatever could mean something to CommonMark, or to the dialects in common use
(tables, strikethrough, mathematics, footnotes, attributes), is escaped with a backslash, which
CommonMark defines for every ASCII punctuation character.
"""

from __future__ import annotations

import re

from hrreport.exporting.safe_links import fragment, web_address
from hrreport.text.whitespace import fold

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~^|$@{}]|&(?=[#\w]|$)|!$")
_IN_A_LINK = str.maketrans({"&": "\\&", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})
_AT_START = re.compile(r"(?:[-+=:]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """Return words that stand inside a line, escaped; their white space is kept."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    r"""Return words that stand at the start of a line, escaped; white space is folded.

    >>> plain("1. *not* a list & <b>")
    '1\\. \\*not\\* a list & \\<b\\>'
    """
    text = fold(text)
    found = _AT_START.match(text)
    if not found:
        return escaped(text)
    if found.end() == 1 and not text[0].isdigit():
        return "\\" + text[0] + escaped(text[1:])
    return text[: found.end()] + "\\" + text[found.end()] + escaped(text[found.end() + 1 :])


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


def set_off(label: str) -> str:
    """Return a run-in label in bold with its colon."""
    return f"**{plain(label)}:**"
