"""Heads of documents: notices, provenance, what programs read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.changes import compare_reports
from hrreport.views.blocks import plain_text
from hrreport.views.changes import changes_document

if TYPE_CHECKING:
    from hrreport.model.change import Comparison
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


def test_notices_of_either_report_are_passed_on(compared: Comparison, names: dict[str, str]) -> None:
    report = replace(compared.old.report, warnings=("A part is missing.",))
    document = changes_document(replace(compared, old=replace(compared.old, report=report)), names)
    assert ("Notice on Arcadia 2023", "A part is missing.") in [(n.lead, plain_text(n.text)) for n in document.notes]
