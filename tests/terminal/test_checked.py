"""Checked documents on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import CheckedFiling, CheckedQuotation
from hrreport.quoting import verify
from hrreport.terminal.checked import checked_view

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_what_is_wrong_is_told_with_the_nearest_passage_and_the_rest_listed(arcadia: Report) -> None:
    quotation = "In June officers shot two boatmen."
    judged = verify(arcadia, quotation)
    wrong = CheckedQuotation(
        0, 0, 1, "page 4", quotation, "Cited.", arcadia.id, "differs", right_place="§ 1.a ¶ 1", judged=judged
    )
    citation = CheckedQuotation(1, 0, 1, "page 5", "", "word " * 30, arcadia.id, "no-quotation")
    view = checked_view([CheckedFiling("brief.md", (citation, wrong), {arcadia.id: arcadia})], {"arcadia": "Arcadia"})
    lines = view.plain(100).splitlines()
    assert lines[0] == "brief.md"
    assert "2  page 4  ✗  Differs  “In June officers shot two boatmen.” Cited." in lines
    assert "2. page 4, Arcadia 2023, § 1.a ¶ 1" in lines
    assert "   The nearest passage, § 1.a ¶ 1: “In [-June-] {+May+} officers shot two boatmen.”" in lines
    assert "[-words-] only in the quotation, {+words+} only in the report" in lines
    row = lines.index("1  page 5  ·  No quotation  " + " ".join(["word"] * 14))
    assert lines[row + 1].strip() == "word word word…", "a long citation is cut"
