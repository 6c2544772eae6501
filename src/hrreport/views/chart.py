"""Charts of a trend and of a matrix as SVG: titled, with axes and a legend, readable on a light and a dark ground.

The color of words and lines is that of the text around the drawing, and what a color says a shape says too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.wording.changes import PER, edition_span, format_rate, title
from hrreport.wording.reports import LEGEND, UNGRADED, degree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hrreport.model.change import Measure
    from hrreport.model.matrix import Matrix
    from hrreport.model.trend import Trend, TrendPoint
    from hrreport.wording.changes import Names

WIDTH = 760
_LEFT, _RIGHT = 78, 62
_HIGH = 220
"""Height of a plot, from its base to its top."""
_BLUE, _RED = "#4f83b8", "#c8503f"
_TONES = {"serious": _RED, "limited": "#b07d1e", "reported": "#8a63c9", "none": "#2f9a6f", "silent": "currentColor"}
_MARGIN = 10


class _Drawing:
    """Lines of SVG, and how far down they reach."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.y = 0.0

    def text(self, x: float, y: float, words: str, **attributes: str) -> None:
        """Add words; an attribute's underscores become hyphens."""
        self.lines.append(f'<text x="{x:g}" y="{y:g}"{_attributes(attributes)}>{escape(fold(words))}</text>')

    def path(self, d: str, **attributes: str) -> None:
        """Add a line."""
        self.lines.append(f'<path d="{d}" fill="none"{_attributes(attributes)}/>')

    def svg(self, label: str, width: float) -> str:
        """Return the drawing as a whole file."""
        words = escape(fold(label), {'"': "&quot;"})
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {self.y:g}" width="{width:g}" '
            f'height="{self.y:g}" role="img" aria-label="{words}" fill="currentColor" font-family="Libertinus Serif, '
            f'system-ui, sans-serif" font-size="12">'
        )
        return "\n".join([head, f"<title>{words}</title>", *self.lines, "</svg>"])


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in values.items())


def standalone(svg: str) -> str:
    """Return a drawing as a file of its own, which brings its ground, light or dark as the reader's system has it."""
    style = (
        "<style>svg{color:#1d1c1a;background:#fffefa}"
        "@media(prefers-color-scheme:dark){svg{color:#e4e1da;background:#17181b}}</style>"
    )
    head, _, rest = svg.partition("\n")
    return f"{head}\n{style}\n{rest}\n"


# -- one country over the editions -------------------------------------------------------------


def trend_title(trend: Trend, names: Names) -> str:
    """Return what a chart of a trend shows, in words."""
    span = edition_span([point.report.id.year for point in trend.points])
    return f"{names.get(trend.country, trend.country)}, {span}: length, and sentences reporting abuses {PER}"


def trend_svg(trend: Trend, names: Names) -> str:
    """Return bars of length and a line of the rate of sentences that report abuses, edition by edition.

    A chart of the whole report, or one of each topic that was asked for, below each other. A dashed line is
    drawn where the outline changes; the line of rates is broken there, since rates on its two sides are not
    of one kind.

    Args:
        trend: The country over the editions.
        names: Names of countries as shown to readers, by slug.
    """
    drawing = _Drawing()
    label = trend_title(trend, names)
    drawing.text(_MARGIN, 22, label, font_size="15", font_weight="bold")
    drawing.y = 34
    if trend.chosen:
        for row in trend.rows:
            drawing.text(_LEFT, drawing.y + 16, row.name, font_weight="bold")
            drawing.y += 20
            _plot(drawing, trend.points, [cell.measure for cell in row.cells])
    else:
        _plot(drawing, trend.points, [point.measure for point in trend.points])
    _trend_legend(drawing, any(point.border for point in trend.points))
    named = f": {', '.join(row.name for row in trend.rows)}" if trend.chosen else ""
    return drawing.svg(f"{label}{named}", WIDTH)


