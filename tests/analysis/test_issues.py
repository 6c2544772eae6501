"""Issues of the executive summary: which sections treat them, and which sentences support them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.issues import find_issues, find_items, listed_sections
from hrreport.model.country import ReportId
from hrreport.model.finding import Finding, Kind
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.wording.briefs import NO_SENTENCE, NOT_FOUND, POINTER, issue_words

if TYPE_CHECKING:
    from hrreport.model.finding import Issue

CASES = Path(__file__).parent / "cases" / "issues.txt"
PAIRS = [
    tuple(line.split(" => ")) for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
]

NOWHERE = Provenance(
    "https://arcadia.example", "https://arcadia.example", datetime(2025, 5, 3, tzinfo=UTC), "file", "0"
)


def write_report(listing: tuple[str, ...], body: dict[str, tuple[str, ...]]) -> Report:
    """Return a report whose executive summary is `listing`, with a section for each heading of `body`."""
    summary = tuple(Paragraph(n, text) for n, text in enumerate(listing, start=1))
    sections = [
        Section(f"1.{n}", "", heading, 3, tuple(Paragraph(k, text) for k, text in enumerate(texts, start=1)))
        for n, (heading, texts) in enumerate(body.items())
    ]
    whole = (Section("summary", "", "Executive Summary", 2, summary), *sections)
    return Report(ReportId("arcadia", 2023), "Arcadia", "", whole, NOWHERE)


def find_in(report: Report, kind: Kind = Kind.ABUSE) -> tuple[Issue, ...]:
    """Return the issues of a report in which every sentence of the body is of one kind."""
    findings = [
        Finding(section.locate(paragraph, n), text, paragraph.topic, kind, key=n == 1)
        for section in report.walk()
        for paragraph in section.paragraphs
        for n, text in enumerate(paragraph.sentences, start=1)
    ]
    return find_issues(report, find_items(report), findings)


@pytest.mark.parametrize(("item", "heading"), PAIRS)
def test_item_is_linked_first_to_the_section_that_treats_it(item: str, heading: str) -> None:
    headings = dict.fromkeys(h for _, h in PAIRS)
    report = write_report(
        (f"Significant human rights issues included credible reports of: {item}; and the rest.",),
        dict.fromkeys(headings, ("Officials did wrong there.",)),
    )
    issue = find_in(report)[0]
    assert issue.text == item
    assert report.section(issue.sections[0]).heading == heading
    assert issue.evidence


def test_item_that_no_heading_names_is_linked_to_where_the_body_tells_of_it() -> None:
    report = write_report(
        ("Significant human rights issues included restrictions on religious freedom; and torture.",),
        {
            "Disappearance": ("Two priests vanished after mass.", "A baker vanished too."),
            "Torture": ("Guards beat detainees.",),
        },
    )
    issue = find_in(report)[0]
    assert [(e.section, e.paragraph) for e in issue.evidence] == [("1.0", 1)]
    assert issue.sections == ("1.0",)


def test_item_without_evidence_in_the_body_is_shown_without() -> None:
    report = write_report(
        ("Significant human rights issues included the worst forms of child labor; and torture.",),
        {"Acceptable Conditions of Work": ("Inspectors rarely visited mills.",)},
    )
    assert [(i.text, i.sections, i.evidence) for i in find_in(report)] == [
        ("the worst forms of child labor", (), ()),
        ("torture", (), ()),
    ]


def test_heading_that_names_an_issue_is_shown_also_where_its_text_refers_elsewhere() -> None:
    report = write_report(
        ("Significant human rights issues included the worst forms of child labor; and piracy.",),
        {"Prohibition of Child Labor": ("See the report on child labor.",), "Wages": ("Inspectors were few.",)},
    )
    labor, piracy = find_in(report, Kind.CONTEXT)
    assert (labor.sections, labor.evidence, piracy.sections) == (("1.0",), (), ())
    words = [where for _, where in issue_words(report, labor.locator, (labor, piracy), pointers=("1.0",))]
    assert words[1:] == [f"§ 1.0, {POINTER}", NOT_FOUND]
    assert issue_words(report, labor.locator, (labor,))[1][1] == f"§ 1.0, {NO_SENTENCE}"


def test_only_sentences_on_abuses_bear_an_issue_out() -> None:
    report = write_report(
        ("Significant human rights issues included torture; and corruption.",),
        {"Torture": ("There were no reports of torture.",)},
    )
    assert all(not issue.evidence for issue in find_in(report, Kind.DENIAL))


def test_list_below_a_colon_has_an_item_in_every_paragraph() -> None:
    report = write_report(
        ("The following human rights problems were reported:", "killings by guards;", "corruption"),
        {"Corruption in Government": ("Clerks took bribes.",)},
    )
    assert [(i.text, i.sections) for i in find_in(report)] == [("killings by guards", ()), ("corruption", ("1.0",))]
    assert listed_sections(find_items(report)) == {"1.0"}


def test_summary_that_denies_abuses_lists_no_issues() -> None:
    report = write_report(("There were no credible reports of significant human rights abuses.",), {})
    assert find_in(report) == ()


def test_item_of_no_known_subject_is_linked_by_the_words_of_headings() -> None:
    report = write_report(
        ("Significant human rights issues included piracy on lakes; and torture.",),
        {"Piracy": ("Boatmen were robbed on the lakes.",), "Torture": ("Guards beat boatmen.",)},
    )
    assert find_in(report)[0].sections == ("1.0",)


def test_section_under_a_heading_that_names_the_subject_fits_too() -> None:
    report = write_report(("Significant human rights issues included corruption; and torture.",), {})
    paragraph = Paragraph(1, "Clerks sold permits.")
    under = Section("4/permits", "", "Permits", 3, (paragraph,))
    whole = Section("4", "4", "Corruption in Government", 2, (), (under,))
    report = replace(report, sections=(*report.sections, whole))
    assert find_in(report)[0].sections == ("4/permits",)


def test_run_in_label_names_the_subject_too() -> None:
    report = write_report(("Significant human rights issues included corruption; and torture.",), {})
    paragraph = Paragraph(1, "Clerks sold permits.", topic="Corruption")
    report = replace(report, sections=(*report.sections, Section("4", "4", "Government", 2, (paragraph,))))
    assert find_in(report)[0].sections == ("4",)
