"""Real official PDFs beside their pages: every paragraph on its page, and the report read from the PDF alone."""

from __future__ import annotations

import hashlib
import tarfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.model.locator import Locator
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_opened, parse_page
from hrreport.pipeline.pdfs import find_in_pdf, open_pdf_page
from hrreport.quoting.printed_differences import letters_of

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.report import Report

pypdfium2 = pytest.importorskip("pypdfium2")

SHARED = Path(__file__).parents[3] / "shared"
PDFS = sorted((SHARED / "pdf").glob("*.pdf"))
_KNOWN = 50
"""Letters by which a paragraph is looked for in the text that the PDF library gives."""


def snapshot(body: bytes, media_type: str) -> Snapshot:
    digest = hashlib.sha256(body).hexdigest()
    return Snapshot(body, Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", digest, media_type=media_type))


def page_of(report_id: ReportId) -> Report:
    """The report as its page has it."""
    with tarfile.open(SHARED / "pages" / f"{report_id.year}.tar.xz") as archive:
        member = next(m for m in archive if m.name.endswith(f"/{report_id.country}/index.html"))
        opened = archive.extractfile(member)
        assert opened is not None
        return parse_page(snapshot(opened.read(), "text/html"), report_id)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_paragraph_is_on_its_page_and_the_pdf_alone_gives_the_same_report(path: Path) -> None:
    pdf = snapshot(path.read_bytes(), "application/pdf")
    opened = open_pdf_page(pdf)
    report_id = opened.claim.report
    assert report_id is not None
    report = page_of(report_id)
    found = find_in_pdf(report, pdf)
    texts = [letters_of(page.get_textpage().get_text_range()).text for page in pypdfium2.PdfDocument(pdf.body)]
    for section, paragraph in report.passages():
        place = found.place(Locator(section.id, paragraph.number))
        assert place is not None
        beginning = letters_of(paragraph.printed).text[:_KNOWN]
        pair = texts[place.sheet - 1] + (texts[place.sheet] if place.breaks else "")
        assert beginning in pair.replace(letters_of(f"Page {place.sheet + 1} of {len(texts)}").text, "")
    alone = parse_opened([opened], report_id)
    assert shared(headings(report), headings(alone)) >= 0.97
    assert shared(sentences(report), sentences(alone)) >= 0.98


def headings(report: Report) -> list[object]:
    return [(section.id, section.heading, section.level) for section in report.walk()]


def sentences(report: Report) -> list[object]:
    return [(section.id, sentence) for section, paragraph in report.passages() for sentence in paragraph.sentences]


def shared(one: list[object], other: list[object]) -> float:
    return sum((Counter(one) & Counter(other)).values()) / max(len(one), len(other))
