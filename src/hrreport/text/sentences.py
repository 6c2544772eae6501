"""Sentences: where they begin in a paragraph.

The rule of its design: text is never changed, only offsets into it are given. A boundary is a
full stop, question mark or exclamation mark (with closing quotes and brackets), white space, and
something that can open a sentence; unless the full stop belongs to an abbreviation, an initial
or a number. A space that the page left out is done without where the words on both sides leave
no doubt. The words that decide stand in ``sentences.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from hrreport import tables

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
_FIRST = re.compile(r"[\"'“‘(\[]*([^\W\d_][\w’'/-]*)(?=[\s,:;])")
_REST = re.compile(r"(?:\s[a-z][a-z’'-]*){1,6}")
_SHORT = 3
"""Words of so many letters are no plural and no past by their ending: "gas", "red"."""
_SINGULAR = frozenset("was is has does".split())
_NAME_IN_LOWER_CASE = re.compile(r"(?:a[a-z]{1,2}|el|en)-[A-Z]|[a-z]{1,2}[A-Z]")
"""A name that begins with a small letter: "al-Shabaab", "eBay"."""
_Sort = Literal["title", "place", "name", "number", "money", "time", "last", "initial", "word"]
"""What stands before a full stop.

``title`` never ends a sentence ("Mr."); ``place`` ("St.") and ``name`` ("Gen.", "Yu.") seldom do; ``number``
does unless a number follows ("No. 5"); ``money`` unless digits follow ("Rs. 500"); ``time`` ("p.m.") and
``last`` ("U.S.", "Ltd.") may; ``initial`` is a letter or two; ``word`` is not an abbreviation.
"""

_SORTS: dict[str, _Sort] = {
    "title": "title",
    "place": "place",
    "ambiguous": "name",
    "before-numbers": "number",
    "money": "money",
    "time": "time",
    "may-end": "last",
}
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]s?$")
_CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ][bcdfghjklmnpqrstvwxz]{1,4}$")
_SIGNS = ("$", "€", "£", "¥", "₹", "₦", "₱", "₺", "₽", "S/", "B/")


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


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Return whether the mark that was found ends the sentence that begins at `start`."""
    mark, close, opening, first = found.groups()
    if not _can_open(first, opening, text, found.end()):
        return False
    if mark != "." or text[found.start() - 1 : found.start()] == " ":
        return _ends_without_stop(text, found, start)
    word_start = text.rfind(" ", 0, found.start()) + 1
    if not word_start and _ITEM_NUMBER.fullmatch(text, 0, found.start()):
        return False
    word = text[word_start : found.start()].lstrip(_OPENING)
    before = text[max(start, word_start - _REACH) : word_start]
    sort = _sort_of(word, before, first)
    if sort == "word":
        return True
    if sort == "number":
        numbered = not close and _NUMBER.match(text, found.end() + len(opening))
        return not numbered and (not _is_cut_short(word) or _opens(text, found.end()))
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
    if _is_function_word(text, at):
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
    return _is_clause(text, at, after_name=sort in {"initial", "name"})


def _ends_without_stop(text: str, found: re.Match[str], start: int) -> bool:
    """Return whether a sentence ends on a mark other than a full stop, or on an ellipsis.

    A quotation or question inside a sentence goes on in lower case; a name that ends on a mark ("the Ahora! party")
    stands in capitals amid a sentence.
    """
    mark, close = found[1], found[2]
    at = found.end()
    if close:
        return not (_is_verb(text, at) and not mark.startswith("."))
    if text[found.start() - 1 : found.start()] == " ":
        return (mark == "." and text[found.start() - 6 : found.start()] == " . . .") or _opens(text, at)
    word_start = text.rfind(" ", 0, found.start()) + 1
    if mark in {"!", "?"} and word_start > start and text[word_start].isupper():
        return _opens(text, at)
    return True


def _run_together(text: str) -> list[int]:
    """Return where sentences begin without the white space that should stand before them."""
    found = []
    for match in _RUN_TOGETHER.finditer(text):
        word = text[text.rfind(" ", 0, match.start()) + 1 : match.start()]
        plain = (match[1] or _PLAIN.fullmatch(word)) and not _ADDRESS.search(word)
        if plain or _is_function_word(text, match.end()):
            found.append(match.end())
    return found


