"""Collect the reports of an answer, and name those that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.destination import destination_of
from hrreport.cli.exit_codes import INCOMPLETE
from hrreport.cli.output import notify
from hrreport.errors import FetchError, NotFoundError, ParseError
from hrreport.wording.changes import describe_missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.cli.session import ReportWithFindings, Session
    from hrreport.model.gap import MissingReport

    Lost = NotFoundError | FetchError | ParseError


def gather(
    session: Session, requested: Iterable[tuple[str, str]]
) -> tuple[list[ReportWithFindings], tuple[MissingReport, ...]]:
    """Return the reports that can be obtained, and those that cannot, each in the order asked for.

    The latter are named on stderr, and the program exits with 1.

    Args:
        session: The run of the program.
        requested: Countries and years, as typed.

    Raises:
        HrReportError: Not one could be fetched, or what was typed is not understood.
    """
    from hrreport.pipeline.obtain import gap_left

    got: list[ReportWithFindings] = []
    lost: dict[MissingReport, Lost] = {}
    for country, year in requested:
        try:
            got.append(session.obtain(country, year, sample=False))
        except (NotFoundError, FetchError, ParseError) as error:
            lost[gap_left(session.identify(country, year)[1], error)] = error
    if lost and not got:
        _give_up(session, lost)
    if lost:
        if not destination_of(session.ctx).is_view:  # which names them at its head
            _notify_of_missing(session, lost)
        first, *others = dict.fromkeys(error.hint for error in lost.values() if error.hint) or ("",)
        if first:
            notify(f"Hint: {first}" + (f"; likewise for the {len(others)} others" if others else ""))
        session.exit_with(INCOMPLETE)
    return got, tuple(lost)


def _notify_of_missing(session: Session, lost: dict[MissingReport, Lost]) -> None:
    for gap, error in lost.items():
        notify(f"Note: {describe_missing(gap, session.names)}")
        if session.settings.verbose:
            for attempt in error.attempts:
                notify(f"  tried {attempt}")


def _give_up(session: Session, lost: dict[MissingReport, Lost]) -> None:
    """Raise the error of the one report that was asked for, or one that stands for all of them."""
    errors = list(lost.values())
    if len(errors) == 1:
        raise errors[0]
    hint = max((error.hint or "" for error in errors), key=len) or None
    reasons = {gap.reason for gap in lost}
    if len(reasons) == 1 and all(gap.why == "not-obtained" for gap in lost):
        raise FetchError(f"none of the {len(errors)} reports could be fetched: {reasons.pop()}", hint=hint)
    _notify_of_missing(session, lost)
    if all(isinstance(error, NotFoundError) for error in errors):
        raise NotFoundError(f"none of the {len(errors)} reports exists", hint=hint)
    raise FetchError(f"none of the {len(errors)} reports could be fetched", hint=hint)
