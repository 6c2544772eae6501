"""``hrreport schema``: the JSON Schemas of the answers."""

from __future__ import annotations

import click

from hrreport.cli.completion import ANSWER
from hrreport.cli.destination import destination_of, file_options, form_of, send
from hrreport.cli.options import command


@command
@click.argument("name", type=ANSWER, required=False)
@file_options
@click.pass_context
def schema(ctx: click.Context, name: str | None) -> None:
    """Print the JSON Schema of an answer; without NAME, list the answers that have one.

    \b
    Examples:
      hrreport schema
      hrreport schema findings
    """
    from hrreport.exporting.schema import schema_names, schema_text

    form_of(destination_of(ctx).output, ("json",) if name else ("text",))
    send(schema_text(name) if name else "\n".join(schema_names()))
