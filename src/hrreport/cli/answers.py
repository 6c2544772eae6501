"""Answers: the function for each answer and format, imported when first used.

To add a format to a command is to add a line here and a name to its `--format`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from hrreport.cli.citations import with_citation
from hrreport.cli.destination import PAGED, destination_of, send

if TYPE_CHECKING:
    from hrreport.views.blocks import BlockDocument

_VIEWS = "hrreport.terminal."
_FILES = "hrreport.exporting."
_BLOCKS = "hrreport.views."
_PUBLIC = "hrreport.codec.contract:"
_COMPARED = "hrreport.codec.changes:"
_MANY = "hrreport.codec.groups:"

ANSWERS: dict[str, dict[str, str]] = {
    "summary": {
        "text": _VIEWS + "summaries:summary_view",
        "json": "hrreport.codec.summaries:summary_json",
        "document": _BLOCKS + "summary:summary_document",
    },
    "sections": {
        "text": _VIEWS + "report_text:sections_view",
        "document": _BLOCKS + "report:outline_document",
        "json": _PUBLIC + "sections_json",
    },
    "findings": {
        "text": _VIEWS + "findings:findings_view",
        "json": _PUBLIC + "findings_json",
        "csv": _FILES + "csv:findings_csv",
        "document": _BLOCKS + "findings:findings_document",
    },
    "figures": {
        "csv": _FILES + "csv:figures_csv",
    },
    "issues": {
        "text": _VIEWS + "findings:issues_view",
        "json": _PUBLIC + "issues_json",
        "csv": _FILES + "csv:issues_csv",
        "document": _BLOCKS + "findings:issues_document",
    },
    "evidence": {
        "text": _VIEWS + "evidence:evidence_view",
        "json": "hrreport.codec.evidence:evidence_json",
        "jsonl": _FILES + "evidence:evidence_jsonl",
        "csv": _FILES + "evidence:evidence_csv",
    },
    "search": {
        "text": _VIEWS + "hits:search_view",
        "json": "hrreport.codec.hits:search_json",
        "csv": _FILES + "hits_csv:search_csv",
        "document": _BLOCKS + "hits:search_document",
    },
    "tallies": {
        "text": _VIEWS + "hits:tallies_view",
        "json": "hrreport.codec.hits:tallies_json",
        "csv": _FILES + "hits_csv:tallies_csv",
        "document": _BLOCKS + "hits:tallies_document",
    },
    "verdict": {
        "text": _VIEWS + "verdicts:verdict_view",
        "json": "hrreport.codec.quotations:verdict_json",
        "document": _BLOCKS + "verdicts:verdict_document",
    },
    "sightings": {
        "text": _VIEWS + "verdicts:sightings_view",
        "json": "hrreport.codec.quotations:sightings_json",
        "document": _BLOCKS + "verdicts:sightings_document",
    },
    "checked": {
        "text": _VIEWS + "checked:checked_view",
        "json": "hrreport.codec.checked:checked_json",
        "document": _BLOCKS + "checked:checked_document",
    },
    "download": {
        "text": _VIEWS + "downloads:download_view",
        "json": "hrreport.codec.holdings:download_json",
    },
    "holdings": {
        "text": _VIEWS + "library:holdings_view",
        "json": "hrreport.codec.holdings:holdings_json",
    },
    "revisions": {
        "text": _VIEWS + "revisions:revisions_view",
        "json": "hrreport.codec.holdings:revisions_json",
    },
    "info": {
        "text": _VIEWS + "library:info_view",
        "json": "hrreport.codec.holdings:info_json",
    },
    "log": {
        "text": _VIEWS + "downloads:log_view",
        "json": "hrreport.codec.holdings:log_json",
    },
    "check": {
        "text": _VIEWS + "library:check_view",
        "json": "hrreport.codec.holdings:check_json",
    },
    "merged": {
        "text": _VIEWS + "library:merged_view",
        "json": "hrreport.codec.holdings:merged_json",
    },
    "watched": {
        "text": _VIEWS + "news:watched_view",
        "json": "hrreport.codec.news:watched_json",
    },
    "changes": {
        "text": _VIEWS + "changes:changes_view",
        "json": _COMPARED + "comparison_json",
        "document": _BLOCKS + "changes:changes_document",
    },
    "passages": {
        "text": _VIEWS + "side_by_side:passages_beside",
    },
    "matrix": {
        "text": _VIEWS + "matrix:matrix_view",
        "json": _COMPARED + "matrix_json",
        "svg": _BLOCKS + "chart:matrix_svg",
        "png": _BLOCKS + "chart:matrix_svg",
        "document": _BLOCKS + "series:matrix_document",
    },
    "edition-matrix": {
        "text": _VIEWS + "groups:edition_matrix_view",
        "json": _MANY + "edition_matrix_json",
        "html": _FILES + "groups_html:edition_matrix_html",
        "csv": _FILES + "groups_csv:edition_matrix_csv",
        "document": _BLOCKS + "edition_matrix:edition_matrix_document",
    },
    "edition-changes": {
        "text": _VIEWS + "groups:edition_changes_view",
        "json": _MANY + "edition_changes_json",
        "html": _FILES + "edition_changes_html:edition_changes_html",
        "csv": _FILES + "groups_csv:edition_changes_csv",
        "document": _BLOCKS + "edition_changes:edition_changes_document",
    },
    "edition-duties": {
        "text": _VIEWS + "groups:edition_duties_view",
        "json": _MANY + "edition_duties_json",
        "html": _FILES + "groups_html:edition_duties_html",
        "csv": _FILES + "groups_csv:edition_duties_csv",
        "document": _BLOCKS + "edition_duties:edition_duties_document",
    },
    "group-trend": {
        "text": _VIEWS + "group_trend:group_trend_view",
        "json": _MANY + "group_trend_json",
        "html": _FILES + "groups_html:group_trend_html",
        "svg": _BLOCKS + "groups_chart:group_trend_svg",
        "png": _BLOCKS + "groups_chart:group_trend_svg",
        "csv": _FILES + "groups_csv:group_trend_csv",
        "document": _BLOCKS + "group_trend:group_trend_document",
    },
    "compilation": {
        "text": _VIEWS + "side_by_side:compilation_view",
        "json": _COMPARED + "compilation_json",
        "document": _BLOCKS + "compilation:compilation_document",
    },
    "packet": {
        "text": _VIEWS + "packet:packet_view",
        "json": "hrreport.codec.packets:packet_json",
        "document": _BLOCKS + "packet:packet_document",
    },
    "trend": {
        "text": _VIEWS + "trend:trend_view",
        "json": _COMPARED + "trend_json",
        "svg": _BLOCKS + "chart:trend_svg",
        "png": _BLOCKS + "chart:trend_svg",
        "document": _BLOCKS + "series:trend_document",
    },
    "countries": {
        "text": _VIEWS + "lists:countries_view",
        "json": "hrreport.codec.catalogue:countries_json",
    },
    "editions": {
        "text": _VIEWS + "lists:editions_view",
        "json": "hrreport.codec.catalogue:editions_json",
    },
    "topics": {
        "text": _VIEWS + "topics:topics_view",
        "json": "hrreport.codec.catalogue:topics_json",
        "csv": _FILES + "topics_csv:topics_csv",
    },
    "report": {
        "text": _VIEWS + "report_text:show_view",
    },
}
"""What is asked, then the format, then the function's module and name; ``document`` is for every format of blocks."""


def make(what: str, form: str, *values: object, **options: object) -> Any:
    """Return an answer: a view for ``text``, otherwise the text (or bytes) of a file."""
    target = ANSWERS[what].get(form) or ANSWERS[what]["document"]
    module, _, name = target.partition(":")
    made = getattr(importlib.import_module(module), name)(*values, **options)
    if form == "json":
        from hrreport.exporting.json import json_text

        return json_text(made)
    if form == "svg":
        from hrreport.views.chart import standalone

        return standalone(made)
    if form == "png":
        from hrreport.exporting.pdf import svg_png

        return svg_png(made)
    if form in ANSWERS[what]:
        return made
    return formatted(made, form)


def formatted(document: BlockDocument, form: str) -> str | bytes:
    """Return a document of blocks in a format; in those with pages the citation is at the head of each."""
    from hrreport.exporting.documents import format_document

    if form in PAGED:
        document = with_citation(document)
    return format_document(document, form, paper=destination_of(click.get_current_context()).paper)


def answer(what: str, form: str, *values: object, **options: object) -> None:
    """Write an answer in a format to its destination."""
    send(make(what, form, *values, **options))
