"""Align paragraphs with a stretch of print in which they are nearly the same, and name the words that differ.

They are compared by their letters and digits alone: spaces, hyphens and marks are passed over, so that a word that is
divided or run together is the same; but the mark within a number counts, so that 10.6 is not 106.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport.text.subsequence import common_words
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_FEWEST = 25
"""A paragraph of fewer letters is not taken for another that differs from it."""
_SHARE = 0.7
"""So much of a paragraph's letters must be in words that are the same."""
_AT_ENDS = 6
"""So many words at its beginning, and at its end, may differ."""
_LONGER = 1.5
_MORE = 30
"""What is printed has at most so many times the letters, and so many more."""
_RUN = re.compile(r"(?<=\d)[.,](?=\d)|[a-z0-9]+")


class Letters(NamedTuple):
    """The letters of a text."""

    text: str
    places: list[int]
    """Where each of them is in the text that they were taken from."""


def letters_of(text: str) -> Letters:
    """Return the letters and digits of a text, in one form.

    >>> letters_of("Co-op “É”, 10.6").text
    'coope10.6'
    """
    if text.isascii():
        found: list[str] = []
        places: list[int] = []
        for run in _RUN.finditer(text.lower()):
            found.append(run[0])
            places.extend(range(*run.span()))
        return Letters("".join(found), places)
    found, places = [], []
    last = len(text) - 1
    for at, sign in enumerate(text):
        if sign.isascii():
            within = sign in ".," and 0 < at < last and text[at - 1].isdigit() and text[at + 1].isdigit()
            plain = sign.lower() if sign.isalnum() or within else ""
        else:
            plain = "".join(c for c in unicodedata.normalize("NFKD", sign).casefold() if c.isalnum())
        if plain:
            found.append(plain)
            places.extend([at] * len(plain))
    return Letters("".join(found), places)


class PrintedWord(NamedTuple):
    """A word of a text."""

    key: str
    """Its letters."""
    letter: int
    """Their number in the text."""
    begin: int
    end: int
    """Where it is in the text."""


class DifferingWords(NamedTuple):
    """Words of a paragraph, and those that are printed in their place; one of the two may be empty."""

    own: str
    printed: str
    letter: int
    """Where in the letters of the print they are, or would be."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A stretch of print that is nearly the same as a paragraph."""

    begin: int
    end: int
    """Of its letters."""
    pairs: tuple[tuple[int, int], ...]
    """The letters that begin a word in both, by their numbers in the paragraph and in the print."""
    differences: tuple[DifferingWords, ...]


def words_in(text: str, begin: int, end: int, letter: int) -> list[PrintedWord]:
    """Return the words of a stretch of text, the first of whose letters has the number `letter`."""
    found = []
    for word in re.finditer(r"\S+", text[begin:end]):
        if key := letters_of(word[0]).text:
            found.append(PrintedWord(key, letter, begin + word.start(), begin + word.end()))
            letter += len(key)
    return found


class PrintedStretch(NamedTuple):
    """A stretch of print."""

    text: str
    """The text of the whole print."""
    words: Sequence[PrintedWord]
    """The words of the stretch."""


def near_matches(texts: Sequence[str], printed: PrintedStretch) -> list[NearMatch | None]:
    """Return where each of some paragraphs, in order, is nearly the same as a part of a stretch of print."""
    words = [words_in(text, 0, len(text), 0) for text in texts]
    pairs = common_words([word.key for each in words for word in each], [word.key for word in printed.words])
    found: list[NearMatch | None] = []
    begin = free = 0
    for text, each in zip(texts, words, strict=True):
        end = begin + len(each)
        first, last = bisect_left(pairs, (begin, -1)), bisect_left(pairs, (end, -1))
        own = [(i - begin, j) for i, j in pairs[first:last]]
        match = _match(text, each, printed, own, free)
        found.append(match)
        if match is not None:
            free = own[-1][1] + 1
        begin = end
    return found


def _match(
    text: str, words: Sequence[PrintedWord], printed: PrintedStretch, pairs: Sequence[tuple[int, int]], free: int
) -> NearMatch | None:
    size = sum(len(word.key) for word in words)
    same = sum(len(words[i].key) for i, _ in pairs)
    if size < _FEWEST or same < size * _SHARE:
        return None
    (head, begin), (tail, end) = pairs[0], pairs[-1]
    if head > _AT_ENDS or len(words) - 1 - tail > _AT_ENDS:
        return None
    begin = max(free, begin - head)
    end = min(len(printed.words), end + len(words) - tail)
    last = printed.words[end - 1]
    start, stop = printed.words[begin].letter, last.letter + len(last.key)
    if stop - start > size * _LONGER + _MORE:
        return None
    differences = tuple(_differences(text, words, printed, ((-1, begin - 1), *pairs, (len(words), end))))
    return NearMatch(start, stop, tuple((words[i].letter, printed.words[j].letter) for i, j in pairs), differences)


def _differences(
    text: str, words: Sequence[PrintedWord], printed: PrintedStretch, pairs: Sequence[tuple[int, int]]
) -> Iterator[DifferingWords]:
    """Yield what is between words that are the same, where the letters of both texts differ there."""
    for (i, j), (k, m) in pairwise(pairs):
        own, other = words[i + 1 : k], printed.words[j + 1 : m]
        if "".join(word.key for word in own) != "".join(word.key for word in other):
            at = printed.words[min(j + 1, len(printed.words) - 1)].letter
            yield DifferingWords(_text_of(text, own), _text_of(printed.text, other), at)


def _text_of(text: str, words: Sequence[PrintedWord]) -> str:
    return " ".join(text[words[0].begin : words[-1].end].split()) if words else ""
