"""Answers: for each format of each, the function that writes it, imported when it is first used.

To add a format to a command is to add a line here and a name to its `--format`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from hrreport.cli.citations import with_citation
from hrreport.cli.destination import destination_of, send
from hrreport.exporting.documents import PAGED, format_document
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    import hrreport.codec.catalogue

    # the modules of the functions named below, so that their names and results are checked
    import hrreport.codec.changes
    import hrreport.codec.contract
    import hrreport.codec.evidence
    import hrreport.codec.groups
    import hrreport.codec.hits
    import hrreport.codec.holdings
    import hrreport.codec.packets
    import hrreport.codec.quotations
    import hrreport.codec.sections
    import hrreport.exporting.csv
    import hrreport.exporting.edition_changes_html
    import hrreport.exporting.evidence
    import hrreport.exporting.groups_csv
    import hrreport.exporting.groups_html
    import hrreport.terminal.catalogue
    import hrreport.terminal.changes
    import hrreport.terminal.checked
    import hrreport.terminal.evidence
    import hrreport.terminal.findings
    import hrreport.terminal.groups
    import hrreport.terminal.hits
    import hrreport.terminal.library
    import hrreport.terminal.matrix
    import hrreport.terminal.packet
    import hrreport.terminal.report_text
    import hrreport.terminal.revisions
    import hrreport.terminal.side_by_side
    import hrreport.terminal.summaries
    import hrreport.terminal.trend
    import hrreport.terminal.verdicts
    import hrreport.views.changes
    import hrreport.views.chart
    import hrreport.views.checked
    import hrreport.views.compilation
    import hrreport.views.edition_changes
    import hrreport.views.findings
    import hrreport.views.groups_chart
    import hrreport.views.hits
    import hrreport.views.matrix
    import hrreport.views.packet
    import hrreport.views.report
    import hrreport.views.summary
    import hrreport.views.trend
    import hrreport.views.verdicts
    from hrreport import codec, exporting, terminal, views
    from hrreport.codec.contract import Json
    from hrreport.terminal.document import Document
    from hrreport.views.blocks import BlockDocument
else:

    class _Package:
        """A package whose modules are imported when they are named."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, module: str) -> ModuleType:
            if module.startswith("__"):  # what is asked of any value, such as whether it wraps another
                raise AttributeError(module)
            return import_module(f"hrreport.{self._name}.{module}")

    codec, exporting, terminal, views = map(_Package, ("codec", "exporting", "terminal", "views"))


@dataclass(frozen=True, slots=True)
class AnswerWriters:
    """The writers of an answer: for each format what imports one; ``None`` where it is not written in that format."""

    text: Callable[[], Callable[..., Document]] | None = None
    document: Callable[[], Callable[..., BlockDocument]] | None = None
    """The writer for every format of blocks that has none of its own."""
    json: Callable[[], Callable[..., Json]] | None = None
    jsonl: Callable[[], Callable[..., str]] | None = None
    csv: Callable[[], Callable[..., str]] | None = None
    html: Callable[[], Callable[..., str]] | None = None
    svg: Callable[[], Callable[..., str]] | None = None
    """Makes the chart, which is written as png, too."""


