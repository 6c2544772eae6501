"""What the answers have in common: reports, places, findings and issues in the public form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.codec.contract import (
    assessment_json,
    elsewhere_json,
    findings_json,
    id_json,
    issues_json,
    named_id_json,
    page_json,
    place_id,
    provenance_json,
    published_json,
    report_json,
)
from hrreport.model.elsewhere import Elsewhere, Mention
from hrreport.model.finding import Assessment
from hrreport.model.locator import Locator
from hrreport.model.official_pdf import OfficialPdf, PrintedPlace
from hrreport.model.report import Part

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Locator("6/women"), "6/women"),
        (Locator("6/women", 3), "6-p3"),
        (Locator("1.c/prisons", 7, 2), "1.c-p7-s2"),
        (Locator("tibet:1.c", 1, 1), "tibet:1.c-p1-s1"),
    ],
)
def test_the_id_of_a_place_counts_in_the_lettered_section(place: Locator, name: str) -> None:
    assert place_id(place) == name


def test_a_report_is_named_or_null(arcadia: Report) -> None:
    assert id_json(None) == {"country": None, "year": None}
    assert named_id_json(arcadia.id, {}) == {"country": "arcadia", "name": "arcadia", "year": 2023}
    assert named_id_json(arcadia.id, {"arcadia": "Arcadia"})["name"] == "Arcadia"


@pytest.mark.parametrize(
    ("year", "printed", "published", "by"),
    [(2023, "2024-05-01", "2024-05-01", "page"), (2023, "", "2024-04-22", "edition"), (1900, "", "", None)],
)
def test_a_date_is_that_of_the_page_or_of_the_edition(year: int, printed: str, published: str, by: str | None) -> None:
    assert published_json(year, printed) == {"published": published, "published_from": by}


def test_facts_that_are_not_known_have_no_field(arcadia: Report) -> None:
    optional = {"captured_at", "publisher", "pdf_copy", "parts"}
    assert not optional & set(report_json(arcadia, "Arcadia"))
    source = replace(arcadia.provenance, captured_at="2025-01-01T00:00:00+00:00", publisher="Lake Press")
    full = replace(
        arcadia, provenance=source, parts=(Part("lakes", "The Lakes", source),), printed=OfficialPdf(source, (1,), ())
    )
    answer = report_json(full, "Arcadia")
    assert optional <= set(answer)
    assert answer["parts"][0] == {"id": "lakes", "name": "The Lakes", **provenance_json(source)}
    assert {"etag", "publisher"} <= set(provenance_json(source))
    assert "last_modified" not in provenance_json(source)


@pytest.mark.parametrize(
    ("assessment", "fields"),
    [
        (None, (None, None, None)),
        (Assessment("abuses-reported", "serious"), ("abuses-reported", "serious", None)),
        (Assessment("none-reported", basis="respected"), ("none-reported", None, "respected")),
    ],
)
def test_an_assessment_has_all_its_fields(assessment: Assessment | None, fields: tuple[str | None, ...]) -> None:
    assert assessment_json(assessment) == dict(zip(("assessment", "extent", "basis"), fields, strict=True))


def test_findings_are_cited_and_explained_as_asked(arcadia: Report, arcadia_analysis: Analysis) -> None:
    found = [f for f in arcadia_analysis.findings if f.cues]
    (plain,) = findings_json(arcadia, found, "Arcadia")["findings"]
    (cited,) = findings_json(arcadia, found, "Arcadia", cite=lambda place: f"<{place}>", explain=True)["findings"]
    assert (plain["id"], plain["citation"]) == ("1.c-p1-s1", "§ 1.c ¶ 1")
    assert plain["sources"] == [{"name": "Lake Watch", "type": "ngo"}]
    assert cited == {**plain, "citation": "<§ 1.c ¶ 1>", "cues": ["beat"]}


def test_issues_have_their_evidence_with_its_words(arcadia: Report, arcadia_analysis: Analysis) -> None:
    torture, piracy = issues_json(arcadia, arcadia_analysis, "Arcadia")["issues"]
    (sentence,) = torture["evidence"]
    assert sentence["text"] == arcadia.text_at(Locator("1.c", 1, 1))
    assert (piracy["evidence"], piracy["sections"]) == ([], [])
    assert piracy["listed"]["citation"] == arcadia.pinpoint(Locator("summary", 2, 1))


def test_passages_elsewhere_have_the_sentences_that_are_meant(arcadia: Report) -> None:
    section = arcadia.section("1.a")
    mention = Mention(section, ("Section 1", section.title), section.paragraphs[0], (2,))
    answer: Any = elsewhere_json(Elsewhere("boats", "Boats", ("boat*",), (mention,)))
    (passage,) = answer["passages"]
    assert passage["sentences"] == [{"sentence": 2, "text": "In May officers shot two boatmen."}]
    assert elsewhere_json(None) is None


def test_pages_are_those_of_the_pdf_with_its_address(arcadia: Report) -> None:
    place = Locator("1.a", 1)
    pdf = replace(arcadia.provenance, url="https://www.state.gov/a.pdf", media_type="application/pdf")
    printed = replace(arcadia, printed=OfficialPdf(pdf, (11, 12), (PrintedPlace("1.a", 1, 2),)))
    assert page_json(arcadia, place) == {}
    assert page_json(printed, place) == {"page": 12, "last_page": 12, "page_url": "https://www.state.gov/a.pdf#page=2"}
