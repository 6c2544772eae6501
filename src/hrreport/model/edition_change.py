"""Changes from one edition to another, a row for each country."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

from hrreport.model.change import REPEATED, sentences_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.change import Measure, PairKind, PassageReference, SentencePair
    from hrreport.model.edition_matrix import CountryGroup
    from hrreport.model.finding import Assessment, Finding
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic import Duty
    from hrreport.model.topic_reading import ReportReadings, TopicReading

SortKey = Literal["country", "then", "now", "share", "kept", "reworded", "gone", "new", "dropped", "turned"]
"""By what the rows can be ordered."""
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)
DutyOutcome = Literal[
    "reported", "absent", "described", "cross-reference", "not-applicable", "no-text", "wider", "no-heading",
    "heading-gone",
]  # fmt: skip
"""The answer to a duty: as its topic is treated; or its heading is gone, which the edition before had."""


@dataclass(frozen=True, slots=True)
class OneSidedTopic:
    """A topic that only one of two editions has a heading for, which says nothing about the country."""

    id: str
    name: str
    places: tuple[PassageReference, ...]
    measure: Measure
    assessment: Assessment | None
    finding: Finding | None
    """Its first key finding."""
    wider: bool
    """Whether the other edition has a heading for the wider topic."""


@dataclass(frozen=True, slots=True)
class ChangedAssessment:
    """A topic with a heading in both editions whose assessment is another in the later one."""

    id: str
    name: str
    old_places: tuple[PassageReference, ...]
    new_places: tuple[PassageReference, ...]
    old: Assessment
    new: Assessment
    old_finding: Finding | None
    new_finding: Finding | None


@dataclass(frozen=True, slots=True)
class CountryChange:
    """One country's report in two editions, compared."""

    old: Report
    """Without its sections."""
    new: Report
    then: Measure
    """Of the whole report."""
    now: Measure
    tally: tuple[tuple[PairKind, int, int], ...]
    """Sentences of the old and of the new report by what became of them."""
    dropped: tuple[OneSidedTopic, ...]
    """Topics whose heading the new report has not."""
    added: tuple[OneSidedTopic, ...]
    """Topics whose heading the old report has not."""
    turned: tuple[ChangedAssessment, ...]
    """Never of a dropped heading: what is no longer reported has not become better by that."""
    pairs: tuple[SentencePair, ...] = ()
    """Every sentence with what became of it; empty where that was not asked for."""

    def count(self, *kinds: PairKind) -> tuple[int, int]:
        """Return how many sentences of the old and of the new report are of these kinds."""
        return sentences_of(self.tally, kinds)

    @property
    def kept(self) -> int:
        """Sentences of the old report that the new one has word for word."""
        return self.count(*REPEATED)[0]

    @property
    def reworded(self) -> int:
        """Sentences of the old report that the new one words otherwise."""
        return self.count("reworded", "split", "merged")[0]

    @property
    def gone(self) -> int:
        """Sentences of the old report that the new one has not."""
        return self.count("removed")[0]

    @property
    def fresh(self) -> int:
        """Sentences of the new report that the old one has not."""
        return self.count("added")[1]

    @property
    def share(self) -> float:
        """The length of the new report as a share of the old one's."""
        return self.now.characters / self.then.characters if self.then.characters else 0.0

    def sort_value(self, key: SortKey) -> float | str:
        """Return by what the row is ordered: names ascend, counts and lengths descend."""
        if key == "country":
            return self.old.id.country
        found: dict[SortKey, float] = {
            "then": self.then.characters,
            "now": self.now.characters,
            "share": self.share,
            "kept": self.kept,
            "reworded": self.reworded,
            "gone": self.gone,
            "new": self.fresh,
            "dropped": len(self.dropped),
            "turned": len(self.turned),
        }
        return -found[key]


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """The reports of two editions compared, country by country."""

    group: CountryGroup
    old_year: int
    new_year: int
    rows: tuple[CountryChange, ...]
    """Countries of which both reports are in the library."""
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()

    def ordered(self, key: SortKey) -> tuple[CountryChange, ...]:
        """Return the rows in order; those that are alike stay in the order of the group."""
        return self.rows if key == "country" else tuple(sorted(self.rows, key=lambda row: row.sort_value(key)))

    def dropped_in(self) -> tuple[tuple[str, int], ...]:
        """Return each topic whose heading was dropped, with in how many countries, the most frequent first."""
        return _countries_by_topic(row.dropped for row in self.rows)

    def added_in(self) -> tuple[tuple[str, int], ...]:
        """Return each topic whose heading is new, with in how many countries, the most frequent first."""
        return _countries_by_topic(row.added for row in self.rows)


def _countries_by_topic(countries: Iterable[tuple[OneSidedTopic, ...]]) -> tuple[tuple[str, int], ...]:
    """Return each topic with in how many countries it is: once in each, though parts of a report have it too."""
    names = (dict.fromkeys(topic.name for topic in topics) for topics in countries)
    return tuple(Counter(chain.from_iterable(names)).most_common())


@dataclass(frozen=True, slots=True)
class AnsweredDuty:
    """One duty as one country's reports of two editions answer it."""

    old: TopicReading
    new: TopicReading

    @property
    def outcome(self) -> DutyOutcome:
        """The answer of the new report."""
        return "heading-gone" if self.new.is_silent and not self.old.is_silent else self.new.treatment


@dataclass(frozen=True, slots=True)
class CountryDuties:
    """All duties as one country's reports of two editions answer them."""

    old: ReportReadings
    new: ReportReadings

    @property
    def answers(self) -> tuple[AnsweredDuty, ...]:
        """One for each duty, in their order."""
        return tuple(map(AnsweredDuty, self.old.readings, self.new.readings))


@dataclass(frozen=True, slots=True)
class EditionDuties:
    """All duties as the reports of two editions answer them, country by country."""

    group: CountryGroup
    old_year: int
    new_year: int
    duties: tuple[Duty, ...]
    rows: tuple[CountryDuties, ...]
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()

    def gone(self, row: CountryDuties) -> int:
        """Return for how many duties a country's heading is gone."""
        return sum(answer.outcome == "heading-gone" for answer in row.answers)

    def ordered(self, key: SortKey) -> tuple[CountryDuties, ...]:
        """Return the rows by country, or those first for which the most headings are gone."""
        return self.rows if key == "country" else tuple(sorted(self.rows, key=lambda row: -self.gone(row)))
