"""An extractive summary: chosen sentences in the order of the page, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    told: int = 0
    """Sentences of it that the verdict in brief shows already, and that are left out here."""


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
        """The digests without the sentences that the verdict in brief shows; without those that have no other."""
        brief = self.brief
        told = {brief.change, *brief.issues, *brief.accountability}
        rest = ((d, tuple(f for f in d.sentences if f.locator not in told)) for d in self.digests)
        return tuple(
            replace(digest, sentences=left, told=len(digest.sentences) - len(left))
            for digest, left in rest
            if left or not digest.sentences
        )
