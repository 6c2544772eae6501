"""Limits: how long, how much and how often may be asked."""

from __future__ import annotations

from hrreport.values import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a fetch. Times are in seconds."""

    body: int = 20_000_000
    """Bytes of a page, counted after its content encoding was undone."""
    redirects: int = 5
    attempts: int = 4
    """Times that one address is asked while its host is busy or the connection fails."""
    connect: float = 5.0
    """Time for a connection to be made."""
    silence: float = 15.0
    """Time for which a host may send nothing at all."""
    answer: float = 30.0
    """Time for one whole answer, however steadily it drips."""
    total: float = 90.0
    """Time for one report over all its addresses, waiting on request included; waiting for one's
    turn behind other downloads is not."""


class Budget:
    """The seconds that one fetch may still spend."""

    def __init__(self, seconds: float) -> None:
        """Start with so many seconds."""
        self.total = seconds
        self.left = seconds

    def spend(self, seconds: float) -> None:
        """Subtract seconds from the budget."""
        self.left -= seconds
