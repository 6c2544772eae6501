"""Remarks beside an answer: errors, hints and notes, set in lines like everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.spans import StyledSpan, clean_span

if TYPE_CHECKING:
    from hrreport.terminal.spans import StyleName

_LABELS: dict[str, StyleName] = {"Error": "error", "Hint": "strong", "Note": "strong", "Usage": "strong"}


def remarks(text: str) -> Document:
    r"""Return lines of text as a page; the word that says what a line is, is set off.

    >>> remarks("Error: no report is called x").plain(40)
    'Error: no report is called x\n'
    """
    blocks = []
    for line in text.split("\n"):
        label, colon, rest = line.strip().partition(":")
        words: tuple[StyledSpan, ...] = (clean_span(line),)
        if colon and label in _LABELS:
            words = (StyledSpan(f"{label}:", _LABELS[label]), StyledSpan(" "), clean_span(rest))
        blocks.append(TextBlock(words, indent=len(line) - len(line.lstrip())))
    return Document(tuple(blocks))
