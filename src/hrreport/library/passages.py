"""Passages: stored paragraphs, with the section and the report that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.codec.provenance import decode_provenance
from hrreport.library.contents import unpack_contents, words_of
from hrreport.library.expression import highlights
from hrreport.library.loading import decoded
from hrreport.library.packing import unpack_text
from hrreport.library.sqlite_errors import damaged
from hrreport.model.country import ReportId
from hrreport.model.hit import Hit, Neighbor
from hrreport.model.holding import StoredParagraph
from hrreport.values import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from hrreport.library.contents import Contents
    from hrreport.library.expression import Expression
    from hrreport.model.hit import HitSpan
    from hrreport.model.retrieval import Provenance


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A report of the index, with its words at hand."""

    id: ReportId
    revision: int
    first_row: int
    title: str
    published: str
    provenance: Provenance
    contents: Contents
    stored: str

    def near(self, place: int, reach: int) -> tuple[tuple[Neighbor, ...], tuple[Neighbor, ...]]:
        """Return the paragraphs before and after one, within its numbered or lettered section."""
        passages = self.contents.passages
        anchor = self.contents.locator(passages[place]).anchor

        def shown(places: range) -> tuple[Neighbor, ...]:
            found = ((passages[p], self.contents.locator(passages[p])) for p in places)
            return tuple(
                Neighbor(where, p.label or None, words_of(self.stored, p))
                for p, where in found
                if where.anchor == anchor
            )

        before = shown(range(max(0, place - reach), place))
        return before, shown(range(place + 1, min(len(passages), place + 1 + reach)))


class PassageReader:
    """Reads the hits of an expression by their rows in the index; opens each report once."""

    def __init__(self, db: sqlite3.Connection, expression: Expression, context: int) -> None:
        """Use an open library file, and show so many paragraphs around each hit."""
        self._db = db
        self._expression = expression
        self._context = context
        self._open: dict[int, IndexedText] = {}
        self._headings: dict[str, tuple[HitSpan, ...]] = {}
        """What the expression met in headings, which reports have in common."""

    def hit(self, row: int, score: float) -> Hit:
        """Return the paragraph in a row of the index."""
        text = self._text_with(row)
        place = row - text.first_row
        passage = text.contents.passages[place]
        words = words_of(text.stored, passage)
        headings = tuple(heading.title for heading in text.contents.path(passage))
        before, after = text.near(place, self._context) if self._context else ((), ())
        return Hit(
            id=text.id,
            locator=text.contents.locator(passage),
            headings=headings,
            topic=passage.label or None,
            text=words,
            highlights=highlights(self._expression, words),
            topic_highlights=self._in_heading(passage.label),
            heading_highlights=tuple(map(self._in_heading, headings)),
            score=score,
            kinds=passage.kinds,
            subjects=text.contents.subjects_of(passage),
            title=text.title,
            published=text.published,
            provenance=text.provenance,
            before=before,
            after=after,
        )

    def _in_heading(self, heading: str) -> tuple[HitSpan, ...]:
        if heading not in self._headings:
            self._headings[heading] = highlights(self._expression, heading)
        return self._headings[heading]

    def _text_with(self, row: int) -> IndexedText:
        """Return the report that has a row of the index."""
        found = self._db.execute(
            f"SELECT id, {COLUMNS} FROM revision WHERE first_row <= ? ORDER BY first_row DESC LIMIT 1",  # noqa: S608
            (row,),
        ).fetchone()
        if found is not None:
            key, *rest = found
            if key not in self._open:
                self._open[key] = open_text(rest)
            if row - self._open[key].first_row < len(self._open[key].contents.passages):
                return self._open[key]
        raise damaged("the index has a paragraph that no report has")


COLUMNS = "country, year, number, first_row, title, published, provenance, contents, report"
"""What `open_text` takes, of the table ``revision``."""


def open_text(row: Sequence[Any]) -> IndexedText:
    """Return a report of the index with its words at hand."""
    country, year, number, first, title, published, provenance, contents, report = row
    return IndexedText(
        ReportId(country, year),
        number,
        first,
        title,
        published,
        decoded(decode_provenance, provenance),
        unpack_contents(contents),
        unpack_text(report),
    )


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
