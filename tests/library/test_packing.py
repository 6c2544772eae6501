"""Compression: what comes back, and what is damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.errors import LibraryError
from hrreport.library import schema
from hrreport.library.packing import (
    MARK,
    pack,
    pack_page,
    pack_text,
    pack_tightly,
    remove_unused,
    unpack,
    unpack_page,
    unpack_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@given(st.binary())
def test_bytes_come_back(content: bytes) -> None:
    assert unpack(pack(content)) == content


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


@pytest.mark.parametrize("packed", [b"", b"\x00", pack(b"abc" * 99)[:-5], pack(b"abc")[:1]])
def test_damage_is_an_error_of_ours(packed: bytes) -> None:
    with pytest.raises(LibraryError, match="damaged"):
        unpack(packed)


def test_bytes_that_are_no_text_are_damage() -> None:
    with pytest.raises(LibraryError, match="damaged"):
        unpack_text(pack(b"\xff"))


def test_what_swells_beyond_all_bounds_is_damage() -> None:
    assert len(unpack(pack(bytes(1000)), largest=1000)) == 1000
    with pytest.raises(LibraryError, match="has no end"):
        unpack(pack(bytes(1001)), largest=1000)


def test_what_is_packed_tightly_is_unpacked_alike_and_damage_in_it_is_named() -> None:
    content = b"<p>page</p>" * 1000
    packed = pack_tightly(content)
    assert unpack(packed) == content
    for damaged in (packed[:-5], packed[:20] + b"\x00" * 20 + packed[40:], packed[:3]):
        with pytest.raises(LibraryError, match="damaged"):
            unpack(damaged)
    with pytest.raises(LibraryError, match="no end"):
        unpack(packed, largest=1000)


MENU = "\n".join(f'<li class="menu-{n}"><a href="/topic-{n}/">Topic {n * n}</a></li>' for n in range(300))
YEAR = 2023


def page(own: str) -> bytes:
    """Return a page with a menu around a text of its own."""
    return f"<html>\n\n{MENU}\n\n<p>{own}</p>\n\n{MENU}\n</html>\n".encode()


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        schema.migrate(made)
        yield made


def keep(db: sqlite3.Connection, body: bytes, year: int = YEAR) -> bytes:
    """Store a page as a report's; return how its bytes are stored."""
    packed = pack_page(db, body, year)
    key = db.execute("SELECT ifnull(max(id), 0) + 1 FROM page").fetchone()[0]
    db.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (key, str(key), len(body), packed))
    db.execute(
        "INSERT INTO revision VALUES (?, ?, ?, 1, 0, '', '', '', 0, 0, '', '', '', '', '', NULL, '', '', '')",
        (key, f"land-{key}", year),
    )
    db.execute("INSERT INTO retrieval VALUES (?, ?, 1, 0, ?, '')", (key, key, key))
    return packed


BODIES = [
    *(page(f"Nobody was harmed in the harbor, {n} said.") for n in ("one", "two", "three")),
    page("A text\nin two lines"),
    b"",
    b"\n",
    b"no line end",
    MENU.encode(),
    page("bytes \xff that are no text".replace("\xff", "ÿ")).replace(b"\n", b"\r\n"),
    bytes(range(256)) * 4,
]


def test_every_page_comes_back_byte_for_byte(db: sqlite3.Connection) -> None:
    stored = [keep(db, body) for body in BODIES]
    assert [unpack_page(db, packed) for packed in stored] == BODIES
    assert any(packed[:1] == MARK for packed in stored)


def test_what_pages_share_is_stored_once_and_holds_no_text_of_one_alone(db: sqlite3.Connection) -> None:
    first, second, third = (keep(db, body) for body in BODIES[:3])
    assert first[:1] != MARK
    assert second[:1] == third[:1] == MARK
    assert len(third) < len(first) / 5
    assert db.execute("SELECT count(*) FROM template").fetchone()[0] == 1
    assert keep(db, BODIES[0], year=1999)[:1] != MARK, "editions have templates of their own"


def test_a_page_whose_template_is_missing_or_other_is_damaged(db: sqlite3.Connection) -> None:
    packed = [keep(db, body) for body in BODIES[:2]][1]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as other:
        schema.migrate(other)
        with pytest.raises(LibraryError, match="template"):
            unpack_page(other, packed)
    db.execute("UPDATE template SET packed = ?", (pack_page(db, b"short", 1),))
    with pytest.raises(LibraryError, match="put together"):
        unpack_page(db, packed)


def test_templates_that_no_page_uses_are_removed(db: sqlite3.Connection) -> None:
    for body in BODIES[:3]:
        keep(db, body)
    remove_unused(db)
    assert db.execute("SELECT count(*) FROM template").fetchone()[0] == 1
    db.execute("DELETE FROM retrieval")
    db.execute("DELETE FROM page")
    remove_unused(db)
    assert db.execute("SELECT count(*) FROM template").fetchone()[0] == 0
