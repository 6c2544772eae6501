"""Options of the whole program, taken before or after the command's name, and shared arguments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")
KEY = "hrreport.settings"


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
    settings: Settings = ctx.meta.setdefault(KEY, Settings())
    return settings


def _take(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Store an option that was given; one after the command's name wins over one before it."""
    name = str(param.name)
    source = ctx.get_parameter_source(name)
    if source is ParameterSource.COMMANDLINE or (source is ParameterSource.ENVIRONMENT and ctx.parent is None):
        ctx.meta[KEY] = replace(settings_of(ctx), **{name: value})


_OPTIONS = (
    (("--offline",), "Never use the network.", True),
    (("--refresh",), "Ask again for what is stored already.", True),
    (("--mirror",), "Read from a mirror and contact nothing else.", "DIR|URL"),
    (("--library",), "The library file.", "FILE"),
    (("--no-sample",), "Never fall back on the bundled abridgement.", True),
    (("--user-agent",), "How the program names itself to servers.", "TEXT"),
    (("-v", "--verbose"), "Say on stderr what is being done.", True),
    (("--debug",), "Show the chain of causes of an error.", True),
)


def program_options(command: F) -> F:
    """Add the options of the whole program to a command or group."""
    for names, said, kind in reversed(_OPTIONS):
        variable = "HRREPORT_" + names[-1].lstrip("-").upper().replace("-", "_")
        shared: dict[str, Any] = {"expose_value": False, "callback": _take, "envvar": variable, "help": said}
        if kind is True:
            command = click.option(*names, is_flag=True, **shared)(command)
        else:
            command = click.option(*names, metavar=kind, **shared)(command)
    return command
