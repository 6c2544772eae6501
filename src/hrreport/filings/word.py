"""Read a Word document as blocks, and write comments into one without changing a word of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.run import Run

from hrreport.errors import ParseError
from hrreport.model.filing import FilingBlock, NoteMark
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NOTE_KINDS = {"footnote": "footnotes", "endnote": "endnotes"}
_INDENT = 360
"""Twentieths of a point by which both sides of a block quotation are indented at least."""
_QUOTING = ("quote", "block text", "quotation", "report text", "report item", "report note")
"""What the names of styles of quotations have in them; the last three are this program's own."""
_SIDES = (("left", "start"), ("right", "end"))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on some characters of a block."""

    block: int
    """The number of the block among those of the document, counted from 0."""
    begin: int
    end: int
    text: str


def read_blocks(body: bytes) -> tuple[FilingBlock, ...]:
    """Return the blocks of a document, notes after the text.

    Raises:
        ParseError: It is not a Word document.
    """
    document = _open(body)
    names = {style.style_id: style.name or "" for style in document.styles}
    blocks: list[FilingBlock] = []
    for number, paragraph in enumerate(_paragraphs(document), start=1):
        text, marks = _text_of(paragraph)
        kind = "quote" if _is_quotation(names, paragraph) else "text"
        blocks.append(FilingBlock(text, f"paragraph {number}", kind, "", marks))  # type: ignore[arg-type]
    return (*blocks, *_notes(document))


def with_comments(body: bytes, comments: Sequence[Comment]) -> bytes:
    """Return a document with comments beside what they are about; those on notes stand at the sign of the note.

    Raises:
        ParseError: It is not a Word document.
    """
    document = _open(body)
    paragraphs = list(_paragraphs(document))
    notes = [block.note for block in _notes(document)]
    for comment in comments:
        if comment.block < len(paragraphs):
            runs = _runs_between(paragraphs[comment.block], comment.begin, comment.end)
        else:
            runs = _runs_with_mark(paragraphs, notes[comment.block - len(paragraphs)])
        if runs:
            document.add_comment([Run(run, None) for run in runs], comment.text, "hrreport", "hr")  # type: ignore[arg-type]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _open(body: bytes) -> Any:
    try:
        return docx.Document(io.BytesIO(body))
    except Exception as error:  # python-docx raises what zip, XML and its own parts do
        raise ParseError(f"it is not a Word document that can be read: {error}") from error


def _paragraphs(document: Any) -> Iterator[Any]:
    """Yield every paragraph of the body, those of tables and text boxes among them, that has words."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if _text_of(paragraph)[0].strip():
            yield paragraph


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield each run of a paragraph with its text, or with the note that it refers to; struck words are left out."""
    for run in paragraph.iter(qn("w:r")):
        above = run.getparent()
        while above is not None and above.tag not in (qn("w:p"), qn("w:del"), qn("w:moveFrom")):
            above = above.getparent()
        if above is not paragraph:
            continue
        for child in run:
            if child.tag == qn("w:t"):
                yield run, child.text or "", ""
            elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
                yield run, "\t" if child.tag == qn("w:tab") else "\n", ""
            elif child.tag == qn("w:noBreakHyphen"):
                yield run, "-", ""
            elif child.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                kind = child.tag.rpartition("}")[2].removesuffix("Reference")
                yield run, "", f"{kind} {child.get(qn('w:id'))}"


def _text_of(paragraph: Any) -> tuple[str, tuple[NoteMark, ...]]:
    text = ""
    marks: list[NoteMark] = []
    for _, words, note in _pieces(paragraph):
        if note:
            marks.append(NoteMark(len(text), note))
        text += words
    return text, tuple(marks)


def _runs_between(paragraph: Any, begin: int, end: int) -> list[Any]:
    """Return the runs that hold some characters of a paragraph."""
    runs: list[Any] = []
    at = 0
    for run, words, _ in _pieces(paragraph):
        if at < end and at + len(words) > begin and (not runs or runs[-1] is not run):
            runs.append(run)
        at += len(words)
    return runs


def _runs_with_mark(paragraphs: Sequence[Any], note: str) -> list[Any]:
    return next(([run] for p in paragraphs for run, _, name in _pieces(p) if name == note), [])


def _notes(document: Any) -> Iterator[FilingBlock]:
    """Yield footnotes, then endnotes."""
    for kind, part in _NOTE_KINDS.items():
        for relation in document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{part}"):
                continue
            every = parse_xml(relation.target_part.blob).iter(qn(f"w:{kind}"))
            notes = (note for note in every if note.get(qn("w:type")) in (None, "normal"))  # others are separators
            for number, note in enumerate(notes, start=1):
                text = "\n".join(_text_of(paragraph)[0] for paragraph in note.iter(qn("w:p")))
                if text.strip():
                    yield FilingBlock(text.strip(), f"{kind} {number}", "note", f"{kind} {note.get(qn('w:id'))}")


def _is_quotation(names: Mapping[str, str], paragraph: Any) -> bool:
    """Return whether a paragraph is set as a quotation: by its style, or indented on both sides."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    style_id = style.get(qn("w:val"), "") if style is not None else ""
    if any(word in names.get(style_id, style_id).casefold() for word in _QUOTING):
        return True
    indent = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    if indent is None:
        return False
    sides = [indent.get(qn(f"w:{one}")) or indent.get(qn(f"w:{other}")) or "0" for one, other in _SIDES]
    return all(side.lstrip("-").isdigit() and int(side) >= _INDENT for side in sides)
