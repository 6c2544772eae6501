"""What a summary shows beside a chosen sentence, what it leaves out, and the marks of headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.digest.acronyms import acronyms, find_glosses, long_forms, unexplained
from hrreport.analysis.digest.bundles import bundle
from hrreport.analysis.digest.heading_options import Headings
from hrreport.analysis.digest.named_headings import named_headings
from hrreport.analysis.digest.previous_edition import differences, find_since
from hrreport.analysis.digest.repeats import nearly_equal_or_same_case
from hrreport.analysis.digest.tiers import budget, missing_subjects, tier_of, tiers
from hrreport.analysis.issues import subject_places
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.summary import summarize_report
from hrreport.catalogue.records import topics
from hrreport.errors import InputError
from hrreport.model.finding import Kind
from hrreport.model.summary import MARKS, IssueList

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report


@pytest.fixture
def own(build: Callable[[str], Report]) -> Callable[[str], list[Finding]]:
    """Return a reader of the sentences of one section."""
    return lambda text: list(analyze_report(build(f"## Section 1. Integrity\n{text}\n")).findings)


def test_every_ranked_topic_is_a_topic_with_its_source() -> None:
    assert set(tiers()) <= {topic.id for topic in topics()}
    assert {tier.name for tier in tiers().values()} == {"core", "standard", "peripheral"}


def test_budgets_grow_with_the_root_of_the_length_and_end() -> None:
    assert [budget("core", n) for n in (1, 4, 16, 100)] == [1, 3, 6, 8]
    assert [budget("peripheral", n) for n in (1, 16, 100)] == [1, 2, 2]
    assert budget("one section", 400) == 14


def test_a_denial_near_an_allegation_comes_along(own: Callable[[str], list[Finding]]) -> None:
    found = own(
        "Boatmen alleged that wardens beat 30 prisoners in June. The prison has two wings. The ministry denied the "
        "beatings. Food was short."
    )
    shown = bundle(found, 0)
    assert shown is not None
    assert {0, 2} <= shown


def test_a_number_that_is_likely_higher_brings_the_caveat(own: Callable[[str], list[Finding]]) -> None:
    found = own("Lake Watch counted 40 beatings. Observers said the actual number was likely higher.")
    assert bundle(found, 0) == frozenset({0, 1})


def test_a_case_is_shown_to_its_end_or_not_at_all(own: Callable[[str], list[Finding]]) -> None:
    told = own("On May 3, police arrested the editor Lena Marro. They searched her home. She was released on May 9.")
    assert bundle(told, 0) == frozenset({0, 1, 2})
    untold = own("On May 3, police arrested the editor Lena Marro. Readers were surprised by it.")
    assert bundle(untold, 0) is None


def test_what_was_named_before_is_brought(own: Callable[[str], list[Finding]]) -> None:
    found = own(
        "Parliament set up a commission in spring. Police beat two fishermen. Prisons were crowded. Wardens beat "
        "witnesses whom the commission had heard."
    )
    shown = bundle(found, 3)
    assert shown is not None
    assert 0 in shown


def test_so_many_persons_who_are_known_bring_the_sentence_that_names_them(own: Callable[[str], list[Finding]]) -> None:
    found = own("Police beat Karl Lund and Ole Marr in the harbor. Fishermen saw officers take the two men away.")
    assert bundle(found, 1) == frozenset({0, 1})
    defined = own("Police beat Karl Lund in the harbor. Fishermen criticized the three provisions of the act.")
    assert bundle(defined, 1) == frozenset({1})


def test_law_alone_is_not_shown_unless_it_restricts(own: Callable[[str], list[Finding]]) -> None:
    found = own("The law provides for a register of boats. The lake is deep.")
    assert found[0].kind is Kind.LAW
    assert bundle(found, 0) is None


def test_acronyms_are_found_and_spelled_out_once(build: Callable[[str], Report]) -> None:
    assert list(acronyms("NGOs and LGBTQI+ groups of the U.S. met Part II of McKay")) == ["NGO", "LGBTQI+", "U.S."]
    report = build(
        "## Section 1. Integrity\nThe Lake Rescue League (LRL) was closed. LRL members were beaten. The XQZ was too.\n"
    )
    longs = long_forms(report)
    assert longs["LRL"] == "Lake Rescue League"
    findings = analyze_report(report).findings
    shown = [(f.locator, f.text) for f in findings[1:2]] * 2
    assert [(g.short, g.long) for g in find_glosses(shown, longs)] == [("LRL", "Lake Rescue League")]
    assert not find_glosses([(f.locator, f.text) for f in findings[:2]], longs)
    assert unexplained(findings[2].text, longs)
    assert not unexplained(findings[1].text, longs)


def test_two_sentences_say_the_same(own: Callable[[str], list[Finding]]) -> None:
    same = own("Police in Lund beat nine striking boatmen in June. In June police in Lund beat nine boatmen on strike.")
    assert nearly_equal_or_same_case(*same)
    assert not nearly_equal_or_same_case(
        *own("Police beat nine boatmen in June. The court freed a printer in the autumn.")
    )


REPORT = """\
## Executive Summary
There were no significant changes in the human rights situation in the islands during the year.
Significant human rights issues included: torture by wardens; and laws criminalizing same-sex conduct.
The government took some steps to punish officials. Pirates attacked fishermen and killed nine of them.
## Section 1. Integrity
## Section 1. Integrity > c. Torture {torture}
The law forbids torture, but wardens often beat prisoners, according to Lake Watch. Lake Watch counted 40 beatings.
## Section 1. Integrity > d. Arrest {arbitrary-arrest}
There were no reports of arbitrary arrest.
## Section 2. Liberties
## Section 2. Liberties > c. Religion {religion}
See the report on religious freedom.
## Section 6. Discrimination
## Section 6. Discrimination > Acts Based on Sexual Orientation {lgbtqi}
[Criminalization {lgbtqi-criminalization}] The penal code criminalized same-sex conduct with ten years in prison.
Police extorted money from gay men.
"""


@pytest.fixture
def islands(build: Callable[[str], Report]) -> tuple[Report, Analysis]:
    report = build(REPORT)
    return report, analyze_report(report)


def test_marks_are_facts_that_the_first_sentence_supports(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    summary = summarize_report(report, analysis)
    marks = {d.section: d.mark for d in summary.digests}
    assert marks["1.c"] == "named"
    assert marks["1.d"] == "none"
    assert marks["2.c"] == "elsewhere"
    assert marks["6/acts-based-on-sexual-orientation"] == "named"
    assert summary.referred == ("2.c",)


def test_a_parent_shows_its_strongest_child(report: Report, analysis: Analysis) -> None:
    digests = {d.section: d for d in summarize_report(report, analysis).digests}
    for section, digest in digests.items():
        below = [d for s, d in digests.items() if s.startswith((f"{section}/", f"{section}."))]
        assert all(MARKS.index(digest.mark) <= MARKS.index(d.mark) for d in below)


def test_the_first_sentence_shown_supports_its_mark(report: Report, analysis: Analysis) -> None:
    for digest in summarize_report(report, analysis).digests:
        if digest.own_mark in {"named", "described"}:
            assert digest.sentences[0].kind is Kind.ABUSE
        if digest.own_mark == "none":
            assert digest.sentences[0].kind is Kind.DENIAL


def test_a_named_label_has_a_sentence(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    _, labels = named_headings(report, analysis.issues)
    texts = [f.text for f in summarize_report(report, analysis).sentences]
    assert labels <= {"Criminalization"}
    assert any("criminalized" in text for text in texts)


def test_a_brief_holds_the_verdict_and_those_who_are_not_the_state(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    brief = summarize_report(report, analysis, length="brief")
    assert brief.overview is not None
    assert brief.in_brief
    assert brief.digests == ()
    assert [report.text_at(place) for place in brief.overview.actors] == [
        "Pirates attacked fishermen and killed nine of them."
    ]
    assert "elections" in brief.overview.missing
    assert "sexual orientation and gender identity" not in brief.overview.missing
    parts = [tier_of(report, f.locator.section).part for f in brief.overview.sentences]
    assert parts == sorted(parts)
    assert any("wardens often beat" in f.text for f in brief.overview.sentences)


def test_a_brief_of_a_part_is_an_error(islands: tuple[Report, Analysis]) -> None:
    with pytest.raises(InputError, match="whole report"):
        summarize_report(*islands, length="brief", section="1.c")


def test_every_sentence_of_a_brief_is_of_the_report(report: Report, analysis: Analysis) -> None:
    overview = summarize_report(report, analysis, length="brief").overview
    assert overview is not None
    assert overview.sentences
    for finding in overview.sentences:
        assert report.text_at(finding.locator) == finding.text
    sections = [f.locator.section for f in overview.sentences]
    assert all(sections.count(section) <= 2 for section in sections)


def test_what_differs_from_the_edition_before_is_told(
    islands: tuple[Report, Analysis], build: Callable[[str], Report]
) -> None:
    report, analysis = islands
    older = build(
        REPORT.replace("torture by wardens", "corruption of ministers").replace(
            "## Section 6. Discrimination\n## ",
            "## Section 3. Politics\n## Section 3. Politics > a. Elections {elections}\nVoters chose freely.\n"
            "## Section 6. Discrimination\n## ",
        )
    )
    since = find_since(report, analysis, older, analyze_report(older))
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


def test_the_options_of_a_heading_are_found_once(islands: tuple[Report, Analysis]) -> None:
    headings = Headings(*islands)
    assert headings.options("1.c") is headings.options("1.c")
