"""Subjects that survive changes of outline, and those on which the law asks for a report."""

from __future__ import annotations

from hrreport.values import dataclass


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


@dataclass(frozen=True, slots=True)
class TopicHeading:
    """A heading that stands for a topic in the outline of some editions."""

    first: int
    """The first year covered that has it."""
    last: int
    section: str
    """Id of the section."""
    heading: str
    label: str = ""
    """The label in the text below that heading which stands for it, or empty for the heading itself."""

    @property
    def years(self) -> str:
        """The editions in short: ``2017–2020``."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic with everything that it stands for."""

    topic: Topic
    words: tuple[str, ...]
    """By which it is looked for where no heading is on it; a star stands for any ending."""
    headings: tuple[TopicHeading, ...]
    """Oldest first; empty where no outline has a heading for it."""


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
