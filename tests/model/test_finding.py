"""Issues with their evidence."""

from __future__ import annotations

from hrreport.model.finding import Issue
from hrreport.model.locator import Locator


def test_evidence_stands_by_section_the_best_first_and_within_it_in_the_order_of_the_page() -> None:
    places = (
        Locator("1.c", 2, 3),
        Locator("1.a", 1, 1),
        Locator("1.c", 10, 1),
        Locator("1.c", 2, 1),
        Locator("1.c/prisons", 5, 1),
    )
    issue = Issue("torture", Locator("summary", 2, 1), ("1.c", "1.a"), places)
    assert [
        (section, [(p.paragraph, p.sentence) for p in found]) for section, found in issue.evidence_by_section()
    ] == [
        ("1.c", [(2, 1), (2, 3), (10, 1)]),
        ("1.a", [(1, 1)]),
        ("1.c/prisons", [(5, 1)]),
    ]


def test_an_issue_without_evidence_has_no_section() -> None:
    assert Issue("piracy", Locator("summary", 2, 1)).evidence_by_section() == ()
