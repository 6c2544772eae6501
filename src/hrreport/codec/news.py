"""The public form of what a watch found; part of the JSON contract, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.holdings import pair_json
from hrreport.model.news import NEWS_KINDS
from hrreport.wording.revisions import describe_news

if TYPE_CHECKING:
    from hrreport.codec.contract import Json
    from hrreport.codec.holdings import Names
    from hrreport.model.news import NewsItem, WatchResult


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
        "sentences": [pair_json(pair) for pair in news.pairs],
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
                "country": one.id.country if one.id else None,
                "year": one.id.year if one.id else None,
                "reason": one.reason,
                "url": one.url or None,
            }
            for one in watched.unasked
        ],
    }
