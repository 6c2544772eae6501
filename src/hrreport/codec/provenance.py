"""The stored form of a provenance; apart from those of reports and analyses, since searches read no more."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from hrreport.model.retrieval import Provenance


def dump(value: object) -> str:
    """Return a value as compact JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def trim(row: list[Any]) -> list[Any]:
    """Drop trailing members that are empty, so that the constructor's defaults stand for them."""
    while row and (row[-1] in ("", None) or row[-1] == []):
        row.pop()
    return row


def provenance_row(p: Provenance) -> list[Any]:
    """Return a provenance as it is stored."""
    head = [p.requested_url, p.url, p.retrieved_at.isoformat(), p.origin, p.sha256, p.status, p.media_type]
    return [*head, *trim([p.encoding, p.etag, p.last_modified, p.captured_at, p.publisher])]


def provenance_of(row: list[Any]) -> Provenance:
    """Return a stored provenance."""
    return Provenance(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:])


def encode_provenance(provenance: Provenance) -> str:
    """Return a provenance as JSON text."""
    return dump(provenance_row(provenance))


def decode_provenance(text: str) -> Provenance:
    """Return the provenance that was encoded."""
    return provenance_of(json.loads(text))
