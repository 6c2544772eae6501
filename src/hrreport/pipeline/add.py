"""Add a page that was saved by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import InputError, LibraryError, ParseError
from hrreport.pipeline.store import keep, read_stored, stored_copy

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.country import ReportId
    from hrreport.pipeline.context import Context, Obtained


def add_page(path: Path, report_id: ReportId, means: Context, *, force: bool = False) -> Obtained:
    """Keep a page that was saved by hand, and return the report that it holds.

    Args:
        path: A page saved from a browser, from a web archive, or from a site that published a copy.
        report_id: What it is said to be.
        means: Where it is kept.
        force: Whether to believe `report_id` though the page itself says otherwise.

    Raises:
        InputError: The file cannot be read, is the bundled abridgement, or says that it is another report.
        ParseError: It holds no report that is understood.
        LibraryError: There is no library to keep it in, or it could not be written.
    """
    from hrreport.fetching.saved_page import read_file
    from hrreport.parsing import claim, open_report, origin_of
    from hrreport.pipeline.sample import is_of_sample

    if means.library is None:
        raise LibraryError("the page was not added: the library cannot be used")
    page = read_file(path, clock=means.clock)
    if is_of_sample(page.body):
        raise InputError(
            f"'{path}' is the abridgement bundled with hrreport, not the text of the Department of State",
            hint="save the report's own page, as HTML",
        )
    try:
        opened = open_report(page)
    except ParseError as error:
        raise error.with_changes(f"cannot read '{path}': {error.message}") from error
    claimed = claim(opened)
    if claimed and claimed != report_id and not force:
        raise InputError(
            f"'{path}' says that it is the report on {claimed}, not {report_id}",
            hint="correct --country and --year, or give --force",
        )
    if stored := stored_copy(report_id, means):
        read_stored(stored, means)
    try:
        return keep((replace(opened, snapshot=origin_of(opened)),), report_id, means, needed=True)
    except LibraryError as error:
        raise error.with_changes(f"the page was not added: {error.message}") from error
