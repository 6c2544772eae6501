"""``hrreport export``: a whole report as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.citations import cite_option, citer, default_style
from hrreport.cli.destination import destination_of, format_option, send
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
from hrreport.cli.session import pass_session
from hrreport.exporting.documents import PAGED
from hrreport.exporting.reports import FORMATS, export_report

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@command
@report_arguments
@format_option(*FORMATS)
@section_option
@topic_option
@cite_option
@bom_option
@aid_option
@strict_option
@pass_session
def export(
    session: Session,
    country: str,
    year: str,
    form: str,
    section: str | None,
    topic: str | None,
    style: str | None,
    bom: bool,
    aid: bool,
    strict: bool,
) -> None:
    """Write the whole report, or a part of it, with its provenance, as a file.

    html is one page to read in a browser; docx and pdf (which need the extras 'docx' and 'pdf') are to be
    filed, with the citation at the head of every page, and without the program's own assessments unless
    --finding-aid is given; csv has one row for each sentence, with what was found in it. With --cite, every
    paragraph of the html and every row of the csv carries its citation in that style, and the others that of the
    report.

    \b
    Examples:
      hrreport export kazakhstan 2023 -o kazakhstan-2023.md
      hrreport export kazakhstan 2023 --cite bluebook -o kazakhstan-2023.html
      hrreport export kazakhstan 2023 --paper a4 -o kazakhstan-2023.pdf
      hrreport export kazakhstan 2023 --format json > kazakhstan-2023.json
    """
    bom_options(form, bom=bom)
    assesses(form, aid=aid)
    got = session.obtain(country, year, strict=strict)
    if form in PAGED and not style and got.report.provenance.origin != "sample":
        style = default_style()
    cite = citer(style, got.report, got.country.name, form=form) if style else None
    report, analysis, name = got.report, got.analysis, got.country.name
    if section is not None or topic is not None:
        report, analysis = _part(report, analysis, section, topic)
    paper, whole = destination_of(session.ctx).paper, got.report
    send(
        export_report(
            report, form, analysis=analysis, country=name, cite=cite, aid=aid, paper=paper, bom=bom, whole=whole
        )
    )


def _part(report: Report, analysis: Analysis, section: str | None, topic: str | None) -> tuple[Report, Analysis]:
    """Return what was asked for of a report, which says that it is a part, and what was found in it."""
    from dataclasses import replace

    from hrreport.inputs.selections import choose
    from hrreport.model.sections import analysis_of, part_of

    choice = choose(report, section, topic)
    kept = (choice.places or frozenset()) | choice.mentioned
    on_topic = (f'what is on "{choice.topic}"',) if choice.topic else ()
    notices = [f"This is a part of the report: {', '.join((*map(str, choice.ranges), *on_topic))}."]
    if choice.elsewhere:
        notices += [f"{choice.elsewhere.notice} Paragraphs that hold its words are included."]
    part = replace(part_of(report, kept), warnings=(*report.warnings, *notices))
    return part, analysis_of(analysis, kept)
