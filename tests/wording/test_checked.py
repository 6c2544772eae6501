"""What became of a checked document, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrreport.model.checked import CheckedFiling, CheckedQuotation
from hrreport.model.country import ReportId
from hrreport.wording.checked import by_need, comment, describe_finding, summary

GOOD = CheckedQuotation(0, 0, 1, "page 1", "Guards beat men.", "Cited.", ReportId("arcadia", 2023), "exact")
WRONG = replace(GOOD, problems=("wrong-pinpoint", "newer-edition"), right_place="§ 1.c ¶ 2", remarks=("It is there.",))
CITATION = replace(GOOD, quotation="", verdict="no-quotation")


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((), "No quotation of or citation to a Country Report was found."),
        ((GOOD,), "1 quotation or citation checked: 1 word for word; nothing to be corrected."),
        (
            (GOOD, WRONG, CITATION),
            (
                "3 quotations and citations checked: 2 word for word, 1 citation without a quotation; 1 to be "
                "corrected (wrong pinpoint 1); for 1 there is a newer edition."
            ),
        ),
        (
            (WRONG, WRONG),
            (
                "2 quotations and citations checked: 2 word for word; 2 to be corrected (wrong pinpoint 2); for all 2 "
                "there is a newer edition."
            ),
        ),
        (
            (WRONG,),
            (
                "1 quotation or citation checked: 1 word for word; 1 to be corrected (wrong pinpoint 1); there is a "
                "newer edition."
            ),
        ),
    ],
)
def test_a_document_is_summed_up_in_a_sentence(findings: tuple[CheckedQuotation, ...], words: str) -> None:
    assert summary(CheckedFiling("brief.md", findings, {})) == words


def test_what_needs_reading_comes_first_with_its_number() -> None:
    filing = CheckedFiling("brief.md", (CITATION, GOOD, WRONG), {})
    assert by_need(filing) == [(2, GOOD), (3, WRONG), (1, CITATION)]


def test_a_comment_names_the_problems_the_report_and_the_remarks() -> None:
    assert describe_finding(WRONG) == "Word for word (wrong pinpoint, newer edition)"
    assert comment(WRONG, {"arcadia": "Arcadia"}) == (
        "Word for word (wrong pinpoint, newer edition).\nArcadia 2023, § 1.c ¶ 2.\nIt is there."
    )
