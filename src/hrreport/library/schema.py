"""The layout of a library file, as SQL, and the migrations from each older layout to the next.

One file holds everything: the pages as received, the parsed reports and analyses, the full-text
index, the log of downloads, and notes. The pages are the authority;
all else can be made from them again.

`FIRST_TABLES` is layout 1 and is never changed. To change the layout, append a function to `MIGRATIONS`; a new file
runs all of them in order, an older one those after its version, in one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

APPLICATION_ID = 0x48525250
"""Marks an SQLite file as a library of ours ("HRRP" in ASCII)."""

YEAR_SHIFT = 28
"""Rows of the index are numbered by edition: ``year << YEAR_SHIFT``, then upwards.

So the newest edition is found first when the index is read backwards, and one edition is one
range of row numbers.
"""

WORDS_VERSION = "2"
"""Of the words and tags in the index: what `index_words` and `full_text_index` make of a text."""

TEMPLATES = """
-- Lines that pages of an edition share; never changed, removed only when no page has them any more.
CREATE TABLE IF NOT EXISTS template (
    id     INTEGER PRIMARY KEY,
    year   INTEGER NOT NULL,       -- the edition
    sha256 TEXT NOT NULL UNIQUE,   -- of the lines
    packed BLOB NOT NULL           -- the lines, compressed
);
"""

PDFS = """
-- The official PDF of a report, beside its page; and where the paragraphs of one of its texts are in it.
CREATE TABLE IF NOT EXISTS pdf (
    id         INTEGER PRIMARY KEY,
    country    TEXT NOT NULL,
    year       INTEGER NOT NULL,
    page       INTEGER NOT NULL REFERENCES page,   -- its bytes
    provenance TEXT NOT NULL,            -- of the newest retrieval of these bytes, stored form
    saved_at   TEXT NOT NULL,            -- ISO 8601, UTC; the newest of a report's PDFs is the one in use
    text_hash  TEXT NOT NULL,            -- of the text whose paragraphs were looked for in it
    version    TEXT NOT NULL,            -- of the program's part that looked for them
    found      BLOB NOT NULL,            -- stored form, packed
    UNIQUE (country, year, page)
);

CREATE INDEX IF NOT EXISTS pdf_page ON pdf (page);
"""

FIRST_TABLES = """
-- The bytes of a page, once for every content, however often it was retrieved.
CREATE TABLE page (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,   -- of the bytes as received
    size   INTEGER NOT NULL,       -- bytes as received
    packed BLOB NOT NULL           -- the bytes, compressed; see hrreport.library.packing
);

-- One text of a report. A page fetched again with other words makes another revision.
CREATE TABLE revision (
    id               INTEGER PRIMARY KEY,
    country          TEXT NOT NULL,      -- State's slug
    year             INTEGER NOT NULL,   -- the year covered
    number           INTEGER NOT NULL,   -- counted from 1 in each report
    is_current       INTEGER NOT NULL,   -- 1 for the one shown when no revision is named
    title            TEXT NOT NULL,
    published        TEXT NOT NULL,
    text_hash        TEXT NOT NULL,      -- SHA-256 of the words, headings and labels
    words            INTEGER NOT NULL,
    paragraphs       INTEGER NOT NULL,
    provenance       TEXT NOT NULL,      -- of the newest retrieval with these words, stored form
    saved_at         TEXT NOT NULL,      -- ISO 8601, UTC
    checked_at       TEXT NOT NULL,      -- when the source last gave or confirmed these words
    parser_version   TEXT NOT NULL,
    analysis_version TEXT NOT NULL,
    first_row        INTEGER,            -- its first row in the index; NULL when it is not indexed
    contents         BLOB NOT NULL,      -- where each paragraph stands in the stored report, packed
    report           BLOB NOT NULL,      -- stored form, packed; long columns come last, so that
    analysis         BLOB NOT NULL,      -- a list of reports need not read over them
    UNIQUE (country, year, number)
);

CREATE UNIQUE INDEX revision_current ON revision (country, year) WHERE is_current;
CREATE UNIQUE INDEX revision_row ON revision (first_row) WHERE first_row IS NOT NULL;

