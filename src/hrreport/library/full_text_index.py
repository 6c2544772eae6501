"""The full-text index: one row for each paragraph of each current revision.

The index keeps no text. To take a row out, SQLite wants the words that were put in; they are made
again from the stored report and its table of contents, by the same functions. When those
functions change, `WORDS_VERSION` does, and the index is built again.

Tags are words that a search is narrowed by: country, sections, topics, kinds. They are in a column of
their own, so that no word of a query can meet them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hrreport.library.connection import transaction
from hrreport.library.contents import unpack_contents, words_of
from hrreport.library.index_words import compounds, indexed_size, indexed_text, key_of
from hrreport.library.packing import unpack_text
from hrreport.library.schema import WORDS_VERSION, YEAR_SHIFT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from hrreport.library.connection import Database
    from hrreport.library.contents import Contents, StoredPassage

Row = tuple[str, ...]
"""Text, label, heading and tags of one paragraph, as words."""


def rows_of(country: str, contents: Contents, stored: str, places: slice = slice(None)) -> Iterator[Row]:
    """Yield the rows of a report, or of some of its paragraphs, in their order."""
    for printed, tags in _columns(country, contents, stored, places):
        yield (*map(indexed_text, printed), tags)


def sizes_of(country: str, contents: Contents, stored: str) -> Iterator[tuple[int, ...]]:
    """Yield how many words each column of each row has; takes half the time of making the rows."""
    for printed, tags in _columns(country, contents, stored):
        yield (*map(indexed_size, printed), len(tags.split()))


def _columns(
    country: str, contents: Contents, stored: str, places: slice = slice(None)
) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield the text, label and headings of each paragraph, as printed, and its tags."""
    about = zip(contents.passages, contents.titles_before(), contents.subjects(), strict=True)
    for passage, titles, topics in list(about)[places]:
        printed = (words_of(stored, passage), passage.label, " ".join(titles))
        yield printed, tags_of(country, contents, passage, topics)


@lru_cache(maxsize=1 << 12)
def tag(sort: str, name: str) -> str:
    """Return the tag of a country, section, topic or kind as one word of letters and digits.

    >>> tag("section", "6/women")
    'sectionx6x2fxwomen'
    """
    return f"{sort}x" + "".join(c if c.isascii() and c.isalnum() and c != "x" else f"x{ord(c):x}x" for c in name)


def section_names(section_id: str) -> tuple[str, ...]:
    """Return the ids by which a section may be named in a search: with its part, and without.

    >>> section_names("tibet:1.c"), section_names("6/women")
    (('tibet:1.c', '1.c'), ('6/women',))
    """
    part = section_id.rpartition(":")[2]
    return (section_id,) if part == section_id else (section_id, part)


def section_tags(section_id: str) -> tuple[str, ...]:
    """Return the tags of a section and, with a ``*``, of what stands below it, as the index takes them.

    An id begins with the ids of the sections above it: ``1``, ``1.c``, ``1.c/prison-conditions``.
    """
    return (f'"{tag("section", section_id)}"', *(f'"{tag("section", section_id + mark)}"*' for mark in "./"))


def tags_of(country: str, contents: Contents, passage: StoredPassage, topics: tuple[str, ...]) -> str:
    """Return the tags of a paragraph that treats some topics."""
    named = {
        "country": (country,),
        "section": section_names(contents.headings[passage.heading].id),
        "topic": topics,
        "kind": passage.kind_names.split(),
    }
    return " ".join(tag(sort, name) for sort, names in named.items() for name in names)


def add(db: sqlite3.Connection, key: int) -> None:
    """Put a revision's paragraphs into the index."""
    country, year, contents, stored = _read(db, key)
    first = _free_row(db, year)
    db.execute("UPDATE revision SET first_row = ? WHERE id = ?", (first, key))
    db.executemany(
        "INSERT INTO passage (rowid, text, label, heading, tags) VALUES (?, ?, ?, ?, ?)",
        ((first + n, *row) for n, row in enumerate(rows_of(country, contents, stored))),
    )
    texts = (words_of(stored, passage) for passage in contents.passages)
    db.executemany(
        "INSERT OR IGNORE INTO compound (joined, apart) VALUES (?, ?)",
        sorted({pair for text in texts for joined, apart in compounds(text) for pair in _keyed(joined, apart)}),
    )


def _keyed(joined: str, apart: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return a compound as the index has its words, and as it has their stems."""
    return (joined, apart), (key_of((joined,), forms=True), key_of(apart.split(), forms=True))


def remove(db: sqlite3.Connection, key: int) -> None:
    """Remove a revision's paragraphs from the index; does nothing when they are not in it."""
    (first,) = db.execute("SELECT first_row FROM revision WHERE id = ?", (key,)).fetchone()
    if first is None:
        return
    country, _, contents, stored = _read(db, key)
    db.executemany(
        "INSERT INTO passage (passage, rowid, text, label, heading, tags) VALUES ('delete', ?, ?, ?, ?, ?)",
        ((first + n, *row) for n, row in enumerate(rows_of(country, contents, stored))),
    )
    db.execute("UPDATE revision SET first_row = NULL WHERE id = ?", (key,))


def is_current(db: sqlite3.Connection) -> bool:
    """Return whether the index was built from words as this version makes them."""
    row = db.execute("SELECT value FROM fact WHERE name = 'words'").fetchone()
    return row is not None and row[0] == WORDS_VERSION


def bring_up_to_date(opened: Database) -> None:
    """Build the index again when another version of the program made it, if the file can be written."""
    if not (opened.read_only or is_current(opened.db)):
        with transaction(opened) as db:
            rebuild(db)


def rebuild(db: sqlite3.Connection) -> None:
    """Build the whole index again from the stored reports, inside the transaction that is open."""
    db.execute("INSERT INTO passage (passage) VALUES ('delete-all')")
    db.execute("DELETE FROM compound")
    db.execute("UPDATE revision SET first_row = NULL")
    for (key,) in db.execute("SELECT id FROM revision WHERE is_current ORDER BY year, country").fetchall():
        add(db, key)
    db.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    db.execute("INSERT OR REPLACE INTO fact (name, value) VALUES ('words', ?)", (WORDS_VERSION,))


def year_rows(year: int) -> tuple[int, int]:
    """Return the first row that an edition may have, and the first of the edition after it."""
    return year << YEAR_SHIFT, (year + 1) << YEAR_SHIFT


def _free_row(db: sqlite3.Connection, year: int) -> int:
    """Return the first row after those of the edition's other reports."""
    first, following = year_rows(year)
    last = db.execute(
        "SELECT first_row + max(paragraphs, 1) FROM revision WHERE first_row >= ? AND first_row < ? "
        "ORDER BY first_row DESC LIMIT 1",
        (first, following),
    ).fetchone()
    return int(last[0]) if last else first


def _read(db: sqlite3.Connection, key: int) -> tuple[str, int, Contents, str]:
    row = db.execute("SELECT country, year, contents, report FROM revision WHERE id = ?", (key,)).fetchone()
    country, year, contents, report = row
    return country, year, unpack_contents(contents), unpack_text(report)
