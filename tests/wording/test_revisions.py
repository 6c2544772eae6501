"""What becomes of a published report, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.change import SentencePair
from hrreport.model.news import NewsItem
from hrreport.wording.revisions import describe_news, describe_pairs

if TYPE_CHECKING:
    from hrreport.model.change import PairKind
    from hrreport.model.news import NewsKind


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "other headings, same sentences"),
        (("added",), "1 sentence added"),
        (("moved", "moved"), "2 sentences moved"),
        (("split", "merged", "removed"), "3 sentences: 2 reworded, 1 removed"),
    ],
)
def test_changed_sentences_are_counted_by_what_became_of_them(kinds: tuple[PairKind, ...], words: str) -> None:
    assert describe_pairs([SentencePair(kind, (), ()) for kind in kinds]) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("edition", "The 2023 edition is listed"),
        ("gone", "Arcadia 2023 is gone: not found twice"),
        ("back", "Arcadia 2023 is there again"),
        ("moved", "Arcadia 2023 has moved"),
        ("revised", "Arcadia 2023 was revised: 1 heading and 1 sentence added"),
    ],
)
def test_news_are_said_in_a_line(kind: NewsKind, words: str) -> None:
    pairs = (SentencePair("added", (), ()),)
    item = NewsItem(
        kind, 2023, datetime(2025, 5, 3, tzinfo=UTC), "", "arcadia", "", pairs, (("Old", "New"),), "not found twice"
    )
    assert describe_news(item, "Arcadia") == words
