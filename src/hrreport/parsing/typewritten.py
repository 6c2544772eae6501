"""Typewritten text of 1993 to 1995: its lines are broken by hand, its paragraphs set apart by space alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKED_CLASS = "fixed-width"
"""The class of the elements that `mark_paragraphs` makes."""

_PREFORMATTED = re.compile(r"<pre\b[^<>]*>(.*?)(?:</pre\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BEGIN = re.compile(r"<body\b[^<>]*>|</head\s*>", re.IGNORECASE)
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_NUMBERED = re.compile(r"^[ \t]*(?:<\w+>)*section\s+([1-9])\b", re.IGNORECASE | re.MULTILINE)
_HEADING = re.compile(r"\s*(?:<\w+>)*(?:section\s+\d|[a-z]\.\s)", re.IGNORECASE)
_MARKUP_OF_BLOCKS = re.compile(r"<(?:p|br|div|li|td)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ENDED = re.compile(r"[.?!:;][\"')\]]*$")
_NOT_UPPER = re.compile(r"\s*[a-z(]")
_INDENT = 2
_SLACK = 10
_FEWEST_SECTIONS = 2
_FEWEST_LINES = 5
_LINES_A_BLOCK = 10


def holds_typewritten_report(html: str) -> bool:
    """Return whether a page has a report as preformatted text, or as many lines with hardly any markup."""
    if _has_preformatted_report(html):
        return True
    lines = html.count("\n")
    blocks = len(_MARKUP_OF_BLOCKS.findall(html))
    return lines >= _FEWEST_LINES and blocks * _LINES_A_BLOCK < lines and _has_sections(html)


def mark_paragraphs(html: str) -> str:
    """Return a page with the paragraphs of its typewritten text marked as such."""
    if _has_preformatted_report(html):
        return _PREFORMATTED.sub(lambda found: _marked(found[1]), html)
    start = max((found.end() for found in _BEGIN.finditer(html)), default=0)
    end = min((found.start() for found in _END.finditer(html, start)), default=len(html))
    return html[:start] + _marked(html[start:end]) + html[end:]


def _has_preformatted_report(html: str) -> bool:
    return any(map(_has_sections, _PREFORMATTED.findall(html)))


def _has_sections(text: str) -> bool:
    return len({found[1] for found in _NUMBERED.finditer(text)}) >= _FEWEST_SECTIONS


def _marked(text: str) -> str:
    """Return typewritten text with its paragraphs marked, their lines broken where they were."""
    paragraphs = ("".join(_joined(lines)) for lines in _paragraphs(text.expandtabs().splitlines()))
    return f'<div class="{MARKED_CLASS}">{"".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}</div>'


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines and what stands between them: a break, or nothing after a hyphen that is part of a word."""
    for at, line in enumerate(lines):
        yield line.strip()
        hyphen = line.rstrip().endswith("-") and re.search(r"\w-+\s*$", line)
        if at < len(lines) - 1 and not hyphen:
            yield "<br>"


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph; one that a page break cut in two is one."""
    width = _width(lines)
    before: list[str] = []
    for chunk in _chunks(lines):
        for paragraph in _split_paragraphs(chunk, width):
            if before and _goes_on(before, paragraph):
                before += paragraph
                continue
            if before:
                yield before
            before = paragraph
    if before:
        yield before


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in (*lines, ""):
        if _visible(line).strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _split_paragraphs(chunk: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield the paragraphs of lines that no blank line parts: each begins indented, or after a line left unfilled."""
    paragraph = [chunk[0]]
    for above, line in pairwise(chunk):
        ended = bool(_ENDED.search(_visible(above).rstrip()))
        indented = _indent(line) >= _indent(above) + _INDENT
        word = len(_visible(line).split()[0])
        unfilled = len(_visible(above).rstrip()) + 1 + word + _SLACK <= width
        if (ended and (indented or (unfilled and not _NOT_UPPER.match(line)))) or (_HEADING.match(line) and ended):
            yield paragraph
            paragraph = [line]
        else:
            paragraph.append(line)
    yield paragraph


def _goes_on(before: Sequence[str], paragraph: Sequence[str]) -> bool:
    """Return whether a paragraph goes on with the sentence of the one before it."""
    if _HEADING.match(paragraph[0]):
        return False
    return not _ENDED.search(_visible(before[-1]).rstrip()) and bool(re.match(r"\s*[a-z]", _visible(paragraph[0])))


def _width(lines: Sequence[str]) -> int:
    """Return how long lines are where they are filled."""
    lengths = sorted(len(_visible(line).rstrip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _visible(line: str) -> str:
    return _TAG.sub("", line)
