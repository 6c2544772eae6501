"""Sentences that depend on others, with those that must be shown beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.corpus.cases import read_cases

from hrreport.analysis.anaphora import complete, depends_on_previous, needed_before
from hrreport.analysis.report_analysis import analyze_report
from hrreport.model.finding import Finding, Kind
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report


@pytest.mark.parametrize("case", read_cases("analysis/cases", "standing"))
def test_a_sentence_leans_or_stands(case: dict[str, Any]) -> None:
    assert depends_on_previous(case["input"]) is case["expected"]


def finding(n: int, text: str, paragraph: int = 1) -> Finding:
    return Finding(Locator("1.a", paragraph, n), text, None, Kind.ABUSE, key=False)


def test_a_leaning_sentence_brings_what_it_leans_on() -> None:
    own = [finding(1, "Police beat a driver."), finding(2, "He died."), finding(3, "They fled.")]
    assert complete(own, [2]) == {0, 1, 2}


def test_a_sentence_that_leans_too_far_is_left_out() -> None:
    own = [finding(1, "Police beat a driver."), *(finding(n, "They fled.") for n in range(2, 8))]
    assert complete(own, [6]) == set()
    assert complete([finding(1, "They fled.")], [0]) == set()


def test_a_caveat_of_another_paragraph_is_not_brought() -> None:
    own = [finding(1, "Police freed two men."), finding(1, "However, nine were held.", paragraph=2)]
    assert complete(own, [0]) == {0}


@pytest.fixture
def arrests(build: Callable[[str], Report]) -> list[Finding]:
    report = build(
        "## Section 2. Respect for Civil Liberties\nPolice arrested the editor Lena Marro in March. They searched her "
        "home. The newspaper closed. Marro was still in prison at year’s end. Police beat two other reporters. Marro’s "
        "lawyer was not admitted. Readers held a vigil, and police broke it up.\n"
    )
    return list(analyze_report(report).findings)


@pytest.mark.parametrize(("chosen", "needed"), [(3, (0, 3)), (5, (0, 5)), (1, (0, 1)), (4, (4,)), (6, (6,))])
def test_a_surname_brings_the_sentence_with_the_full_name(
    arrests: list[Finding], chosen: int, needed: tuple[int, ...]
) -> None:
    assert needed_before(arrests, chosen) == needed


def test_a_surname_or_something_known_brings_the_sentence_that_tells_of_it(
    build: Callable[[str], Report],
) -> None:
    report = build(
        "## Section 2. Respect for Civil Liberties\nActivists held a rally in Lund. Police dispersed the rally. A "
        "court fined the singer Ada Berg. Prices rose. In May authorities let Berg go. The law protects this right. "
        "Observers said it was safe in Lund, and in Lund only.\n"
    )
    own = list(analyze_report(report).findings)
    assert [needed_before(own, i) for i in (1, 4, 5, 6)] == [(0, 1), (2, 4), (2, 4, 5), (6,)]


def test_a_name_that_cannot_be_explained_is_not_shown(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 2. Respect for Civil Liberties\nThey arrested Lena Marro in March. Marro was held for a year.\n"
    )
    assert needed_before(analyze_report(report).findings, 1) is None
