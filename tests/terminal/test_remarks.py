"""Remarks beside an answer."""

from __future__ import annotations

from hrreport.terminal.remarks import remarks


def test_what_a_line_is_is_set_off_and_indents_are_kept() -> None:
    page = remarks("Error: no report\n  Hint:  look\x1b again\nUnknown: words")
    assert page.plain(40) == "Error: no report\n  Hint: look again\nUnknown: words\n"
    first, *_ = page.lines(40)
    assert first[0].style == "error"
    assert [span.style for line in list(page.lines(40))[2:] for span in line] == [""]
