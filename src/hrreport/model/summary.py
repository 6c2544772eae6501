"""An extractive summary: chosen sentences in the order of the page, and what was left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Assessment, Brief, Finding, Issue
    from hrreport.model.locator import Locator

Length = Literal["brief", "short", "medium", "long"]

Mark = Literal["named", "described", "none", "elsewhere", ""]
"""What a heading's first sentence shown supports: an abuse that the executive summary names, an abuse described in
this section only, that the report says none or the right respected, that it says nothing here; or nothing of these."""
MARKS: tuple[Mark, ...] = get_args(Mark)
"""Strongest first."""


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """The summary of one section."""

    section: str
    """Section id."""
    assessment: Assessment | None
    """Of the section's own text; ``None`` where it has none."""
    sentences: tuple[Finding, ...]
    """Chosen sentences, in the order of the page."""
    omitted: int = 0
    """Sentences of the section's own text that are not shown."""
    shown_in_brief: int = 0
    """Sentences of it that the verdict in brief shows already, and that are left out here."""
    own_mark: Mark = ""
    """The fact that its own first sentence supports."""
    mark: Mark = ""
    """The strongest of its own and of those of the headings below it."""
    also: tuple[tuple[Locator, Locator], ...] = ()
    """A sentence shown, and another place of the report that says the same."""


@dataclass(frozen=True, slots=True)
class AcronymExpansion:
    """The long form of an acronym, to stand beside the sentence that first uses it."""

    locator: Locator
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class PreviousEdition:
    """Differences from the previous edition; a shorter text is never an improvement."""

    year: int
    """Of the edition before."""
    added: tuple[str, ...] = ()
    """Issues of the list that no issue of the edition before speaks of, as printed."""
    gone: tuple[str, ...] = ()
    """Issues of the edition before that none of the list speaks of, as printed there."""
    lost: tuple[str, ...] = ()
    """Subjects that had a heading in the edition before and have none."""
    outline_changed: bool = False
    """Whether the editions have different outlines."""


@dataclass(frozen=True, slots=True)
class BriefSummary:
    """A report on one screen: its own verdict, then a dozen sentences of the body in a fixed order of subjects."""

    issues: tuple[Issue, ...] = ()
    """The items of the executive summary's list, each with the sections that speak of it."""
    actors: tuple[Locator, ...] = ()
    """Sentences of the executive summary on those who are not the state: insurgents, gangs, mobs."""
    sentences: tuple[Finding, ...] = ()
    """Life, torture, detention; persecuted groups; expression and politics; refugees and movement."""
    missing: tuple[str, ...] = ()
    """Subjects for which this edition has no heading and no run-in label."""
    since: PreviousEdition | None = None
    """Only where the edition before is in the library."""
    pointers: tuple[str, ...] = ()
    """Ids of the sections whose own text is a cross-reference only."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Chosen sentences of a report, each with its locator; no word in it is ours."""

    id: ReportId
    brief: Brief
    digests: tuple[SectionSummary, ...]
    """In the order of the page, that of executive summaries if it is running; sections without text included."""
    running: bool = False
    """Whether it is a running summary (`--words`) of the body, rather than section by section."""
    overview: BriefSummary | None = None
    """The report on one screen; only of a whole report."""
    in_brief: bool = False
    """Whether the overview is all that is shown."""
    glosses: tuple[AcronymExpansion, ...] = ()
    """Long forms of the acronyms in what is shown."""
    referred: tuple[str, ...] = ()
    """Ids of the sections that only refer elsewhere or are not applicable; their sentences are not shown."""

    @property
    def sentences(self) -> tuple[Finding, ...]:
        """Every chosen sentence of the body, in the order shown."""
        if self.in_brief and self.overview:
            return self.overview.sentences
        return tuple(f for d in self.digests for f in d.sentences)

    @property
    def beyond_the_brief(self) -> tuple[SectionSummary, ...]:
        """The digests without the sentences that the verdict in brief shows; without those that have no other."""
        brief = self.brief
        shown = {brief.change, *brief.issues, *brief.accountability, *(self.overview.actors if self.overview else ())}
        rest = ((d, tuple(f for f in d.sentences if f.locator not in shown)) for d in self.digests)
        return tuple(
            replace(digest, sentences=left, shown_in_brief=len(digest.sentences) - len(left))
            for digest, left in rest
            if left or not digest.sentences
        )


class IssueList(NamedTuple):
    """The issues that one edition lists and the subjects that it has no heading for, to compare two editions by."""

    year: int
    issues: tuple[str, ...]
    """As printed."""
    subjects: tuple[tuple[int, ...], ...]
    """By issue, the subjects that it names, in that order: places in the table of subjects."""
    missing: tuple[str, ...]
    """Subjects without a heading."""


class BriefSentences(NamedTuple):
    """The sentences of the body that a brief shows where other things leave so much room."""

    spent: int
    """Lines that tell what differs from the edition before, at least."""
    sentences: tuple[Finding, ...]
    glosses: tuple[AcronymExpansion, ...]
    """Of the verdict and of these sentences."""


class Abstract(NamedTuple):
    """What the summaries of a whole report show, chosen once and stored with its analysis."""

    medium: Summary
    """Section by section; its overview has no sentences and does not know the edition before."""
    briefs: tuple[BriefSentences, ...]
    """By the lines spent on the edition before, fewest first; empty where a brief was not chosen."""
    listed: IssueList
