"""Word documents: blocks with their notes, and comments that leave every word as it was."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("docx")

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from hrreport.errors import ParseError
from hrreport.filings.word import Comment, read_blocks, with_comments

if TYPE_CHECKING:
    from collections.abc import Callable


def document(write: Callable[[Any], None]) -> bytes:
    made = docx.Document()
    write(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_paragraphs_of_the_body_and_of_tables_are_blocks_and_empty_ones_are_not() -> None:
    def write(made: Any) -> None:
        made.add_paragraph("One.")
        made.add_paragraph("  ")
        made.add_table(1, 1).cell(0, 0).text = "In a table."

    assert [(block.text, block.where) for block in read_blocks(document(write))] == [
        ("One.", "paragraph 1"),
        ("In a table.", "paragraph 2"),
    ]


def test_a_quotation_is_known_by_its_style_or_by_its_indents() -> None:
    def write(made: Any) -> None:
        made.add_paragraph("Styled.", style="Quote")
        for sides in (("left_indent", "right_indent"), ("left_indent",)):
            paragraph = made.add_paragraph("Indented.")
            for side in sides:
                setattr(paragraph.paragraph_format, side, Pt(36))

    assert [block.kind for block in read_blocks(document(write))] == ["quote", "quote", "text"]


def test_struck_words_are_left_out_and_breaks_are_kept() -> None:
    def write(made: Any) -> None:
        runs = "<w:r><w:t>kept</w:t><w:tab/><w:t>on</w:t><w:br/></w:r>"
        struck = "<w:del><w:r><w:t>gone</w:t></w:r></w:del>"
        end = "<w:r><w:t>pre</w:t><w:noBreakHyphen/><w:t>trial</w:t></w:r>"
        made.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}{struck}{end}</w:p>"))

    assert [block.text for block in read_blocks(document(write))] == ["kept\ton\npre-trial"]


def test_a_comment_stands_at_its_words_and_the_words_stay() -> None:
    body = document(lambda made: made.add_paragraph("One ").add_run("two"))
    commented = with_comments(body, [Comment(0, 4, 7, "Not so.")])
    assert read_blocks(commented) == read_blocks(body)
    made = docx.Document(io.BytesIO(commented))
    assert [(comment.text, comment.author) for comment in made.comments] == [("Not so.", "hrreport")]


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(ParseError, match="not a Word document"):
        read_blocks(b"PK\x03\x04 and nothing more")
