"""``hrreport show``: the text itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import REPORT, REVISIONS, make
from hrreport.cli.completion import SECTION
from hrreport.cli.destination import format_option, send
from hrreport.cli.options import command, report_arguments, strict_option, topic_option
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session
from hrreport.inputs.selections import choose
from hrreport.model.sections import part_of, section_of

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.report import Report


@command
@report_arguments
@click.argument("places", type=SECTION, nargs=-1, metavar="[PLACE]...")
@topic_option
@click.option("--revision", metavar="N", type=click.IntRange(min=1), help="An earlier text of it, from the library.")
@click.option("--revisions", is_flag=True, help="List its texts in the library instead, with what changed.")
@format_option("text")
@strict_option
@pass_session
def show(
    session: Session,
    country: str,
    year: str,
    places: tuple[str, ...],
    topic: str | None,
    revision: int | None,
    revisions: bool,
    form: str,
    strict: bool,
) -> None:
    """Show the text of a report, or of some places in it, with paragraph numbers.

    PLACE is a section's id or heading, what the program shows beside a passage, or a topic: 1.c, women,
    "§ 1.c ¶ 4", 1.c:4-6, "women ¶ 2", torture; several at once are shown in the order of the report.

    \b
    Examples:
      hrreport show kazakhstan 2023 1.c
      hrreport show kazakhstan 2023 "prison and detention center conditions" 1.c:1-2
      hrreport show kazakhstan 2023 --topic child-marriage
      hrreport show kazakhstan 2023 --revisions
    """
    if revisions and (places or topic is not None or revision):
        raise click.UsageError("--revisions lists texts: leave out PLACE, --topic and --revision")
    if revisions:
        from hrreport.pipeline.revisions import revisions_of

        _, report_id = session.identify(country, year)
        texts = revisions_of(report_id, session.stored_library(), session.context)
        send(make(REVISIONS, "text", texts, session.names, sentences=True), paged=True)
        return
    name, report = _text(session, country, year, revision, strict=strict)
    choice = choose(report, places, topic)
    section = None
    if len(choice.ranges) == 1 and topic is None:
        section = section_of(report, choice.ranges[0])
    elif choice.places is not None:
        report = part_of(report, choice.places)
    for place, _ in choice.ranges:
        if place.sentence is not None:
            notify(f"Note: sentence {place.sentence} of {replace(place, sentence=None)} is: {report.text_at(place)}")
    send(make(REPORT, form, report, section, name, elsewhere=choice.elsewhere), paged=True)


def _text(session: Session, country: str, year: str, revision: int | None, *, strict: bool) -> tuple[str, Report]:
    """Return the country's name, and the report or the text of it that was asked for."""
    if not revision:
        got = session.obtain(country, year, strict=strict)
        return got.country.name, got.report
    from hrreport.pipeline.revisions import obtain_revision

    found, report_id = session.identify(country, year)
    library = session.stored_library()
    report = obtain_revision(report_id, revision, library, session.context).report
    session.announce(report, strict=strict)
    texts = library.revisions(report_id)
    if not next(text for text in texts if text.number == revision).current:
        notify(f"Note: this is revision {revision} of {len(texts)}, and not the current text")
    return found.name, report
