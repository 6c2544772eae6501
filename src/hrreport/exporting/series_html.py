"""HTML: several reports beside each other, over the editions, and passages compiled from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.elsewhere import display_elsewhere
from hrreport.exporting.html_page import trusted_markup
from hrreport.exporting.report_heads_html import page
from hrreport.exporting.trend_svg import trend_svg
from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold
from hrreport.wording.changes import PER, STANDINGS, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted, degree, figure_words
from hrreport.wording.trends import COUNTED, OF_TOPIC, abuse_rate, topic_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.exporting.elsewhere import ShownElsewhere
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Cell, Chapter, Compilation, Entry, Matrix
    from hrreport.model.trend import Trend, TrendCell, TrendPoint, TrendRow
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]


class _MatrixRowView(NamedTuple):
    name: str
    cells: tuple[object, ...]
    border: bool = False


class _CellRow(NamedTuple):
    """A cell of a matrix, as shown."""

    missing: str = ""
    degree: str = ""
    said: str = ""
    figure: str = ""
    text: str = ""
    place: str = ""
    citation: str = ""


def matrix_html(matrix: Matrix, names: Names, *, cite: Cite | None = None) -> str:
    """Return topics by reports: assessment, key figure, first key finding, and where it stands.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a sentence; without it its place alone stands there.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    abuses = [(m.of_kind(Kind.ABUSE), m.characters) for m in matrix.measures]
    lengths = [
        _MatrixRowView("Characters", tuple(f"{m.characters:,}" for m in matrix.measures)),
        _MatrixRowView(
            f"Sentences reporting abuses ({PER})",
            tuple(f"{count:,} ({format_rate(rate(count, length))})" for count, length in abuses),
        ),
    ]
    rows = [
        _MatrixRowView(
            fold(row.name),
            tuple(_cell(c, report.id, cite) for c, report in zip(row.cells, matrix.reports, strict=True)),
        )
        for row in matrix.rows
        if any(cell.measure.sentences for cell in row.cells)
    ]
    values = {"which": which, "lengths": lengths, "rows": rows}
    return page(
        "matrix", ", ".join(which), matrix.reports, matrix.cautions, names=names, values=values, gaps=matrix.gaps
    )


def _cell(cell: Cell, report: ReportId, cite: Cite | None) -> _CellRow:
    if not cell.places:
        return _CellRow(missing="no heading")
    finding = cell.finding
    return _CellRow(
        degree=degree(cell.assessment),
        said=assessed_or_not(cell.assessment, cell.measure.sentences),
        figure=fold(figure_words(cell.figure)) if cell.figure else "",
        text=fold(finding.text) if finding else "",
        place=str(finding.locator) if finding else f"§ {numbers_of(cell.places)}",
        citation=fold(cite(report, finding.locator)) if cite and finding else "",
    )


class _Year(NamedTuple):
    year: int
    border: bool


class _Followed(NamedTuple):
    """A topic that was asked for, edition by edition."""

    name: str
    rows: tuple[_MatrixRowView, ...]


class _Standing(NamedTuple):
    """A cell of a trend, as shown."""

    border: bool
    degree: str
    said: str
    shares: str = ""


