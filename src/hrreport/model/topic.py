"""Subjects that survive changes of outline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the reports: torture, prisons, press freedom, child marriage."""

    id: str
    """As typed: ``press-freedom``."""
    name: str
    """As shown: "Press freedom"."""
    broader: str = ""
    """Id of the wider topic that it belongs to, or empty."""
    other_names: tuple[str, ...] = ()
    """Other words that people type for it."""
