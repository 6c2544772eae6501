"""Views of what a watch found, and of what could not be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.parts import warning
from hrreport.terminal.revisions import changed_pair
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import name_of
from hrreport.wording.news import describe_news
from hrreport.wording.reports import counted, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.news import NewsItem, UncheckedAddress, WatchResult
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

_INDENT = 2


def watched_view(watched: WatchResult, names: Names) -> Document:
    """Return the news, each with its sentences, then apart from them what could not be asked."""
    settings: list[Setting] = []
    for news in watched.news:
        settings += _news(news, names, above=1 if settings else 0)
    if not watched.news:
        settings.append(TextBlock((clean_span("No news.", "strong"),)))
    for place, one in enumerate(watched.unasked):
        settings.append(warning(_unasked_said(one, names), above=0 if place else 1))
    foot = f"{moment(watched.at)}: asked for {counted(watched.asked, 'report')} and the list of editions"
    if watched.unasked:
        foot += f"; {len(watched.unasked)} could not be asked, which says nothing about them"
    settings.append(TextBlock((clean_span(f"{foot}.", "faint"),), above=1))
    return Document(tuple(settings))


def _news(news: NewsItem, names: Names, *, above: int) -> Iterator[Setting]:
    name = names.get(news.country, news.country)
    yield TextBlock((clean_span(describe_news(news, name), "strong"),), above=above)
    if news.was_url:
        yield TextBlock((clean_span(f"was {news.was_url}", "faint"),), indent=_INDENT)
    yield TextBlock((clean_span(news.url, "faint"),), indent=_INDENT)
    for pair in news.pairs:
        yield from changed_pair(pair)
    for sign, style, title in (
        (sign, style, title)
        for old, new in news.headings
        for sign, style, title in (("−", "removed", old), ("+", "added", new))
        if title
    ):
        yield TextBlock((clean_span(title),), (StyledSpan(f"    {sign} ", style),), 6)  # type: ignore[arg-type]


def _unasked_said(one: UncheckedAddress, names: Names) -> str:
    which = name_of(one.id, names) if one.id else "the list of editions"
    return f"Could not ask for {which}: {one.reason}"
