"""Markdown: a document of blocks as CommonMark with tables and YAML front matter.

Whatever could mean something to CommonMark, or to the dialects in common use (tables, strikethrough, mathematics,
footnotes, attributes), is escaped with a backslash, which CommonMark defines for every ASCII punctuation character. So
every reader of Markdown gives back exactly the words of the blocks.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from hrreport.exporting.markup import fragment, keep_spaces, web_address
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    ContentsBlock,
    HeadingBlock,
    ListBlock,
    NoteBlock,
    PictureBlock,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TextRun,
    without_pages,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hrreport.views.blocks import AnyBlock, BlockDocument, DocumentSource, ListEntry, Runs, TableCell

_DEEPEST = 6
"""Markdown has no heading below this level."""
_ELEMENTS = {"inserted": "ins", "deleted": "del"}
_SIGNS = {"strong": ("**", "b"), "hit": ("**", "b"), "emphasis": ("*", "i")}
"""Markdown's own sign for a mark, and the element for where that sign would not be understood."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~^|$@{}]|&(?=[#\w]|$)|!$")
_IN_A_LINK = str.maketrans({"&": "\\&", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})
_AT_START = re.compile(r"(?=[-+=:])|\d{1,9}(?=[.)])")
"""What a line begins with whose next character would make it something else."""


def document_markdown(document: BlockDocument) -> str:
    """Return a document as the text of a Markdown file."""
    document = without_pages(document)
    head = ["\n".join(["---", *_yaml(document.metadata), "---"])] if document.metadata else []
    head.append(f"# {escape_line(document.title)}")
    head += [f"*{escape_line(document.subtitle)}*"] if document.subtitle else []
    head += [_note(note) for note in document.notes]
    head += ["\n".join(_sources(document.sources, document.title))] if document.sources else []
    ids = _linked_ids(document)
    blocks = [text for block in document.blocks for text in _block(block, document, ids)]
    # passages that are items of one list follow each other without an empty line
    joined = [
        "\n".join(group) if listed else "\n\n".join(group)
        for listed, group in groupby(blocks, key=lambda text: text.startswith("- "))
    ]
    tail = [f"*{escape_line(document.colophon)}*"] if document.colophon else []
    return "\n\n".join([*head, *joined, *tail]) + "\n"


# -- the head --------------------------------------------------------------------------------


def _yaml(mapping: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for name, value in mapping.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _yaml(value, f"{indent}  ")
        elif isinstance(value, (list, tuple)):
            yield f"{indent}{name}:"
            for one in value:
                first, *others = _yaml(one) if isinstance(one, dict) else [_scalar(one)]
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in others)
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """Return a value as JSON on one line, which YAML reads unchanged."""
    return json.dumps(fold(value) if isinstance(value, str) else value, ensure_ascii=False)


def _note(note: NoteBlock) -> str:
    lead = f"**{escape_line(note.lead)}:** " if note.lead else ""
    return f"> {lead}{_line(note.text, set())}"


def _sources(sources: Sequence[DocumentSource], title: str) -> Iterator[str]:
    """Yield a line for each fact of the one source that the title names, or else a line for each source."""
    for source in sources:
        facts = [f"{escape_line(fact.name)}: {_linked(fact.text, fact.address)}" for fact in source.facts]
        if len(sources) == 1 and source.name in title:
            yield from (f"- {fact}" for fact in facts)
        else:
            yield f"- {escape_line(source.name)}: {'; '.join((escape_line(source.title), *facts))}"


def _linked(text: str, address: str) -> str:
    target = link_target(address) if address else None
    return f"[{escape_line(text)}]({target})" if target else escape_line(text)


def _linked_ids(document: BlockDocument) -> set[str]:
    """Return the ids that have an anchor: all in a document with contents, else those that something leads to."""
    there = {name for block in document.blocks if (name := getattr(block, "id", ""))}
    contents = any(isinstance(block, ContentsBlock) for block in document.blocks)
    return there if contents else there & set(_addresses(document.blocks))


