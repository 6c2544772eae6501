"""Rows: every stored paragraph by itself, for tables and other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library.contents import words_of
from hrreport.library.passages import COLUMNS, open_text
from hrreport.model.holding import StoredParagraph

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def paragraphs(db: sqlite3.Connection) -> Iterator[StoredParagraph]:
    """Yield every paragraph of all current revisions, by edition and country, in the order of the pages."""
    keys = db.execute("SELECT id FROM revision WHERE is_current ORDER BY year, country").fetchall()
    for (key,) in keys:
        row = db.execute(f"SELECT {COLUMNS} FROM revision WHERE id = ?", (key,)).fetchone()  # noqa: S608  our columns
        if row is None:  # removed by another program meanwhile
            continue
        text = open_text(row)
        for passage, subjects in zip(text.contents.passages, text.contents.subjects(), strict=True):
            yield StoredParagraph(
                id=text.id,
                revision=text.revision,
                locator=text.contents.locator(passage),
                headings=tuple(heading.title for heading in text.contents.path(passage)),
                topic=passage.label or None,
                text=words_of(text.stored, passage),
                subjects=subjects,
                kinds=passage.kinds,
                title=text.title,
                published=text.published,
                provenance=text.provenance,
            )
