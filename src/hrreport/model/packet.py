"""An exhibit on conditions in a country, and the claim for protection that its passages are chosen by.

The passages of reports stand in parts, each report in a part under a tab.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import Comparison
    from hrreport.model.finding import Assessment, Kind
    from hrreport.model.gap import MissingReport
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Report
    from hrreport.model.topic_reading import Standing


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


PacketPartId = Literal["general", "group", "protection", "relocation", "adverse", "changes", "silences", "sources"]
"""The parts of an exhibit, in the order in which they are printed.

``adverse``: the passages of the parts before it that deny abuses or report a response to them. ``silences``:
topics that a report has no heading for. ``sources``: what must be known of the editions.
"""


@dataclass(frozen=True, slots=True)
class PacketParagraph:
    """A paragraph of a report in an exhibit, whole."""

    locator: Locator
    paragraph: Paragraph
    topics: tuple[str, ...] = ()
    """Ids of the topics that it was chosen for; empty where its section was chosen whole, or it is a neighbor."""
    neighbor: bool = False
    """Whether it was taken in only because it stands beside one that was chosen."""
    kinds: tuple[Kind, ...] = ()
    """What each of its sentences does."""


@dataclass(frozen=True, slots=True)
class PacketPassage:
    """Paragraphs under one heading."""

    section: str
    path: tuple[str, ...]
    """Headings from the top of the report down to it, with numbers and letters."""
    paragraphs: tuple[PacketParagraph, ...]


@dataclass(frozen=True, slots=True)
class PrintedElsewhere:
    """Paragraphs that belong to a part too, and are printed in another."""

    section: str
    paragraphs: tuple[int, ...]
    part: PacketPartId


@dataclass(frozen=True, slots=True)
class PacketTab:
    """One report's passages in one part."""

    report: Report
    passages: tuple[PacketPassage, ...]
    """In the order of the page; empty where the report has none."""
    elsewhere: tuple[PrintedElsewhere, ...] = ()

    @property
    def paragraphs(self) -> int:
        """Return the number of printed paragraphs."""
        return sum(len(passage.paragraphs) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class PacketPart:
    """A part of an exhibit: a tab for each report."""

    id: PacketPartId
    topics: tuple[str, ...]
    """Ids of the topics that it is about; empty for the passages that cut the other way."""
    tabs: tuple[PacketTab, ...]


@dataclass(frozen=True, slots=True)
class UnaddressedCell:
    """A topic in one report: reported, mentioned, or not addressed."""

    year: int
    standing: Standing
    mentions: int = 0
    """Paragraphs elsewhere in the report that hold words of a topic that no heading is on."""
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class UnaddressedTopic:
    """A topic that at least one report on a country does not address under a heading of its own."""

    country: str
    topic: str
    name: str
    words: tuple[str, ...]
    """What it was looked for by where no heading is on it."""
    cells: tuple[UnaddressedCell, ...]
    """One for each report on the country, in their order."""


@dataclass(frozen=True, slots=True)
class OutlineCut:
    """An edition whose outline has headings for fewer topics than the one before."""

    year: int
    before: int
    """Topics that the outline of the edition before has headings for."""
    after: int
    dropped: tuple[str, ...]
    """Ids of the topics that lost their heading."""


@dataclass(frozen=True, slots=True)
class Packet:
    """An exhibit on conditions in one country or several."""

    reports: tuple[Report, ...]
    subjects: tuple[PartSubjects, ...]
    parts: tuple[PacketPart, ...]
    """Those with passages, in order; the last one has those that cut the other way."""
    changes: tuple[Comparison, ...] = ()
    """Editions that follow each other, each pair on the topics of the exhibit alone."""
    silences: tuple[UnaddressedTopic, ...] = ()
    cuts: tuple[OutlineCut, ...] = ()
    claim: Claim | None = None
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
    """Reports that were asked for besides, and are not there."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of all topics that it is about, each once."""
        return tuple(dict.fromkeys(topic for each in self.subjects for topic in each.topics))
