"""Heads of views that show several reports: which they are, what must be read with them, where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Head, TextBlock, text_block
from hrreport.terminal.parts import HASH_SHOWN, describe_retrieval, warning, warnings
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import describe_missing, title
from hrreport.wording.notices import brief_notices, notices
from hrreport.wording.reports import describe_publication, moment, obtained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names


def heads(
    heading: str, reports: Sequence[Report], cautions: Sequence[str], names: Names, gaps: Sequence[MissingReport] = ()
) -> Iterator[Setting]:
    """Yield the head of a view of several reports: heading, cautions, gaps, and each report with its source."""
    name = text_block(heading, "strong")
    common = warnings((*cautions, *(describe_missing(gap, names) for gap in gaps)))
    own = tuple(
        warning(f"{title(report, names)}: {notice}", above=0 if common or place else 1)
        for report in reports
        for place, notice in enumerate(brief_notices(report))
    )
    brief = (name, text_block(describe_origins(reports)))
    yield Head((name, *common, *listed_sources(reports, names)), brief, common + own)


def describe_origins(reports: Iterable[Report]) -> str:
    """Return when and from where reports were retrieved, each way once."""
    ways = "; ".join(dict.fromkeys(map(describe_retrieval, reports)))
    return ways[:1].upper() + ways[1:]


def listed_sources(reports: Sequence[Report], names: Names) -> Iterator[Setting]:
    """Yield each report with its source and its notices, in as few lines as it takes where there are more than four."""
    for place, report in enumerate(reports):
        source, above = clean_span(_source(report), "faint"), 0 if place else 1
        if len(reports) > 4:  # noqa: PLR2004
            yield TextBlock((clean_span(f"{title(report, names)}:"), StyledSpan(" "), source), above=above)
        else:
            yield text_block(title(report, names), above=above)
            yield TextBlock((source,), indent=2)
        for notice in notices(report):
            yield TextBlock((clean_span(notice, "notice"),), (StyledSpan("  "), StyledSpan("!", "sign")), 4)


def _source(report: Report) -> str:
    """Return what a report is called, when it was published, and from where and when it was retrieved."""
    source = report.provenance
    retrieval = f"Retrieved {moment(source.retrieved_at)}, {obtained(source)}, SHA-256 {source.sha256[:HASH_SHOWN]}"
    facts = (report.title, describe_publication(report), retrieval)
    return " ".join(f"{fact}." for fact in facts if fact) + f" {source.url}".rstrip()
