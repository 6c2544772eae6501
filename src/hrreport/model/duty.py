"""Duties: subjects on which the law asks for a report."""

from __future__ import annotations

from hrreport.values import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One subject on which the law asks for a report on every country."""

    id: str
    name: str
    """In our own words: "Coercion in population control"."""
    provisions: tuple[str, ...]
    """Where the law asks for it: ``22 U.S.C. 2151n(d)(2)``."""
    topics: tuple[str, ...]
    """Ids of the topics whose headings answer it, without those that belong to them."""
