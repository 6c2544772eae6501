"""Gaps: reports that were asked for and are not among those that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId

Why = Literal["no-such-report", "not-obtained", "not-stored"]
"""Why a report is not there.

``no-such-report``: the list of its edition was read and does not name it. ``not-obtained``: it could not
be had, which says nothing about whether it exists. ``not-stored``: it is not in the library, and was not
asked for anywhere else.
"""


@dataclass(frozen=True, slots=True)
class MissingReport:
    """A report that was asked for and is not among those that are shown."""

    id: ReportId
    why: Why
    reason: str
    """What was said of it, in one line."""
