"""Compression: how texts and pages lie in the file."""

from __future__ import annotations

import zlib

from hrreport.errors import LibraryError
from hrreport.library.faults import DAMAGED, RESTORE

LEVEL = 5
"""Higher levels make pages of this kind two percent smaller, and take twice as long."""
LARGEST = 256 * 1024 * 1024
"""Bytes that a compressed value may come to; more is damage, or malice."""


def pack(content: bytes) -> bytes:
    """Return the bytes compressed."""
    return zlib.compress(content, LEVEL)


def unpack(packed: bytes, largest: int = LARGEST) -> bytes:
    """Return the bytes that were compressed.

    Raises:
        LibraryError: They are damaged, or come to more than `largest`.
    """
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, largest)
    except (zlib.error, TypeError) as error:
        raise LibraryError(f"{DAMAGED}: {error}", hint=RESTORE) from error
    if not unpacker.eof:
        raise LibraryError(f"{DAMAGED}: a compressed value has no end", hint=RESTORE)
    return content


def pack_text(text: str) -> bytes:
    """Return the text compressed."""
    return pack(text.encode())


def unpack_text(packed: bytes) -> str:
    """Return the text that was compressed.

    Raises:
        LibraryError: It is damaged.
    """
    try:
        return unpack(packed).decode()
    except UnicodeDecodeError as error:
        raise LibraryError(f"{DAMAGED}: {error}", hint=RESTORE) from error
