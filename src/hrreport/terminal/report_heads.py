"""Heads of views that show several reports: which they are, what must be read with them, where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.terminal.document import Head, TextBlock
from hrreport.terminal.parts import HASH_SHOWN, retrieved, warning
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import describe_missing, title
from hrreport.wording.notices import brief_notices, notices
from hrreport.wording.reports import moment, obtained, publication_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

MANY = 4
"""From more reports than these, each is told in as few lines as it takes."""


def heads(
    heading: str, reports: Sequence[Report], cautions: Sequence[str], names: Names, gaps: Sequence[MissingReport] = ()
) -> Iterator[Setting]:
    """Yield the head of a view of several reports: heading, cautions, gaps, and each report with its source."""
    name = TextBlock((clean_span(heading, "strong"),))
    told = (*cautions, *(describe_missing(gap, names) for gap in gaps))
    warned = tuple(warning(caution, above=0 if place else 1) for place, caution in enumerate(told))
    listed = tuple(listed_sources(reports, names))
    ways = "; ".join(dict.fromkeys(map(retrieved, reports)))
    own = tuple(
        warning(f"{title(report, names)}: {notice}", above=0 if told or place else 1)
        for report in reports
        for place, notice in enumerate(brief_notices(report))
    )
    yield Head((name, *warned, *listed), (name, TextBlock((clean_span(ways[:1].upper() + ways[1:]),))), (*warned, *own))


def listed_sources(reports: Sequence[Report], names: Names) -> Iterator[Setting]:
    """Yield each report with its source and its notices."""
    for place, report in enumerate(reports):
        yield from _listed(report, place, len(reports), names)


def _listed(report: Report, place: int, total: int, names: Names) -> Iterator[Setting]:
    """Yield a report with its source and its notices, in as few lines as it takes where there are many."""
    above = 0 if place else 1
    source = (clean_span(_source(report), "faint"),)
    if total > MANY:
        yield TextBlock((clean_span(f"{title(report, names)}:"), StyledSpan(" "), *source), above=above)
    else:
        yield TextBlock((clean_span(title(report, names)),), above=above)
        yield TextBlock(source, indent=2)
    for notice in notices(report):
        yield TextBlock((clean_span(notice, "notice"),), (StyledSpan("  "), StyledSpan("!", "sign")), 4)


def _source(report: Report) -> str:
    """Return what a report is called, when it was published, and from where and when it was retrieved."""
    source = report.provenance
    day = publication_date(records.publication(report.id.year, report.published))
    published = f"Published {day}" if day else "Date of publication not given"
    got = f"Retrieved {moment(source.retrieved_at)}, {obtained(source)}, SHA-256 {source.sha256[:HASH_SHOWN]}"
    return " ".join(f"{fact}." for fact in (report.title, published, got) if fact) + f" {source.url}".rstrip()
