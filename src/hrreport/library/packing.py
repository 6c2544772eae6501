"""How texts and pages lie in the file: compressed, and pages as what they differ from their edition's template in.

Reports and what was found in them are packed so that they are read fast, with zlib; pages, which are seldom read
again, are packed tightly, with bzip2, which takes a sixth less. Menus, scripts and styles are most of a page: a page
is stored as the runs of lines that it takes from a template, and the lines that are its own, so the bytes received
come back whole. A template is made of the lines that two pages have in common, and is never changed.
"""

from __future__ import annotations

import bz2
import json
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from hrreport.library.sqlite_errors import damaged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_LEVEL = 5
"""Of zlib. Higher levels make pages of this kind two percent smaller, and take twice as long."""
_TIGHT = b"BZh"
"""What bzip2 begins with, and zlib does not."""
LARGEST = 256 * 1024 * 1024
"""Bytes that a compressed value may come to; more is damage, or malice."""
MARK = b"T"
"""What a page with a template begins with, and no compressed bytes do; the template's key follows in four bytes."""
_KEY = 5
_TRIED = 4
"""Templates of an edition that are tried, the newest first."""
_ENOUGH = 0.25
"""A template is used where it has so large a part of the page."""
_OWN = -1
"""Stands for lines of the page itself in the place of a line of the template."""


def pack(content: bytes) -> bytes:
    """Return the bytes compressed."""
    return zlib.compress(content, _LEVEL)


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
        raise damaged(error) from error
    if not unpacker.eof:
        raise damaged("a compressed value has no end")
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
        raise damaged(error) from error


def pack_page(db: sqlite3.Connection, body: bytes, year: int) -> bytes:
    """Return the bytes of a page as they are stored, with a template of its edition where one is worth while.

    Inside a transaction: a template may be written.
    """
    lines = body.split(b"\n")
    found = db.execute("SELECT id, packed FROM template WHERE year = ? ORDER BY id DESC LIMIT ?", (year, _TRIED))
    tried = [(_shared(lines, _places(packed)), key, packed) for key, packed in found]
    shared, key, packed = max(tried, default=(0, 0, b""))
    if shared < _ENOUGH * len(body):
        key, packed = _new_template(db, lines, year)
    if not packed:
        return pack_tightly(body)
    return MARK + key.to_bytes(_KEY - 1, "big") + pack_tightly(_script(lines, _lines(packed), _places(packed)))


def unpack_page(db: sqlite3.Connection, packed: bytes) -> bytes:
    """Return the bytes of a stored page, as they were received.

    Raises:
        LibraryError: They are damaged, or their template is missing.
    """
    if packed[:1] != MARK:
        return unpack(packed)
    row = db.execute("SELECT packed FROM template WHERE id = ?", (int.from_bytes(packed[1:_KEY], "big"),)).fetchone()
    if row is None:
        raise damaged("the template of a page is missing")
    template = _lines(row[0])
    runs, _, own = unpack(packed[_KEY:]).partition(b"\n")
    try:
        return b"\n".join(_rebuilt(json.loads(runs), template, own.split(b"\n")))
    except (ValueError, TypeError, LookupError) as error:
        raise damaged(f"a page cannot be put together: {error}") from error


def remove_unused(db: sqlite3.Connection) -> None:
    """Remove the templates that no page uses any more."""
    used = db.execute("SELECT DISTINCT substr(packed, 1, ?) FROM page", (_KEY,)).fetchall()
    keys = {int.from_bytes(begins[1:], "big") for (begins,) in used if begins[:1] == MARK}
    for (key,) in db.execute("SELECT id FROM template").fetchall():
        if key not in keys:
            db.execute("DELETE FROM template WHERE id = ?", (key,))


@lru_cache(maxsize=_TRIED)
def _lines(packed: bytes) -> list[bytes]:
    return unpack(packed).split(b"\n")


@lru_cache(maxsize=_TRIED)
def _places(packed: bytes) -> dict[bytes, int]:
    """Return where each line of a template is first."""
    return {line: place for place, line in reversed(list(enumerate(_lines(packed))))}


def _shared(lines: Sequence[bytes], places: dict[bytes, int]) -> int:
    """Return how many bytes of a page a template has."""
    return sum(len(line) for line in lines if line in places)


def _new_template(db: sqlite3.Connection, lines: Sequence[bytes], year: int) -> tuple[int, bytes]:
    """Make a template of what a page has in common with the last one of its edition that has none; nothing if little.

    Returns its key and its packed lines.
    """
    other = db.execute(
        "SELECT packed FROM page JOIN retrieval ON retrieval.page = page.id JOIN revision ON revision.id = revision "
        "WHERE year = ? AND substr(packed, 1, 1) <> ? ORDER BY page.id DESC LIMIT 1",
        (year, MARK),
    ).fetchone()
    known = frozenset(unpack(other[0]).split(b"\n")) if other else frozenset()
    common = [line for line in lines if line in known]
    if sum(map(len, common)) < _ENOUGH * sum(map(len, lines)) or not any(common):
        return 0, b""
    import hashlib

    content = b"\n".join(common)
    packed = pack_tightly(content)
    digest = hashlib.sha256(content).hexdigest()
    db.execute("INSERT OR IGNORE INTO template (year, sha256, packed) VALUES (?, ?, ?)", (year, digest, packed))
    (key,) = db.execute("SELECT id FROM template WHERE sha256 = ?", (digest,)).fetchone()
    return int(key), packed


def _script(lines: Sequence[bytes], template: Sequence[bytes], places: dict[bytes, int]) -> bytes:
    """Return how a page is put together: the runs of lines of the template or of its own, then its own lines."""
    runs: list[int] = []
    own: list[bytes] = []
    following = _OWN
    for line in lines:
        goes_on = 0 <= following < len(template) and template[following] == line
        place = following if goes_on else places.get(line, _OWN)
        if place == _OWN:
            own.append(line)
        if runs and ((place == _OWN and runs[-2] == _OWN) or (place == following != _OWN)):
            runs[-1] += 1
        else:
            runs += (place, 1)
        following = _OWN if place == _OWN else place + 1
    return json.dumps(runs, separators=(",", ":")).encode() + b"\n" + b"\n".join(own)


def _rebuilt(runs: Sequence[int], template: Sequence[bytes], own: Sequence[bytes]) -> list[bytes]:
    """Return the lines of a page.

    Raises:
        ValueError: A run is not in the template or the page, or they come to more than any page has.
    """
    lines: list[bytes] = []
    size = taken = 0
    for place, count in zip(runs[::2], runs[1::2], strict=True):
        if place == _OWN:
            run, taken = own[taken : taken + count], taken + count
        else:
            run = template[place : place + count]
        size += sum(map(len, run)) + count
        if place < _OWN or len(run) != count or size > LARGEST:
            raise ValueError("a run of lines does not fit")
        lines += run
    return lines
