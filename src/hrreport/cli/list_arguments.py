"""Arguments of commands that name several countries, years, topics or sections at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from hrreport.cli.completion import TYPES, AmongType
from hrreport.inputs.selections import (
    Choice,
    are_years,
    chosen_of,
    countries_in,
    section_among,
    section_in,
    sections_in,
    split_commas,
    split_values,
    topics_in,
    years_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Choice",
    "are_years",
    "chosen_of",
    "countries_in",
    "section_among",
    "section_in",
    "sections_in",
    "several",
    "split_commas",
    "topics_in",
    "years_in",
]

F = TypeVar("F", bound="Callable[..., Any]")

REGIONS = ("af", "eap", "eur", "nea", "sca", "wha")
"""State's regional bureaus."""
GROUPED = "(group)"
"""Stands for COUNTRY where a group of countries is named by an option."""
SWITCHES = ("everything", "region", "group", "countries")
"""Names of the parameters that name a group."""
KINDS = ("abuse", "response", "denial", "law", "context")
"""What a sentence does, as `hrreport.model.finding.Kind` has it."""


def several(name: str, metavar: str, help_text: str, *, among: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Add an option that takes several values, separated by commas or given again and again.

    Args:
        name: As typed, with its dashes.
        metavar: What the help calls a value.
        help_text: The help.
        among: The values that there are; any value where it is empty.
    """

    def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        requested = tuple(dict.fromkeys(split_values(values, "value"))) if among else values
        for value in requested:
            if among and value not in among:
                raise click.BadParameter(f"'{value}' is not one of {', '.join(among)}", ctx, param)
        return requested

    words = AmongType(*among) if among else TYPES.get(metavar)
    return click.option(name, type=words, multiple=True, metavar=metavar, help=help_text, callback=split)
