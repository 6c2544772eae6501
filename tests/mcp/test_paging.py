"""Bounded answers: rows that fit, a cursor, and long texts in pieces."""

from __future__ import annotations

from typing import Any

import pytest

import hrreport
from hrreport.mcp.paging import page_of, pieces
from hrreport.model.report import Paragraph


def test_an_answer_is_cut_where_its_room_ends_and_goes_on_at_the_cursor() -> None:
    rows = [{"text": "x" * 400} for _ in range(10)]
    asked: dict[str, Any] = {"query": "x"}
    seen = 0
    while True:
        page = page_of(rows, "search", asked, room=1_000)
        seen += len(page.rows)
        if page.cursor is None:
            break
        assert len(page.rows) == 2
        asked = {**asked, "cursor": page.cursor}
    assert seen == 10
    with pytest.raises(hrreport.InputError, match="not of an answer to this call"):
        page_of(rows, "read", asked, room=1_000)
    long = Paragraph(1, "One two three. " + "four " * 30, (0, 15))
    assert all(piece.text in long.text for piece in pieces(long, 40))
    assert "".join("".join(piece.text for piece in pieces(long, 40)).split()) == "".join(long.text.split())
