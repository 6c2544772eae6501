"""PDF: a document of blocks set by Typst, tagged, with bookmarks, pinpoints in the margin and running heads.

The words go to Typst as JSON and are read there as strings, so none of them can be markup. The fonts are
those that come with the package, and the same document gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrreport.errors import InputError
from hrreport.exporting.markup import keep_spaces, web_address
from hrreport.views.blocks import HeadingBlock, TableBlock, TextRun

if TYPE_CHECKING:
    from types import ModuleType

    from hrreport.exporting.documents import Paper
    from hrreport.views.blocks import BlockDocument

_KEPT = 2_000
"""Characters of a row of a table that is not broken between two pages."""


def document_pdf(document: BlockDocument, *, paper: Paper = "letter") -> bytes:
    """Return a document as a PDF.

    It conforms to PDF/UA-1; where a font lacks a letter of it, which that standard does not allow, it is
    tagged all the same, and the system's fonts are used besides.

    Raises:
        InputError: The package typst is not installed.
    """
    typst = _typst()
    data = json.dumps({"document": _document_value(document), "paper": paper}, ensure_ascii=False)
    options: dict[str, Any] = {
        "format": "pdf",
        "sys_inputs": {"data": data},
        "timestamp": int(document.created.timestamp()) if document.created else 0,
    }
    try:
        compiled = typst.compile(_template(), ignore_system_fonts=True, pdf_standards=["ua-1"], **options)
    except typst.TypstError as error:
        if "font" not in str(error):
            raise
        compiled = typst.compile(_template(), **options)
    return bytes(compiled)


def svg_png(svg: str) -> bytes:
    """Return a drawing as a bitmap (PNG).

    Raises:
        InputError: The package typst is not installed.
    """
    page = (
        "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 16cm)'
    )
    drawn = _typst().compile(
        page.encode(), format="png", ppi=144.0, sys_inputs={"svg": svg}, ignore_system_fonts=True, timestamp=0
    )
    return bytes(drawn)


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise InputError(
            "PDF and PNG files need the package typst, which is not installed",
            hint="install it with: pip install 'hrreport[pdf]'",
        ) from error
    return typst


@cache
def _template() -> bytes:
    return (Path(__file__).parent / "templates" / "document.typ").read_bytes()


def _document_value(document: BlockDocument) -> dict[str, Any]:
    """Return a document as JSON for the template: links that lead nowhere dropped, no level of heading skipped."""
    ids = {block.id for block in document.blocks if getattr(block, "id", "")}  # type: ignore[union-attr]
    seen: set[str] = set()
    level = 0
    blocks: list[dict[str, Any]] = []
    for block in document.blocks:
        value = _value(block, ids)
        name = value.get("id", "")
        value["id"] = "" if name in seen else name
        seen.add(name)
        if isinstance(block, HeadingBlock):
            level = min(block.level, level + 1)
            value["level"] = level
        if isinstance(block, TableBlock):
            value["heads"] = []
            for row in value["rows"]:
                row["whole"] = (
                    sum(len(run["text"]) for cell in row["cells"] for line in cell["lines"] for run in line) < _KEPT
                )
            # a heading above a table on a page of its own goes on that page
            while block.wide and blocks and blocks[-1]["is"] == "HeadingBlock":
                value["heads"].insert(0, blocks.pop())
        blocks.append(value)
    head = ("title", "subtitle", "running_head", "language", "notes", "sources", "colophon", "author")
    day = document.created
    return {
        **{name: _value(getattr(document, name), ids) for name in head},
        "blocks": blocks,
        "date": [day.year, day.month, day.day] if day else None,
    }


def _value(value: Any, ids: set[str]) -> Any:
    """Return a value of a document as JSON; of a block or a part of one also the name of its class."""
    if isinstance(value, TextRun):
        inner = value.address[1:] if value.address.startswith("#") else ""
        return {
            "text": keep_spaces(value.text),
            "marks": value.marks,
            "url": web_address(value.address) or "",
            "inner": inner if inner in ids else "",
            "page_of": value.page_of if value.page_of in ids else "",
        }
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name != "report")  # of a source, which is not shown
        shown = {name: _value(getattr(value, name), ids) for name in names}
        if "svg" in shown:
            shown["svg"] = value.svg  # type: ignore[attr-defined]
        if "address" in shown:
            shown["address"] = web_address(shown["address"]) or ""
        return {"is": type(value).__name__, **shown}
    if isinstance(value, (tuple, list)):
        return [_value(one, ids) for one in value]
    return keep_spaces(value) if isinstance(value, str) else value
