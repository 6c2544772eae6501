"""Heads of Markdown files about several reports: front matter, title, cautions, and where each came from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.codec.contract import provenance_json, published_json
from hrreport.exporting import commonmark
from hrreport.text.whitespace import fold
from hrreport.wording.changes import describe_missing, title
from hrreport.wording.notices import notices
from hrreport.wording.reports import moment, obtained, publication_date, publisher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.wording.changes import Names


def page(
    heading: str,
    reports: Sequence[Report],
    cautions: Sequence[str],
    names: Names,
    blocks: Iterable[str],
    *,
    gaps: Sequence[MissingReport] = (),
) -> str:
    """Return a whole file: front matter, title, cautions, gaps, sources, and what follows."""
    missing = [describe_missing(gap, names) for gap in gaps]
    head = [_front_matter(heading, reports, cautions, missing, names), f"# {commonmark.plain(heading)}"]
    head += [f"> **Caution:** {commonmark.plain(caution)}" for caution in cautions]
    head += [f"> **{lead}:** {commonmark.plain(rest)}" for lead, _, rest in (said.partition(": ") for said in missing)]
    for report in reports:
        head += [
            f"> **Notice on {commonmark.plain(title(report, names))}:** {commonmark.plain(notice)}"
            for notice in notices(report)
        ]
    head.append("\n".join(_source(report, names) for report in reports))
    return "\n\n".join([*head, *blocks]) + "\n"


def _quoted(value: object) -> str:
    """Return a value as JSON on one line, which YAML reads unchanged."""
    return json.dumps(fold(value) if isinstance(value, str) else value, ensure_ascii=False)


def _front_matter(
    heading: str, reports: Sequence[Report], cautions: Sequence[str], missing: Sequence[str], names: Names
) -> str:
    lines = ["---", f"title: {_quoted(heading)}"]
    if cautions:
        lines += ["cautions:", *(f"  - {_quoted(caution)}" for caution in cautions)]
    if missing:
        lines += ["not_included:", *(f"  - {_quoted(said.partition(': ')[2])}" for said in missing)]
    lines.append("reports:")
    for report in reports:
        told = {
            "title": report.title,
            "country": names.get(report.id.country, report.id.country),
            "year": report.id.year,
            "report": str(report.id),
            "publisher": publisher(report),
            **{name: value for name, value in published_json(report.id.year, report.published).items() if value},
            **({"pdf": report.pdf} if report.pdf else {}),
            **({"notices": notices(report)} if notices(report) else {}),
            **provenance_json(report.provenance),
        }
        pairs = [f"{name}: {_quoted(value)}" for name, value in told.items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return "\n".join([*lines, "---"])


def _source(report: Report, names: Names) -> str:
    source = report.provenance
    day = publication_date(records.publication(report.id.year, report.published))
    published = f", published {day}" if day else ""
    line = f"- {title(report, names)}: {report.title}{published}; retrieved {moment(source.retrieved_at)}, "
    said = commonmark.plain(f"{line}{obtained(source)}; SHA-256 {source.sha256}".removeprefix("- "))
    target = commonmark.destination(source.url)
    return f"- {said}" + (f" ([page]({target}))" if target else "")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return a table; `right` are the columns that are set flush right. Cells are Markdown already."""
    ends = set(right)
    rules = ["---:" if n in ends else "---" for n in range(len(head))]
    lines = [head, rules, *rows]
    return "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines)
