"""Answers: the function for each answer and format, imported when first used.

To add a format to a command is to add a line here and a name to its `--format`.
"""

from __future__ import annotations

import importlib
from typing import Any

from hrreport.cli.destination import send

_VIEWS = "hrreport.terminal."
_FILES = "hrreport.exporting."
_PUBLIC = "hrreport.codec.contract:"
_COMPARED = "hrreport.codec.changes:"

ANSWERS: dict[str, dict[str, str]] = {
    "summary": {
        "text": _VIEWS + "summaries:summary_view",
        "markdown": _FILES + "summary_markdown:summary_markdown",
        "json": "hrreport.codec.summaries:summary_json",
        "html": _FILES + "summary_html:summary_html",
    },
    "sections": {
        "text": _VIEWS + "report_text:sections_view",
        "markdown": _FILES + "markdown:sections_markdown",
        "json": _PUBLIC + "sections_json",
    },
    "findings": {
        "text": _VIEWS + "findings:findings_view",
        "markdown": _FILES + "markdown:findings_markdown",
        "json": _PUBLIC + "findings_json",
        "html": _FILES + "html:findings_html",
        "csv": _FILES + "csv:findings_csv",
    },
    "figures": {
        "csv": _FILES + "csv:figures_csv",
    },
    "issues": {
        "text": _VIEWS + "findings:issues_view",
        "markdown": _FILES + "markdown:issues_markdown",
        "json": _PUBLIC + "issues_json",
        "html": _FILES + "html:issues_html",
        "csv": _FILES + "csv:issues_csv",
    },
    "evidence": {
        "text": _VIEWS + "evidence:evidence_view",
        "json": "hrreport.codec.evidence:evidence_json",
        "jsonl": _FILES + "evidence:evidence_jsonl",
        "csv": _FILES + "evidence:evidence_csv",
    },
    "search": {
        "text": _VIEWS + "hits:search_view",
        "markdown": _FILES + "hits_markdown:search_markdown",
        "json": "hrreport.codec.hits:search_json",
        "csv": _FILES + "hits_csv:search_csv",
    },
    "tallies": {
        "text": _VIEWS + "hits:tallies_view",
        "markdown": _FILES + "hits_markdown:tallies_markdown",
        "json": "hrreport.codec.hits:tallies_json",
        "csv": _FILES + "hits_csv:tallies_csv",
    },
    "verdict": {
        "text": _VIEWS + "verdicts:verdict_view",
        "markdown": _FILES + "verdicts_markdown:verdict_markdown",
        "json": "hrreport.codec.quotations:verdict_json",
        "html": _FILES + "verdicts_html:verdict_html",
    },
    "sightings": {
        "text": _VIEWS + "verdicts:sightings_view",
        "markdown": _FILES + "verdicts_markdown:sightings_markdown",
        "json": "hrreport.codec.quotations:sightings_json",
        "html": _FILES + "verdicts_html:sightings_html",
    },
    "checked": {
        "text": _VIEWS + "checked:checked_view",
        "markdown": _FILES + "checked_markdown:checked_markdown",
        "json": "hrreport.codec.checked:checked_json",
        "html": _FILES + "checked_html:checked_html",
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
    "changes": {
        "text": _VIEWS + "changes:changes_view",
        "markdown": _FILES + "changes_markdown:changes_markdown",
        "json": _COMPARED + "comparison_json",
        "html": _FILES + "changes_html:changes_html",
    },
    "passages": {
        "text": _VIEWS + "side_by_side:passages_beside",
    },
    "matrix": {
        "text": _VIEWS + "matrix:matrix_view",
        "markdown": _FILES + "series_markdown:matrix_markdown",
        "json": _COMPARED + "matrix_json",
        "html": _FILES + "series_html:matrix_html",
    },
    "compilation": {
        "text": _VIEWS + "side_by_side:compilation_view",
        "markdown": _FILES + "series_markdown:compilation_markdown",
        "json": _COMPARED + "compilation_json",
        "html": _FILES + "series_html:compilation_html",
    },
    "trend": {
        "text": _VIEWS + "trend:trend_view",
        "markdown": _FILES + "series_markdown:trend_markdown",
        "json": _COMPARED + "trend_json",
        "html": _FILES + "series_html:trend_html",
        "svg": _FILES + "trend_svg:trend_svg",
    },
    "countries": {
        "text": _VIEWS + "lists:countries_view",
        "json": _PUBLIC + "countries_json",
    },
    "editions": {
        "text": _VIEWS + "lists:editions_view",
        "json": _PUBLIC + "editions_json",
    },
    "topics": {
        "text": _VIEWS + "topics:topics_view",
        "json": "hrreport.codec.topics:topics_json",
        "csv": _FILES + "topics_csv:topics_csv",
    },
    "report": {
        "text": _VIEWS + "report_text:show_view",
    },
}
"""What is asked, then the format, then the function's module and name."""


def make(what: str, form: str, *values: object, **options: object) -> Any:
    """Return an answer: a view for ``text``, otherwise the text (or bytes) of a file."""
    module, _, name = ANSWERS[what][form].partition(":")
    made = getattr(importlib.import_module(module), name)(*values, **options)
    if form == "json":
        from hrreport.exporting.json import json_text

        return json_text(made)
    return made


def answer(what: str, form: str, *values: object, **options: object) -> None:
    """Write an answer in a format to its destination."""
    send(make(what, form, *values, **options))
