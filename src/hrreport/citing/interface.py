"""The interface of a citation style: a name, two forms of a reference, and the source of its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.citing.reference import Reference

Basis = Literal["manual", "practice", "format"]
"""What a style's rules were checked against.

``manual``: the rules, or an example, of whoever issues the style. ``practice``: citations of these
reports in print, because the manual was not at hand or says nothing of them. ``format``: a file
format, whose output other people's programs read in the tests.
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite, for one kind of reader."""

    name: str
    """As typed: ``bluebook``."""
    title: str
    """As shown: "The Bluebook"."""
    basis: Basis
    full: Callable[[Reference], str]
    """The first citation, or the record."""
    short: Callable[[Reference], str] | None
    """A later citation, or what is written in the text to cite the record; ``None`` where nothing is."""
