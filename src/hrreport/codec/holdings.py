"""The public form of what a library holds, of downloads into it, and of news; see `hrreport.codec.contract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import (
    id_json,
    locator_json,
    named_id_json,
    provenance_json,
    published_json,
    source_json,
)
from hrreport.model.news import NEWS_KINDS
from hrreport.wording.revisions import describe_news

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.holding import (
        Download,
        DownloadSummary,
        Holding,
        ImportSummary,
        LibraryFlaw,
        LibraryInfo,
        Revision,
        RevisionChange,
        StoredParagraph,
    )
    from hrreport.model.news import NewsItem, WatchResult
    from hrreport.wording.changes import Names

_OUTCOMES = ("new", "unchanged", "revised", "refused", "missing", "failed")


def download_json(downloaded: DownloadSummary, names: Names) -> Json:
    """Return what came of a download: how many reports had which outcome, and each in the order it was done."""
    return {
        "counts": {outcome: sum(d.outcome == outcome for d in downloaded.deliveries) for outcome in _OUTCOMES},
        "reports": [
            {**named_id_json(d.id, names), "outcome": d.outcome, "detail": d.detail, "url": d.url or None}
            for d in downloaded.deliveries
        ],
    }


def log_json(downloads: Iterable[Download], names: Names) -> Json:
    """Return the last downloads, newest first."""
    return {
        "downloads": [
            {
                "number": one.number,
                "started_at": one.started_at.isoformat(),
                "finished_at": one.finished_at.isoformat() if one.finished_at else None,
                "reports": [
                    {
                        **named_id_json(line.id, names),
                        "outcome": line.outcome,
                        "detail": line.detail,
                        "at": line.at.isoformat(),
                    }
                    for line in one.done
                ],
                "pending": [named_id_json(report_id, names) for report_id in one.pending],
            }
            for one in downloads
        ]
    }


def revision_json(revision: Revision, names: Names) -> Json:
    """Return one text of a report, as a library holds it."""
    return {
        **named_id_json(revision.id, names),
        "revision": revision.number,
        "current": revision.current,
        "title": revision.title,
        **published_json(revision.id.year, revision.published),
        "words": revision.words,
        "paragraphs": revision.paragraphs,
        "text_sha256": revision.text_hash,
        "saved_at": revision.saved_at.isoformat(),
        "checked_at": revision.checked_at.isoformat(),
        "provenance": provenance_json(revision.provenance),
    }


def holdings_json(holdings: Iterable[Holding], names: Names) -> Json:
    """Return stored reports, each with its current text and how many texts there are."""
    return {"reports": [{**revision_json(h.current, names), "revisions": h.revisions} for h in holdings]}


def _pair(pair: SentencePair) -> Json:
    """Return a sentence and what became of it."""

    def quotes(side: Iterable[Quote]) -> list[Json]:
        return [{**locator_json(q.locator), "text": q.text, "marks": [list(mark) for mark in q.marks]} for q in side]

    return {"kind": pair.kind, "old": quotes(pair.old), "new": quotes(pair.new)}


def revisions_json(texts: Iterable[RevisionChange], names: Names, *, sentences: bool = True) -> Json:  # noqa: ARG001  one of a kind
    """Return texts of reports, oldest first, each with the sentences that changed from the one before.

    ``changes`` is null for the first text, which has none before it.
    """
    return {
        "revisions": [
            {
                **revision_json(text.revision, names),
                "changes": None if text.first else [_pair(pair) for pair in text.pairs],
            }
            for text in texts
        ]
    }


def info_json(info: LibraryInfo) -> Json:
    """Return the state of a library file."""
    return {
        "path": info.path,
        "bytes": info.size,
        "version": info.version,
        "journal": info.journal,
        "read_only": info.read_only,
        "reports": info.reports,
        "revisions": info.revisions,
        "pages": info.snapshots,
        "paragraphs": info.paragraphs,
        "years": list(info.years),
        "page_bytes": info.page_bytes,
        "stored_bytes": dict(info.stored_bytes),
    }


def _flaw(flaw: LibraryFlaw) -> Json:
    return {**id_json(flaw.id), "what": flaw.what, "detail": flaw.detail}


def library_check_json(flaws: Iterable[LibraryFlaw], info: LibraryInfo | None, names: Names) -> Json:  # noqa: ARG001  one of a kind
    """Return what is wrong in a library file; `info` is its state, or ``None`` where it could not be told."""
    found = [_flaw(flaw) for flaw in flaws]
    return {"sound": not found, "flaws": found, "library": info_json(info) if info else None}


def merged_json(merged: ImportSummary, names: Names) -> Json:
    """Return what a library took over from another one."""
    reports = (("new", merged.new), ("revised", merged.revised), ("unchanged", merged.unchanged))
    return {
        **{outcome: [named_id_json(report_id, names) for report_id in ids] for outcome, ids in reports},
        "refused": [_flaw(flaw) for flaw in merged.refused],
    }


def stored_paragraph_json(row: StoredParagraph, names: Names) -> Json:
    """Return one stored paragraph as a row of its own; every row has the same fields."""
    return {
        **named_id_json(row.id, names),
        "revision": row.revision,
        "section": row.locator.section,
        "paragraph": row.locator.paragraph,
        "path": list(row.headings),
        "topic": row.topic,
        "text": row.text,
        "subjects": list(row.subjects),
        "kinds": [kind.value for kind in row.kinds],
        "title": row.title,
        **published_json(row.id.year, row.published),
        **source_json(row.provenance),
    }


def news_json(news: NewsItem, names: Names) -> Json:
    """Return one thing that happened."""
    name = names.get(news.country, news.country)
    return {
        "country": news.country or None,
        "name": name or None,
        "year": news.year,
        "kind": news.kind,
        "said": describe_news(news, name),
        "url": news.url,
        "was_url": news.was_url or None,
        "found_at": news.found_at.isoformat(),
        "sentences": [_pair(pair) for pair in news.pairs],
        "headings": [{"old": old or None, "new": new or None} for old, new in news.headings],
    }


def watched_json(watched: WatchResult, names: Names) -> Json:
    """Return what one round of a watch came to: how many of each kind, the news, and what could not be asked."""
    return {
        "at": watched.at.isoformat(),
        "asked": watched.asked,
        "counts": {kind: sum(news.kind == kind for news in watched.news) for kind in NEWS_KINDS},
        "news": [news_json(news, names) for news in watched.news],
        "could_not_ask": [
            {
                **id_json(one.id),
                "reason": one.reason,
                "url": one.url or None,
            }
            for one in watched.unasked
        ],
    }
