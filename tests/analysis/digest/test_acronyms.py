"""Acronyms and their long forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.acronyms import acronyms, find_glosses, long_forms, unexplained
from hrreport.analysis.report_analysis import analyze_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report


def test_acronyms_are_found_and_spelled_out_once(build: Callable[[str], Report]) -> None:
    assert list(acronyms("NGOs and LGBTQI+ groups of the U.S. met Part II of McKay")) == ["NGO", "LGBTQI+", "U.S."]
    report = build(
        "## Section 1. Integrity\nThe Lake Rescue League (LRL) was closed. LRL members were beaten. The XQZ was too.\n"
    )
    longs = long_forms(report)
    assert longs["LRL"] == "Lake Rescue League"
    findings = analyze_report(report).findings
    shown = [(f.locator, f.text) for f in findings[1:2]] * 2
    assert [(g.short, g.long) for g in find_glosses(shown, longs)] == [("LRL", "Lake Rescue League")]
    assert not find_glosses([(f.locator, f.text) for f in findings[:2]], longs)
    assert unexplained(findings[2].text, longs)
    assert not unexplained(findings[1].text, longs)
