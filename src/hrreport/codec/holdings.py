"""The public form of what a library holds, and of downloads into it; part of the JSON contract, version 1.

Fields may be added, never renamed. `names` are names of countries as shown to readers, by slug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import locator_json, provenance_json, published_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrreport.codec.contract import Json
    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.country import ReportId
    from hrreport.model.holding import (
        Download,
        DownloadSummary,
        Holding,
        ImportSummary,
        LibraryFault,
        LibraryInfo,
        Revision,
        RevisionChange,
        StoredParagraph,
    )

    Names = Mapping[str, str]

OUTCOMES = ("new", "unchanged", "revised", "refused", "missing", "failed")


def which_json(report_id: ReportId, names: Names) -> Json:
    """Return which report it is."""
    return {
        "country": report_id.country,
        "name": names.get(report_id.country, report_id.country),
        "year": report_id.year,
    }


def download_json(downloaded: DownloadSummary, names: Names) -> Json:
    """Return what came of a download: how many reports had which outcome, and each in the order it was done."""
    return {
        "counts": {outcome: sum(d.outcome == outcome for d in downloaded.deliveries) for outcome in OUTCOMES},
        "reports": [
            {**which_json(d.id, names), "outcome": d.outcome, "detail": d.detail, "url": d.url or None}
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
                        **which_json(line.id, names),
                        "outcome": line.outcome,
                        "detail": line.detail,
                        "at": line.at.isoformat(),
                    }
                    for line in one.done
                ],
                "pending": [which_json(report_id, names) for report_id in one.pending],
            }
            for one in downloads
        ]
    }


def revision_json(revision: Revision, names: Names) -> Json:
    """Return one text of a report, as a library holds it."""
    return {
        **which_json(revision.id, names),
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


def _quote(quote: Quote) -> Json:
    place = quote.locator
    return {
        **locator_json(place),
        "text": quote.text,
        "marks": [list(mark) for mark in quote.marks],
    }


def pair_json(pair: SentencePair) -> Json:
    """Return a sentence and what became of it."""
    return {"kind": pair.kind, "old": [*map(_quote, pair.old)], "new": [*map(_quote, pair.new)]}


def revisions_json(texts: Iterable[RevisionChange], names: Names, *, sentences: bool = True) -> Json:  # noqa: ARG001  one of a kind
    """Return texts of reports, oldest first, each with the sentences that changed from the one before.

    ``changes`` is null for the first text, which has none before it.
    """
    return {
        "revisions": [
            {
                **revision_json(text.revision, names),
                "changes": None if text.first else [pair_json(pair) for pair in text.pairs],
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


def _flaw(flaw: LibraryFault) -> Json:
    which = {"country": flaw.id.country, "year": flaw.id.year} if flaw.id else {"country": None, "year": None}
    return {**which, "what": flaw.what, "detail": flaw.detail}


def check_json(flaws: Iterable[LibraryFault], info: LibraryInfo | None, names: Names) -> Json:  # noqa: ARG001  one of a kind
    """Return what is wrong in a library file; `info` is its state, or ``None`` where it could not be told."""
    found = [_flaw(flaw) for flaw in flaws]
    return {"sound": not found, "flaws": found, "library": info_json(info) if info else None}


def merged_json(merged: ImportSummary, names: Names) -> Json:
    """Return what a library took over from another one."""
    return {
        **{
            name: [which_json(report_id, names) for report_id in reports]
            for name, reports in (("new", merged.new), ("revised", merged.revised), ("unchanged", merged.unchanged))
        },
        "refused": [_flaw(flaw) for flaw in merged.refused],
    }


def stored_paragraph_json(row: StoredParagraph, names: Names) -> Json:
    """Return one stored paragraph as a row of its own; every row has the same fields."""
    source = row.provenance
    return {
        **which_json(row.id, names),
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
        "url": source.url,
        "origin": source.origin,
        "retrieved_at": source.retrieved_at.isoformat(),
        "sha256": source.sha256,
    }