def _trend_legend(drawing: _Drawing, borders: bool) -> None:
    y = drawing.y + 14
    drawing.lines.append(f'<rect x="{_LEFT}" y="{y - 10:g}" width="14" height="11" fill="{_BLUE}" fill-opacity=".55"/>')
    drawing.text(_LEFT + 20, y, "Characters (left)")
    x = _LEFT + 150
    drawing.path(f"M{x} {y - 4:g}h22", stroke=_RED, stroke_width="2")
    drawing.lines.append(f'<circle cx="{x + 11}" cy="{y - 4:g}" r="3.5" fill="{_RED}"/>')
    drawing.text(x + 28, y, f"Sentences reporting abuses {PER} (right)")
    if borders:
        y += 18
        drawing.path(f"M{_LEFT + 7} {y - 12:g}v14", stroke="currentColor", stroke_dasharray="4 3")
        drawing.text(_LEFT + 20, y, "The outline changes")
    drawing.y = y + 12


def _plot(drawing: _Drawing, points: Sequence[TrendPoint], measures: Sequence[Measure]) -> None:
    """Draw one plot: axes with their numbers, bars, line."""
    top = drawing.y + 26
    base = top + _HIGH
    rates = [_rate(measure) for measure in measures]
    longest = _round_up(max((measure.characters for measure in measures if measure.characters), default=1))
    highest = _round_up(max((r for r in rates if r), default=1))
    step = (WIDTH - _LEFT - _RIGHT) / max(len(points), 1)
    _axes(drawing, longest, highest, top, base)
    wide = min(34, step * 0.6)
    path = ""
    for place, (point, measure, share) in enumerate(zip(points, measures, rates, strict=True)):
        x = _LEFT + step * (place + 0.5)
        high = round(_HIGH * measure.characters / longest, 1)
        drawing.lines.append(
            f'<rect x="{x - wide / 2:.1f}" y="{base - high:g}" width="{wide:.1f}" height="{high:g}" fill="{_BLUE}" '
            f'fill-opacity=".55"/>'
        )
        drawing.text(round(x, 1), base + 18, str(point.report.id.year), text_anchor="middle")
        if point.border:
            drawing.path(
                f"M{_LEFT + step * place:.1f} {top - 8:g}V{base + 6:g}", stroke="currentColor", stroke_dasharray="4 3"
            )
        if share is not None:
            y = round(base - _HIGH * share / highest, 1)
            path += f"{'M' if point.border or not path else 'L'}{x:.1f} {y:g}"
            drawing.lines.append(f'<circle cx="{x:.1f}" cy="{y:g}" r="3.5" fill="{_RED}"/>')
    if path:
        drawing.path(path, stroke=_RED, stroke_width="2")
    drawing.y = base + 28


def _axes(drawing: _Drawing, longest: float, highest: float, top: float, base: float) -> None:
    """Draw a base and four lines above it, characters at the left and rates at the right of each."""
    drawing.text(_MARGIN, top - 12, "Characters", font_size="11")
    drawing.text(WIDTH - _MARGIN, top - 12, PER, font_size="11", text_anchor="end")
    for step in range(5):
        y = base - _HIGH * step / 4
        faint = "1" if not step else ".2"
        drawing.path(f"M{_LEFT} {y:g}H{WIDTH - _RIGHT}", stroke="currentColor", stroke_opacity=faint)
        drawing.text(_LEFT - 8, y + 4, f"{longest * step / 4:,.0f}", text_anchor="end", font_size="11")
        drawing.text(WIDTH - _RIGHT + 8, y + 4, f"{highest * step / 4:g}", font_size="11")


def _round_up(number: float) -> float:
    """Return the next of 1, 2, 2.5, 5 and 10 times a power of ten."""
    power = 1.0
    while power * 10 < number:
        power *= 10
    return next((step * power for step in (1, 2, 2.5, 5, 10) if step * power >= number), 10 * power)


def _rate(measure: Measure) -> float | None:
    return rate(measure.of_kind(Kind.ABUSE), measure.characters)


# -- several countries beside each other -------------------------------------------------------

