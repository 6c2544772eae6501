"""The analysis of a whole report, and its laws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis.report_analysis import analyze_report
from hrreport.model.finding import Kind
from hrreport.model.report import Paragraph, Section

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def without(report: Report, section_id: str, paragraph: int, sentence: int) -> Report:
    """The report with one sentence taken out."""

    def cut(p: Paragraph) -> Paragraph:
        kept = [s for n, s in enumerate(p.sentences, start=1) if n != sentence]
        starts, at = [], 0
        for text in kept:
            starts.append(at)
            at += len(text) + 1
        return replace(p, text=" ".join(kept), starts=tuple(starts))

    def walk(section: Section) -> Section:
        paragraphs = section.paragraphs
        if section.id == section_id:
            paragraphs = tuple(cut(p) if p.number == paragraph else p for p in paragraphs)
            paragraphs = tuple(p for p in paragraphs if p.text)
        return replace(section, paragraphs=paragraphs, sections=tuple(map(walk, section.sections)))

    return replace(report, sections=tuple(map(walk, report.sections)))


def test_every_sentence_is_a_finding_in_order(report: Report, analysis: Analysis) -> None:
    sentences = [s for _, paragraph in report.passages() for s in paragraph.sentences]
    assert [f.text for f in analysis.findings] == sentences


def test_a_findings_locator_yields_its_text(report: Report, analysis: Analysis) -> None:
    for finding in analysis.findings:
        assert report.text_at(finding.locator) == finding.text


def test_figures_and_sources_stand_in_their_sentence(analysis: Analysis) -> None:
    for finding in analysis.findings:
        for part in (*(f.text for f in finding.figures), *(s.name for s in finding.sources), *finding.strength):
            assert part in finding.text


def test_the_same_report_gives_the_same_analysis(report: Report, analysis: Analysis) -> None:
    assert analyze_report(report) == analysis


def test_removing_a_sentence_changes_the_kinds_of_its_neighbors_at_most(report: Report, analysis: Analysis) -> None:
    section = "1.c"
    own = analysis.of_section(section)
    for i, finding in enumerate(own):
        at = finding.locator
        assert at.paragraph is not None
        assert at.sentence is not None
        left = analyze_report(without(report, section, at.paragraph, at.sentence)).of_section(section)
        others = [f for k, f in enumerate(own) if k != i]
        for k, (before, after) in enumerate(zip(others, left, strict=True)):
            if k not in {i - 1, i}:
                assert (before.text, before.kind, before.cues) == (after.text, after.kind, after.cues)


def test_every_finding_names_what_decided(analysis: Analysis) -> None:
    assert all(finding.cues for finding in analysis.findings)


def test_no_section_has_more_than_four_key_findings_and_each_has_one(report: Report, analysis: Analysis) -> None:
    for section in report.walk():
        keys = [f for f in analysis.of_section(section.id) if f.key]
        assert (1 if section.paragraphs else 0) <= len(keys) <= 4


def test_the_four_silences_are_told_apart(analysis: Analysis) -> None:
    said = {i: (a.value, a.basis) for i, a in analysis.assessments}
    assert said["1.b"] == ("none-reported", "no-reports")
    assert said["2.d"] == ("none-reported", "respected")
    assert said["1.f"] == ("not-addressed", "not-applicable")
    assert said["2.c"] == ("not-addressed", "cross-reference")


def test_extent_is_given_only_where_abuses_are_reported(analysis: Analysis) -> None:
    for _, assessment in analysis.assessments:
        assert (assessment.extent is not None) == (assessment.value == "abuses-reported")
        assert (assessment.basis is not None) == (assessment.value != "abuses-reported")


def test_sections_without_text_have_no_assessment(report: Report, analysis: Analysis) -> None:
    assert [i for i, _ in analysis.assessments] == [s.id for s in report.walk() if s.paragraphs]


def test_readers_are_shown_no_assessment_of_a_summary(analysis: Analysis) -> None:
    assert analysis.assessment("summary")
    assert analysis.displayed_assessment("summary") is None
    assert analysis.displayed_assessment("1.a") == analysis.assessment("1.a")


def test_responses_are_told_from_abuses(analysis: Analysis) -> None:
    kinds = {f.text: f.kind for f in analysis.findings}
    assert kinds["In June a court sentenced two police officers to five years in prison for torture."] is Kind.RESPONSE
    assert kinds["Police arrested a journalist on May 3 and held her for 12 days."] is Kind.ABUSE


def test_a_report_without_text_has_an_empty_analysis(report: Report) -> None:
    empty = analyze_report(replace(report, sections=()))
    assert (empty.findings, empty.assessments, empty.issues) == ((), (), ())


def test_a_text_of_nothing_but_a_mark_is_analysed(report: Report) -> None:
    section = Section("2.b", "b", "Assembly", 3, (Paragraph(1, "."),))
    (finding,) = analyze_report(replace(report, sections=(section,))).findings
    assert finding.text == "."


def test_a_description_is_a_silence_of_its_own(report: Report) -> None:
    text = "The Jewish community numbered approximately 80 persons."
    paragraph = Paragraph(1, text)
    section = Section("6/antisemitism", "", "Antisemitism", 3, (paragraph,))
    found = analyze_report(replace(report, sections=(section,))).assessment("6/antisemitism")
    assert found is not None
    assert (found.value, found.basis) == ("not-addressed", "description")
