"""A claim for protection, as far as it decides which passages of a report matter to it."""

from __future__ import annotations

from typing import Literal, get_args

from hrreport.values import dataclass

Actor = Literal["state", "private"]
"""Whose acts are feared."""
ACTORS: tuple[Actor, ...] = get_args(Actor)
"""All of them."""

SubjectPart = Literal["general", "group", "protection", "relocation"]
"""A part of an exhibit that passages are chosen for."""
SUBJECT_PARTS: tuple[SubjectPart, ...] = get_args(SubjectPart)
"""All of them, in the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The subject of a claim: the facts that its file gives, and nothing about a person."""

    grounds: tuple[str, ...] = ()
    """"race", "religion", "nationality", "political opinion", "particular social group", "torture"."""
    group: tuple[str, ...] = ()
    """Ids of the topics that the group is treated under."""
    actors: tuple[Actor, ...] = ()
    """Empty where the file names none."""
    relocation: bool = False
    """Whether relocation within the country is at issue."""
    topics: tuple[str, ...] = ()
    """Ids of topics named besides."""
    countries: tuple[str, ...] = ()
    """As typed; empty where the file names none."""
    years: tuple[str, ...] = ()
    """As typed; empty where the file names none."""


@dataclass(frozen=True, slots=True)
class PartSubjects:
    """The topics and kinds chosen for a part of an exhibit."""

    part: SubjectPart
    topics: tuple[str, ...] = ()
    """Ids of topics; those that belong to them are chosen too."""
    sections: tuple[str, ...] = ()
    """Ids of sections that are chosen whole."""
