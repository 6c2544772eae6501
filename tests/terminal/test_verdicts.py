"""Views of verdicts: the quoted words in their sentences, warnings, or what comes nearest, marked word by word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.quotation import LibraryVerdict
from hrreport.quoting import verify
from hrreport.terminal.verdicts import sightings_view, verdict_view

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

NAMES = {"arcadia": "Arcadia"}


def cited(_report: Report, place: Locator) -> str:
    return f"cited {place}"


def shown(report: Report, quotation: str) -> list[str]:
    """What stands below the head of the report."""
    lines = verdict_view(report, verify(report, quotation), "Arcadia", cite=cited).plain(100).splitlines()
    return lines[next(n for n, line in enumerate(lines) if line.startswith("──")) + 1 :]


def test_quoted_words_stand_between_marks_in_their_sentence(arcadia: Report) -> None:
    assert shown(arcadia, "The law forbids torture") == [
        "The law forbids torture",
        "",
        "✓  Word for word.",
        "",
        "   § 1.c ¶ 1",
        "   Section 1. Respect for the Integrity of the Person › c. Torture and Other Cruel, Inhuman, or",
        "   Degrading Treatment or Punishment",
        "   ⟦The law forbids torture⟧, but wardens [sic] beat detainees *often*, according to Lake Watch.",
        "!  Caveat (contrast): “but” stands after the quoted words, in the same sentence, § 1.c ¶ 1.",
        "!  Caveat (source): “according to” stands after the quoted words, in the same sentence, § 1.c ¶ 1.",
        "   cited § 1.c ¶ 1",
    ]


def test_a_whole_sentence_needs_no_marks(arcadia: Report) -> None:
    assert "   There were no reports of disappearances." in shown(arcadia, "There were no reports of disappearances.")


def test_a_heading_is_found_too(arcadia: Report) -> None:
    assert "   § 1.d" in shown(arcadia, "Property Seizure")


def test_what_is_not_there_is_shown_beside_what_comes_nearest(arcadia: Report) -> None:
    lines = shown(arcadia, "In June officers shot two boatmen.")
    assert lines[2] == "✗  Differs: 1 word changed."
    assert "   In [-June-] {+May+} officers shot two boatmen." in lines
    assert lines[-1] == "   [-words-] only in the quotation, {+words+} only in the report"


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        ("in may officers shot two boatmen.", "✗  Differs: only capital letters."),
        ("In May, officers shot two boatmen", "✗  Differs: only punctuation."),
    ],
)
def test_differences_that_are_no_words_are_named(arcadia: Report, quotation: str, said: str) -> None:
    assert said in shown(arcadia, quotation)


def test_stretches_are_judged_one_by_one(arcadia: Report) -> None:
    lines = shown(arcadia, "He appealed ... officers shot two boatmen")
    assert lines[2].startswith("✗  Differs: each of its stretches is there")
    assert sum(line.startswith("✓") for line in lines) == 2


def test_sightings_name_each_report_and_further_ones(arcadia: Report) -> None:
    verdict = verify(arcadia, "There were no reports")
    sightings = LibraryVerdict("There were no reports", 5, True, ((arcadia, verdict),), (arcadia.id,))
    text = sightings_view(sightings, NAMES, cite=cited).plain(100)
    assert "✓  It is in 2 of 5 stored reports: 1 word for word, others not described." in text
    assert "\nArcadia 2023\n" in text
    assert "Also in: Arcadia 2023." in text


def test_very_many_places_are_counted(arcadia: Report) -> None:
    verdict = replace(verify(arcadia, "There were no reports"), more=12)
    text = verdict_view(arcadia, verdict, "Arcadia", cite=cited).plain(100)
    assert "in 13 places." in text
    assert "12 further places are not shown." in text


def test_in_ascii_the_marks_are_still_told_apart(arcadia: Report) -> None:
    verdict = verify(arcadia, "The law forbids torture")
    text = verdict_view(arcadia, verdict, "Arcadia", cite=cited).plain(100, ascii_only=True)
    assert "[[The law forbids torture]], but" in text
    assert "+  Word for word" in text


def test_hostile_words_are_shown_and_not_obeyed(arcadia: Report) -> None:
    evil = "\x1b[2J \u202e[bold]x\x07"
    sections = tuple(
        replace(s, heading=evil, paragraphs=tuple(replace(p, text=f"{p.text} {evil}") for p in s.paragraphs))
        for s in arcadia.sections
    )
    report = replace(arcadia, sections=sections)
    for quotation in (f"did not change much {evil}", "did much change", f"punish officials {evil} ... impunity"):
        page = verdict_view(report, verify(report, quotation), evil, cite=lambda *_: evil)
        assert all(line.isprintable() for line in page.plain(100).split("\n"))
