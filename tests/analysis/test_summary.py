"""Summaries: what is shown, in which order, and what it must not lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.summary import summarize_report
from hrreport.errors import InputError, NotFoundError
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
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


def test_a_length_that_is_none_is_named(report: Report, analysis: Analysis) -> None:
    with pytest.raises(InputError, match='"huge"'):
        summarize_report(report, analysis, length="huge")  # type: ignore[arg-type]  # as a caller may
