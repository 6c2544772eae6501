"""Parts of a Word document: fields, links and bookmarks, and packages with the same bytes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from hrreport.exporting.word_layout import set_styles
from hrreport.exporting.word_parts import (
    add_bookmark,
    add_field,
    add_link,
    add_reference,
    bookmark,
    fill_pages,
    normalize_zip,
    words,
)


@pytest.mark.parametrize(
    ("text", "kept"), [("a\n b", "a b"), ("a\ud800b", "a\ufffdb"), ("\uffff", "\ufffd"), ("<a> & b", "<a> & b")]
)
def test_words_are_folded_and_what_xml_cannot_hold_is_replaced(text: str, kept: str) -> None:
    assert words(text) == kept


def package() -> bytes:
    """A document with a heading, and a line that names its page."""
    file = docx.Document()
    set_styles(file)
    add_bookmark(file.add_paragraph("Torture"), 7)
    line = file.add_paragraph()
    add_reference(line, "Torture", bookmark(7))
    add_field(line, f"PAGEREF {bookmark(7)} \\h", "")
    add_link(line, "source", "https://lakes.example/?a=1&b=2")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_references_lead_to_bookmarks_and_links_to_the_web() -> None:
    file = docx.Document(io.BytesIO(package()))
    body = file.element.body
    assert body.xpath(".//w:bookmarkStart/@w:name") == body.xpath(".//w:hyperlink/@w:anchor") == ["_Toc00000007"]
    (target,) = body.xpath(".//w:hyperlink/@r:id")
    assert file.part.rels[target].target_ref == "https://lakes.example/?a=1&b=2"


def test_a_package_has_the_same_bytes_whenever_it_is_written() -> None:
    made = normalize_zip(package())
    assert made == normalize_zip(made)
    with zipfile.ZipFile(io.BytesIO(made)) as read, zipfile.ZipFile(io.BytesIO(package())) as given:
        assert read.namelist() == given.namelist()
        assert {part.date_time for part in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("pages", "shown"), [({"_Toc00000007": 12}, "Torture12source"), ({}, "Torturesource")])
def test_pages_are_filled_in_where_they_are_known(pages: dict[str, int], shown: str) -> None:
    made = normalize_zip(fill_pages(normalize_zip(package()), pages))
    assert "".join(docx.Document(io.BytesIO(made)).paragraphs[1]._p.xpath(".//w:t/text()")) == shown
