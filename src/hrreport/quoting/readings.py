"""Other readings of a quotation that is not there as given: what quoters may do, and what copying does.

A quoter's comma or full stop stands inside the closing mark, and a first letter is made a capital or
a small one; neither alters what is quoted. A copy from a printed page has words divided at the ends
of lines, and heads and feet of pages in the midst. Each reading comes with what was passed over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.quoting.quotation_words import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from hrreport.model.quotation import Convention

_FINAL = re.compile(r"""(?<![.…])[.,](?=["'”’»\s]*$)""")
_FIRST = re.compile(r"^[^\w\[\]]*(\w)")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?:[-‐]\s+|\u00ad\s*)([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]{4,40}")
_NUMBER_OF_PAGE = re.compile(r"\n[ \t]*(?:[-–—][ \t]*)?\d{1,3}(?:[ \t]*[-–—])?[ \t]*(?=\n)")

Reading = tuple[str, tuple["Convention", ...]]


@cache
def _furniture() -> re.Pattern[str]:
    patterns = (row["pattern"].replace(" ", r"\s+") for row in tables.rows("quoting/page_furniture.csv"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def clean_copied_text(text: str, known: Container[str]) -> Reading:
    r"""Return a text without what copying from a printed page put into it, and what that was.

    Args:
        text: As typed, line breaks and all.
        known: The words of the report; a divided word is joined without its hyphen where that is one of them.

    >>> clean_copied_text("1,250 com-\nplaints; self-\ncensorship", {"complaints"})
    ('1,250 complaints; self-censorship', ('line-hyphen',))
    """
    hyphenated = text.replace("\ufffe", "-\n")
    whole = _furniture().sub(" ", _NUMBER_OF_PAGE.sub("\n", hyphenated))

    def joined(found: re.Match[str]) -> str:
        first, second = found.groups()
        if (first + second) in known:
            return first + second
        return f"{first}-{second}" if "\n" in found[0] else found[0]

    again = _DIVIDED.sub(joined, whole)
    spaced = _LETTERS.sub(lambda found: found[0] if found[0] in known else _split_words(found[0], known), again)
    if not any(map(str.isalnum, spaced)):
        return text, ()
    steps: tuple[tuple[Convention, bool], ...] = (
        ("line-hyphen", again != whole),
        ("page-furniture", whole != hyphenated),
        ("missing-space", spaced != again),
    )
    return spaced, tuple(convention for convention, applies in steps if applies)


def _split_words(word: str, known: Container[str]) -> str:
    """Return a word in pieces that the report has, each but the last ending in "s"; as it is where there are none.

    Some files for printing lose the space after that letter.

    >>> _split_words("previousrulingsin", {"previous", "rulings", "in"}), _split_words("notable", {"not", "able"})
    ('previous rulings in', 'notable')
    """
    ends = [at for at in range(2, len(word)) if word[at - 1] == "s" and word[:at] in known]
    for at in reversed(ends):
        rest = word[at:] if word[at:] in known else _split_words(word[at:], known)
        if rest != word[at:] or rest in known:
            return f"{word[:at]} {rest}"
    return word


def certain(text: str) -> str:
    """Return a text without what copying from a printed page may have put into it, and without divided words."""
    return _DIVIDED.sub(" ", _furniture().sub(" ", text)).strip()


def readings(text: str, known: Container[str]) -> Iterator[Reading]:
    """Yield a text as given, then the other ways to read it, those that pass over least first."""
    clean, copied = clean_copied_text(text, known)
    given: list[Reading] = [(text, ())]
    for base, passed in [*given, (clean, copied)] if copied else given:
        yield base, passed
        unmarked = without_final_mark(base)
        if unmarked != base:
            yield unmarked, (*passed, "final-mark")
        yield with_other_first_letter(base), (*passed, "first-letter")
        if unmarked != base:
            yield with_other_first_letter(unmarked), (*passed, "first-letter", "final-mark")


def without_final_mark(text: str) -> str:
    """Return a text without the comma or full stop that ends it, whether inside or outside a closing mark.

    >>> without_final_mark("“they upheld 17.”")
    '“they upheld 17”'
    """
    return _FINAL.sub("", text)


def with_other_first_letter(text: str) -> str:
    """Return a text with a capital for its small first letter, or the reverse; one in brackets is left.

    >>> with_other_first_letter("“Fewer than two")
    '“fewer than two'
    """
    found = _FIRST.match(text)
    return text[: found.start(1)] + found[1].swapcase() + text[found.end(1) :] if found else text


def first_letter_differs(quoted: str, printed: str) -> bool:
    """Return whether two words are the same but for a capital at the beginning.

    >>> first_letter_differs("Guards ", "guards"), first_letter_differs("NGOS", "NGOs")
    (True, False)
    """
    one, other = (" ".join(words_of(word)) for word in (quoted, printed))
    return one != other and one[1:] == other[1:] and one.casefold() == other.casefold()
