"""Split markup into blocks: text that a reader sees as one heading, paragraph, item or row.

Every word inside the element that is read goes into exactly one block, in order, except what is
no part of a text: navigation, forms, buttons, scripts, comments, what is hidden or struck out. The
numbers of ordered lists, which a browser prints, are kept. The walk keeps its own stack, so that no
depth of nesting overflows Python's.

The module is long because the walk is one: every element may bear on the block that is being read.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from bs4.element import PreformattedString, Tag

from hrreport.model.report import Link
from hrreport.parsing.elements import (
    HEADINGS,
    NumberedList,
    is_data_row,
    is_omitted,
    is_raised,
    is_struck,
    resolve,
    superscript,
)
from hrreport.text.whitespace import visible
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4.element import PageElement

_BLOCKS = HEADINGS | frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure header hr html "
    "li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
TABLE_HEAD = "thead-row"
"""The tag of a row that names the columns of a table."""
_ITEMS = ("li", "tr", "dt", "dd")
_DIGITS = re.compile(r"\s*\d+(?:\s*,\s*\d+)*\s*")
_SEPARATORS = " |,;·•/-–—→›»>"
"""Signs between the links of a line."""
_BOLD, _SLANTED = 1, 2
_EMPHASIS = {"strong": _BOLD, "b": _BOLD, "em": _SLANTED, "i": _SLANTED, "u": _SLANTED}
_STYLED = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|(font-style\s*:\s*italic|text-decoration[^;]*underline)")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text."""

    tag: str
    """The element that it stands in: "h3", "p", "li", "tr"; "div" and the like for text without a paragraph."""
    text: str
    """Its words, single-spaced."""
    links: tuple[Link, ...] = ()
    emphasis: tuple[tuple[int, int, int], ...] = ()
    """Where it is emphasized: start, end, and 1 for bold, 2 for italic or underlined, 3 for both."""
    breaks: tuple[int, ...] = ()
    """Offsets at which a line is broken."""
    anchor: str = ""
    """The id of its element, for a heading."""
    item: bool = False
    """Whether it is an item of a list or a row of a table."""

    @property
    def lead(self) -> tuple[int, int]:
        """The end of the emphasized words that it begins with, and their emphasis; 0, 0 without any."""
        end, style = 0, 0
        for start, stop, emphasis in self.emphasis:
            if self.text[end:start].strip() or (style and not style & emphasis):
                break
            end, style = stop, (style & emphasis) or emphasis
        return end, style

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Where emphasis begins and ends, in order; stretches with only white space between them are one."""
        joined: list[tuple[int, int]] = []
        for start, end, _ in self.emphasis:
            if joined and not self.text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return tuple(joined)

    @property
    def all_linked(self) -> bool:
        """Return whether it contains only links and separators."""
        return bool(self.links) and _is_all_links(self.text, self.links)


def part(block: Block, start: int, end: int) -> Block:
    """Return a stretch of a block as a block, without white space at its ends."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    links = tuple(
        Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
        for link in block.links
        if link.start < end and link.end > start
    )
    emphasis = tuple(
        (max(a, start) - start, min(b, end) - start, e) for a, b, e in block.emphasis if a < end and b > start
    )
    breaks = tuple(b - start for b in block.breaks if start < b < end)
    return Block(block.tag, text, links, emphasis, breaks, block.anchor, block.item)


def _is_all_links(text: str, links: Sequence[Link]) -> bool:
    ends, starts = (0, *(link.end for link in links)), (*(link.start for link in links), len(text))
    outside = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return not outside.strip(_SEPARATORS)


@dataclass(slots=True)
class _Gatherer:
    """The blocks so far, and the pieces of the one that is being read."""

    base: str
    """The address that links are relative to."""
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, int, str]] = field(default_factory=list)
    """Text, emphasis, address of the link that it is in; a line break is ``("\\n", -1, "")``."""
    tag: str = "div"
    anchor: str = ""
    items: int = 0
    """How many open elements make items of what they hold."""
    marker: str = ""
    """The number or letter of a list's item, until its first words come."""
    struck: int = 0
    """Stretches of text that are struck out."""

    def flush(self) -> None:
        """End the block that is being read."""
        if self.pieces:
            if self.marker and any(text.strip() for text, _, _ in self.pieces):
                self.pieces.insert(0, (f"{self.marker} ", 0, ""))
                self.marker = ""
            if block := self._block():
                self.blocks.append(block)
            self.pieces = []

    def line_break(self) -> None:
        """Break the line; two breaks end the block, but not a heading."""
        for text, style, _ in reversed(self.pieces):
            if style == -1 and self.tag not in HEADINGS:
                self.flush()
                return
            if text.strip():
                break
        if self.pieces:
            self.pieces.append(("\n", -1, ""))

    def _block(self) -> Block | None:
        words: list[str] = []
        emphasis: list[tuple[int, int, int]] = []
        links: list[Link] = []
        breaks: list[int] = []
        length, spaced = 0, False
        for raw, style, href in self.pieces:
            text = visible(raw)
            chunk = " ".join(text.split())
            if style == -1:
                breaks.append(length)
            if not chunk:
                spaced = spaced or bool(text)
                continue
            if length and (spaced or text[0].isspace()):
                words.append(" ")
                length += 1
            words.append(chunk)
            start, length = length, length + len(chunk)
            spaced = text[-1].isspace()
            if style:
                emphasis.append((start, length, style))
            if not href or (href.startswith("#") and self.tag in HEADINGS):  # the title of a section that folds
                continue
            if links and links[-1].url == href and start - links[-1].end <= 1:
                start = links.pop().start
            links.append(Link(start, length, href))
        if not length or (links and self.tag not in HEADINGS and _is_contents_entry("".join(words), links)):
            return None
        return Block(
            self.tag,
            "".join(words),
            tuple(Link(link.start, link.end, url) for link in links if (url := resolve(link.url, self.base))),
            tuple(emphasis),
            tuple(b for b in breaks if 0 < b < length),
            self.anchor,
            self.items > 0,
        )


