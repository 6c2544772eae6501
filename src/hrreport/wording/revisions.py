"""Words for what becomes of a published report: another text of it, and the news of a watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from hrreport.model.change import PairKind, SentencePair
    from hrreport.model.holding import RevisionChange
    from hrreport.model.news import NewsItem

_KINDS: dict[str, tuple[PairKind, ...]] = {
    "reworded": ("reworded", "split", "merged"),
    "moved": ("moved",),
    "removed": ("removed",),
    "added": ("added",),
}
"""The kinds of changed sentences that are counted together."""


def describe_revision(revised: RevisionChange) -> str:
    """Return what changed from the text before, in a phrase, or empty for the first.

    >>> from hrreport.model.holding import RevisionChange
    >>> describe_revision(RevisionChange(None))
    'other headings, same sentences'
    """
    return "" if revised.first else describe_pairs(revised.pairs)


def describe_pairs(pairs: Collection[SentencePair]) -> str:
    """Return how many sentences changed, and how, in a phrase."""
    counts = {name: sum(pair.kind in kinds for pair in pairs) for name, kinds in _KINDS.items()}
    changes = [f"{count:,} {name}" for name, count in counts.items() if count]
    if not changes:
        return "other headings, same sentences"
    total = counted(sum(counts.values()), "sentence")
    return f"{total}: {', '.join(changes)}" if len(changes) > 1 else f"{total} {max(counts, key=counts.__getitem__)}"


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
