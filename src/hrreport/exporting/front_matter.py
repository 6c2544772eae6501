"""YAML front matter: what a file is and where its words come from, for programs that read Markdown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrreport.codec.contract import published_json
from hrreport.text.whitespace import fold
from hrreport.wording.notices import notices
from hrreport.wording.reports import publisher

if TYPE_CHECKING:
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance


def _scalar(value: str | int) -> str:
    """Return a value as YAML reads it back unchanged: numbers bare, words as a JSON string."""
    return str(value) if isinstance(value, int) else json.dumps(fold(value), ensure_ascii=False)


def _provenance(source: Provenance) -> dict[str, str | int]:
    facts: dict[str, str | int] = {
        "url": source.url,
        "requested_url": source.requested_url,
        "origin": source.origin,
        "copy_published_by": source.publisher,
        "retrieved_at": source.retrieved_at.isoformat(),
        "captured_at": source.captured_at,
        "status": source.status,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "etag": source.etag,
        "last_modified": source.last_modified,
        "sha256": source.sha256,
    }
    return {name: value for name, value in facts.items() if value != ""}


def front_matter(report: Report, country: str, citation: str = "") -> str:
    """Return the block between two lines of ``---``: title, edition, notices, full provenance.

    Args:
        country: The country's name as shown to readers.
        citation: How the report is cited, or empty.
    """
    facts: dict[str, str | int] = {
        "title": report.title,
        "country": country,
        "year": report.id.year,
        "report": str(report.id),
        "publisher": publisher(report),
        **{name: value for name, value in published_json(report.id.year, report.published).items() if value},
        **({"pdf": report.pdf} if report.pdf else {}),
        **({"citation": citation} if citation else {}),
    }
    lines = ["---", *(f"{name}: {_scalar(value)}" for name, value in facts.items())]
    if said := notices(report):
        lines += ["notices:", *(f"  - {_scalar(notice)}" for notice in said)]
    lines += ["provenance:", *(f"  {name}: {_scalar(value)}" for name, value in _provenance(report.provenance).items())]
    if report.parts:
        lines.append("parts:")
        for part in report.parts:
            lines += [f"  - id: {_scalar(part.id)}", f"    name: {_scalar(part.name)}"]
            lines += [f"    {name}: {_scalar(value)}" for name, value in _provenance(part.provenance).items()]
    return "\n".join([*lines, "---"])
