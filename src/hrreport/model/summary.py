"""An extractive summary: chosen sentences in the order of the page, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Assessment, Brief, Finding

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
