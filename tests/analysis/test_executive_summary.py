"""The report's own verdict: the sentences of the executive summary on change, issues and accountability."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hrreport.analysis.executive_summary import find_brief, is_summary
from hrreport.analysis.issues import find_items
from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance

NOWHERE = Provenance(
    "https://arcadia.example", "https://arcadia.example", datetime(2025, 5, 3, tzinfo=UTC), "file", "0"
)


def write_summary(*texts: str, heading: str = "Executive Summary") -> Report:
    """Return a report that is only a summary, a paragraph for each text."""
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, start=1))
    return Report(ReportId("arcadia", 2023), "Arcadia", "", (Section("s", "", heading, 2, paragraphs),), NOWHERE)


def test_brief_tells_change_issues_and_accountability_apart() -> None:
    brief = find_brief(
        write_summary(
            "Arcadia is a republic.",
            "The human rights situation in Arcadia worsened during the year.",
            "Significant human rights issues included torture; and corruption.",
            "The most serious human rights problem was impunity of guards.",
            "The government did little to identify and punish officials who abused anyone.",
        )
    )
    assert brief.change is not None
    assert brief.change.paragraph == 2
    assert [at.paragraph for at in brief.issues] == [3, 4]
    assert [at.paragraph for at in brief.accountability] == [5]


def test_items_of_a_list_belong_to_the_sentence_that_opens_it() -> None:
    report = write_summary("The following problems were reported:", "long detention", "old jails", "Trials were fair.")
    (section,) = report.sections
    opener, *items, last = section.paragraphs
    listed = (opener, *(replace(item, form="item") for item in items), last)
    found = replace(report, sections=(replace(section, paragraphs=listed),))
    assert [at.paragraph for at in find_brief(found).issues] == [1, 2, 3]
    assert [item.text for item in find_items(found)] == ["long detention", "old jails"]


def test_introduction_of_older_editions_is_their_summary() -> None:
    section = write_summary("The following human rights problems were reported:", heading="Introduction").sections[0]
    assert is_summary(section)


def test_sentences_on_change_and_on_the_response_list_no_issues() -> None:
    report = write_summary(
        "There were no significant changes in the human rights situation in Arcadia, including the isles, this year.",
        "Significant human rights issues included failure to investigate abuses.",
        "The government investigated some reported human rights abuses, including thefts by guards, but victims of "
        "abuses were not heard.",
    )
    assert [item.text for item in find_items(report)] == ["failure to investigate abuses"]
    brief = find_brief(report)
    assert brief.change is not None
    places = [brief.change, *brief.issues, *brief.accountability]
    assert [place.paragraph for place in places] == [1, 2, 3]
