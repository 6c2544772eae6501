"""Read a page of HTML as blocks, by the standard library's parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Literal

from hrreport.filings.plain import decoded
from hrreport.model.filing import FilingBlock, NoteMark
from hrreport.text.whitespace import fold

_BLOCKS = {
    "p", "li", "blockquote", "div", "td", "th", "dd", "dt", "section", "article", "aside", "figcaption", "h1", "h2",
    "h3", "h4", "h5", "h6", "tr", "ul", "ol", "table", "body", "main", "header", "footer", "hr",
}  # fmt: skip
_HIDDEN = {"script", "style", "head", "template", "noscript", "nav", "svg"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "source", "area", "base", "embed", "track"}
_BACK = re.compile(r"^[\s↩↑^\ufe0e]*$")


class _FilingReader(HTMLParser):
    """Gathers the words of blocks as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, Literal["text", "quote"], str, tuple[tuple[int, str], ...]]] = []
        self._open: list[tuple[str, str]] = []
        self._text = ""
        self._marks: list[tuple[int, str]] = []
        self._link: tuple[str, int, bool] | None = None
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BLOCKS:
            self.end_block()
        if tag == "br":
            self._text += "\n"
        if tag == "a" and "href" in given:
            raised = any(name == "sup" for name, _ in self._open) or "footnote" in given.get("class", "")
            self._link = (given["href"], len(self._text), raised)
        if tag == "sup" and self._link:
            self._link = (*self._link[:2], True)
        if tag not in _VOID:
            self._open.append((tag, given.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those that were left open in it."""
        if tag == "a" and self._link:
            href, start, raised = self._link
            words = self._text[start:]
            if href.startswith("#") and (raised or re.fullmatch(r"\s*\[?\d{1,3}\]?\s*", words) or _BACK.match(words)):
                self._text = self._text[:start]
                self._marks.append((start, href[1:]))
            elif href.startswith("http") and href not in words:
                self._text += f" {href}"
            self._link = None
        if tag in _BLOCKS:
            self.end_block()
        if tag in _HIDDEN and self._hidden:
            self._hidden -= 1
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Handle text."""
        if not self._hidden:
            self._text += re.sub(r"\s+", " ", data)

    def end_block(self) -> None:
        """Keep the words that came since the last block."""
        if self._text.strip():
            quoted = any(name == "blockquote" for name, _ in self._open)
            ids = " ".join(identity for _, identity in self._open if identity)
            self.blocks.append((self._text, "quote" if quoted else "text", ids, tuple(self._marks)))
        self._text = ""
        self._marks = []


def read_blocks(body: bytes) -> tuple[FilingBlock, ...]:
    """Return the blocks of a page."""
    reader = _FilingReader()
    reader.feed(decoded(body))
    reader.close()
    reader.end_block()
    named = {name for *_, marks in reader.blocks for _, name in marks}
    blocks: list[FilingBlock] = []
    counted = 0
    for text, kind, ids, marks in reader.blocks:
        note = next((name for name in reversed(ids.split()) if name in named), "")
        lead = len(text) - len(text.lstrip())
        kept = tuple(NoteMark(max(0, at - lead), name) for at, name in marks)
        words = fold(text) if not marks else text.strip()
        if note:
            number = re.search(r"\d+", note)
            blocks.append(FilingBlock(words, f"note {number[0] if number else note}", "note", note, kept))
        else:
            counted += 1
            blocks.append(FilingBlock(words, f"paragraph {counted}", kind, "", kept))
    return tuple(sorted(blocks, key=lambda block: block.kind == "note"))
