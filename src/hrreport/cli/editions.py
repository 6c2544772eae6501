"""``hrreport editions``: years that can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import EDITIONS, answer
from hrreport.cli.destination import format_option
from hrreport.cli.options import command
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@format_option("text", "json")
@pass_session
def editions(session: Session, form: str) -> None:
    """List the editions, by the year that they cover, with the dates of publication.

    \b
    Example:
      hrreport editions
    """
    from hrreport.pipeline.editions import known_editions

    answer(EDITIONS, form, known_editions(session.context))
