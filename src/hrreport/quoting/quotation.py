"""A quotation as it was typed, taken apart: words to be found, ellipses, and text in brackets.

A quotation is read in two ways. Literally, every mark in it is one that the report prints. Failing
that, ``...`` and ``…`` (bare, or in square or round brackets) and ``* * *`` leave words out, text in
square brackets stands in place of some words or none, and brackets within a word (``[t]he``,
``detain[ed]``) stand in place of letters.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.errors import InputError
from hrreport.quoting.quotation_words import alike, is_word, spans_of, words_of
from hrreport.text.whitespace import fold
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_MARKS = 200
"""More ellipses and brackets than this, nobody writes."""

_MARKED = re.compile(
    r"""
      (?P<gap>
          \[ \s* (?: … | \. (?: \s* \. )+ ) \s* \]
        | \( \s* (?: … | \. \s? \. \s? \. ) \s* \)
        | … | \. (?: \s? \. ){2,} | \* \s? \* \s? \*
      )
    | (?P<piece> (?: [\w'’] | \[ [^\[\]\s]{0,40} \] )+ )
    | (?P<bracket> \[ [^\[\]]* \] )
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"\[([^\[\]]*)\]")
_NO_LETTERS = re.compile(r"^\W+")
_MORE_LETTERS = 6
"""A bracket in a word stands for at most so many letters more than it has itself."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words that must stand in the report one after the other."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """Words left out."""

    text: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Text in place of some words, or of none."""

    text: str

    @property
    def words(self) -> list[str]:
        """Return the words in the brackets."""
        return words_of(self.text.strip("[]"))


@dataclass(frozen=True, slots=True)
class PatchedWord:
    """A word some letters of which stand in brackets."""

    text: str

    @property
    def word(self) -> str:
        """The word without the brackets, from its first letter on."""
        return _NO_LETTERS.sub("", alike(_LETTERS.sub(r"\1", self.text)))

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern that a word of the report must match."""
        pieces = _LETTERS.split(alike(self.text))
        return re.compile(
            "".join(f".{{0,{len(s) + _MORE_LETTERS}}}" if i % 2 else re.escape(s) for i, s in enumerate(pieces))
        )


Element = WordRun | Omission | Bracket | PatchedWord


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, white space folded, and the two ways to read it."""

    text: str
    literal: tuple[Element, ...]
    marked: tuple[Element, ...]
    """Empty where it has neither ellipsis nor bracket; an ellipsis never stands first or last."""
    typed: str = ""
    """As it was typed, line breaks and all."""

    @property
    def parts(self) -> tuple[Quotation, ...]:
        """Return the parts between its omissions, each as a quotation; empty where it has none."""
        groups: list[list[Element]] = [[]]
        for element in self.marked:
            if isinstance(element, Omission):
                groups.append([])
            else:
                groups[-1].append(element)
        if len(groups) == 1:
            return ()
        return tuple(read_quotation("".join(e.text for e in group)) for group in groups if _searchable(group))

    @property
    def sure_words(self) -> tuple[str, ...]:
        """Words that must stand in a report for either reading to be found there."""
        return tuple(
            word
            for element in self.marked or self.literal
            if isinstance(element, WordRun)
            for word in element.words
            if is_word(word)
        )


def read_quotation(text: str) -> Quotation:
    """Return a quotation taken apart.

    Raises:
        InputError: There is no word in it to look for, or there are too many ellipses and brackets.
    """
    folded = fold(text)
    if len(folded) > 1 and alike(folded[0]) == alike(folded[-1]) == "'":
        folded = folded[1:-1].strip()
    untrimmed = list(_elements(folded))
    elements = _trimmed(untrimmed)
    if len(elements) > 2 * _MOST_MARKS:
        raise InputError(f"a quotation with more than {_MOST_MARKS} ellipses and brackets cannot be followed")
    if not _searchable(elements):
        raise InputError(f'no words to look for in "{folded[:60]}"', hint="give the words as the report prints them")
    return Quotation(folded, (run_of(folded),), tuple(elements) if len(untrimmed) > 1 else (), text)


def run_of(text: str) -> WordRun:
    """Return the run of all words in a text."""
    return WordRun(text, tuple(words_of(text)))


def _searchable(elements: Iterable[Element]) -> bool:
    """Return whether there is a word among them to look for."""
    return any(isinstance(e, PatchedWord) or (isinstance(e, WordRun) and any(map(is_word, e.words))) for e in elements)


def _elements(text: str) -> Iterator[Element]:
    """Yield what a text consists of when its ellipses and brackets are the quoter's own."""
    done = 0
    for found in _MARKED.finditer(text):
        element = _marked(found)
        if element is not None:
            yield run_of(text[done : found.start()])
            yield element
            done = found.end()
    yield run_of(text[done:])


def _marked(found: re.Match[str]) -> Element | None:
    if found["gap"]:
        return Omission(found[0])
    if "[" not in found[0]:
        return None
    patched = any(map(str.isalnum, _LETTERS.sub("", found[0])))
    return PatchedWord(found[0]) if patched else Bracket(found[0])


def _trimmed(elements: list[Element]) -> list[Element]:
    """Return the elements without empty runs, with neighbors of a kind made one, and no ellipsis at an end."""
    kept: list[Element] = []
    for element in elements:
        last = kept[-1] if kept else None
        if isinstance(element, WordRun) and not element.words:
            continue
        if isinstance(element, Omission) and (last is None or isinstance(last, Omission)):
            continue
        if isinstance(element, Bracket) and isinstance(last, Bracket):
            kept[-1] = Bracket(f"{last.text} {element.text}")
            continue
        kept.append(element)
    while kept and isinstance(kept[-1], Omission):
        kept.pop()
    return kept


@dataclass(frozen=True, slots=True)
class QuotedToken:
    """A word of the quotation, or a bracket in it."""

    text: str
    """As the quotation has it, with the space after it."""
    word: str
    """In the form in which words are compared; of a bracket, nothing that a report could have."""
    element: Element


def tokens_of(elements: Sequence[Element]) -> Iterator[QuotedToken]:
    """Yield the words of a quotation; the space before a word belongs to the word before."""
    for element in elements:
        if isinstance(element, PatchedWord):
            yield QuotedToken(element.text, element.word, element)
        elif isinstance(element, WordRun):
            begins = word_begins(element.text, spans_of(element.text))
            words = words_of(element.text)
            for word, a, b in zip(words, begins, [*begins[1:], len(element.text)], strict=True):
                yield QuotedToken(element.text[a:b], word, element)
        else:
            yield QuotedToken(element.text, f"[{element.text}]", element)


def word_begins(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return where each word begins when the text is divided among its words without a rest.

    White space goes to the word before, an opening quotation mark to the word after.
    """
    begins = [0]
    for (_, end), (begin, _) in pairwise(spans):
        between = text[end:begin]
        begins.append(end + len(between) - len(between.rpartition(" ")[2]) if " " in between else begin)
    return begins
