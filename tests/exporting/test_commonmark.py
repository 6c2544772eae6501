"""A CommonMark reader gives back exactly the words that were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hrreport.exporting.block_markdown import document_markdown
from hrreport.exporting.commonmark import anchor, destination, plain, reference
from hrreport.exporting.markup import keep_spaces
from hrreport.model.report import Link, Paragraph
from hrreport.text.whitespace import fold
from hrreport.views.blocks import BlockDocument, ProseBlock, TextRun
from hrreport.views.passages import paragraph_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.views.blocks import Mark

AWKWARD = st.text(st.sampled_from("*_[]<>&#1.)-+=>\\`| ~!:;^$@{}\"'ax/(h"), max_size=30)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = (AWKWARD | ANY).map(fold).filter(bool)
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
    assert read_markdown(plain(text)) == [fold(text)]


@given(text=WORDS)
def test_any_words_come_back_from_a_paragraph(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(plain(text)) == [text]


@given(text=WORDS)
def test_any_words_come_back_from_a_heading(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(f"## {anchor('x')}{plain(text)}") == [text]


@given(text=WORDS)
def test_any_words_come_back_from_a_list(text: str, read_markdown: Callable[[str], list[str]]) -> None:
    assert read_markdown(f"- {plain(text)}\n- {plain(text)}") == [text, text]


@given(text=WORDS, topic=WORDS, ends=st.tuples(st.integers(0, 40), st.integers(0, 40)))
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
    assert destination("https://a.example/b(c)?d=1&e=2") == "https://a.example/b%28c%29?d=1\\&e=2"
    assert destination("javascript:alert(1)") is None
    assert destination("mailto:a@b.example") is None
    assert destination("https://[broken") is None


def test_links_that_overlap_or_hold_no_words_leave_the_words_alone() -> None:
    links = (Link(0, 3, "https://a.example"), Link(2, 5, "https://b.example"), Link(5, 5, "https://c.example"))
    assert paragraph(Paragraph(1, "one two", links=links)) == "[one](https://a.example) two\n"


def test_a_label_without_words_stands_alone() -> None:
    assert paragraph(Paragraph(1, "", topic="Administration")) == "**Administration:**\n"


def test_a_reference_leads_to_its_anchor() -> None:
    name = "tibet:1.c/prisons & <camps>"
    assert f'id="{reference("x", name).partition("(#")[2].rstrip(")")}"' in anchor(name)
