"""The words of one report in the order of the page, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.quoting.quotation_words import spans_of, words_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.report import Paragraph, Report, Section


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """A heading or a paragraph, as printed."""

    section: Section
    paragraph: Paragraph | None
    """``None`` for a heading."""
    text: str
    first: int
    """The number that its first word has in the report."""

    @property
    def starts(self) -> tuple[int, ...]:
        """Offsets at which its sentences begin; a run-in label belongs to the first."""
        if self.paragraph is None:
            return (0,)
        label = f"{self.paragraph.topic}: " if self.paragraph.topic else ""
        return (0, *(len(label) + start for start in self.paragraph.starts[1:]))

    def locator(self, sentence: int) -> Locator:
        """Return the locator of a sentence, counted from 0."""
        if self.paragraph is None:
            return Locator(self.section.id)
        return self.section.locate(self.paragraph, sentence + 1)


@dataclass(frozen=True, slots=True)
class QuotationIndex:
    """The words of a report; it answers where a word stands without reading the report again."""

    id: ReportId
    units: tuple[IndexedUnit, ...]
    words: Sequence[str]
    """Every word and mark, in order, in the form in which they are compared."""
    positions: Mapping[str, Sequence[int]]
    """For each word, the numbers it has in `words`, ascending."""
    folded: Sequence[str]
    """The words without regard to capitals."""
    headings: QuotationIndex | None = None
    """The headings as the program shows them, where the page prints them in other letters."""

    def unit_at(self, position: int) -> int:
        """Return the number of the unit that a word stands in."""
        return bisect_right(self.units, position, key=lambda unit: unit.first) - 1

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where the words of each sentence, and of each heading, begin and end."""
        after = [*(unit.first for unit in self.units[1:]), len(self.words)]
        for unit, end in zip(self.units, after, strict=True):
            spans = [begin for begin, _ in spans_of(unit.text)] if len(unit.starts) > 1 else [0]
            begins = [unit.first + bisect_left(spans, start) for start in unit.starts]
            yield from zip(begins, [*begins[1:], end], strict=True)

    def sections(self) -> Iterator[tuple[int, int]]:
        """Yield where the words of each numbered or lettered section begin and end."""
        begin, anchor = 0, ""
        for unit in self.units:
            if unit.section.anchor != anchor:
                if unit.first > begin:
                    yield begin, unit.first
                begin, anchor = unit.first, unit.section.anchor
        yield begin, len(self.words)


def printed_units(report: Report) -> Iterator[tuple[Section, Paragraph | None, str]]:
    """Yield every heading (without a paragraph) and every paragraph, as printed, in the order of the page."""
    for section in report.walk():
        yield section, None, section.as_printed or section.title
        for paragraph in section.paragraphs:
            yield section, paragraph, paragraph.printed


def index_report(report: Report) -> QuotationIndex:
    """Return the index of everything that a report prints: headings, run-in labels, paragraphs."""
    shown = [(s, None, s.title) for s in report.walk() if s.as_printed and s.as_printed != s.title]
    return replace(_index(report.id, printed_units(report)), headings=_index(report.id, shown) if shown else None)


def _index(report_id: ReportId, printed: Iterable[tuple[Section, Paragraph | None, str]]) -> QuotationIndex:
    units: list[IndexedUnit] = []
    words: list[str] = []
    for section, paragraph, text in printed:
        if found := words_of(text):
            units.append(IndexedUnit(section, paragraph, text, len(words)))
            words += found
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        positions.setdefault(word, []).append(position)
    return QuotationIndex(report_id, tuple(units), words, positions, [word.casefold() for word in words])


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """Some consecutive units as one text, and where their words are in it."""

    text: str
    first: int
    """The number of its first word in the report."""
    spans: tuple[tuple[int, int], ...]
    """Where each of its words begins and ends."""
    sentences: tuple[tuple[int, Locator], ...]
    """Where each of its sentences begins, and its locator."""

    def sentence_at(self, offset: int) -> int:
        """Return the number, on this page, of the sentence that a character stands in."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence[0]) - 1

    def sentence_end(self, sentence: int) -> int:
        """Return where a sentence ends, white space after it left aside."""
        end = self.sentences[sentence + 1][0] if sentence + 1 < len(self.sentences) else len(self.text)
        return len(self.text[:end].rstrip())


def read_page(index: QuotationIndex, first: int, last: int) -> IndexedPage:
    """Return the units that hold the words from one number to another."""
    spans: list[tuple[int, int]] = []
    sentences: list[tuple[int, Locator]] = []
    units = index.units[index.unit_at(first) : index.unit_at(last) + 1]
    offset = 0
    for unit in units:
        spans += [(offset + a, offset + b) for a, b in spans_of(unit.text)]
        sentences += [(offset + start, unit.locator(n)) for n, start in enumerate(unit.starts)]
        offset += len(unit.text) + 2
    return IndexedPage("\n\n".join(unit.text for unit in units), units[0].first, tuple(spans), tuple(sentences))
