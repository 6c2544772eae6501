"""Sentences: where they begin in a paragraph.

The rule of its design: text is never changed, only offsets into it are given. A boundary is a
full stop, question mark or exclamation mark (with closing quotes and brackets), white space, and
something that can open a sentence; unless the full stop belongs to an abbreviation, an initial
or a number.
"""

from __future__ import annotations

import re

_BOUNDARY = re.compile(r"""(?<![.?!…])([.?!…]++)(["'”’)\]]*+)\s++(?=(["'“‘(\[]{0,8}+)(\S))""")
"""Mark, what closes after it, white space; then what opens the next word, and its first character."""

_BEFORE_NAMES = frozenset(
    "mr mrs ms dr prof messrs hon lt capt maj sgt cpl cmdr adm brig insp supt supp viz cf v vs i.e e.g bros".split()
)
"""Abbreviations that stand before what they belong to, so that no sentence ends on them."""

_RARELY_LAST = frozenset(
    "rev fr st gen col gov sen rep amb pres mt ft approx est dept univ assn sec secs para jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
"""The same, but they are words and ends of names too: a sentence ends on them where a word follows that is no name."""

_MAY_BE_LAST = frozenset("u.s u.n u.k u.a.e d.c a.m p.m etc inc ltd co corp jr sr al e.u ph.d b.c a.d".split())
"""Abbreviations that may end a sentence: they do when a word follows that opens one."""

_OPENERS = frozenset(
    "the a an in on at by for from with according as after before although though while when if since under "
    "during despite however there they he she it its his her their these this those that some many most several "
    "no not all any both each one two three four five six seven eight nine ten other others authorities police "
    "government officials media ngos human rights civil society women children workers employers observers "
    "reports media prison prisoners detainees law courts judges".split()
)
"""Words that open a sentence when they are capitalized after an abbreviation that may end one."""

_NO_NAMES = frozenset(
    "the in on at by for from with according as after before although though while when if since under during despite "
    "however there it its this that these those some many most several no each both one two three four five".split()
)
"""Of those, words that are no part of a name or a place."""

_OPENING = "([\"'“‘"
_INITIAL = re.compile(r"[A-Z]$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_BEFORE_NUMBERS = frozenset("no nos art arts par fig vol pp".split())
_NUMBER = re.compile(r"\S*\d|[IVXLC]+\b|[A-Z]\b(?!\S)")
"""What stands after "No.": a number, in letters or figures."""


def _ends(text: str, found: re.Match[str]) -> bool:
    """Tell whether the mark that was found ends a sentence."""
    mark, close, opening, first = found.groups()
    if not (first.isupper() or first.isdigit() or opening or not first.isascii()):
        return False
    if mark != ".":
        # a quotation or question inside a sentence goes on in lower case, which is ruled out above
        return True
    word = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip(_OPENING)
    if close:
        return not _DOTTED.fullmatch(word) or _opens(text, found, _OPENERS)
    if word.lower() in _BEFORE_NUMBERS:
        return not _NUMBER.match(text, found.end() + len(opening))
    return _may_end(word) or (word.lower() not in _BEFORE_NAMES and _opens_after(word, text, found))


def _may_end(word: str) -> bool:
    """Tell whether a word before a full stop is no abbreviation."""
    low = word.lower()
    if low in _BEFORE_NAMES or low in _RARELY_LAST or low in _MAY_BE_LAST:
        return False
    return not (_DOTTED.match(word) or _INITIAL.match(word))


def _opens_after(word: str, text: str, found: re.Match[str]) -> bool:
    """Tell whether what follows an abbreviation opens a sentence."""
    if word.lower() in _RARELY_LAST:
        return _opens(text, found, _NO_NAMES)
    return bool(found[3]) or _opens(text, found, _OPENERS)


def _opens(text: str, found: re.Match[str], words: frozenset[str]) -> bool:
    """Tell whether the word after a mark is one of some that open sentences."""
    after = text[found.end() : found.end() + 40].lstrip(_OPENING).partition(" ")[0]
    return after.rstrip(".,;:").lower() in words


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the sentences of a single-spaced paragraph begin.

    >>> sentence_starts("Mr. A. Karim was held. He was freed.")
    (0, 23)
    >>> sentence_starts("")
    (0,)
    """
    starts = [0]
    starts += [found.end() for found in _BOUNDARY.finditer(text) if _ends(text, found)]
    return tuple(starts)


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a single-spaced paragraph, verbatim and in order.

    >>> split_sentences("No one was hurt. “Why?” they asked.")
    ('No one was hurt.', '“Why?” they asked.')
    """
    starts = sentence_starts(text)
    ends = (*starts[1:], len(text))
    return tuple(text[a:b].rstrip() for a, b in zip(starts, ends, strict=True))
