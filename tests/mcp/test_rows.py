"""Rows of answers: stored texts with ids and pinpoints, cut where they are very long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import sample
from hrreport.mcp.paging import PIECE
from hrreport.mcp.rows import (
    beginning,
    brief_note,
    issue_row,
    nearest_rows,
    paragraph_rows,
    report_heads,
    sentence_row,
    verdict_row,
)
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph
from hrreport.quoting import verify_text

if TYPE_CHECKING:
    from hrreport.api.reports import Reports

THERE = "There were no reports of disappearances carried out by government authorities or for them."


def test_a_row_has_the_stable_id_and_pinpoint_of_its_sentence_or_heading(reports: Reports) -> None:
    report = reports.read("kazakhstan", 2023).report
    place = Locator("1.b", 1, 1)
    row = sentence_row(report, place)
    assert row == {"id": "kaz-2023/1.b/1/1", "pinpoint": report.pinpoint(place), "text": THERE}
    heading = sentence_row(report, Locator("1.b"))
    assert (heading["id"], heading["text"]) == ("kaz-2023/1.b", report.section("1.b").heading)


def test_a_long_paragraph_is_given_in_rows_that_name_their_sentences(reports: Reports) -> None:
    report = reports.read("kazakhstan", 2023).report
    (whole,) = paragraph_rows(report, "1.b", Paragraph(1, "One. Two.", (0, 5)))
    assert (whole["text"], "sentences" in whole) == ("One. Two.", False)
    first = "a" * (PIECE - 10) + "."
    rows = list(paragraph_rows(report, "1.b", Paragraph(1, f"{first} {first}", (0, len(first) + 1))))
    assert [(row["text"], row["sentences"]) for row in rows] == [(first, [1, 1]), (first, [2, 2])]


def test_texts_and_notes_are_cut_where_they_are_very_long() -> None:
    assert beginning("short") == brief_note("short") == "short"
    assert len(beginning("word " * PIECE)) <= PIECE
    assert brief_note("n" * 1_000).endswith(" ...")


def test_the_head_of_a_report_has_its_address_hash_and_notices() -> None:
    report = sample().report
    head = report_heads([report])["kaz-2023"]
    assert (head["name"], head["year"], head["sha256"]) == ("Kazakhstan", 2023, report.provenance.sha256)
    assert head["notices"]
    assert head["more_notices"] == 0


def test_a_verdict_has_the_places_of_a_quotation_or_what_comes_nearest(reports: Reports) -> None:
    report = reports.read("kazakhstan", 2023).report
    there = verdict_row(report, verify_text(report, THERE))
    assert (there["there"], there["verdict"], there["nearest"]) == (True, "exact", [])
    assert there["places"][0]["sentences"][0]["text"] == THERE
    other = verify_text(report, THERE.replace("no reports", "many reports"))
    assert verdict_row(report, other)["there"] is False
    assert [row["text"] for row in nearest_rows(report, other)] == [THERE]


def test_an_issue_has_its_evidence_in_full_and_the_rest_as_ids() -> None:
    got = sample()
    for issue in got.analysis.issues:
        row = issue_row(got.report, issue)
        assert len(row["evidence"]) + len(row["further_evidence"]) == len(issue.evidence)
        assert bool(row["note"]) != bool(issue.evidence)
