"""``hrreport mcp``: tools for assistants."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.cli.options import command
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@pass_session
def mcp(session: Session) -> None:
    """Serve the reports to an assistant, over the Model Context Protocol on stdin and stdout.

    The tools only read: editions, countries, outline, read, search, findings, issues, verify, check, cite,
    diff. Every text that they return is the stored text, with its id and address. With --offline, nothing
    is fetched. An assistant's program starts this command; see 'hrreport help assistants'. Needs the
    extra 'mcp'.

    \b
    Example:
      hrreport mcp --offline
    """
    from hrreport.api.reports import Reports
    from hrreport.mcp.server import serve

    if sys.stdin.isatty():
        notify("Serving on stdin; an assistant's program starts this command. Ctrl-C ends it.")
    serve(Reports(replace(session.settings, no_sample=True)))
