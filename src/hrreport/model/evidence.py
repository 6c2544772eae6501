"""Coders' packets: what a report says on each indicator of a codebook, never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Finding, Kind

ChosenBy = Literal["topic", "words"]
"""Why a sentence is in a packet: its paragraph treats a topic of the indicator, or it has one of its words."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a codebook, and what of a report is read for it."""

    id: str
    name: str
    topics: tuple[str, ...] = ()
    """Ids of topics; narrower ones count."""
    kinds: tuple[Kind, ...] = ()
    """Only sentences of these kinds; empty for all."""
    words: tuple[str, ...] = ()
    """Sentences anywhere that have one of them; a star stands for any ending."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The indicators that coders read a report for."""

    id: str
    title: str
    source: str
    """The published codebook that it follows, and how sure that is."""
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class EvidenceSentence:
    """A sentence that an indicator's coder reads."""

    indicator: str
    finding: Finding
    by: ChosenBy
    doers: tuple[str, ...] = ()
    """Who did it, as printed; empty where the grammar does not say plainly."""
    affected: tuple[str, ...] = ()
    """To whom, as printed; likewise."""

    @property
    def absent(self) -> bool:
        """Return whether it says that there were no reports, or that a right was respected."""
        return self.finding.kind == "denial"

    @property
    def without_figure(self) -> bool:
        """Return whether it reports an abuse and gives no figure of it."""
        return self.finding.kind == "abuse" and not self.finding.figures


@dataclass(frozen=True, slots=True)
class IndicatorEvidence:
    """What a report says on one indicator."""

    indicator: Indicator
    sentences: tuple[EvidenceSentence, ...]
    """In the order of the report."""
    notice: str = ""
    """Said where no heading of the report is on its topics, or nothing was found."""


@dataclass(frozen=True, slots=True)
class CodersPacket:
    """What a report says on every indicator of a codebook."""

    id: ReportId
    codebook: Codebook
    indicators: tuple[IndicatorEvidence, ...]
    """In the order of the codebook."""

    @property
    def sentences(self) -> tuple[EvidenceSentence, ...]:
        """The sentences of all indicators; one that several read is in each."""
        return tuple(sentence for one in self.indicators for sentence in one.sentences)
