"""An extractive summary: chosen sentences in the order of the page, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Assessment, Brief, Finding, Issue
    from hrreport.model.locator import Locator

Length = Literal["short", "medium", "long"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What a summary shows of one section."""

    section: str
    """Section id."""
    assessment: Assessment | None
    """Of the section's own text; ``None`` where it has none."""
    sentences: tuple[Finding, ...]
    """Chosen sentences, in the order of the page."""
    omitted: int = 0
    """Sentences of the section's own text that are not shown."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Chosen sentences of a report, each with its locator; no word in it is ours."""

    id: ReportId
    brief: Brief
    digests: tuple[Digest, ...]
    """In the order of the page; sections without text of their own included, to keep the outline."""
    running: bool = False
    """Whether it is a running summary (`--words`) of the body, rather than section by section."""

    @property
    def sentences(self) -> tuple[Finding, ...]:
        """Every chosen sentence, in order."""
        return tuple(f for d in self.digests for f in d.sentences)

    @property
    def beyond_the_brief(self) -> tuple[Digest, ...]:
        """The digests, without one whose sentences the verdict in brief shows already."""
        brief = self.brief
        told = {brief.change, *brief.issues, *brief.accountability}
        return tuple(d for d in self.digests if not d.sentences or any(f.locator not in told for f in d.sentences))


@dataclass(frozen=True, slots=True)
class Gloss:
    """The long form of an acronym, to stand beside the sentence that first uses it."""

    locator: Locator
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A report on one screen: its own verdict, then a dozen sentences of the body in a fixed order of subjects."""

    issues: tuple[Issue, ...] = ()
    """The items of the executive summary's list, each with the sections that speak of it."""
    actors: tuple[Locator, ...] = ()
    """Sentences of the executive summary on those who are not the state: insurgents, gangs, mobs."""
    sentences: tuple[Finding, ...] = ()
    """Life, torture, detention; persecuted groups; expression and politics; refugees and movement."""
    missing: tuple[str, ...] = ()
    """Subjects for which this edition has no heading and no run-in label."""
