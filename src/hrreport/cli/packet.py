"""``hrreport packet``: an exhibit on conditions in a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import PACKET, answer, make
from hrreport.cli.citations import ReportCiter, style_option
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option, send
from hrreport.cli.options import command, several
from hrreport.cli.session import pass_session, years_in
from hrreport.errors import InputError
from hrreport.inputs.selections import split_words

if TYPE_CHECKING:
    from hrreport.cli.session import Session

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_PATIENCE = 300
"""Seconds after which LibreOffice is given up."""


@command
@click.argument("words", type=REPORT, nargs=-1, metavar="COUNTRY... YEAR...")
@several("--topic", "TOPIC", "The topics, with commas between them.")
@click.option("--claim", "file", metavar="FILE", help="Choose the topics by the claim in this file (TOML).")
@style_option("--cite", "How reports are cited.")
@click.option("--render", is_flag=True, help="With docx: have LibreOffice work out the page numbers.")
@format_option("text", "markdown", "html", "docx", "pdf", "json")
@pass_session
def packet(
    session: Session,
    words: tuple[str, ...],
    topic: tuple[str, ...],
    file: str | None,
    style: str,
    render: bool,
    form: str,
) -> None:
    """Make an exhibit on conditions in a country, to be filed: cover, index, contents, and tabs.

    Its parts are general conditions, the group or the topics, protection by the state, internal relocation,
    the passages that cut the other way, what changed between editions, what a report does not address, and
    a note on the editions. Paragraphs are printed whole, each with its pinpoint and the paragraphs beside it.
    The cover names every edition with its address, when it was retrieved, and the hash of its page.

    Years and countries that are not typed are those of the claim's file; 'hrreport help packets' shows one.
    A report that is missing is named in it with the reason, and the exit code is 1.

    \b
    Examples:
      hrreport packet honduras 2022-2024 --topic women,gangs -o exhibit.docx
      hrreport packet honduras 2022-2024 --claim claim.toml -o exhibit.pdf
    """
    from hrreport.cli.collect import gather
    from hrreport.comparison.packet import packet_of
    from hrreport.inputs.claims import read_claim_file, subjects_named, subjects_of
    from hrreport.inputs.selections import countries_in, topics_in

    if render and form != "docx":
        raise click.UsageError("--render goes with --format docx")
    claim = read_claim_file(file) if file else None
    topics = topics_in(topic)
    if claim and topics:
        raise click.UsageError("--topic and --claim both choose: add topics = [...] to the claim's file")
    if not claim and not topics:
        raise click.UsageError("give --topic, or --claim")
    named, covered = split_words(words)
    years = years_in(covered or (claim.years if claim else ()))
    countries = countries_in(named or (claim.countries if claim else ()))
    if not (countries and years):
        raise click.UsageError(f"name the {'years: 2023, or 2022-2024' if countries else 'country'}")
    got, gaps = gather(session, [(country.slug, str(year)) for country in countries for year in years])
    subjects = subjects_of(claim) if claim else subjects_named(topics)
    made = packet_of([(one.report, one.analysis) for one in got], subjects, claim=claim, gaps=gaps)
    cite = ReportCiter(style, session.names, form=form).of(made.reports)
    if not render:
        answer(PACKET, form, made, session.names, cite=cite)
        return
    document = make(PACKET, form, made, session.names, cite=cite)
    assert isinstance(document, bytes)  # noqa: S101  --render goes with docx
    send(_with_page_numbers(document))


def _with_page_numbers(docx: bytes) -> bytes:
    """Return a Word document with the numbers of pages in its fields, as LibreOffice lays it out.

    Word works them out again when it opens the document.

    Raises:
        InputError: LibreOffice is not installed, or did not render the document.
    """
    import re
    import shutil
    import subprocess
    import tempfile
    from pathlib import Path

    from hrreport.exporting.word_parts import fill_pages
    from hrreport.filings.pdfium import named_pages

    program = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    if program is None:
        raise InputError(
            "LibreOffice, which works out the page numbers, is not installed",
            hint="leave out --render: Word works them out when it opens the document",
        )
    with tempfile.TemporaryDirectory(prefix="hrreport-") as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(docx)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", _FILTER, "--outdir", folder, str(file)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603  no shell, and files of ours
            rendered = file.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise InputError(f"LibreOffice did not render the document: {error}", hint="leave out --render") from error
    # LibreOffice writes the sign that names of bookmarks begin with as 5F
    return fill_pages(docx, {re.sub("^5F", "_", name): page for name, page in named_pages(rendered).items()})
