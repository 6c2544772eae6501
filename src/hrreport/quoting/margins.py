"""Pinpoints in the margin: a passage that is set as this program sets it, its place before its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.model.citation import Citation, ClaimedPlace
from hrreport.quoting.filing_quotations import FoundQuotation

if TYPE_CHECKING:
    from hrreport.model.filing import FilingBlock

_MARGIN = re.compile(
    r"\s*\(?(?:§ (?:[a-z-]+:)?(?P<section>[a-z0-9]+(?:\.[a-z])?) )?¶ (?P<paragraph>\d{1,3})\)?\s|\s*(?:19|20)\d{2}\t"
)
"""``§ 1.c ¶ 4``, ``¶ 4``, either in brackets, or the year of an edition and a tab."""


def passage_in(block: FilingBlock, number: int) -> tuple[FoundQuotation, tuple[Citation, ...]] | None:
    """Return the passage that a block is, and the citation that its margin makes; ``None`` for other blocks.

    Args:
        block: A block of a filing.
        number: Its number.
    """
    margin = _MARGIN.match(block.text) if block.kind == "quote" else None
    words = block.text[margin.end() :].strip() if margin else ""
    if margin is None or not words:
        return None
    begin = block.text.index(words, margin.end())
    end = begin + len(words)
    quoted = FoundQuotation(number, begin, end, words, end, is_block=True)
    if margin["paragraph"] is None:
        return quoted, ()
    place = ClaimedPlace(margin["section"] or "", "", (int(margin["paragraph"]),))
    return quoted, (Citation(number, 0, margin.end(), margin[0].strip(), "short", place=place),)