def _addresses(value: object) -> Iterator[str]:
    """Yield the ids that runs lead to, wherever they are in a block."""
    if isinstance(value, TextRun):
        yield value.page_of or value.address.removeprefix("#")
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _addresses(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _addresses(getattr(value, field.name))


# -- words -----------------------------------------------------------------------------------


def escape(text: str) -> str:
    """Return words that stand inside a line, escaped; their white space is kept."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escape_line(text: str) -> str:
    r"""Return words that stand at the start of a line, escaped; white space is folded.

    >>> escape_line("1. *not* a list & <b>")
    '1\\. \\*not\\* a list & \\<b\\>'
    """
    text = fold(text)
    start = _AT_START.match(text)
    if not start:
        return escape(text)
    end = start.end()
    return f"{text[:end]}\\{text[end]}{escape(text[end + 1 :])}"


def link_target(url: str) -> str | None:
    """Return an http(s) address as the target of a link, or ``None`` for any other address."""
    target = web_address(url)
    return target.translate(_IN_A_LINK) if target else None


def anchor(name: str) -> str:
    """Return an empty anchor that a link to ``#name`` reaches."""
    return f'<a id="{fragment(name)}"></a>'


def reference(text: str, name: str) -> str:
    """Return a link to an anchor in the same file."""
    return f"[{escape_line(text)}](#{fragment(name)})"


def _line(line: Runs, ids: set[str], *, opens: bool = True) -> str:
    """Return runs as one line of Markdown, or, where they do not open it, as a part of one."""
    texts = [keep_spaces(run.text) for run in line]
    written = []
    for n, run in enumerate(line):
        before = "".join(texts[:n])[-1:] or ("" if opens else " ")
        after = "".join(texts[n + 1 :])[:1]
        written.append(_run(run, texts[n], before, after, ids))
    return "".join(written).strip()


def _run(run: TextRun, text: str, before: str, after: str, ids: set[str]) -> str:
    words = text.strip()
    if not words:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    made = escape(words) if before else escape_line(words)
    for mark in run.marks:
        if mark in _ELEMENTS:
            made = f"<{_ELEMENTS[mark]}>{made}</{_ELEMENTS[mark]}>"
        elif mark in _SIGNS:
            sign, element = _SIGNS[mark]
            opens = words[0].isalnum() or bool(lead) or not before or before.isspace()
            closes = words[-1].isalnum() or bool(tail) or not after or after.isspace()
            made = f"{sign}{made}{sign}" if opens and closes else f"<{element}>{made}</{element}>"
    target = link_target(run.address) if run.address else None
    if run.address[:1] == "#" and run.address[1:] in ids:
        target = f"#{fragment(run.address[1:])}"
    return f"{lead}{f'[{made}]({target})' if target else made}{tail}"


# -- blocks ----------------------------------------------------------------------------------


def _block(block: AnyBlock, document: BlockDocument, ids: set[str]) -> Iterator[str]:
    """Yield a block as Markdown; none for what Markdown does not have."""
    writers: dict[type, Callable[[Any], Iterable[str]]] = {
        HeadingBlock: lambda heading: _heading(heading, ids),
        NoteBlock: lambda note: (_note(note),),
        ProseBlock: lambda prose: (f"{_anchor(prose.id, ids)}{_prose(prose, ids)}",),
        QuotationBlock: lambda quotation: _quotation(quotation, ids),
        ListBlock: lambda made: ("\n".join(_entries(made.entries, ids, ordered=made.ordered)),),
        TableBlock: lambda made: _table(made, ids),
        PictureBlock: lambda picture: (f"*{escape_line(picture.caption or picture.alt)}*",),
        ContentsBlock: lambda contents: _contents(contents, document),
    }
    yield from writers[type(block)](block)


def _anchor(name: str, ids: set[str]) -> str:
    return anchor(name) if name in ids else ""


def _heading(block: HeadingBlock, ids: set[str]) -> Iterator[str]:
    level = min(block.level + 1, _DEEPEST)
    yield f"{'#' * level} {_anchor(block.id, ids)}{escape_line(block.text)}"
    if block.remark:
        yield f"*{escape_line(block.remark)}*"


def _prose(block: ProseBlock, ids: set[str]) -> str:
    line = _line(block.runs, ids)
    return f"*{line}*" if block.small and not any(run.marks or run.address for run in block.runs) else line


def _quotation(block: QuotationBlock, ids: set[str]) -> Iterator[str]:
    line = _line(block.runs, ids, opens=not block.pinpoint and not block.label)
    label = f"**{escape_line(block.label)}:**" if block.label else ""
    words = " ".join(filter(None, (label, line)))
    pinpoint = f"{_linked(block.pinpoint, block.source.address)} " if block.pinpoint else ""
    passage = f"{_anchor(block.id, ids)}{pinpoint}{words}"
    if block.remarks:
        yield "- " + "\\\n  ".join((passage, *map(escape_line, filter(None, (*block.remarks, block.citation)))))
        return
    yield {"item": f"- {passage}", "note": f"> {passage}", "text": passage}[block.form]
    if block.citation:
        yield f"> {escape_line(block.citation)}"


def _entries(entries: Sequence[ListEntry], ids: set[str], *, ordered: bool, depth: int = 0) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        sign = f"{number}." if ordered else "-"
        yield f"{'  ' * depth}{sign} {_line(entry.runs, ids)}"
        yield from _entries(entry.entries, ids, ordered=False, depth=depth + 1 + ordered)


def _table(block: TableBlock, ids: set[str]) -> Iterator[str]:
    if block.caption:
        yield f"**{escape_line(block.caption)}**"
    head = [escape(column.title) for column in block.columns]
    rules = ["---:" if column.align == "end" else "---" for column in block.columns]
    rows = [[_cell(cell, ids) for cell in row.cells] for row in block.rows]
    yield "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in (head, rules, *rows))


def _cell(cell: TableCell, ids: set[str]) -> str:
    return "<br>".join(_line(line, ids, opens=False) for line in cell.lines)


def _contents(block: ContentsBlock, document: BlockDocument) -> Iterator[str]:
    yield f"## {escape_line(block.title)}"
    lines = []
    for heading in document.headings():
        if heading.level > block.depth and not heading.id:
            continue
        name = reference(heading.text, heading.id) if heading.id else escape_line(heading.text)
        remark = f": {escape_line(heading.remark)}" if heading.remark else ""
        lines.append(f"{'  ' * (heading.level - 1)}- {name}{remark}")
    yield "\n".join(lines)
