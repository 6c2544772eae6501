"""Pages: blocks and tables at any width, as text and through Rich."""

from __future__ import annotations

import io

import pytest
from rich.color import Color
from rich.console import Console
from rich.style import Style

from hrreport.terminal.document import PROGRESS, STYLES, Column, Document, Rule, Table, TextBlock
from hrreport.terminal.spans import StyledSpan

PAGE = Document(
    (
        TextBlock(
            (StyledSpan("A heading", "strong"),), (StyledSpan("●", "serious"),), 2, (StyledSpan("tail", "faint"),)
        ),
        Rule(),
    )
)


def shown(page: Document, *, encoding: str = "utf-8", color: bool = False, width: int = 50) -> str:
    """What Rich writes to a terminal or a file of that encoding."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding)
    Console(file=file, width=width, force_terminal=color, color_system="256" if color else None).print(page)
    file.flush()
    return raw.getvalue().decode(encoding)


def test_a_tail_stands_flush_right_or_on_a_line_of_its_own() -> None:
    block = TextBlock((StyledSpan("some words here"),), tail=(StyledSpan("tail"),))
    assert Document((block,)).plain(40) == "some words here                     tail\n"
    long = TextBlock((StyledSpan("word " * 7 + "end"),), tail=(StyledSpan("tail"),))
    assert Document((long,)).plain(40) == "word word word word word word word end\n" + " " * 36 + "tail\n"


def test_a_head_wider_than_its_margin_has_a_line_of_its_own() -> None:
    assert Document((TextBlock((StyledSpan("body"),), (StyledSpan("margin"),), 4),)).plain() == "margin\n    body\n"


def test_empty_lines_stand_above_a_block() -> None:
    assert Document((TextBlock((StyledSpan("body"),), above=2),)).plain() == "\n\nbody\n"


@pytest.mark.parametrize("width", [10, 60, 80, 100, 300])
def test_no_line_is_wider_than_the_device_or_the_measure(width: int) -> None:
    page = Document((TextBlock((StyledSpan("word " * 100),), indent=3), Rule()))
    assert max(map(len, page.plain(width).splitlines())) <= max(min(width, 100), 40)


def test_a_table_drops_what_it_can_spare_before_its_text_gets_narrow() -> None:
    columns = (Column(flexible=True), Column(dispensable=True), Column("right"))
    rows = tuple(
        tuple(TextBlock((StyledSpan(text),)) for text in row)
        for row in (("some words of text that are long", "x" * 20, "1"), ("b", "", "20"))
    )
    table = Table(columns, rows)
    assert Document((table,)).plain(60).splitlines() == [
        "some words of text that are long  xxxxxxxxxxxxxxxxxxxx   1",
        "b" + " " * 55 + "20",
    ]
    assert Document((table,)).plain(40).splitlines() == ["some words of text that are long   1", "b" + " " * 33 + "20"]


def test_rich_shows_the_same_words_as_a_pipe_gets() -> None:
    assert shown(PAGE) == PAGE.plain(50)


def test_marks_are_spelled_in_ascii_where_the_device_has_no_utf8() -> None:
    assert shown(PAGE, encoding="ascii") == PAGE.plain(50, ascii_only=True)
    assert PAGE.plain(50, ascii_only=True).startswith("# A heading")


def test_colors_are_there_on_a_terminal_only() -> None:
    assert "\x1b[1;38;5;231;48;5;124m●" in shown(PAGE, color=True)
    assert "\x1b" not in shown(PAGE)


GROUNDS = ("#1e1e1e", "#002b36", "#ffffff")
"""A dark ground, that of Solarized dark, and a light one."""


def lightness(color: Color) -> float:
    """The relative luminance of a color, as WCAG 2 has it."""
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color.get_truecolor())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colors, as WCAG 2 has it."""
    lighter, darker = sorted((lightness(one), lightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_standard_has_it() -> None:
    assert round(contrast(Color.parse("#ffffff"), Color.parse("#000000"))) == 21
    assert round(contrast(Color.parse("#767676"), Color.parse("#1e1e1e")), 2) == 3.67


@pytest.mark.parametrize("look", sorted({*STYLES.values(), *PROGRESS.values()}))
def test_every_color_can_be_read_on_dark_and_on_light(look: str) -> None:
    style = Style.parse(look)
    assert not style.dim
    assert style.bgcolor is None or style.color is not None, "a ground of its own needs a color of its own"
    if style.color is not None and not style.color.is_default:
        grounds = [style.bgcolor] if style.bgcolor else [Color.parse(ground) for ground in GROUNDS]
        assert min(contrast(style.color, ground) for ground in grounds) >= 4.5
