"""On real pages, where they are present: the report verifies against itself, and no change slips through."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.quoting import index_report, verify_in
from hrreport.quoting.quotation_words import is_word, spans_of, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.report import Report

PAGES = {
    ReportId("kazakhstan", 2023): "www.state.gov/reports/2023-country-reports-on-human-rights-practices/kazakhstan/",
    ReportId("kenya", 2024): "www.state.gov/reports/2024-country-reports-on-human-rights-practices/kenya/",
}
EVERY = 7
"""One sentence in so many is changed; all are verified."""


@pytest.fixture(params=PAGES, ids=str)
def report(request: pytest.FixtureRequest, shared_site: Path) -> Report:
    address = f"https://{PAGES[request.param]}"
    body = (shared_site / PAGES[request.param] / "index.html").read_bytes()
    return parse_page(
        Snapshot(body, Provenance(address, address, datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")), request.param
    )


def test_every_sentence_and_paragraph_stands_at_its_own_place(report: Report) -> None:
    index = index_report(report)
    for section, paragraph in report.passages():
        own = tuple(section.locate(paragraph, n) for n in range(1, len(paragraph.starts) + 1))
        for places, text in [((place,), report.text_at(place)) for place in own] + [(own, paragraph.printed)]:
            assert places in [found.locators for found in verify_in(index, text).places]


def test_a_changed_word_fails_and_is_marked(report: Report) -> None:
    index = index_report(report)
    sentences = [text for _, paragraph in report.passages() for text in paragraph.sentences]
    for n, text in enumerate(sentences[::EVERY]):
        spans = [span for span, word in zip(spans_of(text), words_of(text), strict=True) if is_word(word)]
        if len(spans) < 5:
            continue
        begin, end = spans[n % len(spans)]
        verdict = verify_in(index, f"{text[:begin]}zebra{text[end:]}")
        assert not verdict.found
        near = [v.nearest for v in (verdict, *verdict.parts) if v.nearest]
        assert [(w.mark, w.quoted.strip(" “")) for each in near for w in each.differences] == [("changed", "zebra")]
