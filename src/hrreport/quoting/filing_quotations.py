"""Find quotations in a filing: between quotation marks, or set off as blocks, some with their place in the margin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.model.filing import Citation, ClaimedPlace
from hrreport.quoting.quotation_words import alike, is_word, words_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.filing import FilingBlock


_CURLY = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)(?:”|$)")
_STRAIGHT = re.compile(r"\"([^\"]*)(?:\"|$)")
_ANGLE = re.compile(r"[«„]([^«»„“”]*)[»“”]")
_TITLE = re.compile(r"(?i)country\s+reports?\b|human\s+rights\s+(?:practices|reports?)\b")
_DEFINED = re.compile(r"(?i)(?:hereinafter|hereafter|\(the|\(|also known as|called|\bterm)\s*(?:the\s+)?[“\"]?$")
_MARGIN = re.compile(
    r"\s*\(?(?:§ (?:[a-z-]+:)?(?P<section>[a-z0-9]+(?:\.[a-z])?) )?¶ (?P<paragraph>\d{1,3})\)?\s|\s*(?:19|20)\d{2}\t"
)
"""``§ 1.c ¶ 4``, ``¶ 4``, either in brackets, or the year of an edition and a tab."""
_LONGEST_TITLE = 14
"""A title in quotation marks has at most so many words."""
_LONGEST_NAME = 5
"""So has a name that is given to something."""


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation as found: ``text[begin:end]`` of a block, without the marks around it."""

    block: int
    begin: int
    end: int
    text: str
    closes: int
    """The offset after its closing mark."""
    is_block: bool = False

    @property
    def words(self) -> int:
        """Return the number of its words."""
        return sum(map(is_word, words_of(self.text)))


def quotations_in(block: FilingBlock, number: int) -> tuple[list[FoundQuotation], list[tuple[int, int]]]:
    """Return the quotations in the block with a number, in order, and where titles stand in quotation marks."""
    if block.kind == "quote":
        return [_whole(block, number)], []
    quotations: list[FoundQuotation] = []
    titles: list[tuple[int, int]] = []
    for opens, closes in _spans(block.text):
        is_closed = closes - opens > 1 and block.text[closes - 1] in "”\"»“’'"
        text = block.text[opens + 1 : closes - is_closed]
        words = len(text.split())
        if _TITLE.search(text) and words <= _LONGEST_TITLE:
            titles.append((opens, closes - 1))
        elif words and not _is_name(block.text, opens, text):
            quotations.append(FoundQuotation(number, opens + 1, opens + 1 + len(text), text, closes))
    return quotations, titles


def _is_name(text: str, opens: int, quoted: str) -> bool:
    """Return whether words in marks are a name that is given to something: (“the Report”), hereinafter “Tab C”."""
    words = quoted.split()
    if len(words) > _LONGEST_NAME or not _DEFINED.search(text[:opens]):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in ("the", "of", "on") for word in words)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations begin and end, marks included; single marks count where there are no double ones."""
    for pattern in (_CURLY, _STRAIGHT, _ANGLE):
        if found := [match.span() for match in pattern.finditer(text)]:
            yield from found
            return
    same = alike(text)
    if '"' in same:
        yield from (match.span() for match in _STRAIGHT.finditer(same) if match[0].endswith('"') and len(match[0]) > 1)


def _whole(block: FilingBlock, number: int) -> FoundQuotation:
    """Return the quotation that a block is; quotation marks around it are no part of it."""
    begin, end = len(block.text) - len(block.text.lstrip()), len(block.text.rstrip())
    return FoundQuotation(number, begin, end, block.text.strip(), end, is_block=True)


def passage_in(block: FilingBlock, number: int) -> tuple[FoundQuotation, tuple[Citation, ...]] | None:
    """Return the passage that a block is, and the citation that its margin makes; ``None`` for other blocks."""
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
