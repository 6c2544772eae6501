"""The views of many countries: in one edition, and over two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.blocks import settings_of
from hrreport.terminal.document import Document, Head, TextBlock
from hrreport.terminal.parts import retrieved, warning
from hrreport.terminal.report_heads import listed_sources
from hrreport.terminal.spans import clean_span
from hrreport.views.blocks import plain_text
from hrreport.views.edition_changes import edition_changes_document
from hrreport.views.matrix import edition_duties_document, edition_matrix_document
from hrreport.wording.changes import describe_missing_reports
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.edition_change import EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting
    from hrreport.views.blocks import BlockDocument
    from hrreport.wording.changes import Names

WIDE = 140


def edition_matrix_view(matrix: EditionMatrix, names: Names) -> Document:
    """Return each topic with the countries grouped by what is reported; of one topic, the key finding of each."""
    return _view(edition_matrix_document(matrix, names, on_screen=True), names)


def edition_changes_view(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> Document:
    """Return a row for each country, the sum over them, and which headings were dropped or are new."""
    return _view(edition_changes_document(changes, names, sort=sort, on_screen=True), names)


def edition_duties_view(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> Document:
    """Return each duty with the countries grouped by how the newer report answers it."""
    return _view(edition_duties_document(duties, names, sort=sort, on_screen=True), names)


def _view(document: BlockDocument, names: Names) -> Document:
    reports = [source.report for source in document.sources if source.report]
    cautions = [plain_text(note.text) for note in document.notes if note.lead == "Caution"]
    heads = group_heads(document.title, reports, cautions, names=names)
    return Document((*heads, *settings_of(document, dense=True), *group_sources(reports, names)), measure=WIDE)


def group_heads(
    heading: str,
    reports: Sequence[Report],
    cautions: Iterable[str],
    gaps: Iterable[MissingReport] = (),
    *,
    names: Names,
) -> Iterator[Setting]:
    """Yield the head: heading, cautions, what is missing, and from where the reports come."""
    name = TextBlock((clean_span(heading, "strong"),))
    told = (*cautions, *describe_missing_reports(gaps, names))
    if doubted := sum(bool(report.warnings) for report in reports):
        told = (*told, f"{counted(doubted, 'report')} with doubts about headings, or repairs; -v names them")
    warned = tuple(warning(caution, above=0 if place else 1) for place, caution in enumerate(told))
    ways = "; ".join(dict.fromkeys(map(retrieved, reports)))
    origin = (TextBlock((clean_span(ways[:1].upper() + ways[1:]),)),) if ways else ()
    yield Head((name, *origin, *warned), (name, *origin), warned)


def group_sources(reports: Sequence[Report], names: Names) -> Iterator[Setting]:
    """Yield each report with its source, which come last and only with a whole header: they may be hundreds."""
    title = TextBlock((clean_span("Sources", "strong"),), above=1)
    yield Head((title, *listed_sources(reports, names)), ())
