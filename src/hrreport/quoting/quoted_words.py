"""The words of a quotation beside those of a passage: the same, changed, added, missing, or in brackets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.model.quotation import Nearest, QuotedWord
from hrreport.quoting.quotation import Bracket, PatchedWord, WordRun
from hrreport.quoting.quotation_index import read_page
from hrreport.quoting.quotation_words import is_word, spans_of, words_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.quotation import Mark
    from hrreport.quoting.quotation import Element
    from hrreport.quoting.quotation_index import QuotationIndex
    from hrreport.text.subsequence import Pair


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
            begins = _begins(element.text, spans_of(element.text))
            words = words_of(element.text)
            for word, a, b in zip(words, begins, [*begins[1:], len(element.text)], strict=True):
                yield QuotedToken(element.text[a:b], word, element)
        else:
            yield QuotedToken(element.text, f"[{element.text}]", element)


def _begins(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return where each word begins when the text is divided among its words without a rest.

    White space goes to the word before, an opening quotation mark to the word after.
    """
    begins = [0]
    for (_, end), (begin, _) in pairwise(spans):
        between = text[end:begin]
        begins.append(end + len(between) - len(between.rpartition(" ")[2]) if " " in between else begin)
    return begins


def set_side_by_side(
    index: QuotationIndex,
    tokens: Sequence[QuotedToken],
    pairs: Sequence[Pair],
    bounds: tuple[int, int],
    same: float,
    *,
    close: bool = True,
) -> Nearest:
    """Return the words of the report between two numbers, beside those of the quotation."""
    begin, end = bounds
    page = read_page(index, begin, end - 1)
    begins = _begins(page.text, page.spans)
    a, b = begin - page.first, end - page.first
    ends = [*begins[1:], len(page.text)]
    printed = [page.text[x:y] for x, y in zip(begins[a:b], ends[a:b], strict=True)]
    words = _compared(tokens, printed, index.words[begin:end], [(i, j - begin) for i, j in pairs])
    sentences = range(page.sentence_at(page.spans[a][0]), page.sentence_at(page.spans[b - 1][1] - 1) + 1)
    return Nearest(tuple(page.sentences[n][1] for n in sentences), tuple(words), same, close)


def _compared(
    tokens: Sequence[QuotedToken], printed: Sequence[str], forms: Sequence[str], pairs: Sequence[Pair]
) -> Iterator[QuotedWord]:
    """Yield quotation and passage side by side."""
    i = j = 0
    for k, m in [*pairs, (len(tokens), len(printed))]:
        yield from _differing(tokens[i:k], printed[j:m], forms[j:m])
        if k < len(tokens) and tokens[k].word == forms[m]:
            yield QuotedWord("same", tokens[k].text, printed[m])
        elif k < len(tokens):
            yield from _differing([tokens[k]], [printed[m]], [forms[m]])
        i, j = k + 1, m + 1


def _differing(tokens: Sequence[QuotedToken], printed: Sequence[str], forms: Sequence[str]) -> Iterator[QuotedWord]:
    """Yield words that are not the same: words beside words, marks beside marks, a bracket beside the rest."""
    at = 0
    outside = sum(not isinstance(token.element, Bracket) for token in tokens)
    for token in tokens:
        if isinstance(token.element, Bracket):
            end = max(at, len(printed) - outside)
            yield QuotedWord("bracketed", token.text, "".join(printed[at:end]))
            at = end
            continue
        outside -= 1
        if at < len(printed) and is_word(forms[at]) == is_word(token.word):
            fits = isinstance(token.element, PatchedWord) and token.element.pattern.fullmatch(forms[at])
            mark: Mark = "bracketed" if fits else "changed"
            yield QuotedWord(mark, token.text, printed[at])
            at += 1
        else:
            yield QuotedWord("added", token.text, "")
    for text in printed[at:]:
        yield QuotedWord("missing", "", text)
