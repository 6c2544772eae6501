"""Several quotations in one text: paragraphs of a file, and what stands between quotation marks in them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hrreport.errors import InputError
from hrreport.model.quotation import Verdict
from hrreport.quoting.quotation import read_quotation
from hrreport.quoting.quotation_words import is_word, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EMPTY_LINE = re.compile(r"\n[ \t\r\f]*\n\s*")
_LIST_SIGN = re.compile(r"^\s*(?:>+\s*)*(?:[-*•‣]\s+|\(?\d{1,3}[.)]\s+|>\s*)?")
_WHOLE_LINE = re.compile(r"""^[“"'‘\[(….A-Z0-9].*[.!?…”"'’\])]$""")
_MARKED = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”|\"([^\"]*)\"|«([^«»]*)»|„([^„“”]*)[“”]")

_LEAST_OUTSIDE = 0.5
"""Words outside the marks are the report's where it has at least this share of them in the same order."""


def paragraphs(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text; where no empty line parts any, lines that are each whole.

    >>> paragraphs("1. “One.”\n\n2. “Two\nlines.”")
    ('“One.”', '“Two\nlines.”')
    >>> paragraphs("“One.”\n“Two.”"), paragraphs("One line\nand a half.")
    (('“One.”', '“Two.”'), ('One line\nand a half.',))
    """
    blocks = [block.strip() for block in _EMPTY_LINE.split(text)]
    if len(blocks) == 1:
        lines = [_LIST_SIGN.sub("", line).strip() for line in text.splitlines()]
        if all(map(_WHOLE_LINE.match, filter(None, lines))):
            blocks = lines
    return tuple(unsigned for block in blocks if _has_words(unsigned := _unsigned(block)))


def _unsigned(block: str) -> str:
    """Return a block without the sign of a list before it, and without those of a quotation before its lines."""
    first, *others = block.split("\n")
    return "\n".join([_LIST_SIGN.sub("", first), *(line.lstrip("> ") for line in others)]).strip()


def marked_passages(text: str) -> tuple[str, ...]:
    """Return what stands between quotation marks, outermost ones.

    >>> marked_passages("He wrote: “They said ‘no’ twice.” Dep’t of State (2024).")
    ('They said ‘no’ twice.',)
    """
    return tuple(next(filter(None, found.groups()), "") for found in _MARKED.finditer(text))


def verify_passages(text: str, judge: Callable[[str], Verdict]) -> Verdict:
    """Return the verdict on a text, as typed, as one quotation, or, where it is more, on each that it holds.

    `judge` returns the verdict on one quotation.
    """
    whole = judge(text)
    if whole.found:
        return whole
    blocks = paragraphs(text)
    each = [verdict for block in blocks for verdict in _in_paragraph(block, whole if len(blocks) == 1 else None, judge)]
    if len(each) == 1 and each[0] is whole:
        return whole
    return Verdict(whole.id, whole.quotation, quotations=tuple(each))


def _in_paragraph(block: str, known: Verdict | None, judge: Callable[[str], Verdict]) -> Iterator[Verdict]:
    """Yield the verdict on a paragraph, or on each passage in it where the words around them are the writer's."""
    whole = known or judge(block)
    passages = [passage for passage in marked_passages(block) if _has_words(passage)]
    outside = words_of(_MARKED.sub(" ", block))
    if whole.found or not passages or not any(map(is_word, outside)) or _has(whole, outside):
        yield whole
    else:
        yield from map(judge, passages)


def _has(verdict: Verdict, outside: list[str]) -> bool:
    """Return whether the passage nearest to a paragraph has the words that stand outside the quotation marks."""
    near = [part.nearest.words for part in (verdict, *verdict.parts) if part.nearest and part.nearest.close]
    same = [word for words in near for each in words if each.mark == "same" for word in words_of(each.quoted)]
    same += [word for part in verdict.parts if part.found for word in words_of(part.quotation)]
    words = Counter(filter(is_word, outside))
    return (words & Counter(same)).total() >= words.total() * _LEAST_OUTSIDE


def _has_words(text: str) -> bool:
    try:
        read_quotation(text)
    except InputError:
        return False
    return True
