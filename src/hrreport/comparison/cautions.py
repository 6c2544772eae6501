"""Cautions that accompany a comparison, in neutral words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue.records import outline_name
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.change import Comparison, Side
    from hrreport.model.report import Report

ABSENCE = "Absence of reporting is not evidence of absence."
"""Stands wherever the later edition is the shorter one."""

RULES = (
    "The outline and the drafting rules changed between these editions: counts, lengths and assessments follow what "
    "the drafters were asked for as well as what happened, so a trend across the border is unsafe."
)
"""Stands wherever editions of different outlines are counted side by side."""

GUESSED = (
    "The outline of an edition is not known, so what its headings are about is guessed from their words and the text "
    "below them; `hrreport sections` says how sure each is."
)
"""Stands wherever an edition is read without its outline."""

COUNTRIES = "Reports on different countries are drafted apart; a difference of wording or length may have no meaning."
"""Stands wherever reports on several countries are read beside each other."""


class LengthsCompared(NamedTuple):
    """The lengths of a country's earliest and latest report, of those that are compared."""

    first_year: int
    first: int
    last_year: int
    last: int


def cautions(comparison: Comparison) -> tuple[str, ...]:
    """Return the cautions of a comparison; they do not depend on which side was named first."""
    return tuple(_cautions(comparison))


def _cautions(comparison: Comparison) -> Iterator[str]:
    earlier, later = sorted((comparison.old, comparison.new), key=lambda side: side.report.id)
    if earlier.report.id.year != later.report.id.year and later.measure.characters < earlier.measure.characters:
        yield f"{ABSENCE} {_shorter(earlier, later)}"
    if len({outline_name(side.report.id.year) for side in (earlier, later)}) > 1:
        yield RULES
    if not all(outline_name(side.report.id.year) for side in (earlier, later)):
        yield GUESSED
    if one_sided := sum(change.status in ("dropped", "new") for change in comparison.changes):
        stands = "1 heading stands" if one_sided == 1 else f"{one_sided} headings stand"
        yield (
            f"{stands} in one edition only. That an edition has no heading for a topic says nothing about whether the "
            "situation changed."
        )
    if earlier.report.id.country != later.report.id.country:
        yield COUNTRIES


def _shorter(earlier: Side, later: Side) -> str:
    share = 100 - round(100 * later.measure.characters / earlier.measure.characters)
    return (
        f"The {later.report.id.year} edition has {later.measure.characters:,} characters, {share} % fewer than the "
        f"{earlier.report.id.year} edition ({earlier.measure.characters:,})."
    )


def series_cautions(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return the cautions of reports that are read beside each other: several editions, several countries."""
    return tuple(_series_cautions(reports))


def _series_cautions(reports: Sequence[Report]) -> Iterator[str]:
    lengths: dict[str, list[tuple[int, int]]] = {}
    for report in sorted(reports, key=lambda each: each.id):
        length = sum(len(p.printed) for _, p in report.passages())
        lengths.setdefault(report.id.country, []).append((report.id.year, length))
    shorter = [
        f"{year} ({length:,} characters, before {before:,})"
        for series in lengths.values()
        for (_, before), (year, length) in pairwise(series)
        if length < before
    ]
    if shorter:
        yield f"{ABSENCE} Shorter than the edition before it: {'; '.join(shorter)}."
    years = dict.fromkeys(report.id.year for report in reports)
    if len({outline_name(year) for year in years}) > 1:
        yield RULES
    if not all(map(outline_name, years)):
        yield GUESSED
    if len(lengths) > 1:
        yield COUNTRIES


def group_cautions(years: Sequence[int], lengths: Sequence[LengthsCompared] = ()) -> Iterator[str]:
    """Yield the cautions of many countries' reports that are read beside each other.

    Args:
        years: The editions that they are of, ascending.
        lengths: The earliest and the latest report of each country that has several of these editions here.
    """
    if shorter := sum(each.last < each.first for each in lengths):
        of = counted(len(lengths), "country", "countries")
        have = "has" if shorter == 1 else "have"
        ends = {(each.first_year, each.last_year) for each in lengths}
        if len(ends) == 1:
            first, last = next(iter(ends))
            held, which = "both editions", f"in the {last} edition than in the {first} edition"
        else:
            held, which = "at least two of these editions", "in the latest of them than in the earliest"
        yield (
            f"{ABSENCE} Of {of} whose reports of {held} are here, {shorter:,} {have} a shorter report {which}. A "
            "heading that was dropped is not an improvement."
        )
    if len({outline_name(year) for year in years}) > 1:
        yield RULES
    yield COUNTRIES
