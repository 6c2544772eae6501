"""SVG: a chart of one country over the editions, as text made of our own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.wording.changes import PER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.change import Measure
    from hrreport.model.trend import Trend, TrendPoint

_HEIGHT, _TOP, _LEFT, _RIGHT, _BOTTOM = 260, 20, 56, 44, 34
_STEP, _BAR = 46, 26
_GRID = 4
_NAME = 24
"""Height of a topic's name above its chart."""


def trend_svg(trend: Trend) -> str:
    """Return bars of length and a line of the rate of sentences that report abuses, edition by edition.

    A chart of the whole report, or one of each topic that was asked for, below each other. Dashed lines
    stand where the outline changes; the line is broken there, since rates on its two sides are not of one
    kind. The color is that of the text around it.
    """
    points = trend.points
    width = _LEFT + _STEP * len(points) + _RIGHT
    if not trend.chosen:
        chart = _chart(points, [point.measure for point in points], width)
        return _svg(f"Characters, and sentences reporting abuses {PER}, by edition", width, _HEIGHT, chart)
    charts: list[str] = []
    for place, row in enumerate(trend.rows):
        top = place * (_HEIGHT + _NAME)
        charts.append(f'<text x="{_LEFT}" y="{top + _NAME - 6}" font-weight="bold">{escape(row.name)}</text>')
        charts.append(f'<g transform="translate(0 {top + _NAME})">')
        charts += [*_chart(points, [cell.measure for cell in row.cells], width), "</g>"]
    names = ", ".join(row.name for row in trend.rows)
    label = f"Characters, and sentences reporting abuses {PER}, by edition: {names}"
    return _svg(label, width, (_HEIGHT + _NAME) * len(trend.rows), charts)


def _svg(label: str, width: int, height: int, inner: Iterable[str]) -> str:
    said = escape(label, {'"': "&quot;"})
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{said}" fill="currentColor" stroke="none" font-family="sans-serif" font-size="11">'
    )
    return "\n".join([head, f"<title>{said}</title>", *inner, "</svg>"])


def _chart(points: Sequence[TrendPoint], measures: Sequence[Measure], width: int) -> Iterator[str]:
    """Yield what one chart is made of: grid and years, bars, line."""
    yield from _axes(points, measures, width)
    yield from _bars(measures)
    yield from _line(points, measures)


def _round_up(number: float) -> float:
    """Return the next of 1, 2, 2.5, 5 and 10 times a power of ten."""
    power = 1.0
    while power * 10 < number:
        power *= 10
    return next((step * power for step in (1, 2, 2.5, 5, 10) if step * power >= number), 10 * power)


def _scales(measures: Sequence[Measure]) -> tuple[float, float]:
    longest = max(measure.characters for measure in measures)
    return _round_up(max(longest, 1)), _round_up(max((_rate(measure) or 0 for measure in measures), default=1) or 1)


def _rate(measure: Measure) -> float | None:
    return rate(measure.of_kind(Kind.ABUSE), measure.characters)


def _y(share: float) -> float:
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _BOTTOM - _TOP), 1)


def _x(place: int) -> float:
    return _LEFT + _STEP * place + _STEP / 2


def _axes(points: Sequence[TrendPoint], measures: Sequence[Measure], width: int) -> Iterator[str]:
    characters, rates = _scales(measures)
    for step in range(_GRID + 1):
        y = _y(step / _GRID)
        yield f'<path d="M{_LEFT} {y}H{width - _RIGHT}" stroke="currentColor" stroke-opacity=".18"/>'
        length, share = f"{characters * step / _GRID:,.0f}", f"{rates * step / _GRID:g}"
        yield f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end" fill-opacity=".7">{length}</text>'
        yield f'<text x="{width - _RIGHT + 6}" y="{y + 4}" fill-opacity=".7">{share}</text>'
    for place, point in enumerate(points):
        yield f'<text x="{_x(place)}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{point.report.id.year}</text>'
        if point.border:
            x = _LEFT + _STEP * place
            yield f'<path d="M{x} {_TOP - 10}V{_HEIGHT - 8}" stroke="currentColor" stroke-dasharray="4 3"/>'


def _bars(measures: Sequence[Measure]) -> Iterator[str]:
    characters, _ = _scales(measures)
    for place, measure in enumerate(measures):
        top = _y(measure.characters / characters)
        height = round(_HEIGHT - _BOTTOM - top, 1)
        x = _x(place) - _BAR / 2
        yield f'<rect x="{x}" y="{top}" width="{_BAR}" height="{height}" fill-opacity=".3"/>'


def _line(points: Sequence[TrendPoint], measures: Sequence[Measure]) -> Iterator[str]:
    _, rates = _scales(measures)
    path = ""
    for place, (point, measure) in enumerate(zip(points, measures, strict=True)):
        found = _rate(measure)
        if found is None:
            continue
        x, y = _x(place), _y(found / rates)
        path += f"{'M' if point.border or not path else 'L'}{x} {y}"
        yield f'<circle cx="{x}" cy="{y}" r="3"/>'
    if path:
        yield f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
