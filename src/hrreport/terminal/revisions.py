"""Views of the texts that a library has of a report, and of what changed from one to the next."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.parts import HASH_SHOWN
from hrreport.terminal.side_by_side import marked
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import name_of
from hrreport.wording.reports import counted, moment, obtained
from hrreport.wording.revisions import describe_revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.holding import RevisionChange
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import Names

_GUTTER = 14
_CURRENT = {True: StyledSpan("* ", "key"), False: StyledSpan("  ")}


def revisions_view(texts: Sequence[RevisionChange], names: Names, *, sentences: bool = False) -> Document:
    """Return the texts of reports, oldest first, each with what changed from the one before.

    Args:
        texts: Report by report.
        names: Names of countries as shown to readers, by slug.
        sentences: Whether every sentence that changed is shown.
    """
    settings: list[Setting] = []
    for report_id, group in groupby(texts, key=lambda text: text.revision.id):
        held = list(group)
        title = f"{name_of(report_id, names)}: {counted(len(held), 'text')}"
        settings.append(TextBlock((clean_span(title, "strong"),), above=1 if settings else 0))
        for text in held:
            settings += _text(text)
            if sentences:
                settings += [block for pair in text.pairs for block in changed_pair(pair)]
    foot = (_CURRENT[True], StyledSpan("the text that is shown", "faint"))
    return Document((*settings, TextBlock(foot, above=1)))


def _text(text: RevisionChange) -> Iterator[Setting]:
    revision = text.revision
    facts = (
        f"stored {moment(revision.saved_at)}, confirmed {moment(revision.checked_at)}; "
        f"retrieved {obtained(revision.provenance)}; {counted(revision.words, 'word')}; "
        f"SHA-256 of the text {revision.text_hash[:HASH_SHOWN]}"
    )
    yield TextBlock(
        (clean_span(facts),), (_CURRENT[revision.current], StyledSpan(f"Revision {revision.number}")), _GUTTER
    )
    if change := describe_revision(text):
        yield TextBlock((clean_span(f"against the text before: {change}", "aside"),), indent=_GUTTER)


def changed_pair(pair: SentencePair) -> Iterator[TextBlock]:
    """Yield the sentences of both sides; one that only moved is shown once."""
    if pair.kind == "moved":
        there = clean_span(f"(now at {pair.new[0].locator})", "faint")
        yield from (
            TextBlock((clean_span(quote.text), StyledSpan(" "), there), _place("→", "", quote), _GUTTER + 4)
            for quote in pair.old
        )
        return
    yield from (
        TextBlock(tuple(marked(quote, "removed")), _place("−", "removed", quote), _GUTTER + 4) for quote in pair.old
    )
    yield from (
        TextBlock(tuple(marked(quote, "added")), _place("+", "added", quote), _GUTTER + 4) for quote in pair.new
    )


def _place(sign: str, style: StyleName, quote: Quote) -> tuple[StyledSpan, ...]:
    return (StyledSpan(f"    {sign} ", style), clean_span(f"{quote.locator.anchor} {quote.locator.pinpoint}", "faint"))
