"""Suggestions for words that no stored report has: words of the index that are written alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library.expression import included_phrases
from hrreport.library.index_words import MARK, marked
from hrreport.model.hit import Suggestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from hrreport.library.expression import Expression

_SHORTEST = 4
"""Letters of a word that may be a slip of another."""
_MANY = 3
"""Suggestions for a word."""
_LONG = 8
"""Letters from which a word may have two slips."""


def suggestions(db: sqlite3.Connection, expression: Expression) -> tuple[Suggestion, ...]:
    """Return, for each word of a query that no paragraph has in any form, the words that it may be a slip of."""
    lost: dict[str, None] = {}
    for phrase in included_phrases(expression):
        if not (phrase.prefix or any(_is_met(db, " ".join(spelling)) for spelling in phrase.spellings)):
            lost.update(dict.fromkeys(word for word in phrase.words if not _is_known(db, word)))
    return tuple(Suggestion(word, tuple(_alike(db, word))) for word in lost)


def _is_known(db: sqlite3.Connection, word: str) -> bool:
    """Return whether the index has a word: as it is, in another form, or parted at a hyphen or an apostrophe."""
    parted = db.execute("SELECT 1 FROM compound WHERE joined IN (?, ?)", (word, marked(word))).fetchone()
    return parted is not None or _is_met(db, word) or _is_met(db, marked(word))


def _is_met(db: sqlite3.Connection, words: str) -> bool:
    match = f'{{heading label text}} : "{words}"'
    return db.execute("SELECT 1 FROM passage WHERE passage MATCH ? LIMIT 1", (match,)).fetchone() is not None


def _alike(db: sqlite3.Connection, word: str) -> Iterable[str]:
    """Return words of the index at one slip from a word, or two if it is long: the nearest and commonest first."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, passage, 'col')")
    slips = 1 if len(word) < _LONG else 2
    for low, high in ((word[0], chr(ord(word[0]) + 1)), (chr(ord(MARK) + 1), "\U0010ffff")):
        rows = db.execute(
            "SELECT term, cnt FROM temp.vocabulary WHERE term >= ? AND term < ? AND col = 'text' "
            "AND length(term) BETWEEN ? AND ?",
            (low, high, len(word) - slips, len(word) + slips),
        )
        if near := [(slip, -count, term) for term, count in rows if (slip := distance(word, term, slips)) <= slips]:
            return [term for _, _, term in sorted(near)[:_MANY]]
    return ()


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped with the next; above `most`, any such number.

    >>> distance("domestc", "domestic", 2), distance("polcie", "police", 2), distance("police", "army", 1) > 1
    (1, 1, True)
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, there in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(last) >= most:
            return most + 1
        before, last = last, row
    return last[-1]
