"""Compression: what comes back, and what is damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.errors import LibraryError
from hrreport.library.packing import pack, pack_text, pack_tightly, unpack, unpack_text


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
