"""``hrreport watch``: new editions; stored reports that were revised, are gone, or have moved."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import WATCHED, answer
from hrreport.cli.completion import REPORT
from hrreport.cli.destination import format_option, overwrite, send
from hrreport.cli.exit_codes import COULD_NOT_ASK, NEWS
from hrreport.cli.options import command
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session, years_in
from hrreport.errors import NotFoundError
from hrreport.inputs.selections import countries_in, is_among, split_words

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.library.library import Library
    from hrreport.model.news import WatchResult


@command
@click.argument("words", type=REPORT, metavar="[COUNTRY]... [YEAR]...", nargs=-1)
@click.option("--once", is_flag=True, help="Ask once and end, for cron.")
@click.option("--every", metavar="HOURS", type=click.IntRange(min=1), help="How often to ask; 24 if not given.")
@format_option("text", "json", "atom")
@pass_session
def watch(session: Session, words: tuple[str, ...], once: bool, every: int | None, form: str) -> None:
    """Ask for the list of editions and the stored reports again, or those on some countries or years.

    News are a new edition, a revised text (sentence by sentence), a report that is gone, and an address
    that moved; each is told once. With --once, exit with 1 when there is news, and with 4 when there is
    none but something could not be asked.

    \b
    Examples:
      hrreport watch --once
      hrreport watch kenya 2023 --once --format json
      hrreport watch --once --format atom -o watch.atom --force
    """
    from hrreport.pipeline.watch import watch as ask

    if once and every:
        raise click.UsageError("use --every or --once, not both")
    named, covered = split_words(words)
    years, slugs = years_in(covered), {country.slug for country in countries_in(named)}
    library = session.stored_library()
    while True:
        ids = [report_id for report_id in library.ids() if is_among(report_id, slugs, years)]
        if words and not ids:
            raise NotFoundError(
                f'no stored report matches "{" ".join(words)}", so nothing can be watched',
                hint=f"store it first: hrreport download {' '.join(words)}",
            )
        for slug in sorted(slugs - {one.country for one in ids}):
            notify(f"Note: no report on {slug} is stored, so none is watched")
        watched = ask(ids, library, session.context)
        _answer(watched, form, library, session)
        if once:
            break
        hours = every or 24
        notify(f"Asking again in {hours} h; Ctrl-C ends it.")
        sleep(hours * 3600)
        overwrite(session.ctx)
    if watched.news or watched.unasked:
        session.exit_with(NEWS if watched.news else COULD_NOT_ASK)


def _answer(watched: WatchResult, form: str, library: Library, session: Session) -> None:
    if form != "atom":
        answer(WATCHED, form, watched, session.names)
        return
    from hrreport.exporting.atom import atom_feed
    from hrreport.pipeline.watch import read_notes

    for one in watched.unasked:
        notify(f"Note: could not ask for {one.id or 'the list of editions'}: {one.reason}")
    send(atom_feed(read_notes(library, session.context).news, watched.at.isoformat()))
