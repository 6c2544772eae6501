"""Bodies: what a host sends becomes the bytes of a page, never more of them than allowed.

Content encodings are undone here, piece by piece and with the room that is left as the limit, so
that a few bytes which unfold to gigabytes are cut before they are unfolded.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hrreport.fetching.sources import NoResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

ACCEPTED = "gzip, deflate"
"""Content encodings that are asked for."""

_GZIP = 16 + zlib.MAX_WBITS
_HEADER = 2
"""Bytes of the header of deflated data, which RFC 1950 makes a multiple of 31."""


class _Folded:
    """A body sent compressed."""

    def __init__(self, form: int) -> None:
        self._form = form
        self._stream = zlib.decompressobj(form)
        self._begun = False

    @property
    def complete(self) -> bool:
        """Return whether the compressed stream is complete; an empty one is."""
        return self._stream.eof or not self._begun

    def unfold(self, data: bytes, room: int) -> bytes:
        """Return what some more bytes unfold to, at most `room` of it."""
        out = bytearray()
        while data and room > len(out):
            if self._stream.eof:
                if self._form != _GZIP:
                    break
                self._stream = zlib.decompressobj(self._form)  # a gzip file may have several members
            self._begun = True
            out += self._stream.decompress(data, room - len(out))
            data = self._stream.unused_data.lstrip(b"\0") if self._stream.eof else self._stream.unconsumed_tail
        return bytes(out)


class _Deflated(_Folded):
    """A body sent as "deflate", which some hosts send without its two bytes of header."""

    def __init__(self) -> None:
        super().__init__(zlib.MAX_WBITS)
        self._head: bytes | None = b""

    def unfold(self, data: bytes, room: int) -> bytes:
        if self._head is not None:
            data = self._head + data
            if len(data) < _HEADER:
                self._head = data
                return b""
            self._head = None
            if data[0] & 0x0F != zlib.DEFLATED or int.from_bytes(data[:_HEADER], "big") % 31:
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        return super().unfold(data, room)


def _unfolder(coding: str) -> _Folded | None:
    """Return what undoes a content encoding, or ``None`` where there is none.

    Raises:
        NoResponse: The encoding was not asked for.
    """
    match coding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return _Folded(_GZIP)
        case "deflate":
            return _Deflated()
        case other:
            raise NoResponse("wrong-type", f'sent in the encoding "{other[:40]}", which was not asked for')


def read_body(pieces: Iterable[bytes], *, coding: str, length: int | None, limit: int) -> bytes:
    """Return the body of an answer with its content encoding undone.

    Args:
        pieces: The bytes as they arrive.
        coding: The content encoding declared, or empty.
        length: How many bytes were announced, or ``None``.
        limit: How many bytes the body may have.

    >>> read_body([b"a", b"b"], coding="", length=2, limit=10)
    b'ab'

    Raises:
        NoResponse: It is larger than allowed, was cut short, or is not what it is declared to be.
    """
    unfolder = _unfolder(coding)
    body, received = bytearray(), 0
    try:
        for piece in pieces:
            received += len(piece)
            room = limit + 1 - len(body)
            body += unfolder.unfold(piece, room) if unfolder else piece[:room]
            if len(body) > limit:
                raise NoResponse("too-large", f"more than {limit / 1_000_000:.3g} MB")
    except zlib.error as error:
        raise NoResponse("truncated", f"damaged {coding} data", passing=True) from error
    if length is not None and received < length:
        raise NoResponse("truncated", f"cut short: {received} of {length} bytes", passing=True)
    if unfolder and not unfolder.complete:
        raise NoResponse("truncated", f"cut short: the {coding} data has no end", passing=True)
    return bytes(body)
