"""The executive summary: the sentences of the verdict, and every form in which it prints a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.cases import read_cases

from hrreport.analysis.executive_summary import clean_item, find_brief, is_on, is_summary, opens_list, split_items
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


@pytest.mark.parametrize("case", read_cases("analysis/cases", "brief"))
def test_sentences_of_the_executive_summary_are_told_apart(case: dict[str, Any]) -> None:
    assert is_on(case["expected"], case["input"])


@pytest.mark.parametrize("case", read_cases("analysis/cases", "brief", "split"))
def test_lists_of_issues_are_split_into_items(case: dict[str, Any]) -> None:
    assert list(split_items(case["input"])) == case["expected"]


CASES = Path(__file__).parent / "cases" / "lists.txt"


def read_lists() -> list[tuple[str, tuple[str, ...]]]:
    """Return every sentence of the file of cases with its items."""
    blocks = [block.splitlines() for block in CASES.read_text(encoding="utf-8").split("\n\n")[1:]]
    return [(lines[0], tuple(line.removeprefix("=> ") for line in lines[1:])) for lines in blocks]


@pytest.mark.parametrize(("sentence", "items"), read_lists())
def test_sentence_is_split_into_its_items(sentence: str, items: tuple[str, ...]) -> None:
    assert split_items(sentence) == items


def test_colon_at_the_end_opens_a_list_printed_below() -> None:
    assert opens_list("The following problems were reported: ")
    assert not opens_list("The following problem was reported: torture.")


@pytest.mark.parametrize("part", ["1. torture;", "• torture; and", "and torture.", "(a) torture, and"])
def test_item_is_freed_of_what_joins_it_to_others(part: str) -> None:
    assert clean_item(part) == "torture"
