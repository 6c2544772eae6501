"""APA, Chicago and OSCOLA against citations written by hand."""

from __future__ import annotations


def test_a_citation_reads_as_written_by_hand(written: tuple[str, str]) -> None:
    assert written[0] == written[1]
