"""Pages: blocks of text set to a measure, shown by Rich or written as plain text alike.

A page is a Rich renderable; Rich itself is imported only when one is rendered.
"""

from __future__ import annotations

from dataclasses import field
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from hrreport.terminal.spans import StyledSpan, clean_span, in_ascii, width_of, wrapped
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

    from hrreport.terminal.spans import Line, StyleName

MEASURE = 100
"""Columns of the widest line that is comfortable to read."""
NARROWEST = 40
"""A page has at least so many columns, whatever the device."""
LEAST = 8
"""A line of text has at least so many columns, whatever its indent."""

STYLES: dict[StyleName, str] = {
    "": "none",
    "strong": "bold",
    "faint": "none",
    "label": "bold italic",
    "aside": "italic",
    "notice": "bold",
    "sign": "bold color(231) on color(124)",
    "error": "bold color(231) on color(124)",
    "serious": "bold color(231) on color(124)",
    "limited": "bold color(16) on color(214)",
    "reported": "bold color(231) on color(54)",
    "none": "none",
    "silent": "none",
    "key": "bold",
    "removed": "strike",
    "added": "underline",
    "hit": "bold color(16) on color(220)",
}
"""How each kind of text looks.

No color reads well on a dark and on a light ground alike: what is distinguished is so by shape, weight and place, and
a color is used only with a ground of its own.
"""

PROGRESS = dict.fromkeys(("progress.download", "progress.remaining", "progress.spinner"), "bold")
"""How Rich's own parts look while something goes on, in place of its colors."""


class Setting(Protocol):
    """Anything that can be set in lines of a given width."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines, each at most `width` columns wide, every text spelled by `spell`."""
        ...


def _spelled(spans: tuple[StyledSpan, ...], spell: Callable[[str], str]) -> Line:
    return [StyledSpan(spell(text), style) for text, style in spans]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextBlock:
    """Text set in lines, with something in the margin of its first line and flush right at its end."""

    body: tuple[StyledSpan, ...]
    head: tuple[StyledSpan, ...] = ()
    """At the left, before the first line."""
    indent: int = 0
    """The column at which all lines of the body begin; a wider head pushes only the first."""
    tail: tuple[StyledSpan, ...] = ()
    """At the right end of the last line, or of a line of its own where it does not fit."""
    above: int = 0
    """Empty lines before it."""

    def natural(self, spell: Callable[[str], str]) -> int:
        """Return the columns that it takes when no line of it is broken."""
        return max(self.indent + width_of(_spelled(self.body, spell)), width_of(_spelled(self.head, spell)))

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines."""
        yield from ([] for _ in range(self.above))
        room = max(width - self.indent, LEAST)
        set_lines = wrapped(_spelled(self.body, spell), room)
        tail = _spelled(self.tail, spell)
        if tail:
            free = room - width_of(set_lines[-1])
            if free < width_of(tail) + 2:
                set_lines.append([])
                free = room
            set_lines[-1] = [*set_lines[-1], StyledSpan(" " * max(free - width_of(tail), 0)), *tail]
        head = _spelled(self.head, spell)
        if width_of(head) > self.indent:
            yield head
            head = []
        for line in set_lines:
            space = self.indent - width_of(head)
            yield [*head, *([StyledSpan(" " * space)] if space else []), *line]
            head = []


def text_block(text: str, style: StyleName = "", *, indent: int = 0, above: int = 0) -> TextBlock:
    """Return words in one style as a block."""
    return TextBlock((clean_span(text, style),), indent=indent, above=above)


def cells(*words: str, style: StyleName = "") -> tuple[TextBlock, ...]:
    """Return words as the cells of a row."""
    return tuple(text_block(word, style) for word in words)


class Column(NamedTuple):
    """One column of a table."""

    align: Literal["left", "right"] = "left"
    flexible: bool = False
    """Whether it takes what room the others leave, its text in several lines where it must."""
    dispensable: bool = False
    """Whether it is left out where the flexible column would be narrower than `Table.room`."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table:
    """Rows of cells in columns, without rules."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[TextBlock, ...], ...]
    gap: int = 2
    room: int = 36
    """Columns that the flexible column needs to read well."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines; a row takes as many as its tallest cell."""
        widths = self._widths(width, spell)
        for row in self.rows:
            cells = [list(row[n].lines(wide, spell)) for n, wide in widths.items()]
            for pieces in zip_longest(*cells, fillvalue=None):
                line: Line = []
                for n, piece in zip(widths, pieces, strict=True):
                    line += [StyledSpan(" " * self.gap)] if line else []
                    space = StyledSpan(" " * max(widths[n] - width_of(piece or []), 0))
                    line += [space, *(piece or [])] if self.columns[n].align == "right" else [*(piece or []), space]
                yield line

    def _widths(self, width: int, spell: Callable[[str], str]) -> dict[int, int]:
        """Return the width of each column shown: what its widest cell takes; the flexible one the rest."""
        widths = {n: max((row[n].natural(spell) for row in self.rows), default=0) for n in range(len(self.columns))}
        flexible = next(n for n, column in enumerate(self.columns) if column.flexible)

        def rest() -> int:
            return width - sum(wide + self.gap for n, wide in widths.items() if n != flexible)

        for n in reversed(range(len(self.columns))):
            if self.columns[n].dispensable and rest() < min(widths[flexible], self.room):
                del widths[n]
        room, natural = rest(), widths[flexible]
        widths[flexible] = max(min(natural, room), LEAST if room >= LEAST else max(room, min(natural, LEAST)))
        return widths


