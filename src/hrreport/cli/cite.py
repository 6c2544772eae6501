"""``hrreport cite``: a citation of a report, or of one place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.citations import DEFAULT
from hrreport.cli.options import command, report_arguments, strict_option
from hrreport.cli.output import put, put_plain, tell
from hrreport.cli.session import pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from datetime import date

    from hrreport.cli.session import Session


@command
@report_arguments
@click.argument("locator", nargs=-1)
@click.option("--style", metavar="STYLE", default=DEFAULT, show_default=True, help="One of the styles above.")
@click.option("--short", is_flag=True, help="A later citation; for a record, what cites it in a text.")
@click.option("--accessed", metavar="DATE", help="When the page was read, as 2025-03-31.  [default: when retrieved]")
@click.option("--copy", is_flag=True, help="Put it on the clipboard too.")
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
    copy: bool,
    strict: bool,
) -> None:
    """Cite a report, or each section, paragraph or range of paragraphs of it that LOCATOR names.

    LOCATOR is what the program shows beside a passage, or what you would write: "§ 1.c ¶ 4", 1.c:4,
    "1.c ¶¶ 4-6", 6/women, summary.

    Where the page prints no date of publication, that of the release of its edition stands, if it is known.

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
    from hrreport.citing import cite as citation
    from hrreport.citing import parse_places, release_of_edition, style_named
    from hrreport.model.wording import day

    chosen = style_named(style)
    when = _day(accessed) if accessed else None
    places = parse_places(locator) if locator else ((None, None),)
    if len(places) > 1 and chosen.short is None:
        raise InputError(
            f"a record of '{chosen.name}' names one place, and {len(places)} are given",
            hint="cite them one at a time, or the report without a place",
        )
    got = session.obtain(country, year, strict=strict)
    named = got.country.name
    cited = (
        citation(got.report, place, style=style, country_name=named, short=short, accessed=when, through=through)
        for place, through in places
    )
    text = "\n".join(dict.fromkeys(cited))  # a record that leaves the place to its citing is written once
    (put if chosen.basis == "format" else put_plain)(text)
    if pdf := got.report.pdf:
        tell(f"The report's PDF: {pdf}")
    if released := release_of_edition(got.report):
        tell(f"Note: the page gives no date of publication; {day(released.isoformat())} is the release of the edition.")
    if copy:
        _copy(text)


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"'{text}' is not a date, as 2025-03-31", param_hint="--accessed") from error


def _copy(text: str) -> None:
    import os

    from hrreport.cli.clipboard import copy

    tell(f"Copied by {copy(text, environment=os.environ)}.")