-- One retrieval of one page. The pages of a report in parts are retrieved in one visit.
CREATE TABLE retrieval (
    id         INTEGER PRIMARY KEY,
    revision   INTEGER NOT NULL REFERENCES revision ON DELETE CASCADE,
    visit      INTEGER NOT NULL,         -- counted from 1 in each revision
    position   INTEGER NOT NULL,         -- 0 for the report's own page, then its parts
    page       INTEGER NOT NULL REFERENCES page,
    provenance TEXT NOT NULL,            -- stored form
    UNIQUE (revision, visit, position)
);

CREATE INDEX retrieval_page ON retrieval (page);

-- The full-text index: one row for each paragraph of each current revision. It keeps no text of
-- its own; a hit's words are read from the stored report by way of `revision.contents`.
-- The columns are words made by hrreport.library.index_words, not text: each as printed, then as its stem.
CREATE VIRTUAL TABLE passage USING fts5 (
    text,      -- first, because the index spends two bytes less on a word of the first column
    label,     -- the run-in label
    heading,   -- the headings that stand before the paragraph, none repeated
    tags,      -- country, section, topics, kinds: what a search is narrowed by
    content = '',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
);

-- Compounds seen in the texts, with a hyphen or an inner apostrophe: "pretrial" is "pre trial" when hyphens fall,
-- "bahai" is "baha i"; and the same in stems: ".pretrial" is ".pre .trial".
CREATE TABLE compound (
    joined TEXT NOT NULL,
    apart  TEXT NOT NULL,
    PRIMARY KEY (joined, apart)
) WITHOUT ROWID;

-- The log of downloads: what was requested, with the results.
CREATE TABLE download (
    id          INTEGER PRIMARY KEY,
    started_at  TEXT NOT NULL,
    finished_at TEXT                     -- NULL while it runs, or when it was interrupted
);

CREATE TABLE download_report (
    download INTEGER NOT NULL REFERENCES download ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- in the order asked
    country  TEXT NOT NULL,
    year     INTEGER NOT NULL,
    outcome  TEXT,                       -- NULL until it is done
    detail   TEXT NOT NULL DEFAULT '',
    done_at  TEXT,
    PRIMARY KEY (download, country, year)
) WITHOUT ROWID;

-- What was learned and may be asked again when it has expired: the links of old editions' lists, what a watch saw.
CREATE TABLE note (
    key        TEXT PRIMARY KEY,
    value      TEXT NOT NULL,
    expires_at TEXT                      -- NULL: does not expire
) WITHOUT ROWID;

-- Facts about this file: the version of the index's words.
CREATE TABLE fact (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""


def run_script(db: sqlite3.Connection, script: str) -> None:
    """Run statements one by one, inside the transaction that is open."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def create_tables(db: sqlite3.Connection) -> None:
    """Lay out an empty file: layout 1."""
    run_script(db, FIRST_TABLES)
    db.execute("INSERT INTO fact (name, value) VALUES ('words', ?)", (WORDS_VERSION,))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def require_stems(db: sqlite3.Connection) -> None:
    """Change nothing but the version: programs that know layout 1 only would index words without their stems.

    What is indexed already is indexed again when it is first searched, since the words are of an earlier version.
    """


def add_templates(db: sqlite3.Connection) -> None:
    """Add the table of the lines that pages share; pages that are stored stay as they are."""
    run_script(db, TEMPLATES)


def add_pdfs(db: sqlite3.Connection) -> None:
    """Add the table of official PDFs."""
    run_script(db, PDFS)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (create_tables, require_stems, add_templates, add_pdfs)
VERSION = len(MIGRATIONS)
"""The layout that this version of the program writes."""
TEMPLATED = 3
"""The first layout that has templates."""
WITH_PDFS = 4
"""The first layout that has official PDFs."""
READABLE = 1
"""The oldest layout that can be read as it is."""


def migrate(db: sqlite3.Connection) -> None:
    """Bring the file to the layout of this program; does nothing when it is there already.

    Two programs may do so at once: the second waits, and finds the work done.
    """
    if version_of(db) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[version_of(db) :]:
            step(db)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def version_of(db: sqlite3.Connection) -> int:
    """Return the version of the file's layout; 0 for an empty file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])
