"""A page of HTML: its blocks, its notes, and what a reader does not see."""

from __future__ import annotations

import pytest

from hrreport.filings.html import read_blocks
from hrreport.model.filing import FilingBlock, NoteMark


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>One\n  line.</p><p>Two.", [FilingBlock("One line.", "paragraph 1"), FilingBlock("Two.", "paragraph 2")]),
        ("<blockquote><p>Set off.</p></blockquote>", [FilingBlock("Set off.", "paragraph 1", "quote")]),
        ("<head><title>x</title></head><nav>Menu</nav><p>Seen.<script>x</script></p>", [
            FilingBlock("Seen.", "paragraph 1"),
        ]),
        ("<table><tr><td>A<td>B</table>", [FilingBlock("A", "paragraph 1"), FilingBlock("B", "paragraph 2")]),
        ('<p>See <a href="https://a.example/x">the page</a>.</p>', [
            FilingBlock("See the page https://a.example/x.", "paragraph 1"),
        ]),
        ('<p>So.<sup><a href="#fn1">1</a></sup> Yes.</p><ol><li id="fn1">A note. <a href="#r1">↩</a></li></ol>', [
            FilingBlock("So. Yes.", "paragraph 1", marks=(NoteMark(3, "fn1"),)),
            FilingBlock("A note.", "note 1", "note", "fn1", (NoteMark(8, "r1"),)),
        ]),
        ('<div id="n1">A note.</div><p>So<a href="#n1">[1]</a></p>', [
            FilingBlock("So", "paragraph 1", marks=(NoteMark(2, "n1"),)),
            FilingBlock("A note.", "note 1", "note", "n1"),
        ]),
        ("", []),
    ],
)  # fmt: skip
def test_a_page_has_these_blocks(page: str, blocks: list[FilingBlock]) -> None:
    assert list(read_blocks(page.encode())) == blocks
