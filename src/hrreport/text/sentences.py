"""Sentences: where they begin in a paragraph.

The rule of its design: text is never changed, only offsets into it are given. A boundary is a
full stop, question mark or exclamation mark (with closing quotes and brackets), white space, and
something that can open a sentence; unless the full stop belongs to an abbreviation, an initial
or a number. A space that the page left out is done without where the words on both sides leave
no doubt. The words that decide stand in ``sentences.csv``.
"""

from __future__ import annotations

import re

from hrreport.text.abbreviations import is_cut_short, sort_of
from hrreport.text.sentence_openings import can_open, is_clause, is_function_word, is_verb, opens

_BOUNDARY = re.compile(r"""(?<![.?!…])([.?!…]++)(["'”’)\]]*+)\s++(?=(["'“‘(\[]{0,8}+)(\S))""")
"""Mark, what closes after it, white space; then what opens the next word, and its first character."""

_RUN_TOGETHER = re.compile(r"""[.?!](?<=[^\s.?!].)(["”’)\]]*)(?=["“]?[A-Z][a-z’'-]+[\s,])""")
"""A mark after a word, and what closes after it; then a capitalized word, with no white space between."""
_PLAIN = re.compile(r"""[(“"]*[a-z][a-z’'-]{3,}|.*[)”’%]""")
"""What ends a sentence before a missing space: a word in lower case, a closing mark, a share."""
_ITEM_NUMBER = re.compile(r"\d{1,3}|[a-zA-Z]|[ivxlc]+|[IVXLC]+")
"""What a numbered item begins with, before its full stop."""
_ADDRESS = re.compile(r"[/@#]|www\.")

_OPENING = "([\"'“‘"
_NUMBER = re.compile(r"\S*\d|[IVXLC]+\b|[A-Z]\b(?!\S)")
"""What stands after "No.": a number, in letters or figures."""
_INTRODUCES = re.compile(
    r"(?:By|At|On|In|From|Around|About|Before|After|Since|Until|Between|Shortly|Just)\s[^,;]{0,50}$"
)
"""The opening of a sentence up to a time of day, with nothing said yet: "By 10 a.m."."""
_REACH = 80
"""How many characters before an abbreviation bear on it at most."""
_CAPITALIZED = re.compile(r"(?:[A-Z][\w.’'-]*+|\W)*+")
_ARTICLE = re.compile(r"\b[Aa]n?\s\W*$")


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Return whether the mark that was found ends the sentence that begins at `start`."""
    mark, close, opening, first = found.groups()
    if not can_open(first, opening, text, found.end()):
        return False
    if mark != "." or text[found.start() - 1 : found.start()] == " ":
        return _ends_without_stop(text, found, start)
    word_start = text.rfind(" ", 0, found.start()) + 1
    if not word_start and _ITEM_NUMBER.fullmatch(text, 0, found.start()):
        return False
    word = text[word_start : found.start()].lstrip(_OPENING)
    before = text[max(start, word_start - _REACH) : word_start]
    sort = sort_of(word, before, first)
    if sort == "word":
        return True
    if sort == "number":
        numbered = not close and _NUMBER.match(text, found.end() + len(opening))
        return not numbered and (not is_cut_short(word) or opens(text, found.end()))
    opens_with = before if word_start - start <= _REACH else None
    return _ends_on_abbreviation(sort, opens_with, text, found)


def _ends_on_abbreviation(sort: str, before: str | None, text: str, found: re.Match[str]) -> bool:
    """Return whether a sentence ends on an abbreviation, by what stands before it and what follows.

    Args:
        sort: What sort of abbreviation it is.
        before: The sentence up to it, where it stands near the beginning; else ``None``.
        text: The paragraph.
        found: The mark after it.
    """
    close, opening = found[2], found[3]
    at = found.end()
    if sort in {"title", "money"}:
        return False
    if is_function_word(text, at):
        return True
    if sort == "place" or "(" in opening or "[" in opening:
        return False
    if sort == "time":
        return before is None or not _INTRODUCES.match(before)
    attributive = _ARTICLE.search(text, max(0, found.start() - _REACH), text.rfind(" ", 0, found.start()) + 1)
    if (
        sort in {"initial", "last"}
        and not close
        and (attributive or (before is not None and _CAPITALIZED.fullmatch(before)))
    ):
        return False
    return is_clause(text, at, after_name=sort in {"initial", "name"})


def _ends_without_stop(text: str, found: re.Match[str], start: int) -> bool:
    """Return whether a sentence ends on a mark other than a full stop, or on an ellipsis.

    A quotation or question inside a sentence goes on in lower case; a name that ends on a mark ("the Ahora! party")
    stands in capitals amid a sentence.
    """
    mark, close = found[1], found[2]
    at = found.end()
    if close:
        return not (is_verb(text, at) and not mark.startswith("."))
    if text[found.start() - 1 : found.start()] == " ":
        return (mark == "." and text[found.start() - 6 : found.start()] == " . . .") or opens(text, at)
    word_start = text.rfind(" ", 0, found.start()) + 1
    if mark in {"!", "?"} and word_start > start and text[word_start].isupper():
        return opens(text, at)
    return True


def _run_together(text: str) -> list[int]:
    """Return where sentences begin without the white space that should stand before them."""
    found = []
    for match in _RUN_TOGETHER.finditer(text):
        word = text[text.rfind(" ", 0, match.start()) + 1 : match.start()]
        plain = (match[1] or _PLAIN.fullmatch(word)) and not _ADDRESS.search(word)
        if plain or is_function_word(text, match.end()):
            found.append(match.end())
    return found


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the sentences of a single-spaced paragraph begin.

    >>> sentence_starts("Mr. A. Karim was held. He was freed.")
    (0, 23)
    >>> sentence_starts("Six were held.None was freed.")
    (0, 14)
    >>> sentence_starts("")
    (0,)
    """
    starts = [0]
    for found in _BOUNDARY.finditer(text):
        if _ends(text, found, starts[-1]):
            starts.append(found.end())
    return tuple(sorted({*starts, *_run_together(text)}))


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a single-spaced paragraph, verbatim and in order.

    >>> split_sentences("No one was hurt. “Why?” they asked.")
    ('No one was hurt.', '“Why?” they asked.')
    """
    starts = sentence_starts(text)
    ends = (*starts[1:], len(text))
    return tuple(text[a:b].rstrip() for a, b in zip(starts, ends, strict=True))
