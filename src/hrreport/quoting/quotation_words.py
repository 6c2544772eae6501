"""Words as a quotation is compared: what counts as the same, and what does not.

The same are quotation marks of every shape, dashes of every length, with or without space around
them, and letters joined into one sign. Everything else counts: letters, capitals, numbers, apostrophes,
punctuation. Text is never changed; a word is found at its place in it.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE = "‘’‚‛′ʼ`´"
_DOUBLE = "“”„‟″«»‹›"
_DASHES = "‐‑‒–—―−﹘﹣－"
_ALIKE = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
"""Letters joined into one sign, as files for printing have them."""

_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(
    rf"""
      \d+ (?: [.,] \d+ )+                                          # 1,200.5
    | {_LETTER}+ (?: ' {_LETTER}+ )* (?: (?<=s) ' (?!{_LETTER}) )? # government's, prisoners'
    | - (?: \s* - )*                                               # any dash
    | \. (?: \s? \. ){{2,}} | …                                    # any ellipsis
    | [^\s"']                                                      # any other mark, but no quotation mark
    """,
    re.VERBOSE,
)

_OPENING = re.compile(r"(?:(?<=[\s\"(\[-])|^)'(?=\w)")
_CLOSING = re.compile(r"(?<=\S)'(?!\w)")


def alike(text: str) -> str:
    r"""Return the text, of the same length, with one shape of quotation mark, apostrophe and dash.

    A single mark that closes a quotation becomes a double one, so that it is no apostrophe.

    >>> alike("‘free zone’ – the prisoners’ word")
    '"free zone" - the prisoners\' word'
    """
    text = text.translate(_ALIKE)
    if "'" not in text or not _OPENING.search(text):
        return text
    marks = list(text)
    openings = [found.start() for found in _OPENING.finditer(text)]
    for opening, limit in zip(openings, [*openings[1:], len(text)], strict=True):
        closings = [found.start() for found in _CLOSING.finditer(text, opening + 1, limit)]
        sure = [at for at in closings if text[at - 1] != "s"]
        if closings:
            marks[opening] = marks[(sure or closings)[0]] = '"'
    return "".join(marks)


def words_of(text: str) -> list[str]:
    """Return the words and marks of a text, in the one form in which they are compared.

    >>> words_of("“Well–known,” the U.N. said")
    ['Well', '-', 'known', ',', 'the', 'U', '.', 'N', '.', 'said']
    """
    words = _WORD.findall(alike(text))
    return [word if word.isalnum() and word.isascii() else _plain(word) for word in words]


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where each of its words begins and ends."""
    return [found.span() for found in _WORD.finditer(alike(text))]


def _plain(word: str) -> str:
    if word[0] == "-":
        return "-"
    if word[0] == "." and len(word) > 1:
        return "…"
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_LIGATURES))


def root(word: str) -> str:
    """Return the letters that most forms of a word have in common.

    >>> root("required") == root("require"), root("law") == root("land")
    (True, False)
    """
    return word[:5]


def has_ligatures(text: str) -> bool:
    """Return whether letters are joined into one sign in a text."""
    return any(ord(character) in _LIGATURES for character in text)


def is_word(word: str) -> bool:
    """Return whether a token is a word or a number."""
    return word[0].isalnum() or word[0] == "_"


_FUNCTION_WORDS = frozenset(
    "a an the of in on at by for from to with as and or but nor so than that which who whom whose this these those it"
    " its he she they them their his her him we our us you your i my is are was were be been being am has have had do"
    " does did will would shall should can could may might must not no there here also only such any some all each"
    " other if when while where what how into out up over under about after before between during s t".split()
)
"""Words that say little by themselves."""


def is_content_word(word: str) -> bool:
    """Return whether a token is a number, or a word that says something by itself.

    >>> is_content_word("torture"), is_content_word("was"), is_content_word("12"), is_content_word(",")
    (True, False, True, False)
    """
    return is_word(word) and word.casefold() not in _FUNCTION_WORDS
