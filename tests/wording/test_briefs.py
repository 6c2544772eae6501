"""The words of a brief, and how many lines they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.model.summary import BriefSummary
from hrreport.wording.briefs import (
    FACTS,
    body_text,
    height,
    label_of,
    missing_words,
    paragraph_notes,
    referred_words,
    sign_of,
    since_words,
    source_line,
    verdict_texts,
    verdict_words,
)

if TYPE_CHECKING:
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary

PLACE = Locator("summary", 2, 1)


def test_the_source_is_said_in_a_line(arcadia: Report) -> None:
    assert source_line(arcadia, "Arcadia") == (
        "Arcadia 2023 · published 22 April 2024, retrieved 3 May 2025, 10:20 UTC, from www.state.gov"
    )


def test_a_verdict_is_broken_at_its_issues_and_loses_no_word(arcadia: Report, arcadia_summary: Summary) -> None:
    overview = arcadia_summary.overview or BriefSummary()
    for place, items in verdict_words(arcadia, arcadia_summary.brief, overview):
        assert " ".join(words for words, _ in items) == arcadia.text_at(place)
    listed = dict(verdict_words(arcadia, arcadia_summary.brief, overview))[PLACE]
    assert [where for _, where in listed if where] == ["§ 1.c", "no section found"]


def test_short_issues_are_a_text_each_and_many_lines_of_them_one() -> None:
    assert verdict_texts(PLACE, (("One;", "§ 1.a"), ("two.", "")), "[X: y]") == (
        "summary ¶ 2 One; [§ 1.a]",
        "two.",
        "[X: y]",
    )
    (together,) = verdict_texts(PLACE, (("word " * 150, ""), ("word " * 150, "")), "")
    assert height(together) > 10


def test_what_stands_beside_sentences_is_in_brackets(arcadia_summary: Summary) -> None:
    digest = next(digest for digest in arcadia_summary.digests if digest.section == "1.a")
    finding = digest.sentences[0]
    assert paragraph_notes(arcadia_summary, digest, finding) == "[LPD: Lake Police Department] [also § 1.c ¶ 1]"
    assert body_text(finding, "[x]") == f"1.a ¶ 1 {finding.text} [x]"
    assert label_of(finding) is None


def test_gaps_and_differences_are_said_or_nothing(arcadia: Report, arcadia_summary: Summary) -> None:
    overview = arcadia_summary.overview or BriefSummary()
    assert referred_words(arcadia, arcadia_summary) == "Referred elsewhere or not applicable: § 1.d."
    assert missing_words(overview) == "No heading in this edition for: fair trial, elections."
    assert since_words(overview.since) == (
        "Added to the issues since 2022: piracy on the lakes.",
        "Gone from the issues since 2022: censorship.",
        "Headings of 2022 that this edition does not have: elections.",
        "The outline is not that of 2022: a topic that is no longer reported has not necessarily improved.",
    )
    assert (missing_words(BriefSummary()), since_words(None)) == ("", ())
    assert [sign_of(name) for name, _, _ in FACTS] + [sign_of("")] == ["■", "▪", "○", "–", ""]
