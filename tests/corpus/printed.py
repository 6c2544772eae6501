"""The numbers of pages that an exhibit prints, held against the pages that its parts are really on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEPTH = 3
"""Levels of headings in the contents."""
_RANGE = re.compile(r"(\d+)\s*–\s*(\d+)(?!\s*\d*,)")


@dataclass(frozen=True, slots=True)
class Printed:
    """Numbers as printed, and as they should be."""

    index: list[tuple[int, int]]
    right_index: list[tuple[int, int]]
    contents: list[int]
    right_contents: list[int]

    @property
    def wrong(self) -> int:
        """How many numbers are wrong or missing."""
        return _wrong(self.index, self.right_index) + _wrong(self.contents, self.right_contents)


def _wrong(printed: Sequence[object], right: Sequence[object]) -> int:
    return abs(len(printed) - len(right)) + sum(one != other for one, other in zip(printed, right, strict=False))


def printed_pages(body: bytes) -> Printed:
    """Read an exhibit as a PDF: what its index and contents print, and where its bookmarks lead.

    A tab ends on the page before the one that the next heading of a part or a tab is on, for each begins a page.
    """
    pdf = pypdfium2.PdfDocument(body)
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    marks = [(mark.get_title(), mark.level + 1, mark.get_dest().get_index() + 1) for mark in pdf.get_toc()]
    marks = [(title, level, page) for title, level, page in marks if level <= DEPTH]
    first = next(page for title, _, page in marks if title.startswith("Part 1."))
    tops = [(title, page) for title, level, page in marks if level <= DEPTH - 1]
    right = []
    for n, (title, page) in enumerate(tops):
        if title.startswith("Tab "):
            ends = tops[n + 1][1] - 1 if n + 1 < len(tops) else len(texts)
            right.append((page, ends))
    begins = next(page for title, _, page in marks if title == "Index")
    contents = next(n for n in range(begins, first) if re.search(r"\bContents\b", texts[n])) + 1
    index = [(int(a), int(b)) for a, b in _RANGE.findall("\n".join(texts[begins - 1 : contents - 1]))]
    listed = list(_listed("\n".join(texts[contents - 1 : first - 1]), [title for title, _, _ in marks]))
    return Printed(index, right, listed, [page for _, _, page in marks])


def _listed(text: str, headings: list[str]) -> Iterator[int]:
    """Yield the number after each heading of a table of contents; 0 where there is none."""
    letters = "".join(text.split())
    done = 0
    for heading in headings:
        found = re.compile(re.escape("".join(heading.split())) + r"\.*(\d+)").search(letters, done)
        yield int(found[1]) if found else 0
        done = found.end() if found else done
