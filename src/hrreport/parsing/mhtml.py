"""The HTML inside a page that a browser saved as a single file (MHTML)."""

from __future__ import annotations

import re

_BEGINNING = 4_000
_MARK = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(rb"\A\s*(?:[A-Za-z-]+:|<\?)")


def is_mhtml(body: bytes) -> bool:
    """Return whether bytes are a page saved with all its parts as one message ("Webpage, Single File")."""
    beginning = body[:_BEGINNING]
    return bool(_HEADER.match(beginning)) and bool(_MARK.search(beginning.partition(b"<html")[0]))


def html_of(body: bytes) -> tuple[bytes, str]:
    """Return the first page of HTML in a message, and its declared encoding; nothing where it holds none."""
    import email
    import email.policy

    message = email.message_from_bytes(body, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            return (content if isinstance(content, bytes) else b""), str(part.get_content_charset() or "")
    return b"", ""
