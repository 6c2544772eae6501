"""News of a watch in words, the same in every view and every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import counted
from hrreport.wording.revisions import describe_pairs

if TYPE_CHECKING:
    from hrreport.model.news import NewsItem


def describe_news(news: NewsItem, name: str) -> str:
    """Return what happened in one line.

    Args:
        news: What happened.
        name: The country's name as shown to readers; empty for an edition.
    """
    which = f"{name} {news.year}"
    if news.kind == "edition":
        return f"The {news.year} edition is listed"
    if news.kind == "gone":
        return f"{which} is gone: {news.detail}"
    if news.kind == "back":
        return f"{which} is there again"
    if news.kind == "moved":
        return f"{which} has moved"
    changed = [counted(len(news.headings), "heading")] if news.headings else []
    changed += [describe_pairs(news.pairs)] if news.pairs else []
    return f"{which} was revised: {' and '.join(changed)}"
