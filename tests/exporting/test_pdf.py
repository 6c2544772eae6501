"""PDF: what programs other than a reader find in a file, and files without the library that writes them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from hrreport.errors import InputError
from hrreport.exporting.pdf import document_pdf, svg_png
from hrreport.views.blocks import BlockDocument, ProseBlock, runs

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]


# -- pages -----------------------------------------------------------------------------------------


def test_a_pdf_has_bookmarks_heads_numbers_and_the_size_that_was_asked_for(documents: dict[str, BlockDocument]) -> None:
    made = document_pdf(documents["compilation"], paper="a4")
    assert made == document_pdf(documents["compilation"], paper="a4"), "equal documents are equal files"
    assert b"/MarkInfo" in made
    assert b"pdfuaid:part" in made
    pdf = pypdfium2.PdfDocument(made)
    assert [round(length) for length in pdf[0].get_size()] == [595, 842]
    assert [round(length) for length in pypdfium2.PdfDocument(document_pdf(documents["brief"]))[0].get_size()] == [
        612,
        792,
    ]
    titles = [item.get_title() for item in pdf.get_toc()]
    assert titles[:2] == ["Torture and ill-treatment", "Arcadia 2024"]
    last = pdf[len(pdf) - 1].get_textpage().get_text_range()
    assert f"Page {len(pdf)} of {len(pdf)}" in last
    assert documents["compilation"].running_head[:20] in last


def test_letters_that_no_font_of_ours_has_are_no_failure() -> None:
    document = BlockDocument("人権 🜛", (ProseBlock(runs("\ue000 報告")),))
    assert document_pdf(document).startswith(b"%PDF")


def test_without_typst_the_way_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    for form in ("pdf", "png"):
        with pytest.raises(InputError, match="typst") as caught:
            document_pdf(BlockDocument("T", ())) if form == "pdf" else svg_png("<svg/>")
        assert caught.value.hint == "install it with: pip install 'hrreport[pdf]'"
