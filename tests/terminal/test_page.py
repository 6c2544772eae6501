"""Pages: blocks and tables at any width, as text and through Rich."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from hrreport.terminal.page import STYLES, Block, Column, Page, Rule, Table
from hrreport.terminal.spans import Span

PAGE = Page((Block((Span("A heading", "strong"),), (Span("●", "serious"),), 2, (Span("tail", "faint"),)), Rule()))


def shown(page: Page, *, encoding: str = "utf-8", color: bool = False, width: int = 50) -> str:
    """What Rich writes to a terminal or a file of that encoding."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding)
    Console(file=file, width=width, force_terminal=color, color_system="256" if color else None).print(page)
    file.flush()
    return raw.getvalue().decode(encoding)


def test_a_tail_stands_flush_right_or_on_a_line_of_its_own() -> None:
    block = Block((Span("some words here"),), tail=(Span("tail"),))
    assert Page((block,)).plain(40) == "some words here                     tail\n"
    long = Block((Span("word " * 7 + "end"),), tail=(Span("tail"),))
    assert Page((long,)).plain(40) == "word word word word word word word end\n" + " " * 36 + "tail\n"


def test_a_head_wider_than_its_margin_has_a_line_of_its_own() -> None:
    assert Page((Block((Span("body"),), (Span("margin"),), 4),)).plain() == "margin\n    body\n"


def test_empty_lines_stand_above_a_block() -> None:
    assert Page((Block((Span("body"),), above=2),)).plain() == "\n\nbody\n"


@pytest.mark.parametrize("width", [10, 60, 80, 100, 300])
def test_no_line_is_wider_than_the_device_or_the_measure(width: int) -> None:
    page = Page((Block((Span("word " * 100),), indent=3), Rule()))
    assert max(map(len, page.plain(width).splitlines())) <= max(min(width, 100), 40)


def test_a_table_drops_what_it_can_spare_before_its_text_gets_narrow() -> None:
    columns = (Column(flexible=True), Column(dispensable=True), Column("right"))
    rows = tuple(
        tuple(Block((Span(text),)) for text in row)
        for row in (("some words of text that are long", "x" * 20, "1"), ("b", "", "20"))
    )
    table = Table(columns, rows)
    assert Page((table,)).plain(60).splitlines() == [
        "some words of text that are long  xxxxxxxxxxxxxxxxxxxx   1",
        "b" + " " * 55 + "20",
    ]
    assert Page((table,)).plain(40).splitlines() == ["some words of text that are long   1", "b" + " " * 33 + "20"]


def test_rich_shows_the_same_words_as_a_pipe_gets() -> None:
    assert shown(PAGE) == PAGE.plain(50)


def test_marks_are_spelled_in_ascii_where_the_device_has_no_utf8() -> None:
    assert shown(PAGE, encoding="ascii") == PAGE.plain(50, ascii_only=True)
    assert PAGE.plain(50, ascii_only=True).startswith("# A heading")


def test_colours_are_there_on_a_terminal_only() -> None:
    assert "\x1b[1;38;5;160m●" in shown(PAGE, color=True)
    assert "\x1b" not in shown(PAGE)


def test_every_colour_can_be_read_on_dark_and_on_light() -> None:
    """Contrast of at least 3 to 1 with black and with white, as large signs need."""

    def lightness(number: int) -> float:
        cube = number - 16
        levels = (0, 95, 135, 175, 215, 255)
        rgb = (8 + 10 * (number - 232),) * 3 if number >= 232 else [levels[cube // n % 6] for n in (36, 6, 1)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    numbers = [int(look.partition("color(")[2].rstrip(")")) for look in STYLES.values() if "color(" in look]
    assert numbers
    for number in numbers:
        assert 1.05 / (lightness(number) + 0.05) >= 3
        assert (lightness(number) + 0.05) / 0.05 >= 3
