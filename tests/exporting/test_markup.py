"""Words and addresses of a page: put together again they are the paragraph, and only the web can be followed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.exporting.markup import MarkupPiece, css_string, fragment, spans, web_address
from hrreport.model.report import Link, Paragraph
from hrreport.text.sentences import sentence_starts
from hrreport.text.whitespace import fold

WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("ab. A?"), max_size=60).map(fold)


LINKS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)


@given(text=WORDS, ends=LINKS)
def test_the_pieces_of_a_paragraph_are_its_words_in_order(text: str, ends: list[tuple[int, int]]) -> None:
    links = tuple(Link(a, min(b, len(text)), "https://a.example/") for a, b in ends)
    cut = spans(Paragraph(1, text, sentence_starts(text), links=links))
    assert "".join("".join(p.text for p in span.pieces) + span.gap for span in cut) == text


@given(text=WORDS.filter(bool))
def test_each_span_is_one_sentence(text: str) -> None:
    paragraph = Paragraph(1, text, sentence_starts(text))
    assert ["".join(p.text for p in span.pieces) for span in spans(paragraph)] == list(paragraph.sentences)


def test_a_link_over_two_sentences_is_cut_where_they_meet() -> None:
    text = "One is. Two are."
    cut = spans(Paragraph(1, text, sentence_starts(text), links=(Link(4, 11, "https://a.example/"),)))
    url = "https://a.example/"
    assert [span.pieces for span in cut] == [
        (MarkupPiece("One "), MarkupPiece("is.", url)),
        (MarkupPiece("Two", url), MarkupPiece(" are.")),
    ]


def test_links_that_lead_nowhere_or_overlap_leave_their_words() -> None:
    links = (Link(0, 3, "javascript:x"), Link(4, 7, "https://a.example/"), Link(5, 9, "https://b.example/"))
    (span,) = spans(Paragraph(1, "one two three", links=links))
    assert span.pieces == (MarkupPiece("one "), MarkupPiece("two", "https://a.example/"), MarkupPiece(" three"))


def test_a_label_without_words_has_no_sentence() -> None:
    assert spans(Paragraph(1, "", topic="Administration")) == ()


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_string_of_css_holds_nothing_that_ends_it(text: str) -> None:
    made = css_string(text)
    assert made[0] == made[-1] == '"'
    assert set(made[1:-1]) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \\")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "mailto:a@b.example", "https://[broken", "https:", "//a.example", "data:,x", "", "#a"],
)
def test_only_addresses_of_the_web_may_be_followed(url: str) -> None:
    assert web_address(url) is None


@given(rest=st.text(max_size=30))
def test_an_address_keeps_its_scheme_and_can_stand_between_quotes(rest: str) -> None:
    made = web_address(f"https://a.example/{rest}")
    assert made is None or (made.startswith("https://a.example/") and not set(made) & set('"<> \n\\`{}|^'))


def test_a_fragment_quotes_what_cannot_stand_in_an_address() -> None:
    assert fragment('a"b c') == "a%22b%20c"