# -- openings: what the words after a mark say about whether a sentence begins there


def _can_open(first: str, opening: str, text: str, at: int) -> bool:
    """Return whether what stands at a place can open a sentence by its first character."""
    if first.isupper() or first.isdigit() or opening or not first.isascii():
        return True
    return _NAME_IN_LOWER_CASE.match(text, at) is not None


def _is_function_word(text: str, at: int) -> bool:
    """Return whether the word at a place is one that opens sentences and stands in no name: "The", "However"."""
    found = _FIRST.match(text, at)
    return found is not None and found[1][0].isupper() and found[1].lower() in _words("opening")


def _is_verb(text: str, at: int) -> bool:
    """Return whether the word at a place is a finite verb by its form."""
    found = _FIRST.match(text, at)
    return found is not None and found[1].lower() in _words("finite")


def _is_clause(text: str, at: int, *, after_name: bool = False) -> bool:
    """Return whether the words at a place read as a clause, not as a name: "Villagers in the north fled".

    One has a subject in the plural, only whose first word is capitalized, and a finite verb soon after.

    Args:
        text: The paragraph.
        at: Where the words begin.
        after_name: Whether a name may go on here ("St. Mary prisons"), so that the first word itself has to be plural.
    """
    first = _FIRST.match(text, at)
    if first is None or not first[1][0].isupper():
        return False
    rest = _REST.match(text, first.end())
    following = rest[0].split() if rest else []
    verb = next((i for i, word in enumerate(following) if _is_finite(word)), None)
    if verb is None:
        return False
    subject = first[1].lower()
    if _is_plural(subject) and subject not in _words("surname"):
        return following[verb] not in _SINGULAR or subject in _words("plural")
    return (
        not after_name and subject not in _words("institution") and any(_is_plural(word) for word in following[:verb])
    )


def _opens(text: str, at: int) -> bool:
    """Return whether a sentence begins at a place beyond doubt."""
    return _is_function_word(text, at) or _is_clause(text, at)


def _is_plural(word: str) -> bool:
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return word in _words("plural") or (ends and len(word) > _SHORT)


def _is_finite(word: str) -> bool:
    ends = word.endswith("ed") and not word.endswith("eed")
    return word in _words("finite") or (ends and len(word) > _SHORT)


# -- abbreviations: what the word before a full stop is, so far as that bears on whether a sentence ends there


@cache
def _words(name: str) -> frozenset[str]:
    """Return one of the lists of ``sentences.csv``."""
    return frozenset(next(row["words"] for row in tables.rows("sentences.csv") if row["list"] == name).split())


@cache
def _sorts_by_abbreviation() -> dict[str, _Sort]:
    """Return the sort of every abbreviation that is one in any case."""
    return {word: sort for name, sort in _SORTS.items() for word in _words(name)}


def _sort_of(word: str, before: str, following: str) -> _Sort:
    """Return what sort of word stands before a full stop.

    Args:
        word: The word, without the full stop and without what opens before it.
        before: The text before it.
        following: The first character of what follows.
    """
    low = word.lower() if "." in word or not word.isupper() else word
    capitalized = word[:1].isupper()
    if following.isdigit() and (word.endswith(_SIGNS) or (capitalized and low in _words("money"))):
        return "money"
    if len(word) == 1 and word.isupper():
        return "word" if _last(before).lower() in _words("lettered") else "initial"
    known = _sorts_by_abbreviation().get(low)
    if known and known != "money":
        return known
    if _DOTTED.match(word):
        return "initial"
    if _is_cut_short(word) or (word in _words("patronymics") and _ends_name(before)):
        return "name"
    shortened = capitalized and (word in _words("capitalized") or low in _words("small-initials"))
    return "name" if shortened and not _ends_name(before) else "word"


def _is_cut_short(word: str) -> bool:
    """Return whether a capitalized word has no vowel, so that it is an abbreviation: "Tk", "Zh", "Pvt"."""
    return _CONSONANTS.match(word) is not None


def _last(text: str) -> str:
    return text.rstrip().rpartition(" ")[2]


def _ends_name(text: str) -> bool:
    """Return whether a text ends on a capitalized word that does not begin it: "by Li" before "Yu"."""
    last = _last(text)
    return last != last.lower() and not last.endswith((".", ",")) and last != text.strip()
