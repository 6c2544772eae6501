"""News of a watch."""

from __future__ import annotations

from datetime import UTC, datetime

from hrreport.model.news import NEWS_KINDS, NewsItem
from hrreport.wording.revisions import describe_news


def test_each_kind_of_news_has_words_of_its_own() -> None:
    now = datetime(2025, 5, 3, tzinfo=UTC)
    words = [describe_news(NewsItem(kind, 2023, now, "https://a.example/"), "Arcadia") for kind in NEWS_KINDS]
    assert words[0] == "The 2023 edition is listed"
    assert len(set(words)) == len(NEWS_KINDS)
