"""The texts of reports and the news of a watch on a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.change import Quote, SentencePair
from hrreport.model.country import ReportId
from hrreport.model.holding import (
    Revision,
    RevisionChange,
)
from hrreport.model.locator import Locator
from hrreport.model.news import NewsItem, UncheckedAddress, WatchResult
from hrreport.terminal.revisions import revisions_view, watched_view

if TYPE_CHECKING:
    from hrreport.model.report import Report


NAMES = {"arcadia": "Arcadia"}


NOON = datetime(2025, 5, 3, 12, tzinfo=UTC)


ARCADIA = ReportId("arcadia", 2023)


@pytest.fixture
def revision(arcadia: Report) -> Revision:
    return Revision(ARCADIA, 1, True, arcadia.title, "", arcadia.provenance, "ab" * 32, 12_345, 67, NOON, NOON)


def test_texts_are_listed_with_the_sentences_that_changed(revision: Revision) -> None:
    old = Quote(Locator("1.c", 4, 1), "Two men died.", ((0, 3),))
    new = Quote(Locator("1.c", 4, 1), "Six men died.", ((0, 3),))
    pairs = (
        SentencePair("reworded", (old,), (new,)),
        SentencePair(
            "moved", (Quote(Locator("1.a", 1, 1), "It rained."),), (Quote(Locator("1.b", 2, 1), "It rained."),)
        ),
        SentencePair("added", (), (Quote(Locator("2", 1, 1), "New."),)),
    )
    texts = (
        RevisionChange(replace(revision, current=False), first=True),
        RevisionChange(replace(revision, number=2), pairs),
    )
    brief = revisions_view(texts, NAMES).plain(120)
    assert "  Revision 1  stored 3 May 2025, 12:00 UTC" in brief
    assert "* Revision 2" in brief
    assert "against the text before: 3 sentences: 1 reworded, 1 moved, 1 added" in brief
    full = revisions_view(texts, NAMES, sentences=True).plain(120)
    assert "    − 1.c ¶ 4     [-Two-] men died." in full
    assert "    + 1.c ¶ 4     {+Six+} men died." in full
    assert "    → 1.a ¶ 1     It rained. (now at § 1.b ¶ 2)" in full


def test_news_are_told_apart_from_what_could_not_be_asked() -> None:
    pair = SentencePair("added", (), (Quote(Locator("1.c", 4, 1), "Six men died."),))
    revised = NewsItem("revised", 2023, NOON, "https://a.example/", "arcadia", "", (pair,), (("Old heading", ""),))
    moved = NewsItem("moved", 2023, NOON, "https://b.example/", "arcadia", "https://a.example/")
    unasked = (UncheckedAddress("timed out", ARCADIA), UncheckedAddress("timed out"))
    lines = watched_view(WatchResult(NOON, (revised, moved), unasked, 3), NAMES).plain(100).splitlines()
    assert lines == [
        "Arcadia 2023 was revised: 1 heading and 1 sentence added",
        "  https://a.example/",
        "    + 1.c ¶ 4     Six men died.",
        "    − Old heading",
        "",
        "Arcadia 2023 has moved",
        "  was https://a.example/",
        "  https://b.example/",
        "",
        "! Could not ask for Arcadia 2023: timed out",
        "! Could not ask for the list of editions: timed out",
        "",
        "3 May 2025, 12:00 UTC: asked for 3 reports and the list of editions; 2 could not be asked, which",
        "says nothing about them.",
    ]
    assert watched_view(WatchResult(NOON, (), (), 1), NAMES).plain().startswith("No news.\n")
