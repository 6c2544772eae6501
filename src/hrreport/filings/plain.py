"""Read plain text and Markdown as blocks: paragraphs, block quotations, notes."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import ParseError
from hrreport.model.filing import FilingBlock, NoteMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NOTE = re.compile(r"^\[\^?(\w{1,20})\]:?\s+")
_MARK = re.compile(r"\[\^(\w{1,20})\]|(?<=[\w.,;:!?”\"’'»)])\[(\d{1,3})\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((\S+?)(?:\s+\"[^\"]*\")?\)")
_ANGLE = re.compile(r"<(https?://[^<>\s]+)>")
_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BROKEN = re.compile(r"(https?://[^\s<>]*[/._-])\n(?=[\w%-]+(?:[/._-][\w%-]|/|[)>]?[.,;]?(?:\n|$)))")
_HEADING = re.compile(r"^#{1,6}\s+")
_INDENTED = re.compile(r"^(?: {4}|\t)")


def read_blocks(body: bytes) -> tuple[FilingBlock, ...]:
    """Return the blocks of a text.

    Raises:
        ParseError: It is not text in UTF-8 or UTF-16.
    """
    text = decoded(body).replace("\r\n", "\n").replace("\r", "\n")
    blocks = [_block(lines, number) for number, lines in _groups(text)]
    notes = {block.note for block in blocks if block.note}
    marked = (take_marks(block.text, _MARK, lambda sign: (sign[1] or sign[2]) in notes) for block in blocks)
    return tuple(replace(block, text=text, marks=marks) for block, (text, marks) in zip(blocks, marked, strict=True))


def decoded(body: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or an old Western encoding."""
    marked = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return body.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in body:
            raise ParseError("it is not text in UTF-8") from None
        return body.decode("cp1252", errors="replace")


def _groups(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line, and the lines, of what empty lines part."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            if lines and _begins_another(lines[-1], line):
                yield number - len(lines), lines
                lines = []
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def _begins_another(before: str, line: str) -> bool:
    """Return whether a line begins a block of its own without an empty line before it."""
    quoted = line.startswith(">") != before.startswith(">")
    return quoted or bool(_NOTE.match(line)) or bool(_HEADING.match(line)) or bool(_HEADING.match(before))


def _block(lines: list[str], number: int) -> FilingBlock:
    where = f"line {number}"
    if all(line.startswith(">") for line in lines):
        return FilingBlock(_plain("\n".join(line.lstrip("> ") for line in lines)), where, "quote")
    if note := _NOTE.match(lines[0]):
        return FilingBlock(_plain(whole_addresses("\n".join(lines)[note.end() :])), f"note {note[1]}", "note", note[1])
    indented = all(_INDENTED.match(line) for line in lines)
    text = whole_addresses("\n".join(line.strip() for line in lines))
    return FilingBlock(_plain(_HEADING.sub("", text)), where, "quote" if indented else "text")


def _plain(text: str) -> str:
    """Return a text without the signs of Markdown; addresses of links stand after their words."""
    text = _LINK.sub(lambda link: link[1] if link[1] == link[2] else f"{link[1]} {link[2]}", text)
    text = _EMPHASIS.sub("", _ANGLE.sub(r"\1", text))
    return html.unescape(_ESCAPE.sub(r"\1", text)).strip()


def whole_addresses(text: str) -> str:
    r"""Return a text with addresses in one piece that were broken at the end of a line.

    >>> whole_addresses("https://a.example/human-rights-\npractices/x/ (2024)\nand so on")
    'https://a.example/human-rights-practices/x/ (2024)\nand so on'
    """
    return _BROKEN.sub(r"\1", text)


def take_marks(
    text: str, signs: re.Pattern[str], is_mark: Callable[[re.Match[str]], bool]
) -> tuple[str, tuple[NoteMark, ...]]:
    """Return a text without the signs of notes in it, and the notes with their places in what is left.

    Args:
        text: The text.
        signs: What may be the sign of a note, with its name in one of two groups.
        is_mark: Whether it is one.
    """
    pieces: list[str] = []
    marks: list[NoteMark] = []
    done = length = 0
    for found in filter(is_mark, signs.finditer(text)):
        pieces.append(text[done : found.start()])
        length += len(pieces[-1])
        marks.append(NoteMark(length, found[1] or found[2]))
        done = found.end()
    return "".join((*pieces, text[done:])), tuple(marks)
