"""``hrreport schema``: the JSON Schemas of the answers."""

from __future__ import annotations

import click

from hrreport.cli.options import command
from hrreport.cli.output import put


@command
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of an answer; without NAME, list the answers that have one.

    \b
    Examples:
      hrreport schema
      hrreport schema findings
    """
    from hrreport.exporting.schema import schema_names, schema_text

    put(schema_text(name) if name else "\n".join(schema_names()))
