"""``hrreport verify``: is a quotation there, word for word, and where."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.citations import ReportCiter, cite_option, default_style
from hrreport.cli.completion import REPORT
from hrreport.cli.failures import EXIT_WITH
from hrreport.cli.options import command, format_option, strict_option
from hrreport.cli.session import pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.cli.session import Session

ABSENT = 1
"""Exit code when the quotation is not there."""
_MOST = 1_000_000
"""Bytes of a quotation; nobody quotes more than a report has."""
_WITH_REPORT = 2
"""Words of the command line that name a report."""


@command
@click.argument("words", type=REPORT, metavar="COUNTRY YEAR [QUOTATION]", nargs=-1)
@click.option("--file", metavar="FILE", help="Read the quotation from a file; - is stdin.")
@click.option("--anywhere", is_flag=True, help="Look in all stored reports; COUNTRY YEAR may be left out.")
@cite_option
@format_option("text", "json", "markdown")
@strict_option
@pass_session
def verify(
    session: Session,
    words: tuple[str, ...],
    file: str | None,
    anywhere: bool,
    style: str | None,
    form: str,
    strict: bool,
) -> None:
    """Tell whether a quotation stands in a report, word for word, and where; exit with 1 if it does not.

    The shape of quotation marks, the length of dashes and white space do not matter; all else does.
    "..." may leave words out, and [brackets] change them: what they hide is shown. Words beside the
    quoted ones that turn or weaken the statement are pointed out. QUOTATION may be - for stdin.

    \b
    Examples:
      hrreport verify kazakhstan 2023 "Equal pay of men and women for equal work was not required by law"
      hrreport verify kazakhstan 2023 --file quotation.txt --format markdown
      hrreport verify --anywhere "released without charge"
    """
    named, quotation = _parted(words, file, anywhere=anywhere)
    cite = ReportCiter(style or default_style(), session.names, form=form)
    if anywhere:
        found = _everywhere(session, named, quotation, form, cite)
    else:
        found = _there(session, named, quotation, form, cite, strict=strict)
    if not found:
        session.ctx.meta[EXIT_WITH] = ABSENT


def _there(
    session: Session, named: tuple[str, ...], quotation: str, form: str, cite: ReportCiter, *, strict: bool
) -> bool:
    """Hold a quotation against one report; tell whether it stands there."""
    from hrreport.quoting import verify as verdict_on

    country, year = named
    got = session.obtain(country, year, strict=strict)
    verdict = verdict_on(got.report, quotation)
    answer("verdict", form, got.report, verdict, got.country.name, cite=cite)
    return verdict.found


def _parted(words: tuple[str, ...], file: str | None, *, anywhere: bool) -> tuple[tuple[str, ...], str]:
    """Return country and year, if they are named, and the quotation."""
    named, rest = words[:_WITH_REPORT], words[_WITH_REPORT:]
    if anywhere and len(words) < _WITH_REPORT:
        named, rest = (), words
    if len(named) == 1 or (not named and not anywhere):
        raise click.UsageError("name the report: COUNTRY YEAR, or give --anywhere")
    if len(rest) > 1:
        raise click.UsageError("give the quotation as one argument, in quotation marks")
    if bool(rest) == bool(file):
        raise click.UsageError("give the quotation, either as an argument or with --file")
    if file or rest == ("-",):
        return named, _read(file or "-")
    return named, rest[0]


def _read(file: str) -> str:
    """Return the quotation in a file, or from stdin."""
    try:
        if file == "-":
            body = sys.stdin.buffer.read(_MOST + 1)
        else:
            with Path(file).open("rb") as opened:
                body = opened.read(_MOST + 1)
    except OSError as error:
        raise InputError(f"cannot read '{file}': {error.strerror}") from error
    if len(body) > _MOST:
        raise InputError(f"'{file}' is longer than any report", hint="give the quotation alone")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"'{file}' is not text in UTF-8") from error


def _everywhere(session: Session, named: tuple[str, ...], quotation: str, form: str, cite: ReportCiter) -> bool:
    """Hold a quotation against all stored reports, the one that was named first; tell whether it stands in any."""
    from hrreport.pipeline.verifying import verify_everywhere

    first = session.obtain(*named).report.id if named else None
    library = session.stored_library()
    found = verify_everywhere(quotation, library, session.means, first=first)
    answer("sightings", form, found, session.names, cite=cite)
    return found.found
