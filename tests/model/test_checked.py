"""What is wrong in a checked document, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.checked import CHECK_VERDICTS, PROBLEMS, CheckedFiling, CheckedQuotation

if TYPE_CHECKING:
    from hrreport.model.checked import CheckVerdict, Problem


def checked(verdict: CheckVerdict, *problems: Problem) -> CheckedQuotation:
    return CheckedQuotation(0, 0, 9, "line 1", "The law", "", None, verdict, problems)


@pytest.mark.parametrize(
    ("verdict", "problems", "wrong"),
    [
        ("exact", (), False),
        ("altered-as-marked", ("newer-edition",), False),
        ("no-quotation", (), False),
        ("no-quotation", ("wrong-date",), True),
        ("exact", ("newer-edition", "caveat-cut"), True),
        ("differs", (), True),
        ("not-found", (), True),
        ("unchecked", (), True),
    ],
)
def test_a_newer_edition_alone_is_no_mistake(verdict: CheckVerdict, problems: tuple[Problem, ...], wrong: bool) -> None:
    assert checked(verdict, *problems).wrong is wrong
    assert CheckedFiling("brief.md", (checked("exact"), checked(verdict, *problems)), {}).wrong is wrong


def test_every_verdict_and_every_problem_is_counted() -> None:
    findings = (checked("exact", "newer-edition"), checked("differs", "newer-edition", "wrong-date"), checked("exact"))
    counts = CheckedFiling("brief.md", findings, {}).counts
    assert list(counts) == [*CHECK_VERDICTS, *PROBLEMS, "findings", "wrong"]
    assert {name: count for name, count in counts.items() if count} == {
        "exact": 2, "differs": 1, "newer-edition": 2, "wrong-date": 1, "findings": 3, "wrong": 1,
    }  # fmt: skip
