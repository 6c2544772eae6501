"""The ``hrreport`` group: its commands, each loaded only when it is asked for, and suggestions for a mistyped one."""

from __future__ import annotations

import importlib

import click

from hrreport.cli.failures import translate_errors
from hrreport.cli.options import program_options

COMMANDS = {
    "summarize": "what a report finds, section by section",
    "sections": "the outline of a report",
    "show": "the text itself",
    "findings": "sentences with what they say",
    "issues": "the issues of the executive summary and their evidence",
    "evidence": "what a report says on each indicator of a codebook",
    "export": "a whole report as a file",
    "cite": "a citation of a report, or of one place in it",
    "verify": "whether a report contains a quotation, word for word, word for word",
    "check": "the quotations and citations of a finished document",
    "diff": "one country, two editions, topic by topic",
    "compare": "several countries, one edition",
    "trend": "one country over the editions",
    "compile": "chosen passages of several reports as one document",
    "packet": "an exhibit on conditions in a country: index, contents, tabs",
    "search": "passages of all stored reports",
    "download": "many reports at once",
    "add": "a page saved by hand",
    "watch": "new editions; stored reports revised, gone, or moved",
    "library": "the stored reports: list, check, export, import",
    "mcp": "tools for assistants",
    "countries": "names and codes that are understood",
    "topics": "subjects that can be asked for, in every edition",
    "editions": "years that can be asked for",
    "schema": "the JSON Schemas of the answers",
    "help": "how a command is used, and the manual",
}
"""Every command, in the order of the help; each is the module of that name in `hrreport.cli`."""
_OTHER_NAMES = {
    "bibliography": "cite",
    "citation": "cite",
    "contents": "sections",
    "fetch": "download",
    "find": "search",
    "get": "download",
    "history": "trend",
    "import": "add",
    "matrix": "compare",
    "open": "show",
    "outline": "sections",
    "print": "show",
    "quote": "verify",
    "read": "show",
    "text": "show",
    "toc": "sections",
    "update": "download",
    "view": "show",
    "years": "editions",
}
"""What people call our commands."""


class SuggestingGroup(click.Group):
    """A group that names the likely ones for a command that it has not."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of the commands in the order in which they were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command's name, the command, and what follows it."""
        typed = args[0]
        if not typed.startswith("-") and not ctx.resilient_parsing and self.get_command(ctx, typed) is None:
            likely = likely_commands(typed, self.list_commands(ctx))
            if not likely and ctx.parent is None:
                likely = _summary_of(args)
            asked = f" Did you mean {' or '.join(likely)}?" if likely else ""
            ctx.fail(f'No such command "{typed}".{asked}')
        return super().resolve_command(ctx, args)


def _summary_of(args: list[str]) -> list[str]:
    """Return the command that summarizes a report, where a country stands in a command's place."""
    from hrreport.catalogue.countries import country_of_printed_name

    country = country_of_printed_name(args[0])
    return [f'"{" ".join(("hrreport summarize", country.slug, *args[1:2]))}"'] if country else []


def likely_commands(typed: str, names: list[str]) -> list[str]:
    """Return the commands that may be meant, the likeliest first.

    >>> likely_commands("summarise", ["summarize", "show"]), likely_commands("read", ["summarize", "show"])
    (['summarize'], ['show'])
    """
    import difflib

    typed = typed.lower()
    known = [_OTHER_NAMES[typed]] if _OTHER_NAMES.get(typed) in names else []
    begun = [name for name in names if len(typed) > 1 and name.startswith(typed)]
    return list(dict.fromkeys((*known, *begun, *difflib.get_close_matches(typed, names))))


class LazyGroup(SuggestingGroup):
    """A group that imports a command's module when the command is used, and translates failures."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Return the command of that name, or ``None``."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"hrreport.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101  a broken table is a programming error
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of ours becomes one line and a hint."""
        with translate_errors(ctx):
            return super().invoke(ctx)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="hrreport", message="%(prog)s %(version)s")
@program_options
def hrreport() -> None:
    """Read the US State Department's Country Reports on Human Rights Practices.

    COUNTRY is a name, another name, or an ISO code (kazakhstan, "cote d'ivoire", CIV);
    YEAR is the year covered, not the year of publication.
    """
