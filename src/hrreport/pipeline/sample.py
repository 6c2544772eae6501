"""The abridgement of one report that is bundled, for when no source can be reached at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.model.country import ReportId
from hrreport.pipeline.opened_pages import opened
from hrreport.pipeline.parse import parse_and_analyze
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from hrreport.pipeline.context import Obtained

SAMPLE = ReportId("kazakhstan", 2023)
"""The report of which an abridgement is bundled."""
_PAGE = "samples/kazakhstan-2023.html"
_MADE = "2026-11-22"


def is_of_sample(body: bytes) -> bool:
    """Return whether a page is the bundled abridgement, or was made from it: both say so in the same words."""
    return SAMPLE_NOTICE.encode() in body


def sample() -> Obtained:
    """Return the bundled abridgement, parsed and analyzed; its origin says what it is."""
    import hashlib
    from datetime import UTC, datetime

    from hrreport.model.retrieval import Provenance, Snapshot

    body = tables.text(_PAGE).encode()
    digest = hashlib.sha256(body).hexdigest()
    made = datetime.fromisoformat(_MADE).replace(tzinfo=UTC)
    provenance = Provenance("", f"hrreport:data/{_PAGE}", made, "sample", digest, encoding="utf-8")
    return parse_and_analyze(opened((Snapshot(body, provenance),)), SAMPLE)
