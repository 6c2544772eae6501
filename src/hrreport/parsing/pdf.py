"""Read the official PDF of a report, where its page cannot be read: the lines of print become blocks of a page.

Headings are told by their type, bold and larger than the text; paragraphs by the space above them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from hrreport.errors import ParseError
from hrreport.model.filing import RAISED
from hrreport.parsing.blocks import Block
from hrreport.parsing.elements import superscript
from hrreport.parsing.identity import claim_of_title
from hrreport.parsing.layouts import PageLayout
from hrreport.parsing.titles import is_report_title
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag

    from hrreport.model.filing import PrintedLine, PrintedPages
    from hrreport.parsing.identity import PageIdentity

_WITHIN = 10
"""The title of a report is among so many lines at its beginning."""
_GAP = 1.3
"""Lines that are apart by more than so many times the usual distance are of two paragraphs."""
_GAP_IN_HEADING = 1.5
"""Likewise lines of a heading, by more than so many times their height."""
_LARGER = 1.04
"""Bold type of more than so many times the usual size is that of a heading."""
_MUCH_LARGER = 1.12
"""So is other type of more than so many times the size of the text."""
_HIGHEST, _LOWEST = 2, 6
_BOLD = 1
_ENDED = re.compile(r"[.?!:][”’\"')\]]*$")
_LABEL = re.compile(r"section \d|[a-z]\. ", re.IGNORECASE)
_DIVIDED = re.compile(r"(\w+)-$")
_RAISED = re.compile(rf"\s*{RAISED[0]}(\d+){RAISED[1]}")
_FIRST_WORD = re.compile(r"\w+")


class PdfLayout(PageLayout):
    """A PDF: it has no markup, and so no page of HTML is ever recognized as one."""

    name = "official PDF"
    plain_headings = False
    masthead = False

    def recognizes(self, html: str) -> bool:  # noqa: ARG002
        """See the interface."""
        return False

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:  # noqa: ARG002
        """See the interface."""
        return ()


def read_print(pages: PrintedPages) -> tuple[PageIdentity, tuple[Block, ...]]:
    """Return what the title of a PDF says that it is, and its headings and paragraphs.

    Args:
        pages: Its lines, without running heads and feet.

    Raises:
        ParseError: It has no text, as where it was scanned.
    """
    lines = [line for page in pages for each in page if (line := _readable(each)).text]
    if not lines:
        raise ParseError("the PDF has no text", hint="a scanned document has to be read as text first")
    title = next((line.text for line in lines[:_WITHIN] if is_report_title(line.text)), "")
    return claim_of_title(title), tuple(_blocks(lines))


def _readable(line: PrintedLine) -> PrintedLine:
    """Return a line with raised figures as such, and without characters that print nothing."""
    text = fold(_RAISED.sub(lambda found: superscript(found[1], line.text[: found.start()]), line.text))
    bold = len(text) if _is_bold(line) else min(line.bold, len(text))
    return line if text == line.text else replace(line, text=text, bold=bold)


def _blocks(lines: Sequence[PrintedLine]) -> Iterator[Block]:
    """Yield headings and paragraphs."""
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    pitch = median(gaps) if gaps else 0.0
    edge = max(line.right for line in lines)
    sizes = _heading_sizes(lines)
    words = Counter(word for line in lines for word in _FIRST_WORD.findall(line.text.lower()))
    group: list[PrintedLine] = []
    for line in lines:
        if group and _begins_another(group[-1], line, pitch, edge):
            yield _block(group, sizes, words)
            group = []
        group.append(line)
    yield _block(group, sizes, words)


def _heading_sizes(lines: Sequence[PrintedLine]) -> list[float]:
    """Return the sizes of type that headings are set in, the largest first; the title is passed over."""
    text = Counter[float]()
    run_in = Counter[float]()
    for line in lines:
        if not line.bold:
            text[_size(line)] += len(line.text)
        elif line.bold < len(line.text):
            run_in[_size(line)] += 1
    plain = max(text, key=text.__getitem__, default=0.0)
    bold = max(run_in, key=run_in.__getitem__, default=plain)
    sizes = {
        _size(line)
        for line in lines
        if not is_report_title(line.text) and _size(line) > (bold * _LARGER if _is_bold(line) else plain * _MUCH_LARGER)
    }
    return sorted(sizes, reverse=True)


def _size(line: PrintedLine) -> float:
    return round(line.height, 1)


def _is_bold(line: PrintedLine) -> bool:
    return line.bold >= len(line.text) > 0


def _begins_another(before: PrintedLine, line: PrintedLine, pitch: float, edge: float) -> bool:
    """Return whether a line begins another heading or paragraph than the line before it."""
    if abs(before.height - line.height) > line.height * (_LARGER - 1) * 2:
        return True
    down = before.bottom - line.bottom
    if before.page == line.page and _is_bold(before) and _is_bold(line):
        return down > line.height * _GAP_IN_HEADING or bool(_LABEL.match(line.text))
    if before.page == line.page:
        return down > pitch * _GAP
    if not _ENDED.search(before.text):
        return False
    first = line.text.partition(" ")[0]
    width = (line.right - line.left) / max(1, len(line.text)) * (len(first) + 1)
    return bool(line.bold) or before.right + width < edge


def _block(group: Sequence[PrintedLine], sizes: Sequence[float], words: Counter[str]) -> Block:
    text, bold = "", 0
    breaks: list[int] = []
    for line in group:
        joined = _joined(text, line.text, words)
        start = len(joined) - len(line.text)
        if text:
            breaks.append(start)
        if line.bold and not joined[bold:start].strip():
            bold = start + line.bold
        text = joined
    size = _size(group[0])
    heading = size in sizes and {_size(line) for line in group} == {size}
    level = min(_HIGHEST + sizes.index(size), _LOWEST) if heading else 0
    return Block(
        f"h{level}" if level else "p",
        text,
        emphasis=((0, min(bold, len(text)), _BOLD),) if bold and not level else (),
    )


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """Return a line set after the text before it; a word that was divided between them is whole again.

    The hyphen goes where the document has the word without it elsewhere, and not with it.
    """
    divided = _DIVIDED.search(text)
    goes_on = _FIRST_WORD.match(line)
    if not divided or not goes_on:
        return f"{text} {line}" if text else line
    whole = (divided[1] + goes_on[0]).lower()
    return text[:-1] + line if words[whole] else text + line
