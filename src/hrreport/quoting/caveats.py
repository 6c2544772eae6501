"""Caveats: words beside the quoted ones that weaken or turn what they say.

The vocabulary is data (``quoting/caveats.csv``). What is looked at is what a reader of the quotation
does not see: the rest of the sentences that it begins and ends in, what ellipses leave out, what
brackets replace, and the opening of the sentence that follows.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from hrreport import tables
from hrreport.model.quotation import Caveat
from hrreport.quoting.quotation_words import alike

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from hrreport.model.quotation import CaveatKind, CaveatPlace, Role
    from hrreport.quoting.quotation_index import IndexedPage

_OPENING = 40
"""So many characters of a sentence are its opening."""
_WHOLE_SENTENCES = ("contrast", "negation")
"""The kinds that count in a sentence that is left out whole; its other caveats are its own."""


@cache
def _vocabulary() -> Mapping[str, tuple[CaveatKind, bool]]:
    """Return the kind of each phrase, and whether it turns a sentence even when it is not its first word."""
    rows = tables.rows("quoting/caveats.csv")
    return {row["phrase"]: (cast("CaveatKind", row["kind"]), bool(row["turns"])) for row in rows}


@cache
def _phrases() -> re.Pattern[str]:
    """Return the pattern of the longest phrase at each place."""
    longest_first = sorted(_vocabulary(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b(?!\.\s?\d)", re.IGNORECASE)


def caveats_near(
    page: IndexedPage, cuts: Sequence[tuple[Role, int, int]], quoted: Container[int]
) -> tuple[Caveat, ...]:
    """Return the caveats near a quotation, each phrase once for each side of it, in order.

    Args:
        page: What is printed.
        cuts: What the quotation does with its characters, from the start of its first sentence to the
            end of its last.
        quoted: Numbers of the sentences that have quoted words.
    """
    found: dict[tuple[str, CaveatPlace], Caveat] = {}
    for caveat in (*_beside(page, cuts, quoted), *_following(page, cuts[-1][2])):
        found.setdefault((caveat.phrase.casefold(), caveat.place), caveat)
    return tuple(found.values())


def _beside(page: IndexedPage, cuts: Sequence[tuple[Role, int, int]], quoted: Container[int]) -> Iterator[Caveat]:
    text = alike(page.text)
    for n, (role, begin, end) in enumerate(cuts):
        if role == "quoted":
            continue
        side: CaveatPlace = role if role != "around" else "before" if n == 0 else "after"
        for hit in _phrases().finditer(text, begin):
            if hit.start() >= end:
                break
            kind, _ = _vocabulary()[hit[0].casefold()]
            sentence = page.sentence_at(hit.start())
            if sentence in quoted or kind in _WHOLE_SENTENCES:
                yield Caveat(page.text[hit.start() : hit.end()], kind, side, page.sentences[sentence][1])


def _following(page: IndexedPage, end: int) -> Iterator[Caveat]:
    """Yield what turns the sentence after the quotation, in the same paragraph, against it."""
    begin = end + 1
    if page.text[end:begin] != " ":
        return
    for hit in _phrases().finditer(alike(page.text), begin, begin + _OPENING):
        kind, turns = _vocabulary()[hit[0].casefold()]
        if turns or (hit.start() == begin and kind == "contrast"):
            where = page.sentences[page.sentence_at(begin)][1]
            yield Caveat(page.text[hit.start() : hit.end()], "contrast", "next-sentence", where)
            return
