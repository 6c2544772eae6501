"""Parts of a Word document that python-docx has no name for: fields, links, bookmarks, fixed bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from hrreport.views.blocks import Mark

_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_FONTS: dict[Mark, str] = {"strong": "bold", "hit": "bold", "emphasis": "italic", "inserted": "underline"}
_PAGE_FIELD = re.compile(
    r'(?P<before> PAGEREF (?P<name>\w+) \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)<w:r/>'
    r'(?P<after><w:r><w:fldChar w:fldCharType="end"/>)'
)
"""A field for the page of a bookmark, which shows nothing."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name; stands for every part, so that equal contents are equal bytes."""


def strip_illegal_xml(text: str) -> str:
    """Return folded words as XML can hold them; what it cannot hold becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def words(text: str) -> str:
    """Return words folded, as XML can hold them."""
    return strip_illegal_xml(fold(text))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":", 1)), value)
    return made


def set_style(part: Paragraph | Run, style_id: str) -> None:
    """Set the style of a paragraph or a run by its id; by its name, it takes longer than all else together."""
    part._element.style = style_id


def apply_marks(run: Run, marks: tuple[Mark, ...], style_ids: Mapping[str, str]) -> None:
    """Set how a run looks by its marks; `style_ids` are the ids of styles by their names."""
    for mark in marks:
        if mark in ("pinpoint", "small"):
            set_style(run, style_ids["Pinpoint" if mark == "pinpoint" else "Remark Words"])
        elif mark == "deleted":
            run.font.strike = True
        elif mark in _FONTS:
            setattr(run, _FONTS[mark], True)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field; what is added to the document until `end_field` is what it shows until it is updated."""
    paragraph.add_run()._r.append(_element("w:fldChar", w_fldCharType="begin"))
    instruction = _element("w:instrText", xml_space="preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(_element("w:fldChar", w_fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun."""
    paragraph.add_run()._r.append(_element("w:fldChar", w_fldCharType="end"))


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field that shows `shown` until it is updated: a page number."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


def bookmark(number: int) -> str:
    """Return the name of the bookmark of a heading, counted from 1 through the document."""
    return f"_Toc{number:08}"


def add_bookmark(paragraph: Paragraph, number: int, *, at_end: bool = False) -> None:
    """Set a bookmark about a paragraph, or about a space after its last word: LibreOffice loses empty ones at links."""
    start = _element("w:bookmarkStart", w_id=str(number), w_name=bookmark(number))
    if at_end:
        paragraph._p.append(start)
        paragraph.add_run(" ")
    else:
        paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(_element("w:bookmarkEnd", w_id=str(number)))


def _link(paragraph: Paragraph, holder: BaseOxmlElement, text: str, style: str | None) -> Run:
    run = paragraph.add_run(text, style)
    holder.append(run._r)
    paragraph._p.append(holder)
    return run


def add_link(paragraph: Paragraph, text: str, url: str) -> Run:
    """Add words that lead to an address of the web."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return _link(paragraph, _element("w:hyperlink", r_id=target), text, "Hyperlink")


def add_reference(paragraph: Paragraph, text: str, bookmark: str) -> Run:
    """Add words that lead to a bookmark of the same document."""
    return _link(paragraph, _element("w:hyperlink", w_anchor=bookmark, w_history="1"), text, None)


def update_fields(document: Document) -> None:
    """Ask the program that opens the document to work out its fields: the pages of the contents."""
    element = _element("w:updateFields", w_val="true")
    later = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr")
    document.settings.element.insert_element_before(element, *later)


def describe_picture(paragraph: Paragraph, text: str) -> None:
    """Set the words that stand for the picture in a paragraph where it is not seen."""
    for properties in paragraph._p.xpath(".//wp:docPr"):
        properties.set("descr", text)


def rule(table: Table, *, headed: bool = True) -> None:
    """Set thin lines above, below and between the rows of a table; a first row that is its head is on every page."""
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", w_val="single", w_sz="4", w_space="0", w_color="BFBFBF"))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w_w="50", w_type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    if headed:
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def fill_pages(package: bytes, pages: Mapping[str, int]) -> bytes:
    """Return a Word document whose fields for the pages of bookmarks show these numbers until they are updated.

    Args:
        package: The document, with fields that show nothing.
        pages: The page of each bookmark, by its name.
    """

    def filled(field: re.Match[str]) -> str:
        number = pages.get(field["name"])
        return field[0] if number is None else f"{field['before']}<w:r><w:t>{number}</w:t></w:r>{field['after']}"

    return normalize_zip(package, lambda text: _PAGE_FIELD.sub(filled, text))


def normalize_zip(package: bytes, change: Callable[[str], str] | None = None) -> bytes:
    """Return a Word document with the same parts in the same order, the time of writing taken out.

    Args:
        package: The document.
        change: What is done to the XML of its text, if anything.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write:
        for part in read.infolist():
            body = read.read(part)
            if change and part.filename == "word/document.xml":
                body = change(body.decode()).encode()
            write.writestr(zipfile.ZipInfo(part.filename, _EPOCH), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
