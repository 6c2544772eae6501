"""A finished document that quotes and cites reports, as blocks of text."""

from __future__ import annotations

from typing import Literal

from hrreport.values import dataclass

BlockKind = Literal["text", "quote", "note"]
"""Running text, a quotation set off as a block, a footnote or endnote."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The sign of a note in a text: its offset, and the name of the note."""

    at: int
    note: str


@dataclass(frozen=True, slots=True)
class FilingBlock:
    """A paragraph, a block quotation or a note of a filing."""

    text: str
    """As printed; lines of a page are parted by line breaks."""
    where: str
    """Its place as a reader finds it: "paragraph 12", "page 3", "line 40", "footnote 2"."""
    kind: BlockKind = "text"
    note: str = ""
    """The name that marks of this note refer to; empty for what is not a note."""
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """A finished document."""

    name: str
    """The name of its file."""
    blocks: tuple[FilingBlock, ...]
    """In the order of the document; notes stand after the text."""
