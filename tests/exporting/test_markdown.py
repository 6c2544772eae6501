"""Markdown files: full expected text, and words given back by a CommonMark reader, whatever they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hrreport.exporting.markdown import anchor, document_markdown, escape_line, link_target, reference
from hrreport.exporting.markup import keep_spaces
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Brief
from hrreport.model.hit import Query, SearchResult, Tally
from hrreport.model.locator import Locator
from hrreport.model.quotation import LibraryVerdict
from hrreport.model.report import Link, Paragraph, Part, Section
from hrreport.model.summary import Summary
from hrreport.quoting import verify
from hrreport.text.whitespace import fold
from hrreport.views.blocks import BlockDocument, ProseBlock, TextRun
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.hits import search_document, tallies_document
from hrreport.views.passages import paragraph_block
from hrreport.views.report import outline_document, report_document
from hrreport.views.summary import summary_document
from hrreport.views.verdicts import sightings_document, verdict_document
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.hit import Hit
    from hrreport.model.report import Report
    from hrreport.views.blocks import Mark

    Reader = Callable[[str], list[str]]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(fold).filter(bool)


def body(text: str) -> str:
    """What follows the front matter."""
    return text.split("---\n", 2)[2]


def printed(report: Report) -> list[str]:
    """The words of a report, heading by heading and paragraph by paragraph."""
    return [line for s in report.walk() for line in (s.title, *(f"¶ {p.number} {p.printed}" for p in s.paragraphs))]


def test_the_whole_report(arcadia: Report, expected: Callable[[str], str]) -> None:
    assert document_markdown(report_document(arcadia, "Arcadia")) == expected("report.md")


def test_the_outline(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    assert body(document_markdown(outline_document(arcadia, arcadia_analysis, "Arcadia"))) == expected("sections.md")


def test_nothing_found_is_said(arcadia: Report, read_markdown: Reader) -> None:
    assert "None." in read_markdown(body(document_markdown(findings_document(arcadia, (), "Arcadia"))))
    empty = Analysis(arcadia.id, (), ())
    assert "No list of issues was found in the executive summary." in read_markdown(
        body(document_markdown(issues_document(arcadia, empty, "Arcadia")))
    )
    stated = replace(empty, brief=Brief(issues=(Locator("1.a", 1, 1),)))
    assert read_markdown(body(document_markdown(issues_document(arcadia, stated, "Arcadia"))))[-3:-1] == [
        "The executive summary lists no issues; it says:",
        "§ 1.a ¶ 1 There were several reports that police killed people.",
    ]
    assert "assess" not in document_markdown(outline_document(arcadia, None, "Arcadia"))
    bare = Summary(arcadia.id, Brief(), ())
    assert "In brief" not in document_markdown(summary_document(arcadia, bare, "Arcadia"))


def test_the_words_of_the_report_come_back_in_order(arcadia: Report, read_markdown: Reader) -> None:
    words = printed(arcadia)
    assert read_markdown(body(document_markdown(report_document(arcadia, "Arcadia"))))[-len(words) - 1 : -1] == words


PARAGRAPHS = st.builds(
    Paragraph, st.just(1), WORDS, topic=st.none() | WORDS, form=st.sampled_from(["text", "item", "note"])
)


@given(heading=WORDS, paragraphs=st.lists(PARAGRAPHS, min_size=1, max_size=4).map(tuple))
def test_any_words_come_back(
    heading: str, paragraphs: tuple[Paragraph, ...], arcadia: Report, read_markdown: Reader
) -> None:
    report = replace(arcadia, title=heading, sections=(Section("1", "1", heading, 2, paragraphs),))
    text = document_markdown(report_document(report, "Arcadia"))
    words = printed(report)
    assert read_markdown(body(text))[-len(words) - 1 : -1] == words
    assert yaml.safe_load(text.split("---\n")[1])["title"] == heading


def test_every_link_of_the_contents_reaches_an_anchor(arcadia: Report) -> None:
    text = document_markdown(report_document(arcadia, "Arcadia"))
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\(#([^)]+)\)", text)) == {s.id for s in arcadia.walk()}
    assert {s.id for s in arcadia.walk()} <= set(anchors)
    assert "1.c-p4" in anchors


def test_the_front_matter_carries_the_full_provenance(arcadia: Report) -> None:
    odd = 'a "title": with #all - sorts\\ of {marks}'
    part = Part("tibet", "Tibet", replace(arcadia.provenance, captured_at="2024-05-01T00:00:00+00:00"))
    report = replace(arcadia, title=odd, parts=(part,))
    facts = yaml.safe_load(document_markdown(report_document(report, "Côte d’Ivoire: no")).split("---\n")[1])
    assert facts["title"] == odd
    assert facts["country"] == "Côte d’Ivoire: no"
    assert facts["year"] == 2023
    assert facts["notices"] == ["Section 3 is missing."]
    assert facts["provenance"]["sha256"] == arcadia.provenance.sha256
    assert facts["provenance"]["etag"] == 'W/"5"'
    assert facts["parts"][0]["id"] == "tibet"
    assert facts["parts"][0]["captured_at"] == "2024-05-01T00:00:00+00:00"


def test_the_bundled_abridgement_says_what_it_is_at_every_head(
    sample: Report, arcadia_analysis: Analysis, arcadia_summary: Summary
) -> None:
    for text in (
        document_markdown(report_document(sample, "Arcadia")),
        document_markdown(summary_document(sample, arcadia_summary, "Arcadia")),
        document_markdown(outline_document(sample, arcadia_analysis, "Arcadia")),
        document_markdown(findings_document(sample, arcadia_analysis.findings, "Arcadia")),
        document_markdown(issues_document(sample, arcadia_analysis, "Arcadia")),
    ):
        head = body(text).lstrip().splitlines()
        assert f"> **Notice:** {SAMPLE_NOTICE}" in head[:5]
        assert "- Publisher: hrreport (not the Department of State)" in head
        assert SAMPLE_NOTICE in yaml.safe_load(text.split("---\n")[1])["notices"]


def test_a_report_without_date_or_address_says_neither(arcadia: Report) -> None:
    source = replace(arcadia.provenance, url="", origin="file")
    undated = replace(arcadia, id=ReportId("arcadia", 1998), published="", provenance=source, warnings=())
    text = document_markdown(report_document(undated, "Arcadia"))
    assert "notices:" not in text
    assert "Published:" not in text
    assert "- Address: none: the page was given as a file" in text
    assert "PDF:" not in text


def test_the_date_of_the_edition_and_the_pdf_are_said(arcadia: Report) -> None:
    report = replace(arcadia, published="", pdf="https://www.state.gov/a.pdf")
    text = document_markdown(report_document(report, "Arcadia"))
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["published"], front["published_from"]) == ("2024-04-22", "edition")
    assert front["pdf"] == "https://www.state.gov/a.pdf"
    assert "- Published: 22 April 2024, release of the edition" in text
    assert r"- PDF: [https://www.state.gov/a.pdf](https://www.state.gov/a.pdf)" in text


# -- words ---------------------------------------------------------------------------------------

AWKWARD = st.text(st.sampled_from("*_[]<>&#1.)-+=>\\`| ~!:;^$@{}\"'ax/(h"), max_size=30)


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


LINES = (AWKWARD | ANY).map(fold).filter(bool)


TRAPS = [
    "# heading", "1. item", "12) item", "- item", "+ item", "* item", "> quote", "---", "===", "***", "~~~", "```code",
    "    code", "[a](b)", "![a](b)", "[a]: https://b.example", "<b>bold</b>", "<https://a.example>", "<!-- gone -->",
    "&amp; &#42; &nbsp;", "a  b", "back\\slash\\", "`code`", "a | b", "|---|", "~~gone~~", "https://a.example/x_y_z",
    "1986. A great year", "a_b_c", "**bold**", "__bold__", "Title {#id}", "$x$ and US$5", "name@example.org", "x[^1]",
]  # fmt: skip


def paragraph(given: Paragraph) -> str:
    """A paragraph as it is written."""
    return document_markdown(BlockDocument("T", (paragraph_block(given, ""),))).split("\n\n", 1)[1]


@pytest.mark.parametrize("text", TRAPS)
def test_marks_of_the_language_are_only_words(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(escape_line(text)) == [fold(text)]


@given(text=LINES)
def test_any_words_come_back_from_a_paragraph(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(escape_line(text)) == [text]


@given(text=LINES)
def test_any_words_come_back_from_a_heading(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(f"## {anchor('x')}{escape_line(text)}") == [text]


@given(text=LINES)
def test_any_words_come_back_from_a_list(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(f"- {escape_line(text)}\n- {escape_line(text)}") == [text, text]


@given(text=LINES, topic=LINES, ends=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_paragraph_comes_back_with_its_label_and_links(
    text: str, topic: str, ends: tuple[int, int], read_markdown: Callable[[str], list[str]]
) -> None:
    links = (Link(min(ends), min(max(ends), len(text)), "https://a.example/(b)?c=&amp;d"),)
    given_paragraph = Paragraph(1, text, topic=topic, links=links)
    (block,) = read_markdown(paragraph(given_paragraph))
    assert block == given_paragraph.printed


MARKS: tuple[Mark, ...] = ("strong", "emphasis", "hit", "inserted", "deleted")


PIECES = st.lists(st.tuples(AWKWARD | ANY, st.none() | st.sampled_from(MARKS)), min_size=1, max_size=5)


@given(pieces=PIECES)
def test_any_words_come_back_however_they_are_marked(
    pieces: list[tuple[str, Mark | None]], read_markdown: Callable[[str], list[str]]
) -> None:
    made = tuple(TextRun(text, (mark,) if mark else ()) for text, mark in pieces)
    words = fold("".join(keep_spaces(text) for text, _ in pieces))
    if words:
        assert [fold(block) for block in read_markdown(document_markdown(BlockDocument("T", (ProseBlock(made),))))] == [
            "T",
            words,
        ]


@given(url=st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map("https://a.example/".__add__))
def test_a_link_leads_where_it_led_and_nowhere_else(url: str) -> None:
    html = MarkdownIt("commonmark").render(paragraph(Paragraph(1, "here", links=(Link(0, 4, url),))))
    assert html.startswith('<p><a href="https://a.example/')
    assert html.endswith('">here</a></p>\n')


def test_only_addresses_of_the_web_become_links() -> None:
    assert link_target("https://a.example/b(c)?d=1&e=2") == "https://a.example/b%28c%29?d=1\\&e=2"
    assert link_target("javascript:alert(1)") is None
    assert link_target("mailto:a@b.example") is None
    assert link_target("https://[broken") is None


def test_links_that_overlap_or_hold_no_words_leave_the_words_alone() -> None:
    links = (Link(0, 3, "https://a.example"), Link(2, 5, "https://b.example"), Link(5, 5, "https://c.example"))
    assert paragraph(Paragraph(1, "one two", links=links)) == "[one](https://a.example) two\n"


def test_a_label_without_words_stands_alone() -> None:
    assert paragraph(Paragraph(1, "", topic="Administration")) == "**Administration:**\n"


def test_a_reference_leads_to_its_anchor() -> None:
    name = "tibet:1.c/prisons & <camps>"
    assert f'id="{reference("x", name).partition("(#")[2].rstrip(")")}"' in anchor(name)


# -- passages found and quotations -------------------------------------------------------------


NAMES = {"arcadia": "Arcadia"}


def cited(*_: object) -> str:
    return "a *citation*"


def test_a_reader_of_markdown_gives_back_the_words(hit: Hit, read_markdown: Callable[[str], list[str]]) -> None:
    text = document_markdown(search_document(Query("war*dens"), SearchResult((hit,), 1, 1), NAMES, cite=cited))
    assert read_markdown(text) == [
        "Search: war*dens",
        "1 passage with war*dens.",
        "Arcadia 2023, § 1.c ¶ 4",
        "Section 1. Life › c. *Torture*",
        "¶ 3 Label: 1. Before.",
        f"Wardens: {hit.text}",
        "a *citation*",
    ]
    assert "=**wardens** \\*kept" in text


def test_counts_are_a_table(read_markdown: Callable[[str], list[str]]) -> None:
    text = document_markdown(tallies_document(Query("x"), (Tally("arcadia", 1_400, 2),), "country", NAMES))
    assert read_markdown(text) == ["Search: x", "Country", "Passages", "Reports", "Arcadia", "1,400", "2"]


def test_a_verdict_gives_back_sentence_remarks_and_cautions(
    arcadia: Report, read_markdown: Callable[[str], list[str]]
) -> None:
    verdict = replace(verify(arcadia, "[t]he law forbids torture"), more=3)
    blocks = read_markdown(document_markdown(verdict_document(arcadia, verdict, "Arcadia", cite=cited)))
    sentence = "The law forbids torture, but wardens [sic] beat detainees *often*, according to Lake Watch."
    assert sentence in blocks
    assert "[t]he changes the capital of “The”." in blocks
    assert any(block.startswith("Caution: Caveat (contrast): “but”") for block in blocks)
    assert "3 further places are not shown." in blocks
    assert blocks[-2] == "3 further places are not shown."


def test_what_is_not_there_is_struck_through_beside_what_is(
    arcadia: Report, read_markdown: Callable[[str], list[str]]
) -> None:
    text = document_markdown(
        verdict_document(arcadia, verify(arcadia, "In June officers shot two boatmen."), "Arcadia", cite=cited)
    )
    assert "In <del>June</del> <ins>May</ins> officers shot two boatmen." in text
    assert "In June May officers shot two boatmen." in read_markdown(text)


def test_stretches_follow_each_other(arcadia: Report) -> None:
    text = document_markdown(
        verdict_document(arcadia, verify(arcadia, "He appealed ... officers shot two boatmen"), "Arcadia", cite=cited)
    )
    assert text.count("Word for word.") == 2


def test_sightings_are_chapters(arcadia: Report, read_markdown: Callable[[str], list[str]]) -> None:
    verdict = verify(arcadia, "There were no reports")
    found = LibraryVerdict("There were *no* reports", 5, True, ((arcadia, verdict),), (arcadia.id,))
    blocks = read_markdown(document_markdown(sightings_document(found, NAMES, cite=cited)))
    begin = blocks.index("Quotation")
    assert [block for block in blocks[begin:] if ":" not in block or "stored" in block][:4] == [
        "Quotation", "There were *no* reports",
        "It is in 2 of 5 stored reports: 1 word for word, others not described.", "Arcadia 2023",
    ]  # fmt: skip
    assert blocks[-2] == "Also in: Arcadia 2023."
