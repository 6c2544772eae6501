"""Cautions that accompany a comparison, in neutral words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue.records import outline_name
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.change import Comparison
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


def cautions(comparison: Comparison) -> Iterator[str]:
    """Yield the cautions of a comparison; they do not depend on which side was named first."""
    earlier, later = sorted((comparison.old, comparison.new), key=lambda side: side.report.id)
    before, after = earlier.measure.characters, later.measure.characters
    one, other = earlier.report.id, later.report.id
    if one.year != other.year and after < before:
        yield (
            f"{ABSENCE} The {other.year} edition has {after:,} characters, {100 - round(100 * after / before)} % fewer "
            f"than the {one.year} edition ({before:,})."
        )
    yield from _outline_cautions({one.year, other.year})
    if one_sided := sum(change.status in ("dropped", "new") for change in comparison.changes):
        stands = "1 heading stands" if one_sided == 1 else f"{one_sided} headings stand"
        yield (
            f"{stands} in one edition only. That an edition has no heading for a topic says nothing about whether the "
            "situation changed."
        )
    if one.country != other.country:
        yield COUNTRIES


def series_cautions(reports: Sequence[Report]) -> Iterator[str]:
    """Yield the cautions of reports that are read beside each other: several editions, several countries."""
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
    yield from _outline_cautions({report.id.year for report in reports})
    if len(lengths) > 1:
        yield COUNTRIES


def _outline_cautions(years: Iterable[int]) -> Iterator[str]:
    outlines = set(map(outline_name, years))
    if len(outlines) > 1:
        yield RULES
    if "" in outlines:
        yield GUESSED


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
            which, where = "both editions", f"in the {last} edition than in the {first} edition"
        else:
            which, where = "at least two of these editions", "in the latest of them than in the earliest"
        yield (
            f"{ABSENCE} Of {of} whose reports of {which} are here, {shorter:,} {have} a shorter report {where}. A "
            "heading that was dropped is not an improvement."
        )
    if len(set(map(outline_name, years))) > 1:
        yield RULES
    yield COUNTRIES
