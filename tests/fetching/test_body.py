"""Bodies: content encodings are undone, and no more is unfolded than there is room for."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.fetching.body import read_body
from hrreport.fetching.sources import NoResponse

if TYPE_CHECKING:
    from collections.abc import Iterator


def bare(data: bytes) -> bytes:
    folder = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return folder.compress(data) + folder.flush()


FORMS = [
    ("", bytes),
    ("identity", bytes),
    ("gzip", gzip.compress),
    (" X-Gzip ", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", bare),
]


@pytest.mark.parametrize(("coding", "fold"), FORMS)
@given(data=st.binary(max_size=500), size=st.integers(1, 600))
def test_a_body_comes_back_whole_however_it_is_cut_in_pieces(coding: str, fold: type, data: bytes, size: int) -> None:
    sent = fold(data)
    pieces = [sent[i : i + size] for i in range(0, len(sent), size)]
    assert read_body(pieces, coding=coding, length=len(sent), limit=500) == data


def test_a_body_of_several_members_and_padding_comes_back_whole() -> None:
    sent = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 8
    assert read_body([sent], coding="gzip", length=None, limit=100) == b"one two"


def test_what_follows_a_deflated_body_is_left() -> None:
    assert read_body([zlib.compress(b"one") + b"more"], coding="deflate", length=None, limit=100) == b"one"


def test_a_body_that_unfolds_without_end_is_cut_before_it_is_unfolded() -> None:
    taken = 0

    def bomb() -> Iterator[bytes]:
        nonlocal taken
        folder = zlib.compressobj(wbits=31)
        while True:
            taken += 1
            yield folder.compress(b"\0" * 1_000_000)

    with pytest.raises(NoResponse) as caught:
        read_body(bomb(), coding="gzip", length=None, limit=5_000_000)
    assert caught.value.outcome == "too-large"
    assert taken < 50


def test_a_body_of_exactly_the_limit_passes() -> None:
    assert read_body([b"x" * 10], coding="", length=None, limit=10) == b"x" * 10
    assert read_body([gzip.compress(b"x" * 10)], coding="gzip", length=None, limit=10) == b"x" * 10


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_a_body_of_one_byte_more_does_not(coding: str) -> None:
    body = gzip.compress(b"x" * 11) if coding else b"x" * 11
    with pytest.raises(NoResponse, match="more than"):
        read_body([body], coding=coding, length=None, limit=10)


@pytest.mark.parametrize(
    ("coding", "sent", "said"),
    [
        ("gzip", gzip.compress(b"x" * 100, mtime=0)[:-9], "cut short: the gzip data has no end"),
        ("deflate", zlib.compress(b"x" * 100)[:-9], "cut short: the deflate data has no end"),
        ("gzip", b"<html>not gzip</html>", "damaged gzip data"),
        ("gzip", gzip.compress(b"x" * 100, mtime=0) + b"junk", "damaged gzip data"),
        ("deflate", b"\x78\x9c\xff\xff\xff", "damaged deflate data"),
        ("br", b"x", 'sent in the encoding "br", which was not asked for'),
    ],
)
def test_a_body_that_is_not_whole_or_not_as_declared_is_refused(coding: str, sent: bytes, said: str) -> None:
    with pytest.raises(NoResponse, match=said):
        read_body([sent], coding=coding, length=None, limit=1000)


def test_an_empty_body_is_empty_in_any_encoding() -> None:
    assert read_body([], coding="gzip", length=0, limit=10) == b""
