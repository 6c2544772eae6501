"""HTML: a document of blocks as one self-contained page, in the design of the report's own page."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from hrreport.exporting.html_page import page, shown_fact, trusted_markup
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.values import dataclass
from hrreport.views.blocks import ContentsBlock, HeadingBlock, ProseBlock, QuotationBlock, plain_text, without_pages
from hrreport.wording.reports import describe_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.exporting.html_page import Fact
    from hrreport.views.blocks import AnyBlock, BlockDocument, DocumentSource, Mark

_ELEMENTS: dict[Mark, str] = {
    "strong": "b", "emphasis": "em", "hit": "mark", "inserted": "ins", "deleted": "del", "quoted": "q",
    "pinpoint": 'span class="at"', "small": 'span class="at"',
}  # fmt: skip


@dataclass(slots=True)
class _NestedPart:
    """A heading with everything below it."""

    heading: HeadingBlock
    parts: list[AnyBlock | _NestedPart] = field(default_factory=list)

    @property
    def folds(self) -> bool:
        """Return whether a reader opens it: a highest part whose heading says what is in it."""
        return self.heading.level == 1 and bool(self.heading.remark) and bool(self.parts)


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One of the reports that a page is of, and where it came from."""

    name: str
    title: str
    facts: tuple[Fact, ...]


def shown_source(source: DocumentSource) -> ShownSource:
    """Return a source as a template shows it."""
    return ShownSource(source.name, source.title, tuple(map(shown_fact, source.facts)))


def document_html(document: BlockDocument) -> str:
    """Return a document as a page of HTML that asks nothing of any network."""
    document = without_pages(document)
    contents = next((block for block in document.blocks if isinstance(block, ContentsBlock)), None)
    quotations = [block for block in document.blocks if isinstance(block, QuotationBlock)]
    values = {
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "classes": "" if any(quotation.pinpoint for quotation in quotations) else "flush",
        "notices": [(note.lead, fold(plain_text(note.text))) for note in document.notes],
        "sources": list(map(shown_source, document.sources)),
        "contents": contents,
        "colophon": document.colophon,
        "searchable": bool(quotations),
        "folding": document.folding,
        "parts": _nested(_unique(document.blocks)),
        "ids": frozenset(name for block in document.blocks if (name := getattr(block, "id", ""))),
        "opening": {mark: trusted_markup(element) for mark, element in _ELEMENTS.items()},
        "closing": {mark: element.partition(" ")[0] for mark, element in _ELEMENTS.items()},
        "topics": (),
        **kinds_of((Kind(block.kind), block.key) for block in quotations if block.kind),
    }
    return page("document", values, head=(document.running_head, document.title)) + "\n"


def kinds_of(findings: Iterable[tuple[Kind, bool]]) -> dict[str, object]:
    """Return what the filter of a page offers: how many findings there are of each kind, and how many key ones."""
    found = tuple(findings)
    counts = [(kind.value, describe_kind(kind), sum(one == kind for one, _ in found)) for kind in Kind]
    return {"kinds": counts if found else (), "keys": sum(key for _, key in found)}


def _unique(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Yield blocks, an id that was there before taken from them."""
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, HeadingBlock | ProseBlock | QuotationBlock) and block.id:
            yield replace(block, id="") if block.id in seen else block
            seen.add(block.id)
        else:
            yield block


def _nested(blocks: Iterable[AnyBlock]) -> list[AnyBlock | _NestedPart]:
    """Return blocks with everything below a heading in one part with it."""
    top: list[AnyBlock | _NestedPart] = []
    open_parts: list[_NestedPart] = []
    for block in blocks:
        if isinstance(block, ContentsBlock):
            continue
        if isinstance(block, HeadingBlock):
            while open_parts and open_parts[-1].heading.level >= block.level:
                open_parts.pop()
            part = _NestedPart(block)
            (open_parts[-1].parts if open_parts else top).append(part)
            open_parts.append(part)
        else:
            (open_parts[-1].parts if open_parts else top).append(block)
    return top
