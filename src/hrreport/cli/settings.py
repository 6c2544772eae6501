"""The settings of one run of the program: what the options of the whole program, or their variables, say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hrreport.inputs import settings as inputs
from hrreport.values import dataclass

if TYPE_CHECKING:
    import click

_KEY = "hrreport.settings"


@dataclass(frozen=True, slots=True)
class ProgramSettings(inputs.Settings):
    """The global options, or their environment variables."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False


def settings_of(ctx: click.Context) -> ProgramSettings:
    """Return what was given so far, before and after the command's name."""
    settings: ProgramSettings = ctx.meta.setdefault(_KEY, ProgramSettings())
    return settings


def change_settings(ctx: click.Context, **changes: Any) -> None:
    """Store what an option says; the last one that is read wins."""
    ctx.meta[_KEY] = replace(settings_of(ctx), **changes)
