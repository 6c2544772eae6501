"""Passages of a report as quotations, and where their words are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.elsewhere import Elsewhere, Mention
from hrreport.model.official_pdf import OfficialPdf, PrintedPlace
from hrreport.model.report import Link, Paragraph
from hrreport.views.blocks import HeadingBlock, QuotationBlock, plain_text
from hrreport.views.passages import SourceFinder, elsewhere_blocks, paragraph_runs

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_links_lead_on_where_they_are_safe_and_do_not_overlap() -> None:
    links = (
        Link(0, 3, "https://a.example"),
        Link(2, 7, "https://b.example"),
        Link(8, 12, "javascript:alert(1)"),
        Link(8, 12, "http://c.example"),
    )
    line = paragraph_runs(Paragraph(1, "One two four ", links=links))
    assert plain_text(line) == "One two four"
    assert [(run.text, run.address) for run in line if run.address] == [
        ("One", "https://a.example"),
        ("four", "http://c.example"),
    ]


def test_a_source_is_the_page_at_the_words_and_the_pages_of_the_pdf(arcadia: Report) -> None:
    section = arcadia.section("1.a")
    place = section.locate(section.paragraphs[0])
    pdf = OfficialPdf(replace(arcadia.provenance, url="https://a.example/x.pdf"), (1, 2), (PrintedPlace("1.a", 1, 2),))
    source = SourceFinder(replace(arcadia, printed=pdf)).source(place)
    assert source.address.startswith("https://www.state.gov/reports/2023/arcadia/#:~:text=")
    assert source.pdf_pages == "p. 2"
    assert source.pdf_address == "https://a.example/x.pdf#page=2"
    assert SourceFinder(arcadia).source(place).pdf_pages == ""
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    assert SourceFinder(sample).source(place).address == ""


def test_mentions_are_under_their_headings_each_once(arcadia: Report) -> None:
    section = arcadia.section("1.a")
    mentions = tuple(Mention(section, ("Section 1", "a. Life"), each, (1,)) for each in section.paragraphs)
    found = Elsewhere("exile", "Exile", ("exile*",), mentions)
    blocks = list(elsewhere_blocks(found, whole=False, level=2, cite=lambda place: f"cited {place}"))
    headings = [(block.level, block.text) for block in blocks if isinstance(block, HeadingBlock)]
    assert headings == [(2, "Elsewhere in the report"), (3, "Section 1 › a. Life")]
    quoted = [block for block in blocks if isinstance(block, QuotationBlock)]
    assert [plain_text(block.runs) for block in quoted] == [each.sentences[0] for each in section.paragraphs]
    assert [block.citation for block in quoted] == ["cited § 1.a ¶ 1", "cited § 1.a ¶ 2"]
    assert list(elsewhere_blocks(None, whole=True)) == []
