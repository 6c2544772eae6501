"""Passages of a report as quotations, and what it says of a topic that no heading of it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.elsewhere import NOTHING_ELSEWHERE, TITLE
from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, NoteBlock, ProseBlock, QuotationBlock, TextRun, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph
    from hrreport.views.blocks import AnyBlock, Runs

    Cite = Callable[[Locator], str]


def paragraph_runs(paragraph: Paragraph) -> Runs:
    """Return the words of a paragraph, those that lead somewhere with their address.

    A link that is empty or overlaps the one before it is left out; its words stay.
    """
    text, done = paragraph.text, 0
    made: list[TextRun] = []
    for link in sorted(paragraph.links, key=lambda link: link.start):
        if link.url.startswith(("http://", "https://")) and done <= link.start < link.end <= len(text):
            made += [TextRun(text[done : link.start]), TextRun(text[link.start : link.end], address=link.url)]
            done = link.end
    return runs(*made, text[done:].rstrip())


def paragraph_block(paragraph: Paragraph, pinpoint: str, *, citation: str = "", id: str = "") -> QuotationBlock:  # noqa: A002  a block's id
    """Return a paragraph of a report, verbatim."""
    return QuotationBlock(
        paragraph_runs(paragraph),
        pinpoint,
        fold(citation),
        fold(paragraph.topic or ""),
        paragraph.form,
        id,
    )


def elsewhere_blocks(
    elsewhere: Elsewhere | None, *, whole: bool, level: int = 1, cite: Cite | None = None
) -> Iterator[AnyBlock]:
    """Yield what a report says of a topic that no heading of it is on; nothing where that was not asked.

    Args:
        elsewhere: What was found.
        whole: Whether whole paragraphs are shown, rather than the sentences alone.
        level: The level of its heading.
        cite: Makes the citation of a paragraph.
    """
    if elsewhere is None:
        return
    yield HeadingBlock(level, TITLE)
    yield NoteBlock(runs(elsewhere.notice))
    yield ProseBlock(runs(elsewhere.sought), small=True)
    if not elsewhere.mentions:
        yield ProseBlock(runs(NOTHING_ELSEWHERE))
    before: tuple[str, ...] = ()
    for mention in elsewhere.mentions:
        if mention.path != before:
            yield HeadingBlock(level + 1, fold(" › ".join(mention.path)))
        before = mention.path
        words = paragraph_runs(mention.paragraph) if whole else runs(fold(mention.excerpt))
        yield QuotationBlock(
            words,
            str(mention.locator),
            fold(cite(mention.locator)) if cite else "",
            fold(mention.paragraph.topic or ""),
        )
