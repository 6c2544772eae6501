"""``hrreport cite``: a citation of a report, or of one place in it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from hrreport.cli.citations import style_option
from hrreport.cli.completion import SECTION
from hrreport.cli.destination import destination_of, file_options, form_of, send
from hrreport.cli.options import command, report_arguments, strict_option
from hrreport.cli.output import notify
from hrreport.cli.session import now, pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hrreport.cli.session import Session
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

_RECORDS = {".bib": ("bibtex", "biblatex"), ".ris": ("ris",), ".json": ("csl-json",)}
"""The styles that a file's suffix names, the likeliest first."""


@command
@report_arguments
@click.argument("locator", type=SECTION, nargs=-1, metavar="[PLACE]...")
@style_option("--style", "One of the styles above.")
@click.option("--short", is_flag=True, help="A later citation; for a record, what cites it in a text.")
@click.option("--accessed", metavar="DATE", help="When the page was read, as 2025-03-31.  [default: when retrieved]")
@click.option("--deep-links", is_flag=True, help="Addresses that open the page at the words of PLACE.")
@click.option("--copy", is_flag=True, help="Put it on the clipboard too.")
@file_options
@strict_option
@pass_session
def cite(
    session: Session,
    country: str,
    year: str,
    locator: tuple[str, ...],
    style: str,
    short: bool,
    accessed: str | None,
    deep_links: bool,
    copy: bool,
    strict: bool,
) -> None:
    """Cite a report, or each section, paragraph or range of paragraphs of it that PLACE names.

    PLACE is a section's id or heading, what the program shows beside a passage, what you would write, or a
    topic: "§ 1.c ¶ 4", 1.c:4, "1.c ¶¶ 4-6", "s 1.c, para 4", women, torture, summary.

    Where the page prints no date of publication, that of the release of its edition stands, if it is known.
    Where the report's official PDF is kept, its page is cited too: see 'hrreport add --help'.

    \b
    Styles:
      bluebook eoir apa chicago oscola     courts and scholars
      refworld ecoi euaa ukho              country-of-origin information
      bibtex biblatex csl-json ris         records for programs

    \b
    Examples:
      hrreport cite kazakhstan 2023 "1.c ¶ 4" --style oscola
      hrreport cite kazakhstan 2023 1.c:4-6 6/women --short --copy
      hrreport cite kazakhstan 2023 --style biblatex >> reports.bib
    """
    from hrreport.catalogue.places import find_places
    from hrreport.citing import cite as citation
    from hrreport.citing import style_named
    from hrreport.wording.reports import PARAGRAPHS_COUNTED

    chosen = style_named(_style_for(session.ctx, style))
    when = _day(accessed) if accessed else None
    got = session.obtain(country, year, strict=strict)
    places: Sequence[tuple[Locator | None, int | None]] = (
        find_places(got.report, locator) if locator else ((None, None),)
    )
    if len(places) > 1 and chosen.short is None:
        raise InputError(
            f'a record of "{chosen.name}" names one place, and {len(places)} are given',
            hint="cite them one at a time, or the report without a place",
        )
    if when:
        _check_day(when, got.report)
    cite_place = partial(citation, got.report, style=chosen.name, country_name=got.country.name)
    if len(places) > 1 and chosen.basis == "format" and not short:
        citations = [cite_place(place, through=through, short=True) for place, through in places]
        notify(f"Note: a record names one place at most; these cite each of yours: {' '.join(citations)}")
        places = ((None, None),)
    if any(place and place.paragraph for place, _ in places):
        notify(f"Note: {PARAGRAPHS_COUNTED}")

    def cited(when: date | None, *, deep_links: bool = deep_links) -> str:
        texts = (
            cite_place(place, through=through, short=short, accessed=when, deep_links=deep_links)
            for place, through in places
        )
        return "\n".join(dict.fromkeys(texts))  # a record that leaves the place to its citing is written once

    text = cited(when)
    if when and text == cited(when.replace(day=when.day % 2 + 1)):  # any other day
        raise click.UsageError(f'"{chosen.name}" does not say here when the page was read: leave out --accessed')
    if deep_links and text == cited(when, deep_links=False):
        raise click.UsageError("no address here can open at words: name a paragraph, or leave out --deep-links")
    send(text, plain=chosen.basis != "format")
    _notify_of_extras(got.report, [place for place, _ in places if place])
    if copy:
        from hrreport.cli import clipboard

        notify(f"Copied by {clipboard.copy(text, environment=os.environ)}.")


def _notify_of_extras(report: Report, places: Sequence[Locator]) -> None:
    """Note where the PDF is, in which words it differs in what is cited, and where a date is from."""
    from hrreport.citing import release_of_edition
    from hrreport.wording.pdfs import difference_words, differences_at
    from hrreport.wording.reports import day

    if pdf := report.pdf_address:
        notify(f"The report's PDF: {pdf}")
    for line in difference_words(report, differences_at(report, places)):
        notify(f"Note: {line}")
    if released := release_of_edition(report):
        notify(
            f"Note: the page gives no date of publication; {day(released.isoformat())} is the release of the edition."
        )


def _style_for(ctx: click.Context, style: str) -> str:
    """Return the style in which a file is written: the one that was asked for, or that of the file's suffix.

    Raises:
        InputError: The two do not agree, or no style is written to such a file.
    """
    file = destination_of(ctx).output
    fitting = _RECORDS.get(Path(file).suffix.lower())
    if fitting is None:
        form_of(file, ("text", "markdown"))
        return style
    if style in fitting:
        return style
    if ctx.get_parameter_source("style") is ParameterSource.COMMANDLINE:
        raise InputError(f'"{file}" would not be {style} by its suffix', hint="name it with .txt, or leave out --style")
    return fitting[0]


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f'"{text}" is not a date, as 2025-03-31', param_hint="--accessed") from error


def _check_day(when: date, report: Report) -> None:
    """Refuse a day on which nobody can have read a report."""
    from hrreport.citing import release_of_edition
    from hrreport.wording.reports import day

    released = release_of_edition(report)
    published = report.published or (released.isoformat() if released else "")
    if when > now().date():
        raise click.BadParameter(f"{day(when.isoformat())} is still to come", param_hint="--accessed")
    if when.isoformat() < published:
        raise click.BadParameter(
            f"{day(when.isoformat())} is before the report was published, on {day(published)}", param_hint="--accessed"
        )
