"""Topics by reports, in brief; and chosen passages as one document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.comparison.cautions import COUNTRIES
from hrreport.comparison.matrix import compile_passages, excerpts, matrix_of
from hrreport.model.finding import Assessment

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.matrix import Matrix
    from hrreport.model.report import Report


ARCADIA = """
1.a Killings | killings
There were no reports of killings.

3.a Torture | torture
It was quiet. There were no reports of hazing. Guards beat 40 boatmen.
"""
RURITANIA = """
3.a Torture | torture
Nothing to say.

3.b Children | children
Labor | child-labor > Boys worked.
"""


def made(build: Callable[..., Report], analyze: Callable[[Report], Analysis], *topics: str) -> Matrix:
    reports = [build(2024, ARCADIA), build(2024, RURITANIA, "ruritania")]
    return matrix_of([(report, analyze(report)) for report in reports], topics)


def test_a_matrix_has_a_row_for_every_topic_of_any_report(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    matrix = made(build, analyze)
    assert [row.id for row in matrix.rows] == ["killings", "torture", "children"]
    assert [[bool(cell.places) for cell in row.cells] for row in matrix.rows] == [
        [True, False],
        [True, True],
        [False, True],
    ]
    assert matrix.cautions == (COUNTRIES,)
    assert [m.sentences for m in matrix.measures] == [4, 2]


def test_a_cell_has_the_first_key_finding_abuses_before_others_and_its_figure(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    torture = made(build, analyze).rows[1]
    here, there = torture.cells
    assert here.assessment == Assessment("abuses-reported", "serious")
    assert here.finding is not None
    assert (here.finding.text, str(here.finding.locator)) == ("Guards beat 40 boatmen.", "§ 3.a ¶ 1")
    assert here.figure is not None
    assert here.figure.text == "40"
    assert (there.finding, there.figure) == (None, None)


def test_a_figure_of_what_is_no_abuse_is_not_shown(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    report = build(2024, "1.a Killings | killings\nJudges sentenced 2 officers. There were no reports of 3 killings.")
    analysis = analyze(report)
    analysis = replace(analysis, findings=tuple(replace(finding, key=True) for finding in analysis.findings))
    (cell,) = matrix_of([(report, analysis)]).rows[0].cells
    assert cell.assessment == Assessment("none-reported", basis="no-reports")
    assert cell.finding is not None
    assert cell.finding.text == "There were no reports of 3 killings."
    assert cell.figure is None
    law = replace(analysis, assessments=(("1.a", Assessment("not-addressed")),))
    (cell,) = matrix_of([(report, law)]).rows[0].cells
    assert cell.finding is not None
    assert cell.finding.text == "Judges sentenced 2 officers."
    assert cell.figure is None


def test_a_matrix_of_one_topic_has_its_row_alone(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    assert [row.id for row in made(build, analyze, "child-labor").rows] == ["children"]


def test_no_reports_make_an_empty_matrix() -> None:
    assert matrix_of([]).rows == ()


OLD = """
1.c Torture | torture
Guards beat boatmen.

6/women Women | women
Women were few.
Rape | rape-domestic-violence > It was forbidden.
Shelters were full.
"""
NEW = """
3.a Torture | torture
Guards beat more boatmen.
"""


def test_passages_stand_by_topic_then_report_whole_and_in_order(build: Callable[..., Report]) -> None:
    old, new = build(2023, OLD), build(2024, NEW)
    document = compile_passages([old, new], ["rape-domestic-violence", "torture", "torture"])
    assert [chapter.name for chapter in document.chapters] == [
        "Rape and domestic violence",
        "Torture and ill-treatment",
    ]
    rape, torture = document.chapters
    assert [[p.text for x in e.excerpts for p in x.paragraphs] for e in rape.entries] == [
        ["It was forbidden.", "Shelters were full."],
        [],
    ]
    assert [str(x.place) for e in torture.entries for x in e.excerpts] == ["§ 1.c", "§ 3.a"]
    assert torture.entries[0].excerpts[0].path == ("c. Torture",)
    assert document.reports == (old, new)
    assert document.cautions[0].startswith("Absence of reporting")


def test_a_wider_topic_brings_those_that_belong_to_it(build: Callable[..., Report]) -> None:
    found = excerpts(build(2023, OLD), ["women"])
    assert [x.place.label for x in found] == ["", "Rape"]