SUMMARY = AnswerWriters(
    text=lambda: terminal.summaries.summary_view,
    json=lambda: codec.sections.summary_json,
    document=lambda: views.summary.summary_document,
)
SECTIONS = AnswerWriters(
    text=lambda: terminal.report_text.sections_view,
    document=lambda: views.report.outline_document,
    json=lambda: codec.sections.sections_json,
)
FINDINGS = AnswerWriters(
    text=lambda: terminal.findings.findings_view,
    json=lambda: codec.contract.findings_json,
    csv=lambda: exporting.csv.findings_csv,
    document=lambda: views.findings.findings_document,
)
FIGURES = AnswerWriters(csv=lambda: exporting.csv.figures_csv)
ISSUES = AnswerWriters(
    text=lambda: terminal.findings.issues_view,
    json=lambda: codec.contract.issues_json,
    csv=lambda: exporting.csv.issues_csv,
    document=lambda: views.findings.issues_document,
)
EVIDENCE = AnswerWriters(
    text=lambda: terminal.evidence.evidence_view,
    json=lambda: codec.evidence.evidence_json,
    jsonl=lambda: exporting.evidence.evidence_jsonl,
    csv=lambda: exporting.evidence.evidence_csv,
)
SEARCH = AnswerWriters(
    text=lambda: terminal.hits.search_view,
    json=lambda: codec.hits.search_json,
    csv=lambda: exporting.csv.search_csv,
    document=lambda: views.hits.search_document,
)
TALLIES = AnswerWriters(
    text=lambda: terminal.hits.tallies_view,
    json=lambda: codec.hits.tallies_json,
    csv=lambda: exporting.csv.tallies_csv,
    document=lambda: views.hits.tallies_document,
)
VERDICT = AnswerWriters(
    text=lambda: terminal.verdicts.verdict_view,
    json=lambda: codec.quotations.verdict_json,
    document=lambda: views.verdicts.verdict_document,
)
SIGHTINGS = AnswerWriters(
    text=lambda: terminal.verdicts.sightings_view,
    json=lambda: codec.quotations.sightings_json,
    document=lambda: views.verdicts.sightings_document,
)
CHECKED_FILINGS = AnswerWriters(
    text=lambda: terminal.checked.checked_view,
    json=lambda: codec.quotations.checked_json,
    document=lambda: views.checked.checked_document,
)
DOWNLOAD = AnswerWriters(text=lambda: terminal.library.download_view, json=lambda: codec.holdings.download_json)
HOLDINGS = AnswerWriters(text=lambda: terminal.library.holdings_view, json=lambda: codec.holdings.holdings_json)
REVISIONS = AnswerWriters(text=lambda: terminal.revisions.revisions_view, json=lambda: codec.holdings.revisions_json)
INFO = AnswerWriters(text=lambda: terminal.library.info_view, json=lambda: codec.holdings.info_json)
LOG = AnswerWriters(text=lambda: terminal.library.log_view, json=lambda: codec.holdings.log_json)
LIBRARY_CHECK = AnswerWriters(
    text=lambda: terminal.library.library_check_view, json=lambda: codec.holdings.library_check_json
)
MERGED = AnswerWriters(text=lambda: terminal.library.merged_view, json=lambda: codec.holdings.merged_json)
WATCHED = AnswerWriters(text=lambda: terminal.revisions.watched_view, json=lambda: codec.holdings.watched_json)
CHANGES = AnswerWriters(
    text=lambda: terminal.changes.changes_view,
    json=lambda: codec.changes.comparison_json,
    document=lambda: views.changes.changes_document,
)
PASSAGES = AnswerWriters(text=lambda: terminal.side_by_side.passages_beside)
MATRIX = AnswerWriters(
    text=lambda: terminal.matrix.matrix_view,
    json=lambda: codec.changes.matrix_json,
    svg=lambda: views.chart.matrix_svg,
    document=lambda: views.matrix.matrix_document,
)
EDITION_MATRIX = AnswerWriters(
    text=lambda: terminal.groups.edition_matrix_view,
    json=lambda: codec.groups.edition_matrix_json,
    html=lambda: exporting.groups_html.edition_matrix_html,
    csv=lambda: exporting.groups_csv.edition_matrix_csv,
    document=lambda: views.matrix.edition_matrix_document,
)
EDITION_CHANGES = AnswerWriters(
    text=lambda: terminal.groups.edition_changes_view,
    json=lambda: codec.groups.edition_changes_json,
    html=lambda: exporting.edition_changes_html.edition_changes_html,
    csv=lambda: exporting.groups_csv.edition_changes_csv,
    document=lambda: views.edition_changes.edition_changes_document,
)
EDITION_DUTIES = AnswerWriters(
    text=lambda: terminal.groups.edition_duties_view,
    json=lambda: codec.groups.edition_duties_json,
    html=lambda: exporting.groups_html.edition_duties_html,
    csv=lambda: exporting.groups_csv.edition_duties_csv,
    document=lambda: views.matrix.edition_duties_document,
)
GROUP_TREND = AnswerWriters(
    text=lambda: terminal.groups.group_trend_view,
    json=lambda: codec.groups.group_trend_json,
    html=lambda: exporting.groups_html.group_trend_html,
    svg=lambda: views.groups_chart.group_trend_svg,
    csv=lambda: exporting.groups_csv.group_trend_csv,
    document=lambda: views.trend.group_trend_document,
)
COMPILATION = AnswerWriters(
    text=lambda: terminal.side_by_side.compilation_view,
    json=lambda: codec.changes.compilation_json,
    document=lambda: views.compilation.compilation_document,
)
PACKET = AnswerWriters(
    text=lambda: terminal.packet.packet_view,
    json=lambda: codec.packets.packet_json,
    document=lambda: views.packet.packet_document,
)
TREND = AnswerWriters(
    text=lambda: terminal.trend.trend_view,
    json=lambda: codec.changes.trend_json,
    svg=lambda: views.chart.trend_svg,
    document=lambda: views.trend.trend_document,
)
COUNTRIES = AnswerWriters(text=lambda: terminal.catalogue.countries_view, json=lambda: codec.catalogue.countries_json)
EDITIONS = AnswerWriters(text=lambda: terminal.catalogue.editions_view, json=lambda: codec.catalogue.editions_json)
TOPICS = AnswerWriters(
    text=lambda: terminal.catalogue.topics_view,
    json=lambda: codec.catalogue.topics_json,
    csv=lambda: exporting.csv.topics_csv,
)
REPORT = AnswerWriters(text=lambda: terminal.report_text.show_view)


def make(what: AnswerWriters, form: str, *values: object, **options: object) -> Document | str | bytes:
    """Return an answer: a view for ``text``, otherwise the text (or bytes) of a file."""
    own = getattr(what, "svg" if form == "png" else form, None)
    if own is None:
        assert what.document  # noqa: S101  every format of a command has a writer
        return formatted(what.document()(*values, **options), form)
    made = own()(*values, **options)
    if form == "json":
        from hrreport.exporting.json import json_text

        return json_text(made)
    if form == "svg":
        from hrreport.views.chart import standalone

        return standalone(made)
    if form == "png":
        from hrreport.exporting.pdf import svg_png

        return svg_png(made)
    content: Document | str = made
    return content


def formatted(document: BlockDocument, form: str) -> str | bytes:
    """Return a document of blocks in a format; in those with pages the citation is at the head of each."""
    if form in PAGED:
        document = with_citation(document)
    return format_document(document, form, paper=destination_of(click.get_current_context()).paper)


def answer(what: AnswerWriters, form: str, *values: object, **options: object) -> None:
    """Write an answer in a format to its destination."""
    send(make(what, form, *values, **options))