def trend_html(trend: Trend, names: Names) -> str:
    """Return one country over the editions: a chart, lengths, counts and rates, each topic's assessments.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    points = trend.points
    head = ("Year", "Outline", "Characters", "Sentences", "Reporting abuses", PER, "Figures", PER, "Naming a source")
    rows = [
        _MatrixRowView(
            fold(row.name), tuple(_standing(cell, point) for cell, point in zip(row.cells, points, strict=True))
        )
        for row in trend.rows
    ]
    values = {
        "chart": trusted_markup(trend_svg(trend)),
        "per": PER,
        "head": head,
        "editions": [_MatrixRowView("", _edition(point), point.border) for point in points],
        "years": [_Year(point.report.id.year, point.border) for point in points],
        "rows": rows,
        "of_topic": OF_TOPIC,
        "counted": ("Year", "Sections", "Assessment", *(OF_TOPIC if name == "rate" else name for name in COUNTED)),
        "followed": tuple(_followed(row, points) for row in trend.rows) if trend.chosen else (),
    }
    heading = f"{names.get(trend.country, trend.country)}, {counted(len(points), 'edition')}"
    reports = [point.report for point in points]
    return page("trend", heading, reports, trend.cautions, names=names, values=values, gaps=trend.gaps)


def _edition(point: TrendPoint) -> tuple[str, ...]:
    measure = point.measure
    abuses = measure.of_kind(Kind.ABUSE)
    return (
        str(point.report.id.year),
        point.outline or "not known",
        f"{measure.characters:,}",
        f"{measure.sentences:,}",
        f"{abuses:,}",
        format_rate(rate(abuses, measure.characters)),
        f"{measure.figures:,}",
        format_rate(rate(measure.figures, measure.characters)),
        f"{measure.sources:,}",
    )


def _followed(row: TrendRow, points: tuple[TrendPoint, ...]) -> _Followed:
    """Return what each edition says on a topic: where, its assessment, counts and rates of its own text."""
    rows = [
        _MatrixRowView(each.year, (each.places, each.assessment, *each.counts), point.border)
        for each, point in zip(topic_counts(row, points), points, strict=True)
    ]
    return _Followed(fold(row.name), tuple(rows))


def _standing(cell: TrendCell, point: TrendPoint) -> _Standing:
    if cell.standing != "own":
        return _Standing(point.border, "", STANDINGS[cell.standing])
    abuses = cell.measure.of_kind(Kind.ABUSE)
    share = format_rate(abuse_rate(cell))
    return _Standing(
        point.border,
        degree(cell.assessment),
        assessed_or_not(cell.assessment, cell.measure.sentences),
        f"{abuses} of {counted(cell.measure.sentences, 'sentence')} ({share})" if cell.measure.sentences else "",
    )


class _ParagraphView(NamedTuple):
    place: str
    label: str
    text: str
    citation: str


class _ExcerptView(NamedTuple):
    path: str
    """Empty where it is that of the excerpt before."""
    paragraphs: tuple[_ParagraphView, ...]


class _EntryView(NamedTuple):
    anchor: str
    name: str
    length: str
    excerpts: tuple[_ExcerptView, ...]
    elsewhere: ShownElsewhere | None


class _ChapterView(NamedTuple):
    anchor: str
    name: str
    entries: tuple[_EntryView, ...]


def compilation_html(compilation: Compilation, names: Names, *, cite: Cite | None = None) -> str:
    """Return chosen passages as a document: table of contents, then topic by topic, report by report.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a paragraph; without it its place alone stands there.
    """
    heading = "Compiled passages: " + ", ".join(chapter.name for chapter in compilation.chapters)
    chapters = [
        _ChapterView(
            slug(chapter.topic),
            fold(chapter.name),
            tuple(_entry(chapter, entry, names, cite) for entry in chapter.entries),
        )
        for chapter in compilation.chapters
    ]
    values = {"chapters": chapters}
    return page(
        "compilation",
        heading,
        compilation.reports,
        compilation.cautions,
        names=names,
        values=values,
        gaps=compilation.gaps,
    )


def _entry(chapter: Chapter, entry: Entry, names: Names, cite: Cite | None) -> _EntryView:
    paragraphs = sum(len(excerpt.paragraphs) for excerpt in entry.excerpts)
    return _EntryView(
        slug(f"{chapter.topic} {entry.report.id}"),
        title(entry.report, names),
        counted(paragraphs, "paragraph") if paragraphs else "no passage",
        tuple(_excerpts(entry, cite)),
        display_elsewhere(
            entry.elsewhere, whole=True, cite=(lambda place: cite(entry.report.id, place)) if cite else None
        ),
    )


def _excerpts(entry: Entry, cite: Cite | None) -> Iterator[_ExcerptView]:
    before: tuple[str, ...] = ()
    for excerpt in entry.excerpts:
        topic_counts = []
        for paragraph in excerpt.paragraphs:
            place = excerpt.locate(paragraph)
            citation = fold(cite(entry.report.id, place)) if cite else ""
            topic_counts.append(_ParagraphView(str(place), fold(paragraph.topic or ""), fold(paragraph.text), citation))
        yield _ExcerptView(fold(" › ".join(excerpt.path)) if excerpt.path != before else "", tuple(topic_counts))
        before = excerpt.path
