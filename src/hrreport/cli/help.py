"""``hrreport help``: how a command is used, and the manual, whose pages are files of the package."""

from __future__ import annotations

from pathlib import Path

import click

from hrreport.cli.group import likely_commands
from hrreport.cli.options import command
from hrreport.cli.output import put, show_markdown

TOPICS = {
    "commands": "every command with its options",
    "tables": "columns of the CSV tables, and the JSON answers",
    "dataset": "the stored reports as tables in Parquet, with stable ids",
    "codebooks": "coders' packets, and codebooks of your own",
    "trust": "how findings are made, and how far to trust them",
    "citations": "citation styles, places, and checking quotations",
    "packets": "exhibits to be filed, and the file of a claim",
    "many-countries": "whole editions and regions at a glance, and what was cut between two editions",
    "python": "the Python package",
    "assistants": "tools and rules for programs that write for people",
    "storage": "the library: where reports are stored, and what is recorded",
    "old-editions": "the editions of 1993 to today, and their differences",
    "sources": "where reports are fetched from, and how politely",
    "environment": "output, exit codes, variables, and your own defaults",
}
"""Every topic of the manual, in the order of the help; each is a page of that name in ``hrreport/docs``."""


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
        listed = root.make_formatter()
        with listed.section("Topics of the manual"):
            listed.write_dl(list(TOPICS.items()))
        put(f"{root.get_help()}\n\n{listed.getvalue()}")
        return
    shown = root
    for word in words:
        group = shown.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f'"{group.name}" has no commands of its own')
        names = group.list_commands(shown)
        if shown is root and word not in names:
            likely = likely_commands(word, [*names, *TOPICS])
            asked = f" Did you mean {' or '.join(likely)}?" if likely else ""
            ctx.fail(f'No such command or topic "{word}".{asked}')
        name, found, _ = group.resolve_command(shown, [word])
        assert found is not None  # noqa: S101  what is not found has failed
        shown = click.Context(found, parent=shown, info_name=name, max_content_width=root.max_content_width)
    put(shown.get_help())


def manual_page(topic: str) -> str:
    """Return the Markdown of a page of the manual."""
    return (Path(__file__).parents[1] / "docs" / f"{topic}.md").read_text(encoding="utf-8")
