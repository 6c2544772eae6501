"""The local collection in one SQLite file: snapshots, parsed reports, full-text search."""
