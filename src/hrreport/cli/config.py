"""The reader's own defaults: a small TOML file with the citation style and the country that are meant when none is.

    style = "oscola"
    country = "kazakhstan"

It lies where the system keeps such files, or where HRREPORT_CONFIG says.
"""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    import click

_KEY = "hrreport.config"
VARIABLE = "HRREPORT_CONFIG"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in the file; a setting that it does not contain is empty."""

    style: str = ""
    """The citation style where one is needed and none is named."""
    country: str = ""
    """The country where COUNTRY is left out."""


def config_path() -> Path:
    """Return where the file lies, or would lie."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path("hrreport", appauthor=False) / "config.toml"


def read_config(ctx: click.Context) -> Config:
    """Return the reader's defaults, read once in a run of the program and only where one is wanted.

    Raises:
        InputError: The file cannot be read, or says what is not understood.
    """
    if _KEY not in ctx.meta:
        path = config_path()
        ctx.meta[_KEY] = _check(_loaded(path), path)
    config: Config = ctx.meta[_KEY]
    return config


def _loaded(path: Path) -> dict[str, Any]:
    """Return what is in the file; nothing where there is none and none was named."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        if VARIABLE in os.environ:
            raise InputError(f"there is no file '{path}'", hint=f"{VARIABLE} names it: correct or unset it") from error
        return {}
    except OSError as error:
        raise InputError(f"cannot read '{path}': {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"'{path}' is not text in UTF-8") from error
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"'{path}' is not TOML: {error}", hint='write, for instance: style = "oscola"') from error


def _check(values: dict[str, Any], path: Path) -> Config:
    """Return what the file says, every value of it checked."""
    known = [field.name for field in fields(Config)]
    if unknown := [key for key in values if key not in known]:
        keys = ", ".join(f"'{key}'" for key in unknown)
        raise InputError(f"'{path}' has {keys}, which is not a setting", hint=f"settings are: {', '.join(known)}")
    for key, value in values.items():
        if not isinstance(value, str):
            raise InputError(f"'{path}': {key} must be a text in quotation marks", hint=f'write: {key} = "..."')
    config = Config(**values)
    try:
        if config.style:
            from hrreport.citing import style_named

            style_named(config.style)
        if config.country:
            from hrreport.catalogue.countries import find_country

            find_country(config.country)
    except InputError as error:
        raise error.with_changes(f"'{path}': {error.message}") from error
    return config
