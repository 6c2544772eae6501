"""The page of a whole report: its words given back by another reader, and nothing else in their place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from hrreport.exporting.html import document_html
from hrreport.exporting.report_html import report_html
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Brief
from hrreport.model.report import Part, Section
from hrreport.text.whitespace import fold
from hrreport.views.findings import findings_document
from hrreport.views.passages import SourceFinder

if TYPE_CHECKING:
    from hrreport.model.report import Report


NOTHING = Analysis(ReportId("arcadia", 2023), (), (), (), Brief())


def read(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [fold(tag.get_text()) for tag in soup.select(selector)]


def test_the_text_comes_back_paragraph_by_paragraph(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    rows = [(tag["id"], fold(t.get_text())) for tag in soup.select(".p") for t in tag.select(".t")]
    assert rows == [(f"{s.anchor}-p{p.number}", p.printed) for s, p in arcadia.passages()]


def test_headings_come_back_with_their_levels(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    found = [(tag.name, fold(tag.get_text())) for tag in soup.select("main .h > h2, .h > h3, .h > h4")]
    assert found == [(f"h{s.level}", s.title) for s in arcadia.walk()]


def test_every_sentence_can_be_linked_to(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    for finding in arcadia_analysis.findings:
        place = finding.locator
        span = soup.find(id=f"{place.anchor}-p{place.paragraph}-s{place.sentence}")
        assert span is not None
        assert fold(span.get_text()) == finding.text
        assert [finding.kind.value, *(["key"] * finding.key)] == span["class"]


def test_the_outline_is_that_of_the_report_with_its_marks_in_words(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    assert texts(soup, "nav a")[:5] == [
        "Executive Summary",
        "Section 1. Respect for the Integrity of the Person",
        "a. Arbitrary Deprivation of Life: serious abuses",
        "b. Disappearance: no reports",
        "c. Torture and Other Cruel, Inhuman, or Degrading Treatment or Punishment: limited abuses",
    ]


def test_links_lead_to_the_web_only(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    assert [tag["href"] for tag in soup.select(".t a")] == ["https://lakes.example/register?a=1&b=(2)"]


def test_items_are_a_list_and_notes_are_set_off(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    assert texts(soup, "ul > li.p > .t") == ["- food was short;", "water was not."]
    assert texts(soup, ".p.note > .t") == ["Erratum: the number of cells was corrected."]


def test_parts_stand_one_level_higher_and_name_their_pages(arcadia: Report) -> None:
    lakes = Section("lakes", "", "The Lakes", 1, (), (Section("lakes:1", "1", "Respect", 2),))
    part = Part("lakes", "The Lakes", replace(arcadia.provenance, url="", origin="file", sha256="ab"))
    soup = read(report_html(replace(arcadia, sections=(lakes,), parts=(part,)), NOTHING, "Arcadia"))
    assert [tag.name for tag in soup.select(".h > h2, .h > h3")] == ["h2", "h3"]
    assert texts(soup, ".source dd")[-3:] == [
        "none: the page was given as a file",
        "3 May 2025, 10:20 UTC, from a file",
        "ab",
    ]


# -- citations ---------------------------------------------------------------------------------


def test_every_paragraph_carries_its_citation(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia", cite=lambda place: f"<Cited> at {place}"))
    cited = {str(tag["id"]): tag["data-cite"] for tag in soup.select(".p")}
    assert cited["1.c-p4"] == "<Cited> at § 1.c ¶ 4"
    assert len(cited) == len(list(arcadia.passages()))
    assert soup.select_one("[id='6'] > .h")["data-cite"] == "<Cited> at § 6"  # type: ignore[index]


def test_without_a_style_the_title_and_the_place_are_cited(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = read(document_html(findings_document(arcadia, arcadia_analysis.findings, "Arcadia")))
    first = soup.select_one(".p")
    assert first is not None
    assert first["data-cite"] == f"{arcadia.title}, § summary ¶ 1"


def test_the_abridgement_offers_no_citation(sample: Report, arcadia_analysis: Analysis) -> None:
    page = report_html(sample, arcadia_analysis, "Arcadia", cite=str)
    assert not read(page).select("[data-cite]")
    found = document_html(findings_document(sample, arcadia_analysis.findings, "Arcadia"))
    assert not read(found).select("[data-cite]")
    assert "Abridgement\\2c  not to be cited" in page


# -- topics ------------------------------------------------------------------------------------


def test_topics_hold_for_what_stands_below_and_count_for_wider_ones(arcadia: Report) -> None:
    below = replace(arcadia.section("1.c").sections[0], topics=())
    prisons = replace(
        below, paragraphs=(replace(below.paragraphs[0], topics=("child-marriage",)), *below.paragraphs[1:])
    )
    torture = replace(arcadia.section("1.c"), topics=("torture",), sections=(prisons,))
    soup = read(report_html(replace(arcadia, sections=(torture,)), NOTHING, "Arcadia"))
    options = {str(tag["value"]): tag.get_text() for tag in soup.select("option")}
    assert options["torture"] == "Torture and ill-treatment (7)"
    assert options["child-marriage"].endswith("(1)")
    assert len(options) > 3, "the wider topic of child marriage is offered too"
    assert soup.find(id="1.c-p4")["data-topics"] == "torture"  # type: ignore[index]


def test_a_report_says_of_each_issue_where_it_is_borne_out_or_that_it_is_not(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    soup = read(report_html(arcadia, arcadia_analysis, "Arcadia"))
    assert texts(soup, ".brief .issues li") == [
        "torture § 1.c ¶ 1",
        "piracy on the lakes No sentence of the body was found that bears this out.",
    ]


def test_a_report_without_findings_is_still_read(arcadia: Report) -> None:
    soup = read(report_html(arcadia, NOTHING, "Arcadia"))
    assert len(soup.select(".p")) == len(list(arcadia.passages()))
    assert not soup.select(".brief")


def test_hostile_words_come_back_as_words(hostile: Report, hostile_analysis: Analysis) -> None:
    soup = read(report_html(hostile, hostile_analysis, hostile.title))
    assert texts(soup, ".t") == [
        f"{fold(p.topic)}: {fold(p.text)}" if p.topic else fold(p.text) for _, p in hostile.passages()
    ]
    assert texts(soup, "main .h > h2, main .h > h3") == [fold(s.title) for s in hostile.walk()]
    assert texts(soup, "h1") == [fold(f"{hostile.title} {hostile.id.year}")]


def test_links_of_a_part_are_made_in_the_words_of_the_whole(arcadia: Report) -> None:
    """What occurs once in the part may occur twice on the page."""
    life = next(s for s in arcadia.walk() if s.id == "1.a")
    again = replace(life, id="1.b", label="b", paragraphs=life.paragraphs)
    whole = replace(arcadia, sections=(life, again))
    part = replace(arcadia, sections=(life,))
    place = life.locate(life.paragraphs[0])
    alone, among = (SourceFinder(part, all_of_it).source(place).address for all_of_it in (None, whole))
    assert "-," not in alone
    assert "-," in among or ",-" in among


# -- size --------------------------------------------------------------------------------------


def test_the_markup_is_lean(arcadia: Report, arcadia_analysis: Analysis) -> None:
    """A report of the usual length (95 kB of words, some 170 paragraphs, 530 sentences) stays below 600 kB."""
    page = report_html(arcadia, arcadia_analysis, "Arcadia")
    frame = report_html(replace(arcadia, sections=()), NOTHING, "Arcadia")
    words = sum(len(p.printed.encode()) for _, p in arcadia.passages())
    sentences = len(arcadia_analysis.findings)
    links = sum(1 for _ in arcadia.passages())
    assert len(frame.encode()) < 50_000
    assert len(page.encode()) - len(frame.encode()) - words < 700 * sentences + 250 * links
