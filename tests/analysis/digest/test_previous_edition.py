"""What differs from the edition before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.digest.headings import list_issues, missing_subjects
from hrreport.analysis.digest.previous_edition import differences
from hrreport.analysis.issues import subject_places
from hrreport.analysis.report_analysis import analyze_report
from hrreport.model.summary import IssueList

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_what_differs_from_the_edition_before_is_told(
    islands: tuple[Report, Analysis], islands_text: str, build: Callable[[str], Report]
) -> None:
    report, analysis = islands
    older = build(
        islands_text.replace("torture by wardens", "corruption of ministers").replace(
            "## Section 6. Discrimination\n## ",
            "## Section 3. Politics\n## Section 3. Politics > a. Elections {elections}\nVoters chose freely.\n"
            "## Section 6. Discrimination\n## ",
        )
    )
    since = differences(list_issues(report, analysis), list_issues(older, analyze_report(older)))
    assert since.added == ("torture by wardens",)
    assert since.gone == ("corruption of ministers",)
    assert since.lost == ("elections",)
    assert not since.outline_changed
    assert missing_subjects(older) != missing_subjects(report)


SINCE = [
    ("arrest of printers and journalists", "arbitrary arrest or detention", "same"),
    ("harm to Indigenous and gay boatmen", "crimes against lesbian, gay, or bisexual persons", "same"),
    ("severe physical abuse", "torture or degrading treatment", "same"),
    ("piracy and poaching on lakes", "frequent poaching on lakes", "same"),
    ("serious government corruption", "refoulement of refugees", "other"),
    ("piracy on lakes", "lotteries", "other"),
]


@pytest.mark.parametrize(("now", "before", "verdict"), SINCE)
def test_an_issue_is_added_or_gone_only_where_no_other_touches_its_subjects_or_words(
    now: str, before: str, verdict: str
) -> None:
    these, others = (IssueList(year, (t,), (subject_places(t),), ()) for year, t in ((2023, now), (2022, before)))
    since = differences(these, others)
    assert (since.added, since.gone) == (((now,), (before,)) if verdict == "other" else ((), ()))
