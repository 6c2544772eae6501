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

_NEVER_LAST = frozenset(
    "v mr mrs ms dr prof rev fr st hon gen col lt capt maj sgt cpl adm cmdr gov sen rep amb pres messrs mt ft vs cf "
    "viz art arts sec secs no nos par para pp vol fig approx est dept univ assn bros jan feb mar apr jun jul aug "
    "sep sept oct nov dec brig insp supt supp i.e e.g".split()
)
"""Abbreviations that stand before what they belong to, so that no sentence ends on them."""

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

_OPENING = "([\"'“‘"
_INITIAL = re.compile(r"[A-Z]$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_BEFORE_NUMBERS = frozenset("no nos art arts sec secs par para fig vol pp".split())


def _ends(text: str, found: re.Match[str]) -> bool:
    """Tell whether the mark that was found ends a sentence."""
    mark, close, opening, first = found.groups()
    if not (first.isupper() or first.isdigit() or opening or not first.isascii()):
        return False
    if mark != "." or close:
        # a quotation or question inside a sentence goes on in lower case, which is ruled out above
        return True
    word = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip(_OPENING)
    low = word.lower()
    if low in _BEFORE_NUMBERS:
        return not first.isdigit()
    if low in _NEVER_LAST:
        return False
    if low in _MAY_BE_LAST or _DOTTED.match(word) or _INITIAL.match(word):
        after = text[found.end() : found.end() + 40].lstrip(_OPENING).partition(" ")[0]
        return bool(opening) or after.rstrip(".,;:").lower() in _OPENERS
    return True


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
