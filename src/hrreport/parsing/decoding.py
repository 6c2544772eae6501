"""Bytes become characters: what is declared, else UTF-8, else Windows-1252; of a page saved as one message, its HTML.

A page whose characters were decoded wrongly before it was saved is read as it is, and that is told.
"""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8
from html.entities import html5

from bs4.dammit import EncodingDetector

from hrreport.values import dataclass

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
_ASCII = bytes(range(0x80))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_FOLLOWING = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
"""What Windows-1252 makes of the bytes of UTF-8 that follow a first one."""
_GARBLED = re.compile(
    "|".join(
        (
            f"[ÃÂ][\x80-\xbf\ufffd{re.escape(_FOLLOWING)}]",  # letters beyond ASCII, in Windows-1252 or ISO 8859-1
            r"â€\S|â\x80[\x80-\xbf]",  # quotation marks and dashes, here and below: in Western and Central European
            r"вЂ[^\w\s]|вЂ[њќљ]|РІР‚|тА[^\w\s]|тА[ЩШЬЭУФ]|Б─\S",  # Cyrillic: Windows-1251, once and twice, DOS, KOI8
            r"β€\S|ā€\S",  # Greek, Baltic
            r"‚Ä[ôòúùìî]|ΓÇ\S|ÔÇ\S|[├╬╤▒]\S",  # Macintosh, DOS, and what they make of that again
            r"鈥|窶",  # Chinese, Japanese
        )
    )
)
"""UTF-8 that was read in another encoding."""
_LEADS = (
    "â€",
    "â\x80",
    "Ã",
    "Â",
    "вЂ",
    "РІР‚",
    "тА",
    "Б─",
    "β€",
    "ā€",
    "‚Ä",
    "ΓÇ",
    "ÔÇ",
    "├",
    "╬",
    "╤",
    "▒",
    "鈥",
    "窶",
)
_APOSTROPHE_LOST = re.compile(r"\?[st] (?=[a-z])(?<=[a-z]...)")
_REFERENCE_TO_LOST = re.compile(r"&#(?:65533|[xX][fF]{3}[dD]);")
_FEWEST_GARBLED = 2
_LOOKED_AT = 1_000
_MOSTLY = 0.8
_ESCAPED_TWICE = re.compile(r"&amp;(?:#\d+|#[xX][0-9A-Fa-f]+|([A-Za-z]+\d*));")
_BEGINNING = 4_000
_MARK = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.IGNORECASE | re.MULTILINE
)
_HEADER = re.compile(rb"\A\s*(?:[A-Za-z-]+:|<\?)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's characters."""

    text: str
    encoding: str
    replaced: int = 0
    """How many places could not be decoded and hold U+FFFD in their stead."""

    @property
    def flaws(self) -> tuple[str, ...]:
        """Return the faults of its characters, one sentence each."""
        found = []
        if self.replaced:
            found.append(f"The page is not sound {self.encoding}: {places(self.replaced)} in it could not be decoded.")
        beyond_ascii = self.text.encode("utf-8", "ignore").translate(None, _ASCII).decode()
        suspect = not self.replaced and any(lead in beyond_ascii for lead in _LEADS)
        garbled = len(_GARBLED.findall(self.text)) if suspect else 0
        if garbled >= _FEWEST_GARBLED:
            found.append(
                f"The page was garbled before it was saved: wrong characters, such as â€™, in {places(garbled)}."
            )
        lost = self.text.count(REPLACEMENT) - self.replaced + len(_REFERENCE_TO_LOST.findall(self.text))
        if lost:
            found.append(
                f"The page lost characters before it was saved: {REPLACEMENT} stands for them in {places(lost)}."
            )
        if (marks := len(_APOSTROPHE_LOST.findall(self.text))) >= _FEWEST_GARBLED:
            found.append(
                f"The page was garbled before it was saved: a question mark for an apostrophe in {places(marks)}."
            )
        names = [name for name in _ESCAPED_TWICE.findall(self.text) if not name or f"{name};" in html5]
        if names:
            found.append(f"The page has characters that are escaped twice, such as &rsquo;, in {places(len(names))}.")
        return tuple(found)


def places(number: int) -> str:
    """Return how many places in a text are meant: "1 place", "3 places"."""
    return "1 place" if number == 1 else f"{number} places"


def decode(body: bytes, declared: str = "") -> Decoded:
    r"""Return the characters of a page.

    A byte order mark decides, or the zeros of UTF-16 and UTF-32 without one; then what the server declared, then
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
    """Return the form of UTF-16 or UTF-32 that bytes without a byte order mark are in, or empty.

    >>> _without_mark("<p>".encode("utf-16-be")), _without_mark("<p>".encode("utf-32-le"))
    ('utf-16-be', 'utf-32-le')
    """
    beginning = body[:_LOOKED_AT]

    def zeros(start: int, step: int) -> bool:
        every = beginning[start::step]
        return every.count(0) > len(every) * _MOSTLY

    for name, width in (("utf-32", 4), ("utf-16", 2)):
        for order, own in (("le", 0), ("be", width - 1)):
            others = (at for at in range(width) if at != own)
            if all(zeros(at, width) for at in others) and not beginning[own::width].count(0):
                return f"{name}-{order}"
    return ""


def _as_declared(body: bytes, declared: str, otherwise: str) -> Decoded:
    in_page = EncodingDetector.find_declared_encoding(body, is_html=True)
    for name in (_codec_name(declared), _codec_name(in_page or "")):
        if name == "utf-8":
            text = body.decode("utf-8", "replace")
            if _mostly_sound(text):
                return Decoded(text, name, text.count(REPLACEMENT))
        elif name and not name.startswith(("utf-16", "utf-32")):
            otherwise = "cp1252" if name in _LATIN else name
            break
    text = body.decode(otherwise, "replace")
    return Decoded(text, otherwise, text.count(REPLACEMENT))


def _codec_name(name: str) -> str:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name if name else ""
    except LookupError:
        return ""


def _mostly_sound(text: str) -> bool:
    """Return whether broken UTF-8 is still UTF-8: more characters beyond ASCII came out right than wrong."""
    wrong = text.count(REPLACEMENT)
    right = sum(1 for character in text if character > "\x7f") - wrong
    return wrong <= right


def is_mhtml(body: bytes) -> bool:
    """Return whether bytes are a page saved with all its parts as one message ("Webpage, Single File")."""
    beginning = body[:_BEGINNING].removeprefix(BOM_UTF8)
    return bool(_HEADER.match(beginning)) and bool(_MARK.search(beginning.partition(b"<html")[0]))


def html_of(body: bytes) -> tuple[bytes, str]:
    """Return the longest page of HTML in a message, and its declared encoding; nothing where it holds none.

    The others are frames within the page.
    """
    import email
    import email.policy

    message = email.message_from_bytes(body.removeprefix(BOM_UTF8), policy=email.policy.default)
    pages: list[tuple[bytes, str]] = []
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                pages.append((content, str(part.get_content_charset() or "")))
    return max(pages, key=lambda page: len(page[0]), default=(b"", ""))
