"""Pages of HTML about several reports: one self-contained file each, without scripts but where one is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.codec.contract import notices
from hrreport.exporting.page import asset, environment, own, policy, provenance_facts
from hrreport.model.change_wording import gaps_said, title
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.exporting.page import Fact
    from hrreport.model.change_wording import Names
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report


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
    tools: str = "",
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
        tools: Name of the style and the script in ``templates`` with which readers sort, filter, and open passages.
    """
    style = asset("several.css") + (f"\n{asset(f'{tools}.css')}" if tools else "")
    script = asset(f"{tools}.js") if tools else ""
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
            cautions=[fold(caution) for caution in (*cautions, *gaps_said(gaps, names))],
            sources=sources,
            policy=policy(style, script),
            style=own(style),
            script=own(script),
            **values,
        )
    )
