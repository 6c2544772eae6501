"""Run-in labels: the words before a colon that name what a paragraph is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.parsing.blocks import Block

Topics = tuple[str, ...]

_PLAIN = re.compile(r"([^\W\d_][^:.?!;]{2,140}?)\s*:(?=\s|$)")
_AFTER = re.compile(r"\s*[:.–—-]+\s*")
_MOST_WORDS = 18
_LONGEST = 160
_NOTE = re.compile(
    r"[\[(*]*\s*(?:editor[’']?s[’']? note|note|correction|corrigend|errat|addendum)\w*\s*[:.\])—–-]|"
    r"[\[(*]*\s*this (?:report|page) (?:has been|was) (?:updated|corrected|revised)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in label, and where the paragraph's own text begins."""

    label: str
    topics: Topics
    end: int


def is_note(text: str) -> bool:
    """Return whether a paragraph is an editorial note on the report.

    >>> is_note("Note: This report was updated on 3 May."), is_note("Notes were taken.")
    (True, False)
    """
    return bool(_NOTE.match(text))


def split_run_in(
    block: Block, topics_here: Callable[[str], Topics | None], topics_anywhere: Callable[[str], Topics | None]
) -> RunIn | None:
    """Return the run-in label at the start of a block, or none.

    Emphasised words with a colon are a label; so are words without emphasis, or with a full stop
    or a dash, that the outline knows as one.

    Args:
        block: The block.
        topics_here: The topics of a label known in this section, ``None`` for any other.
        topics_anywhere: The same for the whole outline.
    """
    end, _ = block.lead
    if end:
        return _emphasized(block.text, end, topics_anywhere)
    if block.item:
        return None
    found = _PLAIN.match(block.text)
    topics = topics_here(found[1]) if found else None
    if found is None or topics is None:
        return None
    return RunIn(found[1].rstrip(), topics, found.end())


def _emphasized(text: str, end: int, topics_of: Callable[[str], Topics | None]) -> RunIn | None:
    lead = text[:end].rstrip()
    inside, colon, rest = lead.partition(":")
    after = _AFTER.match(text, end)
    known: Topics | None = None
    if colon and not rest.strip():
        label, stop = inside, len(inside) + 1
        certain = True
    elif not colon and after and ":" in after[0]:
        label, stop, certain = lead, after.start() + after[0].index(":") + 1, True
    elif colon:
        label, stop, certain = inside, len(inside) + 1, False
    else:
        label, stop, certain = lead.rstrip(" .–—-"), after.end() if after else end, False
        if len(label) == len(lead) and not after:
            return None
    label = label.strip()
    if not label or len(label) > _LONGEST or label.count(" ") >= _MOST_WORDS:
        return None
    known = topics_of(label)
    if known is None and not certain:
        return None
    return RunIn(label, known or (), stop)
