"""The bytes of a page become its markup: characters as declared, else UTF-8, else Windows-1252; then its elements.

Of a page saved as one message, its HTML is read. A page whose characters were decoded wrongly before it was saved is
read as it is, with a warning.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from html.entities import html5
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector

from hrreport.errors import ParseError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from bs4.filter import SoupStrainer

MOST_BYTES = 20_000_000
"""Size of a page beyond which it is not read; the longest report has less than 1 MB."""
MOST_TAGS = 50_000
"""Tags of a page beyond which it is not read; the longest report has fewer than 10,000."""
REPLACEMENT = "\ufffd"

_NO_PAGES = (
    (b"%PDF-", "a PDF"),
    (b"bplist00", "a web archive of Safari"),
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"\x1f\x8b", "compressed"),
)
"""How files begin that hold no HTML as it is, and what they are."""
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*>")
_NUMERIC = re.compile(r"&#(?:x0*([89][0-9a-f])(?![0-9a-f])|0*(1[2-5]\d)(?!\d));?", re.IGNORECASE)

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
_LEADS = tuple("â€ â\x80 Ã Â вЂ РІР‚ тА Б─ β€ ā€ ‚Ä ΓÇ ÔÇ ├ ╬ ╤ ▒ 鈥 窶".split())
"""How the matches of `_GARBLED` begin: most pages have none of them, and are not searched."""
_APOSTROPHE_LOST = re.compile(r"\?[st] (?=[a-z])(?<=[a-z]...)")
_REFERENCE_TO_LOST = re.compile(r"&#(?:65533|[xX][fF]{3}[dD]);")
_FEWEST_GARBLED = 2
_ESCAPED_TWICE = re.compile(r"&amp;(?:#\d+|#[xX][0-9A-Fa-f]+|([A-Za-z]+\d*));")
_MESSAGE = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.IGNORECASE | re.MULTILINE
)
_HEADER = re.compile(rb"\A\s*(?:[A-Za-z-]+:|<\?)")


def read_markup(body: bytes, declared: str, where: str) -> tuple[str, tuple[str, ...]]:
    """Return a page's markup, and what is wrong with its characters, one sentence each.

    Args:
        body: The bytes of the page.
        declared: The encoding that the server declared, or empty.
        where: The address of the page, or empty.

    Raises:
        ParseError: The page is not HTML or exceeds a limit.
    """
    if len(body) > MOST_BYTES:
        raise ParseError(f"the page is larger than {MOST_BYTES:,} bytes", url=where or None)
    for mark, kind in _NO_PAGES:
        if body.lstrip().startswith(mark):
            hint = "save the web page of the report, as HTML"
            raise ParseError(f"the file is {kind}, not a web page", hint=hint, url=where or None)
    if _is_message(body):
        body, declared = _html_of(body)
    decoded = decode(body, declared)
    if decoded.text.count("<") > MOST_TAGS * 2:
        raise ParseError(f"the page has more than {MOST_TAGS:,} tags", url=where or None)
    html = _PROLOG.sub("", decoded.text, count=1).replace("\x00", "")
    return _NUMERIC.sub(_windows_character, html), decoded.flaws


def _windows_character(found: re.Match[str]) -> str:
    """Read a numeric reference to 128..159 as browsers do: as the character of Windows-1252."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return bytes([number]).decode("cp1252", "ignore") if 0x80 <= number <= 0x9F else found[0]  # noqa: PLR2004 - a range of code points


