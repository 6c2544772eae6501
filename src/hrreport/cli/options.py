"""Options of the whole program, taken before or after the command's name, and shared arguments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")
_KEY = "hrreport.settings"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options of the whole program, or their environment variables, say."""

    offline: bool = False
    refresh: bool = False
    mirror: str | None = None
    library: str | None = None
    no_sample: bool = False
    user_agent: str | None = None
    verbose: bool = False
    debug: bool = False


def settings_of(ctx: click.Context) -> Settings:
    """Return what was given so far, before and after the command's name."""
    settings: Settings = ctx.meta.setdefault(_KEY, Settings())
    return settings


def _take(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Store an option that was given; one after the command's name wins over one before it."""
    name = str(param.name)
    source = ctx.get_parameter_source(name)
    if source is ParameterSource.COMMANDLINE or (source is ParameterSource.ENVIRONMENT and ctx.parent is None):
        ctx.meta[_KEY] = replace(settings_of(ctx), **{name: value})


_OPTIONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("--offline",), "", "Never use the network."),
    (("--refresh",), "", "Ask again for what is stored already."),
    (("--mirror",), "DIR|URL", "Read from a mirror and contact nothing else."),
    (("--library",), "FILE", "The library file."),
    (("--no-sample",), "", "Never fall back on the bundled abridgement."),
    (("--user-agent",), "TEXT", "How the program names itself to servers."),
    (("-v", "--verbose"), "", "Say on stderr what is being done."),
    (("--debug",), "", "Show the chain of causes of an error."),
)
"""Names, the name of the value (empty for a flag), help."""


def program_options(command: F, *, hidden: bool = False) -> F:
    """Add the options of the whole program; `hidden` ones work but are not listed in the help."""
    for names, metavar, said in reversed(_OPTIONS):
        variable = "HRREPORT_" + names[-1].lstrip("-").upper().replace("-", "_")
        shared: dict[str, Any] = {"expose_value": False, "callback": _take, "help": said, "hidden": hidden}
        shared |= {"metavar": metavar} if metavar else {"is_flag": True}
        command = click.option(*names, envvar=variable, show_envvar=True, **shared)(command)
    return command


EPILOG = "Options of the whole program may follow too: see 'hrreport --help'."
"""Stands at the end of every command's help."""


def command(function: Callable[..., Any]) -> click.Command:
    """Make a command of a function; it takes the options of the whole program too."""
    return click.command(epilog=EPILOG)(program_options(function, hidden=True))


def report_arguments(function: F) -> F:
    """Add COUNTRY and YEAR."""
    return click.argument("country")(click.argument("year")(function))


def format_option(*formats: str) -> Callable[[F], F]:
    """Add --format with the formats a command can give, the default first."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="What to print."
    )


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


section_option = click.option("--section", metavar="ID", help="Only those places: 1.c, women, 1.c:4-6, torture.")
topic_option = click.option("--topic", metavar="TOPIC", help="Only passages on that topic: prisons, press-freedom.")
strict_option = click.option(
    "--strict", is_flag=True, help="Exit with 3 when a section boundary could not be verified."
)
