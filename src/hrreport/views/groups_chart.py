"""SVG: bars of how reports changed, and small charts of one topic in many countries, made of our own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hrreport.model.finding import Kind
from hrreport.wording.treatments import level_of, level_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.edition_change import CountryChange
    from hrreport.model.edition_matrix import CountrySeries, GroupTrend
    from hrreport.wording.changes import Names

_WIDE, _HEIGHT, _FOOT = 176, 84, 14
"""Of one small chart; the foot holds the years."""
_OPACITY = {"serious": 1.0, "reported": 0.75, "limited": 0.5}
"""The opacity of the bar of each level; of all others a bar is hardly more than its outline."""
_BARS = 160
_GAP, _NAME = 16, 18
"""Space between charts of one picture, and height of the name above each."""
_IN_ATTRIBUTE = {'"': "&quot;"}


def change_bars(row: CountryChange, longest: int) -> str:
    """Return bars of a report's length then and now, and below them what became of its sentences.

    Args:
        row: The country.
        longest: Characters of the longest report of all, which sets the scale.
    """
    then, now = (round(_BARS * measure.characters / longest, 1) for measure in (row.then, row.now))
    total = max(row.kept + row.reworded + row.gone, 1)
    kept, reworded = (round(then * count / total, 1) for count in (row.kept, row.reworded))
    return (
        f'<svg class="bars" viewBox="0 0 {_BARS} 16" width="{_BARS}" height="16" aria-hidden="true" '
        f'fill="currentColor"><rect width="{then}" height="4" fill-opacity=".3"/>'
        f'<rect y="5" width="{now}" height="4"/>'
        f'<rect y="11" width="{kept}" height="4"/>'
        f'<rect y="11" x="{kept}" width="{reworded}" height="4" fill-opacity=".5"/>'
        f'<rect y="11" x="{round(kept + reworded, 1)}" width="{max(round(then - kept - reworded, 1), 0)}" height="4" '
        'fill-opacity=".15"/></svg>'
    )


def tallest(trend: GroupTrend) -> int:
    """Return the most sentences on abuses that one report has on the topic, at least one."""
    every = (each.readings[0] for series in trend.series for each in series.reports)
    return max((reading.measure.of_kind(Kind.ABUSE) for reading in every), default=1) or 1


def country_chart(trend: GroupTrend, series: CountrySeries, highest: int, *, row: int | None = None) -> str:
    """Return one country's chart.

    Args:
        trend: What it is of.
        series: The country.
        highest: Sentences that reach to the top.
        row: Number of the row whose passages the bars open, where they open any.
    """
    inner = "".join(_bars(trend, series, highest, row))
    label = escape(f"{trend.topic.name}, sentences reporting abuses by edition", _IN_ATTRIBUTE)
    role = "img" if row is None else "group"
    return (
        f'<svg viewBox="0 0 {_WIDE} {_HEIGHT}" width="{_WIDE}" height="{_HEIGHT}" role="{role}" aria-label="{label}" '
        f'fill="currentColor" font-family="sans-serif" font-size="9">{inner}</svg>'
    )


def _bars(trend: GroupTrend, series: CountrySeries, highest: int, row: int | None) -> Iterator[str]:
    floor = _HEIGHT - _FOOT
    step = _WIDE / len(trend.years)
    numbers = {each.report.id.year: n for n, each in enumerate(series.reports)}
    yield f'<path d="M0 {floor}H{_WIDE}" stroke="currentColor" stroke-opacity=".3"/>'
    for place, year in enumerate(trend.years):
        x = round(place * step, 1)
        if year in trend.borders:
            yield f'<path d="M{x} 0V{_HEIGHT}" stroke="currentColor" stroke-dasharray="3 2"/>'
        middle = round(x + step / 2, 1)
        yield f'<text x="{middle}" y="{_HEIGHT - 3}" text-anchor="middle" fill-opacity=".7">{year % 100:02d}</text>'
        if year not in numbers:
            continue
        reading = series.reports[numbers[year]].readings[0]
        level, count = level_of(reading), reading.measure.of_kind(Kind.ABUSE)
        words = f"{year}: {level_words(reading)}" + (f", {count:,} sentences" if count else "")
        if reading.standing not in ("own", "narrower"):
            mark = f'<text x="{middle}" y="{floor - 3}" text-anchor="middle">–</text>'
        else:
            height = max(round((floor - 4) * count / highest, 1), 1.5)
            mark = (
                f'<rect x="{round(x + step * 0.15, 1)}" y="{round(floor - height, 1)}" width="{round(step * 0.7, 1)}" '
                f'height="{height}" fill-opacity="{_OPACITY.get(level, 0.2)}" stroke="currentColor" '
                'stroke-width=".5"/>'
            )
        title = f"<title>{escape(words)}</title>"
        if row is None or not reading.paragraphs:
            yield f"<g>{title}{mark}</g>"
        else:
            label = escape(words, _IN_ATTRIBUTE)
            yield (
                f'<g data-row="{row}" data-cell="{numbers[year]}" tabindex="0" role="button" aria-label="{label}">'
                f'{title}<rect x="{x}" y="0" width="{round(step, 1)}" height="{floor}" fill-opacity="0"/>{mark}</g>'
            )


def trend_of_group_title(trend: GroupTrend, highest: int) -> str:
    """Return what the charts show, and how many sentences reach to their top."""
    return f"{trend.topic.name}: sentences reporting abuses by edition, 0 to {highest:,} in every chart"


def group_trend_svg(trend: GroupTrend, names: Names, *, highest: int = 0) -> str:
    """Return a picture of small charts, one for each country, all on one scale.

    Args:
        trend: The countries.
        names: Names of countries as shown to readers, by slug.
        highest: Sentences that reach to the top; 0 for the most that one of these reports has.
    """
    across = min(5, max(len(trend.series), 1))
    down = -(-len(trend.series) // across)
    width, height = across * (_WIDE + _GAP), down * (_HEIGHT + _NAME + _GAP)
    highest = highest or tallest(trend)
    label = escape(trend_of_group_title(trend, highest), _IN_ATTRIBUTE)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{label}" fill="currentColor" font-family="sans-serif" font-size="9">'
    )
    lines = [head, f"<title>{label}</title>"]
    for n, series in enumerate(trend.series):
        x, y = n % across * (_WIDE + _GAP), n // across * (_HEIGHT + _NAME + _GAP)
        name = escape(names.get(series.country, series.country))
        lines.append(f'<g transform="translate({x} {y})"><text y="12" font-size="11" font-weight="bold">{name}</text>')
        inner = "".join(_bars(trend, series, highest, None))
        lines.append(f'<g transform="translate(0 {_NAME})">{inner}</g></g>')
    return "\n".join([*lines, "</svg>"])
