"""Pages as received."""

from __future__ import annotations

from datetime import UTC, datetime

from hrreport.model.retrieval import Candidate, Provenance, Snapshot


def test_a_snapshot_is_shown_without_its_bytes() -> None:
    provenance = Provenance("", "https://a.example/", datetime(2024, 5, 1, tzinfo=UTC), "file", "00")
    assert "secret" not in repr(Snapshot(b"secret", provenance))
    assert Snapshot(b"secret", provenance) != Snapshot(b"", provenance)


def test_an_address_leads_to_pages_or_is_one() -> None:
    index = Candidate("https://a.example/index", leads=lambda body, _: (Candidate(body.decode()),))
    assert index.leads is not None
    (page,) = index.leads(b"https://a.example/arcadia", "utf-8")
    assert (page.url, page.leads, page.origin) == ("https://a.example/arcadia", None, "state.gov")
