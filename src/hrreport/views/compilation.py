"""Compilation: chosen passages of several reports, topic by topic, report by report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold
from hrreport.views.blocks import ContentsBlock, HeadingBlock, PageBreak
from hrreport.views.heads import document_on
from hrreport.views.passages import elsewhere_blocks, paragraph_block
from hrreport.wording.changes import title
from hrreport.wording.treatments import entry_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Chapter, Compilation, Entry
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]


def compilation_document(compilation: Compilation, names: Names, *, cite: Cite | None = None) -> BlockDocument:
    """Return chosen passages with a table of contents; every paragraph has its place, and its citation.

    Args:
        compilation: The passages.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a paragraph; without it its place alone is shown.
    """
    heading = f"Compiled passages: {', '.join(chapter.name for chapter in compilation.chapters)}"
    blocks: list[AnyBlock] = [PageBreak(), ContentsBlock(2), PageBreak()]
    for chapter in compilation.chapters:
        blocks.append(HeadingBlock(1, fold(chapter.name), slug(chapter.topic)))
        for entry in chapter.entries:
            blocks += _entry(chapter, entry, names, cite)
    return document_on(
        heading, compilation.reports, blocks, names=names, cautions=compilation.cautions, gaps=compilation.gaps
    )


def _entry(chapter: Chapter, entry: Entry, names: Names, cite: Cite | None) -> Iterator[AnyBlock]:
    paragraphs = sum(len(excerpt.paragraphs) for excerpt in entry.excerpts)
    size = entry_size(paragraphs, entry.elsewhere)
    yield HeadingBlock(2, title(entry.report, names), slug(f"{chapter.topic} {entry.report.id}"), remark=size)

    def citing(place: Locator) -> str:
        return cite(entry.report.id, place) if cite else ""

    before: tuple[str, ...] = ()
    for excerpt in entry.excerpts:
        if excerpt.path != before:
            yield HeadingBlock(3, fold(" › ".join(excerpt.path)))
        before = excerpt.path
        for paragraph in excerpt.paragraphs:
            place = excerpt.locate(paragraph)
            yield paragraph_block(paragraph, str(place), citation=citing(place))
    yield from elsewhere_blocks(entry.elsewhere, whole=True, level=3, cite=citing if cite else None)