def _is_contents_entry(text: str, links: list[Link]) -> bool:
    """Return whether an element is an entry of a table of contents: nothing but links within the page."""
    inside = all(link.url.startswith("#") for link in links)
    return inside and any(map(str.isalpha, text)) and _is_all_links(text, links)


@dataclass(slots=True)
class _Walk:
    """The open elements at the current position: emphasis, link, and those that name blocks."""

    gatherer: _Gatherer
    style: int = 0
    href: str = ""
    tags: list[tuple[str, str]] = field(default_factory=lambda: [("div", "")])
    undo: list[tuple[str, int, str]] = field(default_factory=list)
    """For each open element, what to restore at its end: its role, the emphasis and the link before it."""
    lists: list[NumberedList | None] = field(default_factory=list)
    """The open lists; ``None`` for one without numbers."""

    def enter(self, tag: Tag) -> bool:
        """Handle a start tag; return whether to read the element's content."""
        name = tag.name
        if name == "br":
            self.gatherer.line_break()
            return False
        if is_omitted(tag, name):
            return False
        if is_struck(tag):
            self.gatherer.struck += 1
            return False
        role = "inline"
        before = (self.style, self.href)
        if name in _BLOCKS:
            role = self._enter_block(tag, name)
        elif name in _EMPHASIS:
            self.style |= _EMPHASIS[name]
        elif is_raised(tag, name) and _DIGITS.fullmatch(raised := tag.get_text()):
            before_it = self.gatherer.pieces[-1][0] if self.gatherer.pieces else ""
            link = tag if name == "a" else tag.find("a")
            href = str(link.get("href") or "") if isinstance(link, Tag) else self.href
            self.gatherer.pieces.append((superscript(raised, before_it), self.style, href))
            return False
        elif name == "sup" and tag.find("a"):
            self.gatherer.pieces.append((" ", 0, ""))  # the mark of a footnote is no part of the word before it
        elif name == "a":
            self.href = str(tag.get("href") or "") or self.href
        elif "style" in tag.attrs and (found := _STYLED.search(str(tag["style"]).lower())):
            self.style |= _SLANTED if found[1] else _BOLD
        self.undo.append((role, *before))
        return True

    def _enter_block(self, tag: Tag, name: str) -> str:
        gatherer = self.gatherer
        if gatherer.tag in HEADINGS or gatherer.tag in ("tr", TABLE_HEAD):
            # a heading and a row of a table are one block, whatever is inside them
            gatherer.pieces.append((" ", 0, ""))
            return "inside"
        if name == "tr" and not is_data_row(tag):
            name = "div"
        elif name == "tr" and tag.find("th") and not tag.find("td"):
            name = TABLE_HEAD
        gatherer.flush()
        if name in ("ol", "ul"):
            self.lists.append(NumberedList.of(tag) if name == "ol" else None)
        elif name == "li":
            numbered = self.lists[-1] if self.lists else None
            gatherer.marker = numbered.marker_of(tag) if numbered else ""
        gatherer.items += name in _ITEMS
        self.tags.append((name, str(tag.get("id") or "")))
        gatherer.tag, gatherer.anchor = self.tags[-1]
        return "item" if name in _ITEMS else "block"

    def leave(self, tag: Tag) -> None:
        """Handle an end tag."""
        if not self.undo:
            return
        role, self.style, self.href = self.undo.pop()
        gatherer = self.gatherer
        if role == "inside" or tag.name in ("td", "th"):
            gatherer.pieces.append((" ", 0, ""))
        if role in ("block", "item"):
            gatherer.flush()
            gatherer.items -= role == "item"
            if tag.name in ("ol", "ul"):
                self.lists.pop()
            elif tag.name == "li":
                gatherer.marker = ""
            self.tags.pop()
            gatherer.tag, gatherer.anchor = self.tags[-1]


def read_blocks(element: Tag, base: str) -> tuple[tuple[Block, ...], int]:
    """Return the blocks inside an element, in the order of the page, and how many stretches were struck out.

    Args:
        element: The element.
        base: The address that its links are relative to, or empty where it is not known.
    """
    gatherer = _Gatherer(base)
    walk = _Walk(gatherer)
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(element, iter(element.contents))]
    while stack:
        parent, children = stack[-1]
        for child in children:
            if not isinstance(child, Tag):
                if not isinstance(child, PreformattedString):
                    gatherer.pieces.append((str(child), walk.style, walk.href))
            elif walk.enter(child):
                stack.append((child, iter(child.contents)))
                break
        else:
            stack.pop()
            walk.leave(parent)
    gatherer.flush()
    return tuple(gatherer.blocks), gatherer.struck
