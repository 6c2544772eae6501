"""Official PDFs: the newest is the one in use, and goes with its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.model.official_pdf import OfficialPdf, PrintedPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.library.pdfs import StoredPdf
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Store = Callable[..., str]
    Page = Callable[..., Snapshot]

SEALAND = ReportId("sealand", 2023)


def pdf_of(library: Library) -> StoredPdf:
    stored = library.load(SEALAND)
    assert stored is not None
    assert stored.pdf is not None
    return stored.pdf


def found_in(pdf: Snapshot, page: int) -> OfficialPdf:
    return OfficialPdf(pdf.provenance, (1, 2), (PrintedPlace("1.c", 1, page),))


def test_a_pdf_is_kept_with_where_the_paragraphs_are(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    report, pdf = make_report(), make_snapshot(b"%PDF-1.7 one")
    store(library, report)
    library.save_pdf(pdf, report, found_in(pdf, 1), version="v1")
    stored = library.load(SEALAND)
    assert stored is not None
    assert (pdf_of(library).version, pdf_of(library).text_hash) == ("v1", stored.text_hash)
    assert stored.report().printed == found_in(pdf, 1)
    assert library.pdf(pdf_of(library)) == pdf
    assert list(library.check()) == []


def test_the_pdf_that_was_saved_last_is_in_use(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    report = make_report()
    store(library, report)
    for name in (b"%PDF-1.7 one", b"%PDF-1.7 two", b"%PDF-1.7 one"):
        pdf = make_snapshot(name)
        library.save_pdf(pdf, report, found_in(pdf, 2), version="v1")
    assert library.pdf(pdf_of(library)).body == b"%PDF-1.7 one"


def test_what_was_found_is_replaced_and_the_pdf_stays(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    report, pdf = make_report(), make_snapshot(b"%PDF-1.7 one")
    store(library, report)
    library.save_pdf(pdf, report, found_in(pdf, 1), version="v1")
    library.replace_found(pdf_of(library), report, found_in(pdf, 2), version="v2")
    assert (pdf_of(library).version, pdf_of(library).found()) == ("v2", found_in(pdf, 2))
    assert library.pdf(pdf_of(library)) == pdf


def test_a_pdf_of_another_text_gives_no_pages(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    report, pdf = make_report(), make_snapshot(b"%PDF-1.7 one")
    store(library, report)
    library.save_pdf(pdf, make_report(words={"sailors": "boatmen"}), found_in(pdf, 1), version="v1")
    stored = library.load(SEALAND)
    assert stored is not None
    assert stored.report().printed is None


def test_a_pdf_is_removed_with_its_report(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    report, pdf = make_report(), make_snapshot(b"%PDF-1.7 one")
    store(library, report)
    library.save_pdf(pdf, report, found_in(pdf, 1), version="v1")
    library.remove(SEALAND)
    store(library, report)
    stored = library.load(SEALAND)
    assert stored is not None
    assert stored.pdf is None
    assert library.info().page_bytes == len(report.title.encode())


def test_damage_is_named(library: Library, make_report: Make, make_snapshot: Page, store: Store) -> None:
    report, pdf = make_report(), make_snapshot(b"%PDF-1.7 one")
    store(library, report)
    library.save_pdf(pdf, report, found_in(pdf, 1), version="v1")
    library._opened.db.execute("UPDATE pdf SET found = zeroblob(9)")
    with pytest.raises(LibraryError, match="is damaged"):
        pdf_of(library).found()
