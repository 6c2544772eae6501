"""Views of what becomes of reports: the texts that a library has of one, and the news that a watch found."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock, text_block
from hrreport.terminal.exact_spans import set_off
from hrreport.terminal.parts import HASH_SHOWN, warnings
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import name_of
from hrreport.wording.reports import counted, moment, obtained
from hrreport.wording.revisions import describe_news, describe_revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.holding import RevisionChange
    from hrreport.model.news import NewsItem, WatchResult
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import Names

_GUTTER = 14
_CURRENT = StyledSpan("* ", "key")
_SIDES: tuple[tuple[str, StyleName], tuple[str, StyleName]] = (("−", "removed"), ("+", "added"))
"""The sign and the style of what only the older text has, and of what only the newer one has."""


def revisions_view(texts: Sequence[RevisionChange], names: Names, *, sentences: bool = False) -> Document:
    """Return the texts of reports, oldest first, each with what changed from the one before.

    Args:
        texts: Report by report.
        names: Names of countries as shown to readers, by slug.
        sentences: Whether every sentence that changed is shown.
    """
    settings: list[Setting] = []
    for report_id, group in groupby(texts, key=lambda text: text.revision.id):
        of_report = list(group)
        title = f"{name_of(report_id, names)}: {counted(len(of_report), 'text')}"
        settings.append(text_block(title, "strong", above=1 if settings else 0))
        for text in of_report:
            settings += _text(text)
            if sentences:
                settings += [block for pair in text.pairs for block in _changed_pair(pair)]
    foot = TextBlock((_CURRENT, StyledSpan("the text that is shown", "faint")), above=1)
    return Document((*settings, foot))


def _text(text: RevisionChange) -> Iterator[Setting]:
    revision = text.revision
    facts = (
        f"stored {moment(revision.saved_at)}, confirmed {moment(revision.checked_at)}; "
        f"retrieved {obtained(revision.provenance)}; {counted(revision.words, 'word')}; "
        f"SHA-256 of the text {revision.text_hash[:HASH_SHOWN]}"
    )
    sign = _CURRENT if revision.current else StyledSpan("  ")
    yield TextBlock((clean_span(facts),), (sign, StyledSpan(f"Revision {revision.number}")), _GUTTER)
    if change := describe_revision(text):
        yield text_block(f"against the text before: {change}", "aside", indent=_GUTTER)


def _changed_pair(pair: SentencePair) -> Iterator[TextBlock]:
    """Yield the sentences of both sides; one that only moved is shown once."""
    if pair.kind == "moved":
        place = clean_span(f"(now at {pair.new[0].locator})", "faint")
        for quote in pair.old:
            yield TextBlock((clean_span(quote.text), StyledSpan(" "), place), _place("→", "", quote), _GUTTER + 4)
        return
    for (sign, style), quotes in zip(_SIDES, (pair.old, pair.new), strict=True):
        for quote in quotes:
            words = tuple(set_off(quote.text, quote.marks, style))
            yield TextBlock(words, _place(sign, style, quote), _GUTTER + 4)


def _place(sign: str, style: StyleName, quote: Quote) -> tuple[StyledSpan, ...]:
    return (StyledSpan(f"    {sign} ", style), clean_span(f"{quote.locator.anchor} {quote.locator.pinpoint}", "faint"))


# -- news --------------------------------------------------------------------------------------


def watched_view(watched: WatchResult, names: Names) -> Document:
    """Return the news, each with its sentences, then apart from them what could not be asked."""
    settings: list[Setting] = []
    for news in watched.news:
        settings += _news(news, names, above=1 if settings else 0)
    if not watched.news:
        settings.append(text_block("No news.", "strong"))
    asked = ((name_of(one.id, names) if one.id else "the list of editions", one.reason) for one in watched.unasked)
    settings += warnings(f"Could not ask for {which}: {reason}" for which, reason in asked)
    foot = f"{moment(watched.at)}: asked for {counted(watched.asked, 'report')} and the list of editions"
    if watched.unasked:
        foot += f"; {len(watched.unasked)} could not be asked, which says nothing about them"
    return Document((*settings, text_block(f"{foot}.", "faint", above=1)))


def _news(news: NewsItem, names: Names, *, above: int) -> Iterator[Setting]:
    yield text_block(describe_news(news, names.get(news.country, news.country)), "strong", above=above)
    if news.was_url:
        yield text_block(f"was {news.was_url}", "faint", indent=2)
    yield text_block(news.url, "faint", indent=2)
    for pair in news.pairs:
        yield from _changed_pair(pair)
    for headings in news.headings:
        for (sign, style), heading in zip(_SIDES, headings, strict=True):
            if heading:
                yield TextBlock((clean_span(heading),), (StyledSpan(f"    {sign} ", style),), 6)
