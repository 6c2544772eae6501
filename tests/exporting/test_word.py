"""Word documents: opened by other programs, the report's words given back paragraph by paragraph."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrreport.errors import InputError
from hrreport.exporting.word import document_docx
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis
from hrreport.model.report import Link, Paragraph, Section
from hrreport.text.sentences import sentence_starts
from hrreport.text.whitespace import fold
from hrreport.views.passages import SourceFinder
from hrreport.views.report import report_document
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from hrreport.model.report import Report

CITATION = "Arcadia Rep. 2023 (Apr. 22, 2024)"
NOTHING = Analysis(ReportId("arcadia", 2023), (), ())
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=40).map(fold)


def report_docx(report: Report, analysis: Analysis, country: str, *, citation: str) -> bytes:
    return document_docx(report_document(report, country, citation=citation, aid=analysis, finder=SourceFinder(report)))


def opened(report: Report, analysis: Analysis) -> Document:
    return docx.Document(io.BytesIO(report_docx(report, analysis, "Arcadia", citation=CITATION)))


def passages(document: Document) -> list[tuple[str, str]]:
    """The number and the words of every paragraph of the report."""
    found = [p.text.partition("\t") for p in document.paragraphs if p.style and str(p.style.name).startswith("Report ")]
    return [(number, said) for number, _, said in found]


def headings(document: Document) -> list[tuple[str, str]]:
    return [(str(p.style.name), p.text) for p in document.paragraphs if p.style and str(p.style.name)[:8] == "Heading "]


def test_the_text_comes_back_paragraph_by_paragraph(arcadia: Report, arcadia_analysis: Analysis) -> None:
    document = opened(arcadia, arcadia_analysis)
    assert passages(document) == [(f"¶ {p.number}", p.printed) for _, p in arcadia.passages()]


@settings(max_examples=20)
@given(text=ANY, topic=ANY, ends=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_any_words_come_back(text: str, topic: str, ends: tuple[int, int], arcadia: Report) -> None:
    links = (Link(min(ends), min(max(ends), len(text)), "https://a.example/"),)
    paragraph = Paragraph(1, text, sentence_starts(text), topic or None, links=links)
    report = replace(arcadia, sections=(Section("1.a", "a", "Life", 3, (paragraph,)),))
    assert passages(opened(report, NOTHING)) == [("¶ 1", paragraph.printed)]


def test_headings_have_the_levels_of_the_outline(arcadia: Report, arcadia_analysis: Analysis) -> None:
    expected = [(f"Heading {s.level - 1}", s.title) for s in arcadia.walk()]
    assert headings(opened(arcadia, arcadia_analysis)) == [*expected, ("Heading 1", "Finding aid")]
    without = docx.Document(io.BytesIO(document_docx(report_document(arcadia, "Arcadia"))))
    assert headings(without) == expected
    assert "abuses" not in "".join(cell.text for table in without.tables for cell in table._cells)


def test_a_part_stands_above_its_sections(arcadia: Report) -> None:
    lakes = Section("lakes", "", "The Lakes", 1, (), (Section("lakes:1", "1", "Respect", 2),))
    found = headings(opened(replace(arcadia, sections=(lakes,)), NOTHING))
    assert found[:2] == [("Heading 1", "The Lakes"), ("Heading 2", "Section 1. Respect")]


def test_a_report_without_sections_is_still_a_document(arcadia: Report) -> None:
    assert passages(opened(replace(arcadia, sections=()), NOTHING)) == []


def test_the_contents_lead_to_the_headings(arcadia: Report, arcadia_analysis: Analysis) -> None:
    document = opened(arcadia, arcadia_analysis)
    lines = [p for p in document.paragraphs if p.style and str(p.style.name).startswith("toc")]
    assert [p.text.strip() for p in lines][:3] == [
        "Executive Summary", "Section 1. Respect for the Integrity of the Person", "a. Arbitrary Deprivation of Life",
    ]  # fmt: skip
    places = {
        p.text: p._p.xpath("./w:bookmarkStart/@w:name")[0]
        for p in document.paragraphs
        if p._p.xpath("./w:bookmarkStart")
    }
    assert [places[p.text.strip()] for p in lines] == [p._p.xpath("./w:hyperlink/@w:anchor")[0] for p in lines]
    contents, *pages = document.element.body.xpath(".//w:instrText/text()")
    assert contents == ' TOC \\o "1-2" \\h \\z \\u '
    assert [page.split()[1] for page in pages] == [p._p.xpath("./w:hyperlink/@w:anchor")[0] for p in lines]
    assert document.settings.element.xpath("./w:updateFields/@w:val") == ["true"]


def test_the_citation_and_the_page_stand_on_every_page(arcadia: Report, arcadia_analysis: Analysis) -> None:
    page = opened(arcadia, arcadia_analysis).sections[0]
    assert page.header.paragraphs[0].text == CITATION
    assert page.footer.paragraphs[0].text == "Page 1 of 1"
    assert page.footer.paragraphs[0]._p.xpath(".//w:instrText/text()") == [" PAGE ", " NUMPAGES "]


def test_the_provenance_is_at_the_front_and_the_aid_at_the_end(arcadia: Report, arcadia_analysis: Analysis) -> None:
    document = opened(arcadia, arcadia_analysis)
    rows = [tuple(cell.text for cell in row.cells) for row in document.tables[-1].rows]
    assert rows[:2] == [
        ("Section", "Assessment", "Key findings in"),
        ("a. Arbitrary Deprivation of Life", "serious abuses", "¶ 1, ¶ 2"),
    ]
    front = [p.text for p in document.paragraphs][:10]
    assert f"Cite as: {CITATION}" in front
    assert f"SHA-256 of the page: {arcadia.provenance.sha256}" in front
    assert "Retrieved: 3 May 2025, 10:20 UTC, from www.state.gov" in front


def test_notices_stand_at_the_head(arcadia: Report) -> None:
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    notices = [p.text for p in opened(sample, NOTHING).paragraphs if p.style and p.style.name == "Notice"]
    assert notices == [f"Notice: {SAMPLE_NOTICE}", "Notice: Section 3 is missing."]


def test_links_lead_to_the_web_only(arcadia: Report, arcadia_analysis: Analysis) -> None:
    document = opened(arcadia, arcadia_analysis)
    targets = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert targets.count("https://lakes.example/register?a=1&b=(2)") == 1
    assert all(re.match(r"https://(?:lakes\.example|www\.state\.gov)/", target) for target in targets)


def test_the_number_of_a_paragraph_leads_to_its_words(arcadia: Report, arcadia_analysis: Analysis) -> None:
    document = opened(arcadia, arcadia_analysis)
    line = next(p for p in document.paragraphs if "several reports that police killed" in p.text)
    number = line._p.xpath("./w:hyperlink[1]")[0]
    assert "".join(number.xpath(".//w:t/text()")) == "¶ 1"
    target = document.part.rels[number.xpath("./@r:id")[0]].target_ref
    assert target.startswith("https://www.state.gov/reports/2023/arcadia/#:~:text=There%20were%20several%20reports")


def test_properties_are_those_of_the_report(arcadia: Report, arcadia_analysis: Analysis) -> None:
    said = opened(arcadia, arcadia_analysis).core_properties
    assert said.title == "Arcadia 2023"
    assert said.author == "U.S. Department of State, Bureau of Democracy, Human Rights, and Labor"
    assert said.created == arcadia.provenance.retrieved_at


def test_the_same_report_gives_the_same_bytes(arcadia: Report, arcadia_analysis: Analysis) -> None:
    made = report_docx(arcadia, arcadia_analysis, "Arcadia", citation=CITATION)
    assert made == report_docx(arcadia, arcadia_analysis, "Arcadia", citation=CITATION)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_words_are_words(hostile: Report, hostile_analysis: Analysis) -> None:
    document = docx.Document(io.BytesIO(report_docx(hostile, hostile_analysis, hostile.title, citation=hostile.title)))
    expected = [f"{fold(p.topic)}: {fold(p.text)}" if p.topic else fold(p.text) for _, p in hostile.passages()]
    assert [said for _, said in passages(document)] == expected
    assert all(r.target_ref.startswith("https://") for r in document.part.rels.values() if r.is_external)


def test_what_xml_cannot_hold_is_replaced(arcadia: Report) -> None:
    section = Section("1", "1", "a\uffffb", 2, (Paragraph(1, "c\ud800d"),))
    document = opened(replace(arcadia, sections=(section,)), NOTHING)
    assert passages(document) == [("¶ 1", "c\ufffdd")]
    assert headings(document)[0] == ("Heading 1", "Section 1. a\ufffdb")


def test_without_python_docx_the_way_to_install_it_is_said(
    arcadia: Report, arcadia_analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match="python-docx") as caught:
        report_docx(arcadia, arcadia_analysis, "Arcadia", citation=CITATION)
    assert caught.value.hint == "install it with: pip install 'hrreport[docx]'"


def test_libreoffice_opens_and_prints_it(arcadia: Report, arcadia_analysis: Analysis, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "arcadia.docx"
    file.write_bytes(report_docx(arcadia, arcadia_analysis, "Arcadia", citation=CITATION))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([office, profile, "--headless", *to, str(file)], check=True, capture_output=True, timeout=120)
    lines = [fold(line) for line in (tmp_path / "arcadia.txt").read_text(encoding="utf-8-sig").splitlines()]
    for _, paragraph in arcadia.passages():
        assert f"¶ {paragraph.number} {paragraph.printed}" in lines
    assert "Section 1. Respect for the Integrity of the Person" in lines
