"""HTML: many countries in one edition, by what the law asks, and over the editions.

`names` are names of countries as shown to readers, by slug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting.grid import (
    RANKS,
    GridCell,
    GridColumn,
    LevelEntry,
    RowPassages,
    grid_page,
    grid_row,
    level_cell,
    level_entries,
    passage_item,
    passage_part,
)
from hrreport.exporting.html import trusted_markup
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.views.groups_chart import country_chart, tallest
from hrreport.views.matrix import UNHEADED
from hrreport.wording.changes import title
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    TREATMENT_WORDS,
    count_mentions,
    level_of,
    level_words,
    mentions_note,
    sign_of_level,
)

if TYPE_CHECKING:
    from hrreport.model.edition_change import EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.wording.changes import Names


def edition_matrix_html(matrix: EditionMatrix, names: Names) -> str:
    """Return countries by topics as a map: sorted by any topic, filtered, each cell opening the passage behind it."""
    rows = []
    for number, each in enumerate(matrix.reports):
        opened = RowPassages(list(map(passage_item, each.paragraphs)), [])
        cells = []
        for topic, reading in zip(matrix.topics, each.readings, strict=True):
            heading = f"{title(each.report, names)}: {topic.name}"
            opened.cells.append((fold(heading), [passage_part("", each, reading)]))
            cells.append(level_cell(fold(heading), reading))
        rows.append(grid_row(number, each.report, names, cells, opened))
    notes = []
    if matrix.unheaded:
        notes.append(f"{UNHEADED}: {', '.join(topic.name for topic in matrix.unheaded)}.")
    if words := mentions_note(matrix.reports, matrix.year, matrix.topics):
        mentioned = "; ".join(
            f"{topic.name}: {count_mentions(silent)} without a heading"
            for n, topic in enumerate(matrix.topics)
            if (
                silent := [(each, each.readings[n]) for each in matrix.reports if each.readings[n].mentions is not None]
            )
        )
        notes.append(f"{mentioned}. {words}")
    followed = matrix.topics[0].id if matrix.topics else "TOPIC"
    return grid_page(
        "groups",
        f"{matrix.group.name} {matrix.year}",
        [each.report for each in matrix.reports],
        matrix,
        names=names,
        rows=rows,
        columns=[GridColumn(topic.name) for topic in matrix.topics],
        column_name="Topic",
        levels=level_entries(LEVELS),
        note=" ".join(notes),
        without_script=f"hrreport show COUNTRY {matrix.year} --topic {followed}",
    )


def edition_duties_html(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> str:
    """Return countries by duties as a map, each cell opening the passages of both editions; `sort` orders the rows."""
    rows = []
    for number, row in enumerate(duties.ordered(sort)):
        split = len(row.old.paragraphs)
        items = [passage_item(p, str(each.report.id.year)) for each in (row.old, row.new) for p in each.paragraphs]
        opened = RowPassages(items, [])
        cells = []
        for duty, answer in zip(duties.duties, row.answers, strict=True):
            heading = fold(f"{names.get(row.new.report.id.country, row.new.report.id.country)}: {duty.name}")
            parts = [
                passage_part(str(duties.old_year), row.old, answer.old),
                passage_part(str(duties.new_year), row.new, answer.new, after=split),
            ]
            opened.cells.append((heading, parts))
            gone = answer.outcome == "heading-gone"
            level = "heading-gone" if gone else level_of(answer.new)
            sign = LEVEL_SIGNS[level] if gone else sign_of_level(answer.new)
            words = f"{heading}: {TREATMENT_WORDS[answer.outcome] if gone else level_words(answer.new)}"
            cells.append(GridCell(RANKS[level], sign, "", level, words, opens=True))
        rows.append(grid_row(number, row.new.report, names, cells, opened))
    return grid_page(
        "groups",
        f"{duties.group.name}, {duties.old_year} and {duties.new_year}: what the law asks",
        [each.report for row in duties.rows for each in (row.old, row.new)],
        duties,
        names=names,
        rows=rows,
        columns=[GridColumn(duty.name, "; ".join(duty.provisions)) for duty in duties.duties],
        column_name="Duty",
        levels=level_entries({**LEVELS, "heading-gone": TREATMENT_WORDS["heading-gone"]}),
        note="A heading that is gone says nothing about the country, and is never an improvement.",
        without_script=f"hrreport diff COUNTRY {duties.old_year} {duties.new_year}",
    )


def group_trend_html(trend: GroupTrend, names: Names) -> str:
    """Return a small chart for each country, all on one scale, each bar opening the passage behind it."""
    highest = tallest(trend)
    rows = []
    for number, series in enumerate(trend.series):
        opened = RowPassages([], [])
        for each in series.reports:
            part = passage_part("", each, each.readings[0], after=len(opened.items))
            opened.items.extend(map(passage_item, each.paragraphs))
            opened.cells.append((fold(f"{title(each.report, names)}: {trend.topic.name}"), [part]))
        last = series.reports[-1].readings[0]
        picture = trusted_markup(country_chart(trend, series, highest, row=number))
        row = grid_row(number, series.reports[-1].report, names, [], opened)
        rows.append(row._replace(picture=picture, value=last.measure.of_kind(Kind.ABUSE), level=level_of(last)))
    years = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    return grid_page(
        "multiples",
        f"{trend.topic.name}, {trend.group.name} {years}",
        [each.report for series in trend.series for each in series.reports],
        trend,
        names=names,
        rows=rows,
        columns=[GridColumn("Newest edition")],
        column_name="In the",
        orders=(
            LevelEntry("country", "by country"),
            LevelEntry("most", "most sentences in the newest edition first"),
        ),
        levels=level_entries(LEVELS),
        note=(
            f"Bars: sentences reporting abuses on the topic, 0 to {highest:,} in every chart; the darker, the graver "
            "the assessment. Dashed lines: the outline changes. –: no heading. Nothing: not in the library."
        ),
        without_script=f"hrreport trend COUNTRY --topic {trend.topic.id}",
    )
