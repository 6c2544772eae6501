"""Issues with their evidence."""

from __future__ import annotations

from hrreport.model.finding import Issue
from hrreport.model.locator import Locator


def test_evidence_stands_by_section_the_strongest_first() -> None:
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
        ("1.c", [(2, 3), (10, 1), (2, 1)]),
        ("1.a", [(1, 1)]),
        ("1.c/prisons", [(5, 1)]),
    ]


def test_an_issue_without_evidence_has_no_section() -> None:
    assert Issue("piracy", Locator("summary", 2, 1)).evidence_by_section() == ()


def test_a_limited_issue_keeps_the_strongest_and_counts_the_others() -> None:
    places = tuple(Locator("1.c", n, 1) for n in (3, 1, 2))
    issue = Issue("torture", Locator("summary", 2, 1), ("1.c",), places).limited(2)
    assert (issue.evidence, issue.omitted) == (places[:2], 1)
    assert issue.limited(1).omitted == 2
    assert issue.limited(9) == issue
