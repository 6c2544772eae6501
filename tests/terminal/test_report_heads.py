"""Heads of views that show several reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.gap import MissingReport
from hrreport.terminal.document import Document
from hrreport.terminal.report_heads import heads, listed_sources

if TYPE_CHECKING:
    from hrreport.model.report import Report

NAMES = {"arcadia": "Arcadia", "chad": "Chad"}


def test_cautions_gaps_and_notices_are_in_every_header(arcadia: Report) -> None:
    gap = MissingReport(ReportId("chad", 2023), "not-obtained", "offline")
    (head,) = heads("Both", (arcadia,), ("Read on.",), NAMES, (gap,))
    whole = Document((head,)).plain(100)
    for line in ("Both\n", "\n! Read on.\n! Not included: Chad 2023: it could not be fetched (offline)\n"):
        assert line in whole
    assert "\nArcadia 2023\n  2023 Country Reports on Human Rights Practices: Arcadia. Published 22 April" in whole
    brief = Document((head,), header="brief").plain(100).splitlines()
    assert brief[:3] == ["Both", "Retrieved 3 May 2025, from www.state.gov", ""]
    assert brief[-1] == "! Arcadia 2023: Section 3 is missing."


def test_many_reports_take_a_line_each_where_that_is_enough(arcadia: Report) -> None:
    plain = replace(arcadia, title="", warnings=())
    four = Document(tuple(listed_sources((plain,) * 4, NAMES))).plain(300)
    assert four.count("Arcadia 2023\n  Published") == 4
    five = Document(tuple(listed_sources((plain,) * 5, NAMES)), measure=300).plain(300).splitlines()
    assert len(five) == 6
    assert five[1].startswith("Arcadia 2023: Published 22 April 2024. Retrieved 3 May 2025, 10:20 UTC, from www.state")
