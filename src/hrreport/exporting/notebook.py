"""Notebooks: reports and answers as a piece of HTML for a cell, in the reader's type, every word of it escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.codec.sections import sections_json
from hrreport.exporting.html import asset, environment, shown_fact, trusted_markup
from hrreport.text.whitespace import fold
from hrreport.views.heads import facts_of
from hrreport.wording.notices import notices as notices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrreport.exporting.html import ShownFact
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

_ROWS = 20
"""Rows of an answer that a cell shows."""
_LONG = 60
"""Characters from which on a cell is wide."""
_YEARS = range(1900, 2101)
"""Whole numbers that are shown without a comma."""
_PLACE = {"id", "section", "paragraph", "sentence"}
"""Columns that a citation says in one."""
_NAMES = ("text", "name", "heading", "title", "id")
"""What a dictionary within a cell is shown by: the first of these that it has."""


def report_in_notebook(report: Report, analysis: Analysis, country: str) -> str:
    """Return a report's title, notices, provenance and outline."""
    rows = [
        {
            "section": row["id"],
            "heading": "\u2003" * (row["level"] - 2) + row["path"][-1],
            "assessment": " ".join(filter(None, (row["assessment"], row["extent"] or row["basis"]))),
            "paragraphs": row["paragraphs"],
            "words": row["words"],
        }
        for row in sections_json(report, analysis, country)["sections"]
    ]
    facts = map(shown_fact, facts_of(report))
    return _rendered(f"{country} {report.id.year}", notices_of(report), rows, len(rows), facts)


def answer_in_notebook(title: str, notices: Iterable[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Return an answer's title, notices and first rows; columns that tell nothing are left out."""
    return _rendered(title, notices, _columns(rows), _ROWS)


def _columns(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return rows without the columns in which nothing is, or always the same."""
    names = dict.fromkeys(name for row in rows for name in row)
    if "citation" in names:
        names = {"citation": None, **{name: None for name in names if name not in _PLACE}}
    shown = {name: {_shown(row.get(name)) for row in rows} for name in names}
    kept = [
        name for name in names if shown[name] != {""} and (len(rows) == 1 or len(shown[name]) > 1 or name == "text")
    ]
    return [{name: row.get(name) for name in kept} for row in rows]


def _rendered(
    title: str, notices: Iterable[str], rows: Sequence[Mapping[str, Any]], most: int, facts: Iterable[ShownFact] = ()
) -> str:
    shown = rows[:most]
    left = len(rows) - len(shown)
    return (
        environment()
        .get_template("notebook.html")
        .render(
            style=trusted_markup(asset("notebook.css")),
            title=fold(title),
            notices=[fold(notice) for notice in notices],
            facts=tuple(facts),
            columns=list(shown[0]) if shown else [],
            rows=[[_cell(value) for value in row.values()] for row in shown],
            more=f"{left:,} more; to_frame() has all rows." if left else "",
        )
    )


def _cell(value: object) -> tuple[str, str]:
    """Return what a cell shows, and its look: ``number``, ``long`` or empty."""
    text = _shown(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return text, "number" if number else "long" if len(text) > _LONG else ""


def _shown(value: object) -> str:
    """Return a value as a reader sees it: lists with semicolons, dictionaries by their text or name.

    >>> _shown([{"name": "Lake Watch", "type": "ngo"}]), _shown(None), _shown(True), _shown(1234)
    ('Lake Watch', '', 'yes', '1,234')
    """
    if value is None or value is False or value == "":
        return ""
    if value is True:
        return "yes"
    if isinstance(value, dict):
        name = next((name for name in _NAMES if value.get(name)), None)
        return _shown(value[name]) if name else "; ".join(f"{key}: {_shown(one)}" for key, one in value.items() if one)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_shown, value)))
    if isinstance(value, float) or (isinstance(value, int) and value not in _YEARS):
        return f"{value:,}"
    return str(value).strip(" \n")
