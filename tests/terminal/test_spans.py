"""Spans: cleaned, measured, broken into lines without losing a word."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.terminal.spans import StyledSpan, clean_span, columns, in_ascii, width_of, wrapped

if TYPE_CHECKING:
    from hrreport.terminal.spans import StyleName

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SPANS = st.lists(st.builds(clean_span, TEXT, st.sampled_from(["", "strong", "faint"])), max_size=4)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("\x1b]8;;https://a.example\x07here", "]8;;https://a.example here"),
        ("a\u202eb\u2066c\u200bd", "abcd"),
        ("line\none\ttwo\r\n", "line one two"),
        ("tag\U000e0041s", "tags"),
        ("private\ue000", "private\ufffd"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("Қазақстан, Türkiye, 人権", "Қазақстан, Türkiye, 人権"),
    ],
)
def test_nothing_of_a_page_is_obeyed_by_a_terminal(text: str, shown: str) -> None:
    assert clean_span(text).text == shown


@given(text=TEXT)
def test_no_control_character_ever_gets_through(text: str) -> None:
    assert not {unicodedata.category(c) for c in clean_span(text).text} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_columns_are_counted_as_a_terminal_counts_them() -> None:
    assert [columns(text) for text in ("abc", "’“”—", "e\u0301", "権", "ќ")] == [3, 4, 1, 2, 1]


@given(spans=SPANS, width=st.integers(4, 40))
def test_wrapping_keeps_every_word_and_the_width(spans: list[StyledSpan], width: int) -> None:
    lines = wrapped(spans, width)
    assert all(width_of(line) <= width for line in lines)
    together = "".join(span.text for line in lines for span in line)
    assert together.replace(" ", "") == "".join(span.text for span in spans).replace(" ", "")


@given(text=TEXT, width=st.integers(4, 40))
def test_one_style_is_wrapped_as_several_are(text: str, width: int) -> None:
    def words(lines: list[list[StyledSpan]]) -> list[str]:
        return ["".join(span.text for span in line) for line in lines]

    assert words(wrapped([clean_span(text)], width)) == words(wrapped([clean_span(text), StyledSpan("")], width))


def test_a_word_may_be_made_of_several_styles() -> None:
    styles: tuple[StyleName, StyleName] = ("label", "")
    spans = [StyledSpan("Labe", styles[0]), StyledSpan("l: text goes", styles[1]), StyledSpan(" on", styles[1])]
    assert wrapped(spans, 11) == [[StyledSpan("Labe", "label"), StyledSpan("l: text")], [StyledSpan("goes on")]]


def test_an_address_that_is_too_long_breaks_after_a_slash() -> None:
    lines = wrapped([clean_span("https://www.example.org/reports/year/2023/name/")], 24)
    assert [line[0].text for line in lines] == ["https://www.example.org/", "reports/year/2023/name/"]
    assert [line[0].text for line in wrapped([clean_span("x" * 9)], 4)] == ["xxxx", "xxxx", "x"]


def test_letters_stay_where_only_ascii_can_be_shown() -> None:
    assert in_ascii("● Côte d’Ivoire · § 1.c ¶ 4…") == "# Côte d'Ivoire . sec. 1.c P 4..."
    assert in_ascii("plain") == "plain"
