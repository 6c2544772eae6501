"""``hrreport help``: how a command is used."""

from __future__ import annotations

import click

from hrreport.cli.options import command
from hrreport.cli.output import put


@command
@click.argument("words", metavar="[COMMAND]", nargs=-1)
@click.pass_context
def help(ctx: click.Context, words: tuple[str, ...]) -> None:  # noqa: A001  the command's name
    """Show how a command is used; without COMMAND, which commands there are.

    \b
    Examples:
      hrreport help
      hrreport help summarize
    """
    root = ctx.find_root()
    shown = root
    for word in words:
        group = shown.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"'{group.name}' has no commands of its own")
        name, found, _ = group.resolve_command(shown, [word])
        assert found is not None  # noqa: S101  what is not found has failed
        shown = click.Context(found, parent=shown, info_name=name, max_content_width=root.max_content_width)
    put(shown.get_help())
