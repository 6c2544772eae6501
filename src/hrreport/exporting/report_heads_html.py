"""Pages of HTML about several reports: one self-contained file each, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.html_page import asset, environment, policy, provenance_facts, trusted_markup
from hrreport.text.whitespace import fold
from hrreport.wording.changes import describe_missing, title
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.exporting.html_page import Fact
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.wording.changes import Names


class ReportSource(NamedTuple):
    """One of the reports that a page is of, and where it came from."""

    name: str
    title: str
    facts: tuple[Fact, ...]
    notices: tuple[str, ...]


def page(
    template: str,
    heading: str,
    reports: Sequence[Report],
    cautions: Sequence[str],
    *,
    names: Names,
    values: Mapping[str, object],
    gaps: Sequence[MissingReport] = (),
) -> str:
    """Return a whole file made by a template.

    Args:
        template: Its name in ``templates``, without ending.
        heading: What the file is.
        reports: Which reports it is of.
        cautions: What must be read with it.
        names: Names of countries as shown to readers, by slug.
        values: What the template shows besides.
        gaps: Reports that were asked for besides, and are not there.
    """
    style = asset("several.css")
    sources = [
        ReportSource(
            title(report, names),
            fold(report.title),
            provenance_facts(report),
            tuple(fold(notice) for notice in notices(report)),
        )
        for report in reports
    ]
    return (
        environment()
        .get_template(f"{template}.html")
        .render(
            heading=fold(heading),
            cautions=[fold(caution) for caution in (*cautions, *(describe_missing(gap, names) for gap in gaps))],
            sources=sources,
            policy=policy(style, ""),
            style=trusted_markup(style),
            **values,
        )
    )
