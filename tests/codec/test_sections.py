"""A report section by section in the public form: outline, text and summary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.codec.sections import sections_json, summary_json, whole_report_json
from hrreport.model.report import TopicGuess

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary


def test_the_outline_has_every_section_with_the_headings_above_it(arcadia: Report, arcadia_analysis: Analysis) -> None:
    rows = sections_json(arcadia, arcadia_analysis, "Arcadia")["sections"]
    assert [row["id"] for row in rows] == [section.id for section in arcadia.walk()]
    assert [row["path"] for row in rows] == [[s.title for s in arcadia.path(row["id"])] for row in rows]
    prisons = next(row for row in rows if row["id"].endswith("center-conditions"))
    assert prisons["topics"] == ["Abusive Physical Conditions", "Administration"]
    assert (prisons["assessment"], prisons["extent"], prisons["guess"]) == ("abuses-reported", "limited", None)


def test_guesses_name_what_they_follow(arcadia: Report) -> None:
    guess = TopicGuess("words", 0.8)
    first = arcadia.sections[0]
    label = replace(first.paragraphs[0], topic="Boats", topics=("boats",), guess=guess)
    guessed = replace(first, topics=("lakes",), guess=guess, paragraphs=(label, *first.paragraphs[1:]))
    (row,) = sections_json(replace(arcadia, sections=(guessed,)), None, "Arcadia")["sections"]
    said = {"by": "words", "sure": 0.8}
    assert row["guess"] == said
    assert row["label_guesses"] == [{"paragraph": 1, "label": "Boats", "subjects": ["boats"], **said}]


def test_the_whole_report_has_every_paragraph_and_no_assessment(arcadia: Report) -> None:
    answer = whole_report_json(arcadia, "Arcadia", citation="cited")
    assert [p["text"] for row in answer["sections"] for p in row["text"]] == [p.text for _, p in arcadia.passages()]
    assert not any({"assessment", "extent", "basis"} & set(row) for row in answer["sections"])
    assert answer["citation"] == "cited"
    assert "citation" not in whole_report_json(arcadia, "Arcadia")
    assert answer["provenance"]["etag"] == arcadia.provenance.etag


def test_a_summary_has_what_is_shown_beside_a_sentence(arcadia: Report, arcadia_summary: Summary) -> None:
    answer = summary_json(arcadia, arcadia_summary, "Arcadia")
    rows = {row["id"]: row for row in answer["sections"]}
    _, shot, *_ = rows["1.a"]["sentences"]
    assert shot["acronyms"] == [{"acronym": "LPD", "long": "Lake Police Department"}]
    assert shot["also"] == [{"section": "1.c", "paragraph": 1, "sentence": 1}]
    assert (rows["1.a"]["mark"], rows["1"]["own_mark"], rows["6"]["mark"]) == ("named", None, None)
    brief = answer["brief"]
    assert brief["change"]["text"].startswith("The human rights situation")
    assert brief["since"] == {
        "year": 2022,
        "added": ["piracy on the lakes"],
        "gone": ["censorship"],
        "lost": ["elections"],
        "outline_changed": True,
    }


def test_without_an_overview_its_fields_are_empty(arcadia: Report, arcadia_summary: Summary) -> None:
    brief = summary_json(arcadia, replace(arcadia_summary, overview=None), "Arcadia")["brief"]
    assert (brief["items"], brief["actors"], brief["sentences"], brief["missing"]) == ([], [], [], [])
    assert brief["since"] is None
