"""Bytes become characters: what is declared, else UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bs4.dammit import EncodingDetector

REPLACEMENT = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN = frozenset(("ascii", "iso8859-1", "iso8859-15", "cp1252", "latin_1"))
"""Encodings that browsers read as Windows-1252, and that are often declared in error for UTF-8."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's characters."""

    text: str
    encoding: str
    replaced: int = 0
    """How many places could not be decoded and hold U+FFFD in their stead."""


def decode(body: bytes, declared: str = "") -> Decoded:
    r"""Return the characters of a page.

    A byte order mark decides; then what the server declared, then what the page declares. Bytes
    that are sound UTF-8 are read as that even where a Latin encoding is declared, since no text in
    such an encoding is sound UTF-8 by chance.

    Args:
        body: The bytes of the page.
        declared: The encoding that the server declared, or empty.

    >>> decode(b"\x93Quoted\x94").text
    '“Quoted”'
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            text = body.decode(name, "replace").removeprefix("\ufeff")
            return Decoded(text, name, text.count(REPLACEMENT))
    if not _BEYOND_ASCII.search(body):
        return _as_declared(body, declared, "utf-8")
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _as_declared(body, declared, "cp1252")


def _as_declared(body: bytes, declared: str, otherwise: str) -> Decoded:
    in_page = EncodingDetector.find_declared_encoding(body, is_html=True)
    for name in (_known(declared), _known(in_page or "")):
        if name == "utf-8":
            text = body.decode("utf-8", "replace")
            if _mostly_sound(text):
                return Decoded(text, name, text.count(REPLACEMENT))
        elif name and not name.startswith(("utf-16", "utf-32")):
            otherwise = "cp1252" if name in _LATIN else name
            break
    text = body.decode(otherwise, "replace")
    return Decoded(text, otherwise, text.count(REPLACEMENT))


def _known(name: str) -> str:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name if name else ""
    except LookupError:
        return ""


def _mostly_sound(text: str) -> bool:
    """Tell whether broken UTF-8 is still UTF-8: more characters beyond ASCII came out right than wrong."""
    wrong = text.count(REPLACEMENT)
    right = sum(1 for character in text if character > "\x7f") - wrong
    return wrong <= right
