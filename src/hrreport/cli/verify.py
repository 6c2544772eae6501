"""``hrreport verify``: check a quotation against a report, or against all stored ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import SIGHTINGS, VERDICT, answer
from hrreport.cli.citations import ReportCiter, cite_option, default_style
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option
from hrreport.cli.exit_codes import ABSENT
from hrreport.cli.options import command, strict_option
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session
from hrreport.errors import InputError
from hrreport.inputs.text_files import read_text

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.quotation import Judgment, Verdict
    from hrreport.model.report import Report

_WITH_REPORT = 2
"""Words of the command line that name a report."""


@command
@click.argument("words", type=REPORT, metavar="COUNTRY YEAR [QUOTATION]", nargs=-1)
@click.option("--file", metavar="FILE", help="Read the quotation, or several, from a file; - is stdin.")
@click.option("--exact", is_flag=True, help="Exit with 1 also when brackets or ellipses alter the quotation.")
@click.option("--anywhere", is_flag=True, help="Look in all stored reports; COUNTRY YEAR may be left out.")
@cite_option
@format_option("text", "json", "markdown", "html", "docx", "pdf")
@strict_option
@pass_session
def verify(
    session: Session,
    words: tuple[str, ...],
    file: str | None,
    exact: bool,
    anywhere: bool,
    style: str | None,
    form: str,
    strict: bool,
) -> None:
    """Check a quotation against a report: word for word, altered as marked, differs, or not there.

    Exits with 1 when it differs or is not there. The shape of quotation marks, the length of dashes and
    white space do not matter. A comma or full stop at the end and the case of the first letter may be
    the quoter's, and are told; all else counts. "..." may leave words out, and [brackets] change them:
    what they hide is shown. Words beside the quoted ones that turn or weaken the statement are pointed
    out. A file may hold several quotations: paragraphs, or passages in quotation marks. QUOTATION may
    be - for stdin.

    \b
    Examples:
      hrreport verify kazakhstan 2023 "did not require equal pay for equal work"
      hrreport verify kazakhstan 2023 --file quotation.txt --format markdown
      hrreport verify --anywhere "released without charge"
    """
    named, quotation = _split_arguments(words, file, anywhere=anywhere)
    cite = ReportCiter(style or default_style(), session.names, form=form)
    if anywhere:
        judgment = _everywhere(session, named, quotation, form, cite)
    else:
        judgment = _there(session, named, quotation, form, cite, strict=strict)
    if judgment not in ("exact", *(() if exact else ("altered-as-marked",))):
        session.exit_with(ABSENT)


def _there(
    session: Session, named: tuple[str, ...], quotation: str, form: str, cite: ReportCiter, *, strict: bool
) -> Judgment:
    """Hold a quotation, or a text of several, against one report; return what the verdict comes to."""
    from hrreport.quoting import verify_text

    country, year = named
    got = session.obtain(country, year, strict=strict)
    verdict = verify_text(got.report, quotation)
    answer(VERDICT, form, got.report, verdict, got.country.name, cite=cite)
    if got.report.printed:
        _notify_of_differences(got.report, verdict)
    return verdict.judgment


def _notify_of_differences(report: Report, verdict: Verdict) -> None:
    """Note the words in which the official PDF differs, in the paragraphs that are quoted."""
    from hrreport.wording.pdfs import difference_words, differences_at

    places = [place for each in (verdict, *verdict.quotations) for span in each.places for place in span.locators]
    for line in difference_words(report, differences_at(report, places)):
        notify(f"Note: {line}")


def _split_arguments(words: tuple[str, ...], file: str | None, *, anywhere: bool) -> tuple[tuple[str, ...], str]:
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
    opened = click.open_file("-", "rb") if file == "-" else None
    return read_text(file, "a quotation", hint="give the quotation alone", opened=opened)


def _everywhere(session: Session, named: tuple[str, ...], quotation: str, form: str, cite: ReportCiter) -> Judgment:
    """Hold a quotation against all stored reports, the one that was named first; return the best of the verdicts."""
    from hrreport.pipeline.verify import verify_everywhere
    from hrreport.quoting.passages import paragraphs

    first = session.obtain(*named).report.id if named else None
    library = session.stored_library()
    found = verify_everywhere(quotation, library, session.context, first=first)
    if not found.found and len(paragraphs(quotation)) > 1:
        raise InputError(
            "several quotations cannot be looked for in all stored reports at once",
            hint="name the report: COUNTRY YEAR, or give one quotation at a time",
        )
    answer(SIGHTINGS, form, found, session.names, cite=cite)
    return found.judgment
