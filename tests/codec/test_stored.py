"""The stored form of a report gives back exactly what was put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.strategies import number, provenances, reports, words

from hrreport.codec.stored import decode_pdf, decode_report, encode_pdf, encode_report
from hrreport.model.official_pdf import OfficialPdf, PdfDifference, PrintedPlace

if TYPE_CHECKING:
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance


@given(reports)
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert decode_report(encode_report(report)) == report


@pytest.mark.parametrize("text", ['["something else"]', "[]", "[1, 2]"])
def test_what_is_no_stored_form_is_not_decoded(text: str) -> None:
    with pytest.raises((ValueError, IndexError, TypeError)):
        decode_report(text)


@given(
    provenances,
    st.lists(number).map(tuple),
    st.lists(st.builds(PrintedPlace, words, number, number, st.lists(number).map(tuple))).map(tuple),
    st.lists(st.builds(PdfDifference, words, st.none() | number, words, words, number)).map(tuple),
)
def test_what_was_found_in_a_pdf_comes_back_as_it_was(
    provenance: Provenance,
    numbers: tuple[int, ...],
    places: tuple[PrintedPlace, ...],
    differences: tuple[PdfDifference, ...],
) -> None:
    pdf = OfficialPdf(provenance, numbers, places, differences)
    assert decode_pdf(encode_pdf(pdf), provenance) == pdf
