"""``hrreport findings``: sentences with what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import FIGURES, FINDINGS, answer
from hrreport.cli.citations import cite_option, citer
from hrreport.cli.destination import format_option
from hrreport.cli.options import (
    aid_option,
    assesses,
    bom_option,
    bom_options,
    command,
    report_arguments,
    section_option,
    strict_option,
    topic_option,
)
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session
from hrreport.errors import NotFoundError
from hrreport.inputs.selections import choose
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.cli.session import Session
    from hrreport.model.finding import Finding
    from hrreport.model.report import Report

_NAMED = 8
"""Sources that are named to a reader who asked for one that a report does not have."""


@command
@report_arguments
@click.option("--all", "everything", is_flag=True, help="Every sentence, not only the key ones.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="Only that kind.",
)
@section_option
@topic_option
@click.option("--source", metavar="NAME", help="Only what is attributed to that source.")
@click.option("--figures", is_flag=True, help="Only sentences with figures; in csv, a row for each figure.")
@click.option("--explain", is_flag=True, help="Name the cues that decided each sentence.")
@cite_option
@format_option("text", "markdown", "json", "csv", "html", "docx", "pdf")
@bom_option
@aid_option
@strict_option
@pass_session
def findings(
    session: Session,
    country: str,
    year: str,
    everything: bool,
    kind: str | None,
    section: str | None,
    topic: str | None,
    source: str | None,
    figures: bool,
    explain: bool,
    style: str | None,
    form: str,
    bom: bool,
    aid: bool,
    strict: bool,
) -> None:
    """List what a report finds: its own sentences, with kind, sources and figures.

    Without --all, --kind, --source or --figures, the key findings.

    \b
    Examples:
      hrreport findings kazakhstan 2023 --section 1.c
      hrreport findings kazakhstan 2023 --source UNHCR
      hrreport findings kazakhstan 2023 --topic prisons --cite oscola
      hrreport findings kazakhstan 2023 --all --format json
      hrreport findings kazakhstan 2023 --figures --format csv --bom > figures.csv
    """
    from hrreport.analysis.finding_filters import select_findings

    csv = bom_options(form, bom=bom)
    if explain and form == "csv":
        raise click.UsageError("csv names the cues always: leave out --explain")
    assess = assesses(form, aid=aid)
    got = session.obtain(country, year, strict=strict)
    if source:
        _check_source(got.report, got.analysis.findings, source)
    choice = choose(got.report, section, topic)
    chosen = select_findings(
        got.report,
        got.analysis.findings,
        key=not (everything or kind or source or figures),
        kind=Kind(kind) if kind else None,
        places=choice.places,
        source=source,
        figures=figures,
    )
    options: dict[str, object] = {**csv} if form == "csv" else {"explain": explain, "elsewhere": choice.elsewhere}
    if form == "csv" and choice.elsewhere:
        notify(f"Note: {choice.elsewhere.notice} Other formats show what it says elsewhere.")
    if not assess:
        options["assess"] = False
    if style:
        options["cite"] = citer(style, got.report, got.country.name, form=form)
    answer(FIGURES if figures and form == "csv" else FINDINGS, form, got.report, chosen, got.country.name, **options)


def _check_source(report: Report, findings: Iterable[Finding], source: str) -> None:
    """Raise an error that names sources of a report where none has the words that were asked for in its name."""
    from hrreport.analysis.finding_filters import sources_of

    names = sources_of(findings)
    if not any(source.casefold() in name.casefold() for name in names):
        raise NotFoundError(
            f'nothing in the report on {report.id} is attributed to "{source}"',
            hint=f"among its {len(names)} sources: {'; '.join(names[:_NAMED])}" if names else "it names no sources",
        )
