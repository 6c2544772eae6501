"""Notes that a watch keeps in the library between rounds: news that was reported, and is not repeated."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import field
from typing import TYPE_CHECKING, Any

from hrreport.catalogue import records
from hrreport.codec.holdings import news_json
from hrreport.codec.provenance import decode_provenance, encode_provenance
from hrreport.errors import LibraryError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.codec.contract import Json
    from hrreport.library.library import Library
    from hrreport.model.news import NewsItem
    from hrreport.model.retrieval import Provenance
    from hrreport.pipeline.context import Context

_VERSION = 1
_MOST = 200
"""News that are remembered, the newest of all."""


@dataclass(slots=True)
class WatchNotes:
    """The notes of earlier rounds; each round adds its own."""

    listing: Provenance | None = None
    """Of the list of editions when it was last read."""
    editions: set[int] = field(default_factory=set)
    """Editions that were news."""
    gone: set[str] = field(default_factory=set)
    """Reports that are gone."""
    news: list[Json] = field(default_factory=list)
    """What was news, newest first, in the public form."""


def _key(context: Context) -> str:
    return f"watch of {context.fetcher().place or 'the web'}"


def read_notes(library: Library, context: Context) -> WatchNotes:
    """Return what is remembered; nothing where it cannot be read."""
    with suppress(LibraryError, ValueError, LookupError, TypeError):
        note: dict[str, Any] = json.loads(library.notes.recall(_key(context)) or "{}")
        if note.get("version") == _VERSION:
            listing = decode_provenance(note["listing"]) if note["listing"] else None
            return WatchNotes(listing, set(note["editions"]), set(note["gone"]), list(note["news"]))
    return WatchNotes()


def write_notes(library: Library, context: Context, notes: WatchNotes, news: Iterable[NewsItem]) -> None:
    """Remember what was learned; where it cannot be, the reader is told."""
    found = [news_json(each, records.country_names()) for each in news]
    note = {
        "version": _VERSION,
        "listing": encode_provenance(notes.listing) if notes.listing else "",
        "editions": sorted(notes.editions),
        "gone": sorted(notes.gone),
        "news": [*reversed(found), *notes.news][:_MOST],
    }
    with context.noting_failures():
        library.notes.remember(_key(context), json.dumps(note, ensure_ascii=False))
