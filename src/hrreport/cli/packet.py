"""``hrreport packet``: an exhibit on conditions in a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import PACKET, answer, make
from hrreport.cli.citations import DEFAULT, ReportCiter, default_style
from hrreport.cli.completion import REPORT, STYLE
from hrreport.cli.destination import format_option, send
from hrreport.cli.options import command, several
from hrreport.cli.session import now, pass_session
from hrreport.inputs.selections import are_years

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("words", type=REPORT, nargs=-1, metavar="COUNTRY... YEAR...")
@several("--topic", "TOPIC", "The topics, with commas between them.")
@click.option("--claim", "file", metavar="FILE", help="Choose the topics by the claim in this file (TOML).")
@click.option(
    "--cite",
    "style",
    type=STYLE,
    metavar="STYLE",
    default=default_style,
    show_default=DEFAULT,
    help="How reports are cited.",
)
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
    from hrreport.inputs.selections import countries_in, topics_in, years_in

    if render and form != "docx":
        raise click.UsageError("--render goes with --format docx")
    claim = read_claim_file(file) if file else None
    topics = topics_in(topic)
    if claim and topics:
        raise click.UsageError("--topic and --claim both choose: add topics = [...] to the claim's file")
    if not claim and not topics:
        raise click.UsageError("give --topic, or --claim")
    years = years_in([w for w in words if are_years(w)] or (claim.years if claim else ()), this_year=now().year)
    countries = countries_in([w for w in words if not are_years(w)] or (claim.countries if claim else ()))
    if not (countries and years):
        raise click.UsageError(f"name the {'years: 2023, or 2022-2024' if countries else 'country'}")
    got, gaps = gather(session, [(country.slug, str(year)) for country in countries for year in years])
    subjects = subjects_of(claim) if claim else subjects_named(topics)
    made = packet_of([(one.report, one.analysis) for one in got], subjects, claim=claim, gaps=gaps)
    cite = ReportCiter(style, session.names, form=form).of(made.reports)
    if not render:
        answer(PACKET, form, made, session.names, cite=cite)
        return
    from hrreport.cli.word_page_numbers import with_page_numbers

    document = make(PACKET, form, made, session.names, cite=cite)
    assert isinstance(document, bytes)  # noqa: S101  --render goes with docx
    send(with_page_numbers(document))
