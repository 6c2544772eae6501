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
    return Document(tuple(map(_remark, text.split("\n"))))


def _remark(line: str) -> TextBlock:
    indent = len(line) - len(line.lstrip())
    label, colon, rest = line.strip().partition(":")
    if colon and label in _LABELS:
        return TextBlock(
            (StyledSpan(f"{label}:", _LABELS[label]), StyledSpan(" "), clean_span(rest.strip())), indent=indent
        )
    return TextBlock((clean_span(line),), indent=indent)
