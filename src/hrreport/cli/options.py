"""Arguments and options that several commands share, and those of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from hrreport.cli.completion import COUNTRY, REPORT, SECTION, TOPIC, TYPES, YEAR, CompletionWords
from hrreport.cli.settings import change_settings, read_config
from hrreport.exporting.documents import PAGED
from hrreport.inputs.selections import are_years, split_values

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

REGIONS = ("af", "eap", "eur", "nea", "sca", "wha")
"""State's regional bureaus."""
KINDS = ("abuse", "response", "denial", "law", "context")
"""What a sentence does, as `hrreport.model.finding.Kind` has it."""
GROUPED = "(group)"
"""Stands for COUNTRY where a group of countries is named by an option."""
EPILOG = "Options of the whole program may follow too: see 'hrreport --help'."
"""Stands at the end of every command's help."""
_OPTIONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("--offline",), "", "Never use the network."),
    (("--refresh",), "", "Ask again for what is stored already."),
    (("--mirror",), "DIR|URL", "Read from a mirror and contact nothing else."),
    (("--library",), "FILE", "The library file."),
    (("--no-sample",), "", "Never fall back on the bundled abridgement."),
    (("--user-agent",), "TEXT", "How the program names itself to servers."),
    (("-q", "--quiet"), "", "Leave out the header of an answer; notices stay."),
    (("-v", "--verbose"), "", "Give the whole header, and say on stderr what is being done."),
    (("--debug",), "", "Show the chain of causes of an error."),
)
"""Names, the name of the value (empty for a flag), help."""


def program_options(command: F, *, hidden: bool = False) -> F:
    """Add the options of the whole program; `hidden` ones work but are not listed in the help."""

    def take(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        """Store an option that was given; one after the command's name wins over one before it."""
        name = str(param.name)
        source = ctx.get_parameter_source(name)
        if source is ParameterSource.COMMANDLINE or (source is ParameterSource.ENVIRONMENT and ctx.parent is None):
            change_settings(ctx, **{name: value})

    for names, metavar, help_text in reversed(_OPTIONS):
        variable = "HRREPORT_" + names[-1].lstrip("-").upper().replace("-", "_")
        shared: dict[str, Any] = {"expose_value": False, "callback": take, "help": help_text, "hidden": hidden}
        shared |= {"metavar": metavar} if metavar else {"is_flag": True}
        command = click.option(*names, envvar=variable, show_envvar=True, **shared)(command)
    return command


class _Command(click.Command):
    """A command whose COUNTRY, where it is left out, is that of the reader's own defaults."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, with what stands for COUNTRY put before it where that is left out."""
        first = next((param for param in self.params if isinstance(param, click.Argument)), None)
        if first is not None and not ctx.resilient_parsing:
            args = [*self._left_out(first, ctx, args), *args]
        return super().parse_args(ctx, args)

    def _left_out(self, first: click.Argument, ctx: click.Context, args: list[str]) -> list[str]:
        """Return what stands for COUNTRY: a group that an option names, or the reader's default; nothing if typed."""
        takes_group = any(param.name == "group" for param in self.params)
        takes_country = first.type in (COUNTRY, REPORT) and (first.metavar or "COUNTRY ").startswith("COUNTRY ")
        if not (takes_group or takes_country):
            return []
        values, _, _ = self.make_parser(ctx).parse_args(list(args))
        typed = values.get(str(first.name))
        words = typed if isinstance(typed, tuple) else (typed,) if isinstance(typed, str) else ()
        missing = are_years(words[0]) if words else True
        names_group = any(values.get(name) for name in ("everything", "region", "group", "countries"))
        if takes_group and missing and names_group:
            return [GROUPED]
        needed = takes_country and missing and (words or first.required)
        return [country] if needed and (country := read_config(ctx).country) else []


def command(function: Callable[..., Any]) -> click.Command:
    """Make a command of a function; it takes the options of the whole program too."""
    return click.command(cls=_Command, epilog=EPILOG)(program_options(function, hidden=True))


def report_arguments(function: F) -> F:
    """Add COUNTRY and YEAR."""
    return click.argument("country", type=COUNTRY)(click.argument("year", type=YEAR)(function))


def several(name: str, metavar: str, help_text: str, *, among: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Add an option that takes several values, separated by commas or given again and again.

    Args:
        name: As typed, with its dashes.
        metavar: What the help calls a value.
        help_text: The help.
        among: The values that there are; any value where it is empty.
    """

    def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        if not among:
            return values
        requested = tuple(dict.fromkeys(split_values(values, "value")))
        for value in requested:
            if value not in among:
                raise click.BadParameter(f'"{value}" is not one of {", ".join(among)}', ctx, param)
        return requested

    proposed = CompletionWords(lambda _: ((word, "") for word in among)) if among else TYPES.get(metavar)
    return click.option(name, type=proposed, multiple=True, metavar=metavar, help=help_text, callback=split)


section_option = click.option(
    "--section", type=SECTION, metavar="ID", help="Only those places: 1.c, women, 1.c:4-6, torture."
)
topic_option = click.option(
    "--topic", type=TOPIC, metavar="TOPIC", help="Only passages on that topic: prisons, press-freedom."
)
strict_option = click.option(
    "--strict", is_flag=True, help="Exit with 3 when a section boundary could not be verified."
)
aid_option = click.option(
    "--finding-aid", "aid", is_flag=True, help="With docx or pdf: the program's own assessments too."
)
bom_option = click.option(
    "--bom", is_flag=True, help="Begin a csv with a byte order mark, from which some spreadsheets tell UTF-8."
)


def assesses(form: str, *, aid: bool) -> bool:
    """Return whether an answer has the program's own assessments; what is to be filed has them only where asked.

    Raises:
        click.UsageError: They are asked of a format that has them always, or never.
    """
    if aid and form not in PAGED:
        raise click.UsageError("--finding-aid goes with --format docx or pdf")
    return aid or form not in PAGED


def bom_options(form: str, *, bom: bool) -> dict[str, bool]:
    """Return what --bom asks of a format.

    Raises:
        click.UsageError: It is asked of another format than csv.
    """
    if bom and form != "csv":
        raise click.UsageError("--bom goes with --format csv")
    return {"bom": True} if bom else {}
