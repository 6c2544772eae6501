"""Compression: how texts and pages lie in the file.

Reports and what was found in them are packed so that they are read fast, with zlib; pages, which are seldom read
again, are packed tightly, with bzip2, which takes a sixth less.
"""

from __future__ import annotations

import bz2
import zlib

from hrreport.errors import LibraryError
from hrreport.library.sqlite_errors import DAMAGED, RESTORE

LEVEL = 5
"""Higher levels make pages of this kind two percent smaller, and take twice as long."""
_TIGHT = b"BZh"
"""What bzip2 begins with, and zlib does not."""
LARGEST = 256 * 1024 * 1024
"""Bytes that a compressed value may come to; more is damage, or malice."""


def pack(content: bytes) -> bytes:
    """Return the bytes compressed."""
    return zlib.compress(content, LEVEL)


def pack_tightly(content: bytes) -> bytes:
    """Return the bytes compressed to less than `pack` does, which takes five times as long."""
    return bz2.compress(content)


def unpack(packed: bytes, largest: int = LARGEST) -> bytes:
    """Return the bytes that were compressed.

    Raises:
        LibraryError: They are damaged, or come to more than `largest`.
    """
    try:
        unpacker = bz2.BZ2Decompressor() if packed[:3] == _TIGHT else zlib.decompressobj()
        content = unpacker.decompress(packed, largest)
    except (zlib.error, OSError, ValueError, TypeError) as error:
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