class Rule:
    """A thin line across the measure, an empty line above it."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the empty line and the rule."""
        yield []
        yield [StyledSpan(spell("─") * width, "faint")]


Header = Literal["whole", "brief", "none"]
"""How much of a header is shown; notices always are."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Head:
    """The head of an answer: which report it is of and where that comes from, in full or in brief."""

    whole: tuple[Setting, ...]
    brief: tuple[Setting, ...]
    notices: tuple[Setting, ...] = ()
    """What must be read with the answer, in every header."""
    pinned: str = ""
    """The most important notice in a few words, kept in sight while a long answer is paged."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines of the whole head."""
        for setting in self.of("whole"):
            yield from setting.lines(width, spell)

    def of(self, header: Header) -> tuple[Setting, ...]:
        """Return what is shown of it."""
        if header == "whole":
            return self.whole
        return (*(self.brief if header == "brief" else ()), *self.notices)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """An answer, ready to be shown at any width."""

    settings: tuple[Setting, ...]
    measure: int = field(default=MEASURE)
    """Columns of its widest line, however wide the device."""
    header: Header = "whole"

    @property
    def pinned(self) -> str:
        """Return the lines that stay in sight while it is paged; mostly empty."""
        return next((setting.pinned for setting in self.settings if isinstance(setting, Head)), "")

    def _shown(self) -> Iterator[Setting]:
        for setting in self.settings:
            yield from setting.of(self.header) if isinstance(setting, Head) else (setting,)

    def lines(self, width: int = MEASURE, *, ascii_only: bool = False) -> Iterator[Line]:
        """Yield every line, without white space at its end."""
        begun = self.header != "none"  # without a header no empty line is first
        for setting in self._shown():
            for line in setting.lines(max(min(width, self.measure), NARROWEST), in_ascii if ascii_only else str):
                while line and not line[-1].text.strip():
                    line.pop()
                if begun := begun or bool(line):
                    yield line

    def plain(self, width: int = MEASURE, *, ascii_only: bool = False) -> str:
        """Return the page as text without styles, for a pipe or a file.

        Args:
            ascii_only: Spell marks and typographic signs in ASCII; letters are left alone.
        """
        lines = ("".join(span.text for span in line).rstrip() for line in self.lines(width, ascii_only=ascii_only))
        return "\n".join(lines) + "\n"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.segment import Segment
        from rich.style import Style

        styles = {name: Style.parse(look) for name, look in STYLES.items()}
        for line in self.lines(options.max_width, ascii_only=options.ascii_only):
            for text, style in line:
                yield Segment(text, styles[style] if style else None)
            yield Segment.line()
