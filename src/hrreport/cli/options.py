"""Options of the whole program, taken before or after the command's name, and shared arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from hrreport.cli import destination
from hrreport.cli.completion import COUNTRY, SECTION, TOPIC, YEAR, CountryType, ReportType
from hrreport.cli.config import read_config
from hrreport.cli.list_arguments import GROUPED, SWITCHES, are_years
from hrreport.cli.settings import change_settings

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def _take(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Store an option that was given; one after the command's name wins over one before it."""
    name = str(param.name)
    source = ctx.get_parameter_source(name)
    if source is ParameterSource.COMMANDLINE or (source is ParameterSource.ENVIRONMENT and ctx.parent is None):
        change_settings(ctx, **{name: value})


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
    for names, metavar, help_text in reversed(_OPTIONS):
        variable = "HRREPORT_" + names[-1].lstrip("-").upper().replace("-", "_")
        shared: dict[str, Any] = {"expose_value": False, "callback": _take, "help": help_text, "hidden": hidden}
        shared |= {"metavar": metavar} if metavar else {"is_flag": True}
        command = click.option(*names, envvar=variable, show_envvar=True, **shared)(command)
    return command


EPILOG = "Options of the whole program may follow too: see 'hrreport --help'."
"""Stands at the end of every command's help."""


class _Command(click.Command):
    """A command whose COUNTRY, where it is left out, is that of the reader's own defaults."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, the country put before it where it is missing, or what stands for a group."""
        if not ctx.resilient_parsing:
            if self._names_group(ctx, args):
                args = [GROUPED, *args]
            elif self._lacks_country(ctx, args):
                args = [read_config(ctx).country, *args]
        return super().parse_args(ctx, args)

    def _names_group(self, ctx: click.Context, args: list[str]) -> bool:
        """Return whether an option names a group of countries, and no country is typed."""
        first = next((param for param in self.params if isinstance(param, click.Argument)), None)
        if first is None or not any(param.name == "group" for param in self.params):
            return False
        values, _, _ = self.make_parser(ctx).parse_args(list(args))
        typed = values.get(str(first.name))
        words = typed if isinstance(typed, tuple) else (typed,) if isinstance(typed, str) else ()
        return any(values.get(name) for name in SWITCHES) and (not words or are_years(words[0]))

    def _lacks_country(self, ctx: click.Context, args: list[str]) -> bool:
        """Return whether no country stands where one is needed, and the reader has a default."""
        first = next((param for param in self.params if isinstance(param, click.Argument)), None)
        if first is None or not (first.metavar or "COUNTRY ").startswith("COUNTRY ") or not _is_place(first.type):
            return False
        values, _, _ = self.make_parser(ctx).parse_args(list(args))
        typed = values.get(str(first.name))
        words = typed if isinstance(typed, tuple) else (typed,) if isinstance(typed, str) else ()
        missing = are_years(words[0]) if words else first.required
        return bool(missing and read_config(ctx).country)


def _is_place(kind: click.ParamType) -> bool:  # type: ignore[type-arg]  # generic in newer versions of click only
    return isinstance(kind, CountryType | ReportType)


def command(function: Callable[..., Any]) -> click.Command:
    """Make a command of a function; it takes the options of the whole program too."""
    return click.command(cls=_Command, epilog=EPILOG)(program_options(function, hidden=True))


def report_arguments(function: F) -> F:
    """Add COUNTRY and YEAR."""
    return click.argument("country", type=COUNTRY)(click.argument("year", type=YEAR)(function))


format_option = destination.format_option
"""Adds --format with the formats a command can give, the default first, and where the answer goes."""

bom_option = click.option(
    "--bom", is_flag=True, help="Begin a csv with a byte order mark, from which some spreadsheets tell UTF-8."
)


def bom_options(form: str, *, bom: bool) -> dict[str, bool]:
    """Return what --bom asks of a format.

    Raises:
        click.UsageError: It is asked of another format than csv.
    """
    if bom and form != "csv":
        raise click.UsageError("--bom goes with --format csv")
    return {"bom": True} if bom else {}


section_option = click.option(
    "--section", type=SECTION, metavar="ID", help="Only those places: 1.c, women, 1.c:4-6, torture."
)
topic_option = click.option(
    "--topic", type=TOPIC, metavar="TOPIC", help="Only passages on that topic: prisons, press-freedom."
)
aid_option = click.option(
    "--finding-aid", "aid", is_flag=True, help="With docx or pdf: the program's own assessments too."
)


def assesses(form: str, *, aid: bool) -> bool:
    """Return whether an answer has the program's own assessments; what is to be filed has them only where asked.

    Raises:
        click.UsageError: They are asked of a format that has them always, or never.
    """
    if aid and form not in destination.PAGED:
        raise click.UsageError("--finding-aid goes with --format docx or pdf")
    return aid or form not in destination.PAGED


strict_option = click.option(
    "--strict", is_flag=True, help="Exit with 3 when a section boundary could not be verified."
)
