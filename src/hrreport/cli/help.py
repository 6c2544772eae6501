"""``hrreport help``: how a command is used, and the manual."""

from __future__ import annotations

import click

from hrreport.cli.manual import TOPICS, listed_topics, manual_page
from hrreport.cli.options import command
from hrreport.cli.output import put, show_markdown
from hrreport.cli.suggestions import likely_commands


@command
@click.argument("words", metavar="[COMMAND|TOPIC]", nargs=-1)
@click.pass_context
def help(ctx: click.Context, words: tuple[str, ...]) -> None:  # noqa: A001  the command's name
    """Show how a command is used, or a page of the manual; without either, which there are.

    \b
    Examples:
      hrreport help
      hrreport help summarize
      hrreport help trust
    """
    if len(words) == 1 and words[0] in TOPICS:
        show_markdown(manual_page(words[0]))
        return
    root = ctx.find_root()
    if not words:
        put(f"{root.get_help()}\n\n{listed_topics(root.make_formatter().width)}")
        return
    shown = root
    for word in words:
        group = shown.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"'{group.name}' has no commands of its own")
        names = group.list_commands(shown)
        if shown is root and word not in names:
            likely = likely_commands(word, [*names, *TOPICS])
            asked = f" Did you mean {' or '.join(likely)}?" if likely else ""
            ctx.fail(f"No such command or topic '{word}'.{asked}")
        name, found, _ = group.resolve_command(shown, [word])
        assert found is not None  # noqa: S101  what is not found has failed
        shown = click.Context(found, parent=shown, info_name=name, max_content_width=root.max_content_width)
    put(shown.get_help())
