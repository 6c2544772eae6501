"""Bytes become characters: what is declared, else UTF-8, else Windows-1252.

A page whose characters were decoded wrongly before it was saved is read as it is, and that is told.
"""

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
_FOLLOWING = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
"""What Windows-1252 makes of the bytes of UTF-8 that follow a first one."""
_GARBLED = re.compile(f"(?:â€|[ÃÂ])[\x80-\xbf\ufffd{re.escape(_FOLLOWING)}]|вЂ[^\\w\\s]|вЂ[њќљ]")
"""UTF-8 that was read as Windows-1252, or its quotation marks as Windows-1251."""
_LEADS = ("â€", "Ã", "Â", "вЂ")
_FEWEST_GARBLED = 2
_LOOKED_AT = 1_000
_MOSTLY = 0.8
_ESCAPED_TWICE = re.compile(
    r"&amp;(?:[lr][sd]quo|nbsp|amp|[mn]dash|hellip|[A-Za-z](?:acute|grave|uml|circ|tilde)|#\d+);"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's characters."""

    text: str
    encoding: str
    replaced: int = 0
    """How many places could not be decoded and hold U+FFFD in their stead."""

    @property
    def flaws(self) -> tuple[str, ...]:
        """What is wrong with its characters, one sentence each."""
        found = []
        if self.replaced:
            found.append(f"The page is not sound {self.encoding}: {places(self.replaced)} in it could not be decoded.")
        suspect = not self.replaced and any(lead in self.text for lead in _LEADS)
        garbled = len(_GARBLED.findall(self.text)) if suspect else 0
        if garbled >= _FEWEST_GARBLED:
            found.append(
                f"The page was garbled before it was saved: wrong characters, such as â€™, in {places(garbled)}."
            )
        if escaped := len(_ESCAPED_TWICE.findall(self.text)):
            found.append(f"The page has characters that are escaped twice, such as &rsquo;, in {places(escaped)}.")
        return tuple(found)


def places(number: int) -> str:
    """Return how many places in a text are meant: "1 place", "3 places"."""
    return "1 place" if number == 1 else f"{number} places"


def decode(body: bytes, declared: str = "") -> Decoded:
    r"""Return the characters of a page.

    A byte order mark decides, or the zeros of UTF-16 without one; then what the server declared, then
    what the page declares. Bytes that are sound UTF-8 are read as that even where a Latin encoding is
    declared, since no text in such an encoding is sound UTF-8 by chance.

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
    if wide := _without_mark(body):
        text = body.decode(wide, "replace")
        return Decoded(text, wide, text.count(REPLACEMENT))
    if not _BEYOND_ASCII.search(body):
        return _as_declared(body, declared, "utf-8")
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _as_declared(body, declared, "cp1252")


def _without_mark(body: bytes) -> str:
    """Return the form of UTF-16 that bytes without a byte order mark are in, or empty.

    >>> _without_mark("<p>".encode("utf-16-be"))
    'utf-16-be'
    """
    beginning = body[:_LOOKED_AT]
    most = len(beginning) // 2 * _MOSTLY
    if beginning[1::2].count(0) > most and not beginning[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if beginning[::2].count(0) > most and not beginning[1::2].count(0) else ""


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
