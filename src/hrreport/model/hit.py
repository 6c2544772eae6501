"""Queries and hits: passages with the matched words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Kind
    from hrreport.model.locator import Locator
    from hrreport.model.retrieval import Provenance


@dataclass(frozen=True, slots=True)
class Query:
    """A search: the words and the filters; an empty filter lets everything through."""

    text: str
    """In the language of searches: words, joined_words, "phrases", prefix*, NEAR(a b, 5), AND, OR, NOT, brackets."""
    countries: tuple[str, ...] = ()
    """Slugs; a report is taken when it is of any of them."""
    regions: tuple[str, ...] = ()
    """State's regional bureaus: af, eap, eur, nea, sca, wha."""
    years: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    """Ids; what stands below a section belongs to it, and parts of a report count with it."""
    topics: tuple[str, ...] = ()
    """Ids of subjects; narrower subjects belong to them."""
    kinds: tuple[Kind, ...] = ()
    """A paragraph is taken when one of its sentences is of any of them."""
    limit: int = 20
    """Hits to return."""
    offset: int = 0
    """Hits to pass over first."""
    context: int = 0
    """Paragraphs to return before and after each hit, within its numbered or lettered section."""
    exact: bool = False
    """Whether only the words as they are written count: no other forms of them, and no synonyms."""


class HitSpan(NamedTuple):
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """The part of a paragraph that shows best what was found; words only, no markup."""

    text: str
    highlights: tuple[HitSpan, ...]
    """Words that were met, as stretches of `text`."""
    from_start: bool
    """Whether it begins where the paragraph does."""
    to_end: bool
    """Whether it ends where the paragraph does."""


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A paragraph that stands near a hit."""

    locator: Locator
    topic: str | None
    """Its run-in label, or none."""
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that was found."""

    id: ReportId
    locator: Locator
    headings: tuple[str, ...]
    """Titles of the sections that it stands in, the widest first."""
    topic: str | None
    """The run-in label of the paragraph, or none."""
    text: str
    """The whole paragraph after its label, verbatim."""
    highlights: tuple[HitSpan, ...]
    """Words that were met, as stretches of `text`; empty when only headings or the label were met."""
    topic_highlights: tuple[HitSpan, ...]
    """Words that were met, as stretches of the run-in label."""
    heading_highlights: tuple[tuple[HitSpan, ...], ...]
    """For each heading, the words of the query in it."""
    score: float
    """The higher, the better it fits; comparable within one search only."""
    kinds: tuple[Kind, ...]
    """What the paragraph's sentences do."""
    subjects: tuple[str, ...]
    """Ids of the topics that the paragraph belongs to."""
    title: str
    """Of the report."""
    published: str
    """ISO date of the report's publication, or empty."""
    provenance: Provenance
    before: tuple[Neighbor, ...] = ()
    after: tuple[Neighbor, ...] = ()

    def excerpt(self, width: int = 240) -> Snippet:
        """Return the part of the paragraph that holds most of the words met.

        Args:
            width: Characters that it may have; it is cut between words.
        """
        start, end = _window(self.text, self.highlights, width)
        within = tuple(
            HitSpan(s.start - start, s.end - start) for s in self.highlights if s.start >= start and s.end <= end
        )
        return Snippet(self.text[start:end], within, start == 0, end == len(self.text))


def _window(text: str, spans: tuple[HitSpan, ...], width: int) -> tuple[int, int]:
    """Return where an excerpt starts and ends."""
    if len(text) <= width:
        return 0, len(text)
    fits = [[s for s in spans[i:] if s.end - first.start <= width] for i, first in enumerate(spans)]
    best = max(fits, key=len, default=[])
    middle = (best[0].start + best[-1].end) // 2 if best else 0
    start = max(0, min(middle - width // 2, len(text) - width))
    end = min(len(text), start + width)
    if start:
        start = text.find(" ", start, best[0].start if best else end) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end + 1), best[-1].end if best else 0)
    return start, end if end > start else min(len(text), start + width)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a search, to distinguish "not searched" from "none found"."""

    reports: int
    """Stored reports of the countries, regions and years that were asked for."""
    countries: tuple[str, ...] = ()
    """Slugs of countries that were asked for and of which none of these reports is."""
    years: tuple[int, ...] = ()
    """Years that were asked for and of which none of these reports is."""
    sections: tuple[str, ...] = ()
    """Sections that were asked for and that none of these reports has; sought only when nothing was met."""
    topics: tuple[str, ...] = ()
    """Topics that were asked for and on which none of these reports has anything; sought as sections are."""
    unfiltered: int | None = None
    """Paragraphs that the words meet without the filters; counted only when nothing was met with them."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Other words for a term of the field."""

    term: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of a query that no stored report has, and words of the reports that are written alike."""

    word: str
    alike: tuple[str, ...]


Way = Literal["word", "phrase", "words", "expression"]


@dataclass(frozen=True, slots=True)
class QueryReading:
    """The interpretation of a query."""

    asked: str
    """The query as it is named in an answer."""
    way: Way
    """A single word; words side by side; words that must all be in the paragraph; something with operators."""
    forms: bool
    """Whether other forms of its words count."""
    synonyms: tuple[Synonyms, ...] = ()
    """What was looked for beside the words of the query."""
    notes: tuple[str, ...] = ()
    """On operators of other systems, and signs that are passed over."""
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of a search, the best first, and how many paragraphs there were."""

    hits: tuple[Hit, ...]
    total: int
    """Paragraphs that were met."""
    ranked: int
    """How many of them, the newest editions first, were ranked; less than `total` for words that
    stand nearly everywhere."""
    coverage: Coverage | None = None
    """What was looked at; ``None`` where that was not asked."""
    reading: QueryReading | None = None
    """How the query was read."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of hits in one country or year."""

    name: str
    """The country's slug, or the year."""
    paragraphs: int
    reports: int
