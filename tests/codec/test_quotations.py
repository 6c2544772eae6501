"""Verdicts on quotations and checked documents in the public form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.codec.quotations import checked_json, sightings_json, verdict_json
from hrreport.model.checked import CheckedFiling, CheckedQuotation
from hrreport.model.quotation import LibraryVerdict
from hrreport.quoting import verify

if TYPE_CHECKING:
    from hrreport.model.report import Report


def cite(*places: object) -> str:
    return f"cited: {places[-1]}"


def test_a_place_has_its_path_and_citation(arcadia: Report) -> None:
    answer = verdict_json(arcadia, verify(arcadia, "wardens [sic] beat detainees"), "Arcadia", cite=cite)
    assert answer["found"]
    (place,) = answer["places"]
    assert place["path"] == [section.title for section in arcadia.path("1.c")]
    assert place["citation"] == "cited: § 1.c ¶ 1"


def test_what_is_not_there_has_the_nearest_with_its_words(arcadia: Report) -> None:
    answer = verdict_json(arcadia, verify(arcadia, "In June officers shot two boatmen."), "Arcadia", cite=cite)
    assert (answer["found"], answer["places"]) == (False, [])
    changed = [word for word in answer["nearest"]["words"] if word["quoted"] != word["printed"]]
    assert [(word["quoted"], word["printed"]) for word in changed] == [("June ", "May ")]


def test_sightings_are_verdicts_and_the_reports_besides(arcadia: Report, names: dict[str, str]) -> None:
    verdict = verify(arcadia, "He appealed.")
    answer = sightings_json(
        LibraryVerdict("He appealed.", 5, True, ((arcadia, verdict),), (arcadia.id,)), names, cite=cite
    )
    assert answer["verdicts"] == [verdict_json(arcadia, verdict, "Arcadia", cite=cite)]
    assert answer["others"] == [{"country": "arcadia", "year": 2023}]


def filing(report: Report) -> CheckedFiling:
    verdict = verify(report, "In June officers shot two boatmen.")
    found = CheckedQuotation(0, 0, 9, "line 1", "In June", "Arcadia 2023", report.id, "differs", judged=verdict)
    return CheckedFiling("brief.md", (found, replace(found, verdict="unchecked", judged=None)), {report.id: report})


def test_a_document_has_its_findings_with_the_words_that_differ(arcadia: Report, names: dict[str, str]) -> None:
    answer = checked_json((filing(arcadia),), names)
    differs, unchecked = answer["findings"]
    assert [(word["quoted"], word["printed"]) for word in differs["differences"]] == [("June ", "May ")]
    assert (differs["n"], differs["verdict"], differs["report"]["name"]) == (1, "differs", "Arcadia")
    assert (unchecked["n"], unchecked["verdict"], unchecked["differences"]) == (2, None, [])


def test_several_documents_are_counted_together(arcadia: Report, names: dict[str, str]) -> None:
    one = checked_json((filing(arcadia),), names)
    answer = checked_json((filing(arcadia), filing(arcadia)), names)
    assert answer["files"] == [one, one]
    assert answer["counts"] == {name: 2 * count for name, count in one["counts"].items()}
