"""``hrreport evidence``: what a report says on each indicator of a codebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import EVIDENCE, answer
from hrreport.cli.destination import format_option
from hrreport.cli.options import bom_option, bom_options, command, report_arguments, strict_option
from hrreport.cli.session import pass_session
from hrreport.errors import InputError
from hrreport.inputs.text_files import read_text

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.evidence import Codebook


@command
@report_arguments
@click.option(
    "--codebook", metavar="FILE", required=True, help="A codebook in TOML, or political-terror-scale, cirights, v-dem."
)
@format_option("text", "json", "jsonl", "csv")
@bom_option
@strict_option
@pass_session
def evidence(session: Session, country: str, year: str, codebook: str, form: str, bom: bool, strict: bool) -> None:
    """List what a report says on each indicator of a codebook, for people who code reports.

    For each sentence: words of degree, figures with their bounds and where none is given, who did it to whom
    as printed, and whether it says that something was absent. No score is given. An indicator on which
    nothing was found is listed too. See 'hrreport help codebooks' for codebooks of your own.

    \b
    Examples:
      hrreport evidence kazakhstan 2023 --codebook political-terror-scale
      hrreport evidence kazakhstan 2023 --codebook cirights -o packet.csv
      hrreport evidence kazakhstan 2023 --codebook mine.toml --format jsonl
    """
    from hrreport.analysis.evidence import gather_evidence

    options = bom_options(form, bom=bom)
    chosen = _codebook(codebook)
    got = session.obtain(country, year, strict=strict, sample=False)
    packet = gather_evidence(got.report, got.analysis, chosen)
    answer(EVIDENCE, form, got.report, packet, got.country.name, **options)


def _codebook(named: str) -> Codebook:
    """Return the codebook of that name, or the one in a file."""
    from hrreport.analysis.evidence import bundled_codebook, codebook_names, parse_codebook

    if named in codebook_names():
        return bundled_codebook(named)
    try:
        text = read_text(named, "a codebook")
    except InputError as error:
        raise error.with_changes(hint=f"give a file, or one of: {', '.join(codebook_names())}") from error
    return parse_codebook(Path(named).stem, text)
