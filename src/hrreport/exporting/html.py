"""HTML: one self-contained file each, which asks nothing of any network; a document of blocks as such a page.

The style and the script are in the file and are named by their hashes in its content security policy, so that nothing
else in it can ever run, whatever a report says.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.markup import css_string, fragment, keep_spaces, web_address
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.values import dataclass
from hrreport.views.blocks import ContentsBlock, HeadingBlock, ProseBlock, QuotationBlock, plain_text, without_pages
from hrreport.wording.reports import describe_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment
    from markupsafe import Markup

    from hrreport.views.blocks import AnyBlock, BlockDocument, DocumentSource, Mark, SourceFact

_TEMPLATES = Path(__file__).parent / "templates"
_HEAD: Mapping[str, object] = {
    "language": "en", "title": "", "year": "", "subtitle": "", "classes": "", "notices": (), "sources": (),
    "contents": None, "searchable": True, "folding": False, "colophon": "",
}  # fmt: skip
"""What every template shows, and what stands for it where it is not given."""


class ShownFact(NamedTuple):
    """One line of a report's provenance."""

    name: str
    text: str
    url: str | None
    """Where it leads, if that may be followed."""


class ShownSource(NamedTuple):
    """One of the reports that a page is of, and where it came from."""

    name: str
    title: str
    facts: tuple[ShownFact, ...]


@cache
def environment() -> Environment:
    """Return the templates, which escape every word that they are given."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "address": _address,
        "fold": fold,
        "fragment": fragment,
        "kept": keep_spaces,
        "kind": lambda value: type(value).__name__,
        "own": trusted_markup,
    }
    return made


def _address(address: str, ids: frozenset[str] = frozenset()) -> str:
    """Return where words may lead: to the web, or to an id that the page has; empty otherwise."""
    if address.startswith("#"):
        return f"#{fragment(address[1:])}" if address[1:] in ids else ""
    return web_address(address) or ""


@cache
def asset(name: str) -> str:
    """Return a file of ours from ``templates``."""
    return (_TEMPLATES / name).read_text(encoding="utf-8").strip()


def trusted_assets(style: str, script: str) -> dict[str, object]:
    """Return our own style and script for a template, with a content security policy that allows nothing else."""
    csp = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"policy": csp, "style": trusted_markup(style), "script": trusted_markup(script)}


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def shown_fact(fact: SourceFact) -> ShownFact:
    """Return a fact as a template shows it."""
    return ShownFact(fact.name, fold(fact.text), web_address(fact.address))


def shown_source(source: DocumentSource) -> ShownSource:
    """Return a source as a template shows it."""
    return ShownSource(source.name, source.title, tuple(map(shown_fact, source.facts)))


def shown_kinds(findings: Iterable[tuple[Kind, bool]]) -> dict[str, object]:
    """Return what the filter of a page offers: how many findings there are of each kind, and how many key ones."""
    found = tuple(findings)
    counts = [(kind.value, describe_kind(kind), sum(one == kind for one, _ in found)) for kind in Kind]
    return {"kinds": counts if found else (), "keys": sum(key for _, key in found)}


def page(template: str, values: Mapping[str, object], *, head: tuple[str, str]) -> str:
    """Return a whole file made by a template.

    Args:
        template: Its name in ``templates``, without ending.
        values: What the template shows; some have a value where none is given.
        head: The words at the left and at the right of the head of every printed page.
    """
    left, right = map(css_string, head)
    # a style cannot be told words apart from its rules, so they are put in here, escaped
    running_head = f"@page{{@top-left{{content:{left}}}@top-right{{content:{right}}}}}"
    style, script = f"{asset('page.css')}\n{running_head}", asset("page.js")
    fixed = trusted_assets(style, script)
    return environment().get_template(f"{template}.html").render({**_HEAD, **values, **fixed})


def trusted_markup(text: str) -> Markup:
    """Return markup of ours, which templates do not escape; never words of a report."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  nothing but files of ours, numbers and an escaped string comes here


# -- documents of blocks ---------------------------------------------------------------------

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
        "sources": [shown_source(source) for source in document.sources],
        "contents": contents,
        "colophon": document.colophon,
        "searchable": bool(quotations),
        "folding": document.folding,
        "parts": _nested(_unique(document.blocks)),
        "ids": frozenset(name for block in document.blocks if (name := getattr(block, "id", ""))),
        "opening": {mark: trusted_markup(element) for mark, element in _ELEMENTS.items()},
        "closing": {mark: element.partition(" ")[0] for mark, element in _ELEMENTS.items()},
        "topics": (),
        **shown_kinds((Kind(block.kind), block.key) for block in quotations if block.kind),
    }
    return page("document", values, head=(document.running_head, document.title)) + "\n"


def _unique(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Yield blocks without the ids that an earlier one has."""
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
