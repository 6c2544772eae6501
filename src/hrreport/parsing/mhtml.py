"""The HTML inside a page that a browser saved as a single file (MHTML)."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

_BEGINNING = 4_000
_MARK = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.IGNORECASE | re.MULTILINE
)
_HEADER = re.compile(rb"\A\s*(?:[A-Za-z-]+:|<\?)")


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
