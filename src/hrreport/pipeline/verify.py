"""Verify a quotation against all stored reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.quotation import LibraryVerdict
from hrreport.pipeline.obtain import read_stored
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.pipeline.context import Context

DESCRIBED = 50
"""Reports in which a quotation is described; further ones are named."""


def verify_everywhere(
    quotation: str, library: Library, context: Context, *, first: ReportId | None = None
) -> LibraryVerdict:
    """Return in which of the stored reports a quotation stands, or which one comes nearest to it.

    Args:
        quotation: What is looked for.
        library: What is looked through.
        context: For bringing up to date what an older version stored.
        first: The report that is looked at first, if it is stored; the others follow by country and year.

    Raises:
        InputError: The quotation has no words.
        LibraryError: The library could not be read.
    """
    from hrreport.quoting import verify_anywhere

    ids = sorted(library.ids(), key=lambda one: (one != first, one))
    last: list[Report] = []

    def reports() -> Iterator[Report]:
        for one in ids:
            if stored := library.load(one):
                last[:] = [read_stored(stored, context).report]
                yield last[0]

    pairs: list[tuple[Report, Verdict]] = []
    others: list[ReportId] = []
    for verdict in verify_anywhere(reports(), quotation):
        if len(pairs) >= DESCRIBED:
            others.append(verdict.id)
        elif verdict.found:
            pairs.append((last[0], verdict))
        elif stored := library.load(verdict.id):
            pairs.append((read_stored(stored, context).report, verdict))
    found = any(verdict.found for _, verdict in pairs)
    return LibraryVerdict(fold(quotation), len(ids), found, tuple(pairs), tuple(others))
