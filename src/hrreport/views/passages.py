"""Passages of a report as quotations, where their words are, and what it says of a topic that no heading is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.deep_links import DeepLinks
from hrreport.model.elsewhere import NOTHING_ELSEWHERE, TITLE
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    NO_SOURCE,
    HeadingBlock,
    NoteBlock,
    PassageSource,
    ProseBlock,
    QuotationBlock,
    TextRun,
    runs,
    small_note,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Report
    from hrreport.views.blocks import AnyBlock, Runs

    Cite = Callable[[Locator], str]


class SourceFinder:
    """Finds where the words of passages of a report are: on its page, which opens at them, and in the official PDF."""

    def __init__(self, report: Report, whole: Report | None = None) -> None:
        """Read the words of the report's pages, of the `whole` where it is a part; the bundled abridgement has none."""
        self._report = report
        self._links = None if report.provenance.origin == "sample" else DeepLinks(whole or report)

    def source(self, place: Locator) -> PassageSource:
        """Return where the words of a passage are."""
        address = self._links.address(place) if self._links else ""
        pages = self._report.pages(place)
        if pages is None:
            return PassageSource(address)
        pdf = self._report.pdf_address
        number = f"{'p.' if pages.first == pages.last else 'pp.'} {pages}"
        return PassageSource(address, number, f"{pdf}#page={pages.sheet}" if pdf else "")


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


def paragraph_block(
    paragraph: Paragraph,
    pinpoint: str,
    *,
    citation: str = "",
    id: str = "",  # noqa: A002  a block's id
    source: PassageSource = NO_SOURCE,
) -> QuotationBlock:
    """Return a paragraph of a report, verbatim."""
    label = fold(paragraph.topic or "")
    words = paragraph_runs(paragraph)
    return QuotationBlock(words, pinpoint, fold(citation), label, paragraph.form, id, source=source)


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
    yield small_note(elsewhere.sought)
    if not elsewhere.mentions:
        yield ProseBlock(runs(NOTHING_ELSEWHERE))
    before: tuple[str, ...] = ()
    for mention in elsewhere.mentions:
        if mention.path != before:
            yield HeadingBlock(level + 1, fold(" › ".join(mention.path)))
        before = mention.path
        words = paragraph_runs(mention.paragraph) if whole else runs(fold(mention.excerpt))
        citation = fold(cite(mention.locator)) if cite else ""
        yield QuotationBlock(words, str(mention.locator), citation, fold(mention.paragraph.topic or ""))
