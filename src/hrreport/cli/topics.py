"""``hrreport topics``: what can be asked for with --topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import TOPICS, answer
from hrreport.cli.destination import format_option
from hrreport.cli.options import bom_option, bom_options, command
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("word", required=False)
@format_option("text", "json", "csv")
@bom_option
@pass_session
def topics(session: Session, word: str | None, form: str, bom: bool) -> None:  # noqa: ARG001  as every command
    """List the topics, with other words for each, and the headings that stand for it in each edition.

    With WORD, the topic of that name and its parts, or those whose names hold the word. A topic that no heading
    of a report is on is looked for by the words listed with it.

    \b
    Examples:
      hrreport topics
      hrreport topics gay
      hrreport topics --format csv > topics.csv
    """
    from hrreport.catalogue.topics import topic_entries

    csv = bom_options(form, bom=bom)
    entries = topic_entries(word)
    answer(TOPICS, form, entries, **({"whole": word is not None} if form == "text" else csv))
