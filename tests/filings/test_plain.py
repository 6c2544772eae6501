"""Plain text and Markdown: paragraphs, block quotations, notes and the signs of notes."""

from __future__ import annotations

import pytest

from hrreport.errors import ParseError
from hrreport.filings.plain import decoded, read_blocks
from hrreport.model.filing import FilingBlock, NoteMark


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One\nline.\n\nTwo.", [FilingBlock("One\nline.", "line 1"), FilingBlock("Two.", "line 4")]),
        ("# A title\nUnder it.", [FilingBlock("A title", "line 1"), FilingBlock("Under it.", "line 2")]),
        ("He wrote:\n> It is so.\n> All of it.", [
            FilingBlock("He wrote:", "line 1"), FilingBlock("It is so.\nAll of it.", "line 2", "quote"),
        ]),
        ("    Set off\n    as a block.", [FilingBlock("Set off\nas a block.", "line 1", "quote")]),
        ("It is *so* and **so**.", [FilingBlock("It is so and so.", "line 1")]),
        ("See [the page](https://a.example/x).", [FilingBlock("See the page https://a.example/x.", "line 1")]),
        ("See <https://a.example/x> &amp; \\#more.", [FilingBlock("See https://a.example/x & #more.", "line 1")]),
        ("It is so.[^1] Yes.\n\n[^1]: A note.", [
            FilingBlock("It is so. Yes.", "line 1", marks=(NoteMark(9, "1"),)),
            FilingBlock("A note.", "note 1", "note", "1"),
        ]),
        ("It is so.[2] No note has that number.", [FilingBlock("It is so.[2] No note has that number.", "line 1")]),
        ("https://a.example/human-rights-\npractices/x/", [
            FilingBlock("https://a.example/human-rights-practices/x/", "line 1"),
        ]),
    ],
)  # fmt: skip
def test_a_text_has_these_blocks(text: str, blocks: list[FilingBlock]) -> None:
    assert list(read_blocks(text.encode())) == blocks
    assert list(read_blocks(text.replace("\n", "\r\n").encode())) == blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_are_read(encoding: str) -> None:
    assert decoded("“é” and so on".encode(encoding)) == "“é” and so on"


def test_what_is_not_text_is_refused() -> None:
    with pytest.raises(ParseError, match="not text"):
        decoded(b"\x00\xff\x00\x81")