def make_soup(html: str, only: SoupStrainer | None = None) -> BeautifulSoup:
    """Return the tree of a page, or of those of its elements that `only` chooses."""
    return BeautifulSoup(html if "<" in html else f"<p>{html}</p>", "lxml", parse_only=only)


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
        beyond_ascii = self.text.encode("utf-8", "ignore").translate(None, _ASCII).decode()
        suspect = not self.replaced and any(lead in beyond_ascii for lead in _LEADS)
        garbled = len(_GARBLED.findall(self.text)) if suspect else 0
        lost = self.text.count(REPLACEMENT) - self.replaced + len(_REFERENCE_TO_LOST.findall(self.text))
        marks = len(_APOSTROPHE_LOST.findall(self.text))
        escaped = sum(not name or f"{name};" in html5 for name in _ESCAPED_TWICE.findall(self.text))
        garbling = "The page was garbled before it was saved"
        found = (
            (self.replaced, f"The page is not sound {self.encoding}: {{}} in it could not be decoded."),
            (garbled * (garbled >= _FEWEST_GARBLED), f"{garbling}: wrong characters, such as â€™, in {{}}."),
            (lost, f"The page lost characters before it was saved: {REPLACEMENT} stands for them in {{}}."),
            (marks * (marks >= _FEWEST_GARBLED), f"{garbling}: a question mark for an apostrophe in {{}}."),
            (escaped, "The page has characters that are escaped twice, such as &rsquo;, in {}."),
        )
        return tuple(sentence.format(places(number)) for number, sentence in found if number)


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
            decoded = _decode_as(name, body)
            return replace(decoded, text=decoded.text.removeprefix("\ufeff"))
    if wide := _without_mark(body):
        return _decode_as(wide, body)
    if not _BEYOND_ASCII.search(body):
        return _as_declared(body, declared, "utf-8")
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _as_declared(body, declared, "cp1252")


def _decode_as(name: str, body: bytes) -> Decoded:
    text = body.decode(name, "replace")
    return Decoded(text, name, text.count(REPLACEMENT))


def _without_mark(body: bytes) -> str:
    """Return the form of UTF-16 or UTF-32 that bytes without a byte order mark are in, or empty.

    >>> _without_mark("<p>".encode("utf-16-be")), _without_mark("<p>".encode("utf-32-le"))
    ('utf-16-be', 'utf-32-le')
    """
    beginning = body[:1_000]

    def is_zeros(at: int, width: int) -> bool:
        every = beginning[at::width]
        return every.count(0) > len(every) * 0.8

    for name, width in (("utf-32", 4), ("utf-16", 2)):
        for order, own in (("le", 0), ("be", width - 1)):
            others = (at for at in range(width) if at != own)
            if all(is_zeros(at, width) for at in others) and not beginning[own::width].count(0):
                return f"{name}-{order}"
    return ""


def _as_declared(body: bytes, declared: str, otherwise: str) -> Decoded:
    in_page = EncodingDetector.find_declared_encoding(body, is_html=True)
    for name in (_codec_name(declared), _codec_name(in_page or "")):
        if name == "utf-8":
            decoded = _decode_as(name, body)
            beyond_ascii = sum(character > "\x7f" for character in decoded.text)
            if decoded.replaced <= beyond_ascii - decoded.replaced:  # more came out right than wrong
                return decoded
        elif name and not name.startswith(("utf-16", "utf-32")):
            return _decode_as("cp1252" if name in _LATIN else name, body)
    return _decode_as(otherwise, body)


def _codec_name(name: str) -> str:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name if name else ""
    except LookupError:
        return ""


def _is_message(body: bytes) -> bool:
    """Return whether bytes are a page saved with all its parts as one message ("Webpage, Single File")."""
    beginning = body[:4_000].removeprefix(codecs.BOM_UTF8)
    return bool(_HEADER.match(beginning) and _MESSAGE.search(beginning.partition(b"<html")[0]))


def _html_of(body: bytes) -> tuple[bytes, str]:
    """Return the longest page of HTML in a message, and its declared encoding; nothing where it holds none.

    The others are frames within the page.
    """
    import email
    import email.policy

    message = email.message_from_bytes(body.removeprefix(codecs.BOM_UTF8), policy=email.policy.default)
    pages: list[tuple[bytes, str]] = []
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                pages.append((content, str(part.get_content_charset() or "")))
    return max(pages, key=lambda page: len(page[0]), default=(b"", ""))
