"""The choice of key findings: a set that says nothing twice and depends on nothing that is not shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport import ReportId, parse_report, read_file
from hrreport.analysis.key_selection import MOST, budget, choose_keys, nearly_equal
from hrreport.analysis.report_analysis import analyze_report
from hrreport.errors import HrReportError
from hrreport.model.finding import Finding, Kind
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrreport.model.finding import Analysis

A, R, D, L = Kind.ABUSE, Kind.RESPONSE, Kind.DENIAL, Kind.LAW
FILLER = tuple(
    (A, f"Guards beat {what} in {where}.")
    for what, where in (("miners", "the north"), ("teachers", "a village"), ("drivers", "the harbor"),
                        ("nurses", "the capital"), ("sailors", "the south"), ("weavers", "a market"))
)  # fmt: skip


def text(*said: tuple[Kind, str]) -> list[Finding]:
    return [Finding(Locator("1.a", 1, n), words, None, kind, key=False) for n, (kind, words) in enumerate(said, 1)]


def chosen(own: list[Finding], *best: int) -> set[int]:
    """What is chosen where those named are the best, in this order, and all others worse."""
    rates = [-5.0 - i / 100 for i in range(len(own))]
    for place, i in enumerate(best):
        rates[i] = 5.0 - place
    return choose_keys(own, rates)


def test_nothing_is_said_twice() -> None:
    own = text(
        (A, "Police beat three miners in the northern province."), *FILLER,
        (A, "In the northern province police beat three miners."),
    )  # fmt: skip
    assert nearly_equal(own[0], own[-1])
    assert chosen(own, 0, 7, 2) == {0, 2}


def test_what_points_back_is_chosen_with_what_it_points_to_or_not_at_all() -> None:
    own = text((L, "The law sets limits."), (A, "Police ignored these limits."), *FILLER)
    assert chosen(own, 1, 3) == {0, 1, 3}
    assert 1 not in chosen(own, 3, 4, 1)


def test_what_is_improbable_is_left_out_though_there_is_room() -> None:
    own = text(*FILLER)
    assert choose_keys(own, [3.0, -0.5, -4.0, -4.0, -4.0, -4.0]) == {0, 1}
    assert choose_keys(own, [3.0, -4.0, -4.0, -4.0, -4.0, -4.0]) == {0}
    assert choose_keys(own, [-9.0, -4.0, -9.0, -9.0, -9.0, -9.0]) == {1}


def test_how_probable_a_sentence_must_be_follows_from_how_many_a_text_usually_has() -> None:
    own = text(*FILLER)
    assert choose_keys(own, [-1.5, -1.7, -5.0, -5.0, -5.0, -5.0]) == {0, 1}
    assert choose_keys(own, [2.0, 2.0, -0.7, -0.7, -0.7, -0.7]) == {0, 1}
    assert choose_keys(own, [1.5, 1.5, -99.0, -99.0, -99.0, -99.0]) == {0, 1}


def test_what_points_back_over_many_sentences_is_left_out() -> None:
    own = text(*FILLER[:2], *[(A, "They fled.")] * 6)
    assert 7 not in chosen(own, 7)


def test_a_surname_brings_the_sentence_that_names_the_person() -> None:
    own = text((A, "Police arrested the writer Ada Stonebridge."), *FILLER, (A, "Guards beat Stonebridge for a week."))
    assert chosen(own, 7, 1) == {0, 1, 7}


def test_an_acronym_brings_its_long_form() -> None:
    own = text((R, "The Blue Harbor Police (BHP) opened an office."), *FILLER, (A, "The BHP tortured nine detainees."))
    assert chosen(own, 7, 1) == {0, 1, 7}
    assert 7 not in chosen(own, 1, 2, 7)


def test_a_denial_brings_the_exception_that_follows() -> None:
    own = text(*FILLER, (D, "The government generally respected the right."), (A, "However, police broke up a march."))
    assert chosen(own, 6, 1) == {1, 6, 7}


def test_an_arrest_brings_the_release_that_follows_or_stays_out() -> None:
    own = text(*FILLER, (A, "Police arrested a blogger in May."), (R, "Courts released the blogger in June."))
    assert chosen(own, 6, 1) == {1, 6, 7}
    assert 6 not in chosen(own, 1, 2, 3, 6)


def test_the_budget_grows_with_the_text_up_to_four() -> None:
    assert [budget(n) for n in (0, 1, 5, 12, 20, 99)] == [0, 1, 2, 3, 4, 4]


@pytest.mark.parametrize("count", [0, 1, 3, 9, 30])
def test_there_is_one_where_there_is_a_sentence_and_never_more_than_four(count: int) -> None:
    own = text(*[(A, f"They fled to town {chr(97 + i % 26)}.") for i in range(count)])
    assert min(1, count) <= len(choose_keys(own, [0.0] * count)) <= min(MOST, budget(count) + 1)


# -- real pages ------------------------------------------------------------------------------------

_OPENS = re.compile(
    r"^(?:These|This|Those|Such|They|Their|He|His|She|Her|Hers|It|Its|We|However|Nevertheless|Nonetheless|But|"
    r"In (?:addition|response|these cases|this case)|For example|The (?:study|report|latter|former|same|survey)|"
    r"Under (?:this|these)|Despite (?:this|these)|As a result)\b"
)


@pytest.fixture(scope="module")
def analyses(shared_site: Path) -> list[Analysis]:
    """The analysis of every page of the small mirror that is a report."""
    found = []
    for page in sorted(shared_site.glob("www.state.gov/reports/*/*/index.html")):
        year = re.match(r"\d{4}", page.parent.parent.name)
        if year is None:
            continue
        try:
            retrieved = read_file(page, clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
            found.append(analyze_report(parse_report(retrieved, ReportId(page.parent.name, int(year[0])))))
        except HrReportError:
            continue
    return found


def sections(analyses: list[Analysis]) -> Iterator[list[Finding]]:
    for analysis in analyses:
        for section, _ in analysis.assessments:
            yield list(analysis.of_section(section))


def test_no_key_finding_on_real_pages_dangles(analyses: list[Analysis]) -> None:
    dangling = [
        own[i].text
        for own in sections(analyses)
        for i in range(1, len(own))
        if own[i].key and _OPENS.search(own[i].text) and not own[i - 1].key
    ]
    assert len(analyses) > 40
    assert not dangling


def test_no_section_of_real_pages_says_a_key_finding_twice(analyses: list[Analysis]) -> None:
    for own in sections(analyses):
        keys = [" ".join(re.findall(r"\w+", f.text.lower())) for f in own if f.key]
        assert len(keys) == len(set(keys))
        assert 1 <= len(keys) <= MOST
