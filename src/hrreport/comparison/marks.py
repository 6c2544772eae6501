"""Word-level marks: the words of a sentence that the other side does not have."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.comparison.similarity import GRAMMAR_WORDS, TYPOGRAPHY
from hrreport.text.subsequence import common_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.change import Slices

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number with its separators, a word with its apostrophes, or a single mark."""
_LOOSE = 2
"""A run of so few words of grammar, alone between changed words, is marked with them."""


class ComparedWord(NamedTuple):
    """One word, number or mark of a printed sentence, and where it stands."""

    word: str
    """Folded, case kept."""
    start: int
    end: int
    plain: bool
    """Whether it is a word of grammar or a mark, which alone makes no two sentences alike."""


def tokens(text: str) -> Sequence[ComparedWord]:
    """Return the words, numbers and marks of a text in order.

    >>> [t.word for t in tokens("He paid 73,840 tenge.")]
    ['He', 'paid', '73,840', 'tenge', '.']
    """
    found = []
    for match in _TOKEN.finditer(text):
        word, plain = _fold(match[0])
        found.append(ComparedWord(word, *match.span(), plain))
    return found


@lru_cache(maxsize=1 << 14)
def _fold(printed: str) -> tuple[str, bool]:
    """Return a printed word folded, and whether it is plain."""
    word = printed.translate(TYPOGRAPHY)
    return word, word.lower() in GRAMMAR_WORDS or not word[:1].isalnum()


def marks(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Slices, ...], tuple[Slices, ...]]:
    """Return, for each old and each new text, the pieces that the other side does not have.

    Several texts of one side are read as one, as where a sentence was split.

    >>> marks(["He was held in a cell."], ["She was held in a cold cell."])
    ((((0, 2),),), (((0, 3), (18, 22)),))
    """
    old_tokens = [(n, t) for n, text in enumerate(old) for t in tokens(text)]
    new_tokens = [(n, t) for n, text in enumerate(new) for t in tokens(text)]
    pairs = common_words([t.word for _, t in old_tokens], [t.word for _, t in new_tokens])
    pairs = _without_loose(pairs, [t for _, t in old_tokens], len(new_tokens))
    return (
        _slices(old_tokens, {i for i, _ in pairs}, len(old)),
        _slices(new_tokens, {j for _, j in pairs}, len(new)),
    )


def _without_loose(pairs: list[tuple[int, int]], old: Sequence[ComparedWord], new_count: int) -> list[tuple[int, int]]:
    """Drop common runs that are a mere "of the" between changed words."""
    kept: list[tuple[int, int]] = []
    runs = groupby(enumerate(pairs), key=lambda each: (each[1][0] - each[0], each[1][1] - each[0]))
    for _, group in runs:
        run = [pair for _, pair in group]
        inside = run[0] != (0, 0) and run[-1] != (len(old) - 1, new_count - 1)
        if not (inside and len(run) <= _LOOSE and all(old[i].plain for i, _ in run)):
            kept += run
    return kept


def _slices(found: Sequence[tuple[int, ComparedWord]], common_places: set[int], texts: int) -> tuple[Slices, ...]:
    """Join neighboring changed words of one text into pieces."""
    pieces: list[list[tuple[int, int]]] = [[] for _ in range(texts)]
    before: tuple[int, int] | None = None
    for place, (text, token) in enumerate(found):
        if place in common_places:
            continue
        if before == (text, place - 1):
            pieces[text][-1] = (pieces[text][-1][0], token.end)
        else:
            pieces[text].append((token.start, token.end))
        before = (text, place)
    return tuple(tuple(each) for each in pieces)
