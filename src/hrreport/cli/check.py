"""``hrreport check``: check the quotations and citations of a finished document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import CHECKED_FILINGS, answer
from hrreport.cli.destination import format_option, send
from hrreport.cli.exit_codes import WRONG
from hrreport.cli.options import command
from hrreport.cli.session import pass_session
from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.checked import CheckedFiling

_MOST = 100_000_000
"""Bytes of a document."""


@command
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@format_option("text", "markdown", "json", "html", "docx", "pdf")
@pass_session
def check(session: Session, files: tuple[str, ...], form: str) -> None:
    """Check every quotation of and citation to a Country Report in finished documents.

    FILE is a .docx, .pdf, .html, .md or .txt. Quotations in marks, in blocks and in notes are paired with
    their citations, and each is held against the report that it cites, which is fetched if it is not
    stored. Reported are quotations that differ, wrong pinpoints (with the right ones), countries, editions,
    dates and addresses, caveats that are cut off, figures that the passage does not have, and newer
    editions. Quotations of other works are passed over. Exits with 1 when anything is wrong.

    With -o checked.docx, a Word document is written again with a comment at each finding, and not a word
    of it changed. Reading .docx needs the extra 'docx', reading .pdf the extra 'pdf'.

    \b
    Examples:
      hrreport check brief.docx
      hrreport check brief.docx -o checked.docx
      hrreport check brief.pdf declaration.md --offline --format json
    """
    from hrreport.filings import read_filing
    from hrreport.pipeline.check import check_filing

    bodies = {file: _read(file) for file in files}
    if form == "docx" and (len(files) != 1 or not bodies[files[0]].startswith(b"PK")):
        raise InputError("comments are written into one Word document", hint="give one .docx, and -o checked.docx")
    checked = [check_filing(read_filing(Path(file).name, body), session.context) for file, body in bodies.items()]
    if form == "docx":
        send(_commented(bodies[files[0]], checked[0], session))
    else:
        answer(CHECKED_FILINGS, form, checked, session.names)
    if any(filing.wrong for filing in checked):
        session.exit_with(WRONG)


def _commented(body: bytes, checked: CheckedFiling, session: Session) -> bytes:
    from hrreport.filings.word import Comment, with_comments
    from hrreport.wording.checked import comment

    comments = [Comment(one.block, one.begin, one.end, comment(one, session.names)) for one in checked.findings]
    return with_comments(body, comments)


def _read(file: str) -> bytes:
    try:
        body = Path(file).read_bytes()
    except OSError as error:
        raise InputError(f'cannot read "{file}": {error.strerror}') from error
    if len(body) > _MOST:
        raise InputError(f'"{file}" is larger than {_MOST // 1_000_000} MB', hint="give the text alone")
    return body
