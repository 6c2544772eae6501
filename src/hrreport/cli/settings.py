"""Settings: the options of one run of the program, and the reader's own defaults in a small TOML file.

The defaults are the citation style and the country that are meant where none is named:

    style = "oscola"
    country = "kazakhstan"

The file is where the system keeps such files, or where HRREPORT_CONFIG says.
"""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrreport.errors import InputError
from hrreport.inputs.settings import Settings
from hrreport.values import dataclass

if TYPE_CHECKING:
    import click

_SETTINGS = "hrreport.settings"
_CONFIG = "hrreport.config"
_VARIABLE = "HRREPORT_CONFIG"


@dataclass(frozen=True, slots=True)
class ProgramSettings(Settings):
    """The options of the whole program, or their environment variables."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False


def settings_of(ctx: click.Context) -> ProgramSettings:
    """Return what was given so far, before and after the command's name."""
    settings: ProgramSettings = ctx.meta.setdefault(_SETTINGS, ProgramSettings())
    return settings


def change_settings(ctx: click.Context, **changes: Any) -> None:
    """Store what an option says; the last one that is read wins."""
    ctx.meta[_SETTINGS] = replace(settings_of(ctx), **changes)


@dataclass(frozen=True, slots=True)
class Config:
    """The reader's own defaults; one that the file does not contain is empty."""

    style: str = ""
    """The citation style where one is needed and none is named."""
    country: str = ""
    """The country where COUNTRY is left out."""


def config_path() -> Path:
    """Return where the file of defaults is, or would be."""
    if named := os.environ.get(_VARIABLE):
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path("hrreport", appauthor=False) / "config.toml"


def read_config(ctx: click.Context) -> Config:
    """Return the reader's defaults, read once in a run of the program and only where one is needed.

    Raises:
        InputError: The file cannot be read, or has something that is not understood.
    """
    if _CONFIG not in ctx.meta:
        path = config_path()
        ctx.meta[_CONFIG] = _checked(_load(path), path)
    config: Config = ctx.meta[_CONFIG]
    return config


def _load(path: Path) -> dict[str, Any]:
    """Return what is in the file; nothing where there is none and none was named."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        if _VARIABLE in os.environ:
            raise InputError(f'there is no file "{path}"', hint=f"{_VARIABLE} names it: correct or unset it") from error
        return {}
    except OSError as error:
        raise InputError(f'cannot read "{path}": {error.strerror}') from error
    except UnicodeDecodeError as error:
        raise InputError(f'"{path}" is not text in UTF-8') from error
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f'"{path}" is not TOML: {error}', hint='write, for instance: style = "oscola"') from error


def _checked(values: dict[str, Any], path: Path) -> Config:
    """Return the defaults in the file, every one of them checked."""
    known = [field.name for field in fields(Config)]
    if unknown := [key for key in values if key not in known]:
        keys = ", ".join(f'"{key}"' for key in unknown)
        raise InputError(f'"{path}" has {keys}, which is not a setting', hint=f"settings are: {', '.join(known)}")
    for key, value in values.items():
        if not isinstance(value, str):
            raise InputError(f'"{path}": {key} must be a text in quotation marks', hint=f'write: {key} = "..."')
    config = Config(**values)
    try:
        if config.style:
            from hrreport.citing import style_named

            style_named(config.style)
        if config.country:
            from hrreport.catalogue.countries import find_country

            find_country(config.country)
    except InputError as error:
        raise error.with_changes(f'"{path}": {error.message}') from error
    return config