_NAMED, _CELL, _ROW = 380, 74, 20
"""Width of the names of topics, of a column, and height of a row."""
MATRIX_CAPTION = "Topics that are assessed in one of the reports at least; the table has all of them."
"""Printed below the chart of a matrix."""


def matrix_title(matrix: Matrix) -> str:
    """Return what a chart of a matrix shows, in words."""
    years = sorted({report.id.year for report in matrix.reports})
    return f"What the reports of {', '.join(map(str, years))} say, topic by topic"


def matrix_svg(matrix: Matrix, names: Names) -> str:
    """Return topics by reports as a grid of marks, with how often each report reports abuses.

    Args:
        matrix: The reports beside each other.
        names: Names of countries as shown to readers, by slug.
    """
    graded = {"serious", "limited", "none"}
    rows = [row for row in matrix.rows if graded.intersection(degree(cell.assessment) for cell in row.cells)]
    width = max(_NAMED + _CELL * len(matrix.reports) + _MARGIN, 560)
    drawing = _Drawing()
    drawing.text(_MARGIN, 22, matrix_title(matrix), font_size="15", font_weight="bold")
    top = 40 + 6.2 * min(max((len(title(report, names)) for report in matrix.reports), default=0), 30) * 0.72
    for place, report in enumerate(matrix.reports):
        x, y = _NAMED + _CELL * (place + 0.5), top
        drawing.text(x, y, title(report, names), transform=f"rotate(-40 {x:g} {y:g})")
    y = top + 24
    drawing.text(_MARGIN, y, f"Sentences reporting abuses {PER}", font_size="11")
    for place, measure in enumerate(matrix.measures):
        share = format_rate(_rate(measure))
        drawing.text(_NAMED + _CELL * (place + 0.5), y, share, text_anchor="middle", font_size="11")
    degrees = {degree(cell.assessment) for row in rows for cell in row.cells}
    for row in rows:
        drawing.path(f"M{_MARGIN} {y + 7:g}H{width - _MARGIN}", stroke="currentColor", stroke_opacity=".2")
        y += _ROW
        drawing.text(_MARGIN, y, row.name)
        for place, cell in enumerate(row.cells):
            drawing.lines += _mark(_NAMED + _CELL * (place + 0.5), y - 4, degree(cell.assessment), bool(cell.places))
    drawing.y = y + 16
    _matrix_legend(drawing, degrees)
    return drawing.svg(f"{matrix_title(matrix)}: {', '.join(title(one, names) for one in matrix.reports)}", width)


def _mark(x: float, y: float, tone: str, headed: bool) -> Iterator[str]:
    """Yield the mark of an assessment; its shape alone says what its color says."""
    color = _TONES.get(tone, "currentColor")
    if tone == "reported":
        yield f'<rect x="{x - 5:g}" y="{y - 5:g}" width="10" height="10" fill="{color}"/>'
    elif tone == "silent":
        yield f'<circle cx="{x:g}" cy="{y:g}" r="2" fill="{color}"/>'
    elif tone:
        fill = color if tone == "serious" else "none"
        yield f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{fill}" stroke="{color}" stroke-width="2"/>'
        if tone == "limited":
            yield f'<path d="M{x:g} {y - 5:g}a5 5 0 0 0 0 10z" fill="{color}"/>'
    elif not headed:
        yield f'<path d="M{x - 4:g} {y:g}h8" stroke="currentColor" stroke-opacity=".6"/>'


def _matrix_legend(drawing: _Drawing, degrees: Collection[str]) -> None:
    shown = [(name, meaning) for name, meaning in (*LEGEND[:2], UNGRADED, *LEGEND[2:]) if name in degrees]
    for name, meaning in (*shown, ("", "no heading for it")):
        drawing.y += 18
        drawing.lines += _mark(_MARGIN + 6, drawing.y - 4, name, headed=False)
        drawing.text(_MARGIN + 20, drawing.y, meaning, font_size="11")
    drawing.y += 10
