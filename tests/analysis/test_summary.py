"""Summaries: what is shown, in which order, and what it must not lack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport import sample
from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.companions import needed_before
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.running_summary import running_summary
from hrreport.analysis.summary import summarize_report
from hrreport.errors import InputError, NotFoundError
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis, Extent, Finding
    from hrreport.model.report import Report
    from hrreport.model.summary import Length, Summary

LENGTHS: tuple[Length, ...] = ("short", "medium", "long")


def leaning_alone(analysis: Analysis, summary: Summary) -> list[str]:
    """Sentences that lean on one that is not shown right before them."""
    order = {f.locator: i for i, f in enumerate(analysis.findings)}
    shown = {order[f.locator] for f in summary.sentences}
    return [f.text for f in summary.sentences if depends_on_previous(f.text) and order[f.locator] - 1 not in shown]


@pytest.mark.parametrize("length", LENGTHS)
def test_no_sentence_leans_on_one_left_out(report: Report, analysis: Analysis, length: Length) -> None:
    assert leaning_alone(analysis, summarize_report(report, analysis, length=length)) == []


@pytest.mark.parametrize("words", [40, 90, 160, 400])
def test_no_sentence_of_a_running_summary_leans_on_one_left_out(report: Report, analysis: Analysis, words: int) -> None:
    assert leaning_alone(analysis, running_summary(report, analysis, words)) == []


@pytest.mark.parametrize("length", LENGTHS)
def test_sentences_stand_in_the_order_of_the_page(report: Report, analysis: Analysis, length: Length) -> None:
    order = [f.locator for f in analysis.findings]
    places = [order.index(f.locator) for f in summarize_report(report, analysis, length=length).sentences]
    assert places == sorted(places)


def test_longer_summaries_show_no_less(report: Report, analysis: Analysis) -> None:
    short, medium, long = (len(summarize_report(report, analysis, length=n).sentences) for n in LENGTHS)
    assert short < medium <= long < len(analysis.findings)


def test_what_is_omitted_is_counted(report: Report, analysis: Analysis) -> None:
    for digest in summarize_report(report, analysis).digests:
        own = analysis.of_section(digest.section)
        assert len(digest.sentences) + digest.omitted == len(own)


def test_a_caveat_stays_with_what_it_qualifies(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 4. Corruption\nThe court convicted a former minister of taking bribes. However, the sentence was "
        "suspended. Corruption was widespread, according to observers. The ministry has nine departments.\n"
    )
    analysis = analyze_report(report)
    texts = [f.text for f in summarize_report(report, analysis, length="long").sentences]
    assert ("However, the sentence was suspended." in texts) == (
        "The court convicted a former minister of taking bribes." in texts
    )


def test_a_section_that_only_leans_shows_what_it_can(build: Callable[[str], Report]) -> None:
    report = build("## Section 4. Corruption\nThey were never charged. This was common.\n")
    analysis = analyze_report(report)
    (digest,) = summarize_report(report, analysis).digests
    assert digest.sentences == ()
    assert digest.omitted == 2


def test_a_key_finding_that_cannot_stand_gives_way_to_another(build: Callable[[str], Report]) -> None:
    report = build("## Section 4. Corruption\nThey took bribes and were never charged. Police demanded bribes.\n")
    analysis = analyze_report(report)
    (digest,) = summarize_report(report, analysis).digests
    assert all(not f.text.startswith("They") for f in digest.sentences)


def test_mere_law_is_left_out_unless_there_is_nothing_else(build: Callable[[str], Report]) -> None:
    report = build("## Section 3. Elections\nThe law provided for elections by secret ballot every five years.\n")
    (digest,) = summarize_report(report, analyze_report(report)).digests
    assert [f.kind for f in digest.sentences] == [Kind.LAW]


def test_what_authorities_did_is_added(report: Report, analysis: Analysis) -> None:
    kinds = [f.kind for f in summarize_report(report, analysis, section="4").sentences]
    assert Kind.RESPONSE in kinds


def test_one_section_is_summarized_with_those_below_it(report: Report, analysis: Analysis) -> None:
    summary = summarize_report(report, analysis, section="1.c")
    assert [d.section for d in summary.digests] == ["1.c", "1.c/prison-and-detention-center-conditions"]


def test_one_topic_is_summarized(report: Report, analysis: Analysis) -> None:
    summary = summarize_report(report, analysis, topic="libel")
    assert [d.section for d in summary.digests] == ["2.a"]
    assert {f.topic for f in summary.sentences} == {"Libel/Slander Laws"}


def test_an_unknown_section_is_an_error(report: Report, analysis: Analysis) -> None:
    with pytest.raises(NotFoundError):
        summarize_report(report, analysis, section="9.z")


@pytest.mark.parametrize("words", [40, 90, 160])
def test_a_running_summary_is_about_as_long_as_asked(report: Report, analysis: Analysis, words: int) -> None:
    summary = running_summary(report, analysis, words)
    length = sum(len(f.text.split()) for f in summary.sentences)
    assert summary.running
    assert 0.6 * words <= length <= 1.05 * words


def test_a_running_summary_leaves_the_executive_summary_out(report: Report, analysis: Analysis) -> None:
    summary = running_summary(report, analysis, 1000)
    assert "summary" not in {f.locator.section for f in summary.sentences}
    assert "summary" not in {d.section for d in summary.digests}


def test_a_running_summary_is_in_the_order_of_executive_summaries(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 1. Integrity\nPolice beat detainees in three cities.\n"
        "## Section 2. Liberties {corruption}\nOfficials engaged in corruption with impunity.\n"
        "## Section 3. Voting {elections}\nObservers said elections were neither free nor fair.\n"
        "## Section 4. Liberties\nEditors were jailed.\n"
        "## Section 5. Police {security-forces}\nPolice arrested and beat protesters in the capital.\n"
    )
    summary = running_summary(report, analyze_report(report), 60)
    assert [f.locator.section for f in summary.sentences] == ["3", "5", "1", "4", "2"]


def test_few_words_on_a_grave_report_are_spent_on_what_is_gravest() -> None:
    got = sample()

    def treated(extent: Extent) -> set[str]:
        assessed = tuple((name, Assessment("abuses-reported", extent=extent)) for name, _ in got.analysis.assessments)
        found = running_summary(got.report, replace(got.analysis, assessments=assessed), 60)
        return {finding.locator.anchor for finding in found.sentences}

    assert "4" not in treated("serious")
    assert "4" in treated("limited")
    assert "1.c" in treated("serious")


def test_a_running_summary_of_no_words_is_empty(report: Report, analysis: Analysis) -> None:
    assert running_summary(report, analysis, 0).sentences == ()


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


def test_what_is_not_addressed_is_in_no_running_summary(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 1. Integrity\nPolice beat detainees in three cities.\n## Section 2. Property\nNot applicable.\n"
    )
    summary = running_summary(report, analyze_report(report), 40)
    assert [f.text for f in summary.sentences] == ["Police beat detainees in three cities."]


def test_a_name_that_cannot_be_explained_is_not_shown(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 2. Respect for Civil Liberties\nThey arrested Lena Marro in March. Marro was held for a year.\n"
    )
    assert needed_before(analyze_report(report).findings, 1) is None


def test_a_length_that_is_none_is_named(report: Report, analysis: Analysis) -> None:
    with pytest.raises(InputError, match="'huge'"):
        summarize_report(report, analysis, length="huge")  # type: ignore[arg-type]  # as a caller may
