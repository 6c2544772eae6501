"""What must be read with a comparison, in neutral words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.change import Comparison, Side

ABSENCE = "Absence of reporting is not evidence of absence."
"""Stands wherever the later edition is the shorter one."""

RULES = (
    "Outlines and drafting rules changed between editions; counts and lengths follow what was asked of the "
    "drafters as much as what happened."
)
"""Stands wherever editions of different outlines are counted side by side."""


def cautions(comparison: Comparison) -> tuple[str, ...]:
    """Return the cautions of a comparison; they do not depend on which side was named first."""
    return tuple(_cautions(comparison))


def _cautions(comparison: Comparison) -> Iterator[str]:
    earlier, later = sorted((comparison.old, comparison.new), key=lambda side: side.report.id)
    if earlier.report.id.year != later.report.id.year and later.measure.characters < earlier.measure.characters:
        yield f"{ABSENCE} {_shorter(earlier, later)}"
    if one_sided := sum(change.status in ("dropped", "new") for change in comparison.changes):
        said = "1 heading stands" if one_sided == 1 else f"{one_sided} headings stand"
        yield (
            f"{said} in one edition only. That an edition has no heading for a topic says nothing about whether the "
            "situation changed."
        )
    if earlier.report.id.country != later.report.id.country:
        yield "Reports on different countries are drafted apart; a difference of wording may have no meaning."


def _shorter(earlier: Side, later: Side) -> str:
    share = 100 - round(100 * later.measure.characters / earlier.measure.characters)
    return (
        f"The {later.report.id.year} edition has {later.measure.characters:,} characters, {share} % fewer than the "
        f"{earlier.report.id.year} edition ({earlier.measure.characters:,})."
    )
