"""Find the paragraphs of a report in its official PDF: on which pages they are printed, and where words differ.

The rule of its design: a paragraph has a page only where its own letters are there, all of them and in the order of
the report, or nearly all with the words that differ named. What is not found has none: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from hrreport.model.official_pdf import OfficialPdf, PdfDifference, PrintedPlace
from hrreport.quoting.printed_differences import PrintedStretch, letters_of, near_matches, words_in
from hrreport.quoting.quotation_index import printed_units
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.filing import PrintedPages
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance
    from hrreport.quoting.printed_differences import NearMatch

_SHORT = 25
"""A text of fewer letters must fill whole lines of print: it may occur anywhere within others."""
_CERTAIN = 60
"""A text of so many letters that occurs once is known for itself, whatever order it is in."""
_STRAY = 12
"""So many letters of the PDF that no paragraph has are named."""
_TITLE = re.compile(r"(?:\W|\w){0,80}\bhuman rights (?:report|practices)\b(?:\W|\w){0,80}", re.IGNORECASE)

Span = tuple[int, int]
"""A stretch of the letters of a PDF."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """The whole text of a PDF."""

    text: str
    """Its lines, parted by line breaks."""
    letters: str
    places: list[int]
    begins: list[int]
    """Where in `text` each line begins."""
    sheets: list[int]
    """The page of each line, counted from 1."""
    edges: frozenset[int]
    """Where in `letters` lines begin and end."""

    def sheet(self, letter: int) -> int:
        """Return the page that a letter is on."""
        return self.sheets[bisect_right(self.begins, self.places[letter]) - 1]

    def turns(self, span: Span) -> Iterator[int]:
        """Yield the letters within a span that are the first of their page."""
        first, last = self.sheet(span[0]), self.sheet(span[1] - 1)
        for sheet in range(first + 1, last + 1):
            begin = self.begins[bisect_left(self.sheets, sheet)]
            yield bisect_left(self.places, begin)

    def words(self, span: Span) -> str:
        """Return the text of a span, white space folded."""
        return " ".join(self.text[self.places[span[0]] : self.places[span[1] - 1] + 1].split())


@dataclass(frozen=True, slots=True)
class _Unit:
    """A heading or a paragraph."""

    section: str
    paragraph: int | None
    """``None`` for a heading."""
    text: str
    """As printed, run-in label included."""
    lead: int
    """Characters of the run-in label and the space after it."""
    letters: str
    places: list[int]

    @property
    def part(self) -> str:
        """The part of the report that it is in, or empty; a part may have a PDF of its own."""
        return self.section.partition(":")[0] if ":" in self.section else ""


def find_pages(report: Report, pages: PrintedPages, numbers: tuple[int, ...], provenance: Provenance) -> OfficialPdf:
    """Return where the paragraphs of a report are in its PDF, and the words in which both differ.

    Args:
        report: The report, as its page has it.
        pages: The lines of each page of the PDF, without running heads and feet.
        numbers: The number that is printed on each page.
        provenance: Where the PDF is from.
    """
    printed = _printed_text(pages)
    units = [unit for unit in _units(report) if unit.letters]
    exact = _exact(units, printed)
    near = _near(units, exact, printed)
    spans = [span or ((match.begin, match.end) if match else None) for span, match in zip(exact, near, strict=True)]
    inside = {"", *(unit.part for unit, span in zip(units, spans, strict=True) if span and unit.paragraph is not None)}
    places: list[PrintedPlace] = []
    differences: list[PdfDifference] = []
    for unit, span, match in zip(units, spans, near, strict=True):
        if unit.paragraph is not None and span:
            breaks = tuple(_breaks(unit, span, match, printed))
            places.append(PrintedPlace(unit.section, unit.paragraph, printed.sheet(span[0]), breaks))
        if unit.paragraph is not None and (span or unit.part in inside):
            differences += _differences(unit, match, printed, found=span is not None)
    differences += _only_in_print(printed, [span for span in spans if span])
    return OfficialPdf(provenance, numbers, tuple(places), tuple(differences))


def _breaks(unit: _Unit, span: Span, match: NearMatch | None, printed: PrintedText) -> Iterator[int]:
    """Yield the offsets in a paragraph's text at which a new page begins."""
    for turn in printed.turns(span):
        letter = next((own for own, there in match.pairs if there >= turn), None) if match else turn - span[0]
        if letter is not None:
            yield max(0, unit.places[letter] - unit.lead)


def _differences(unit: _Unit, match: NearMatch | None, printed: PrintedText, *, found: bool) -> Iterator[PdfDifference]:
    """Yield the words of a paragraph that are other ones in the PDF; all of them where it is nowhere in it."""
    for own, other, letter in match.differences if match else ():
        yield PdfDifference(unit.section, unit.paragraph, own, other, printed.sheet(letter))
    if not found and unit.letters not in printed.letters:
        yield PdfDifference(unit.section, unit.paragraph, unit.text, "")


def _printed_text(pages: PrintedPages) -> PrintedText:
    """Return the text of a PDF."""
    lines = [line for page in pages for line in page]
    text = "\n".join(line.text for line in lines)
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)][:-1]
    letters, places = letters_of(text)
    edges = frozenset((*(bisect_left(places, begin) for begin in begins), len(letters)))
    return PrintedText(text, letters, places, begins, [line.page for line in lines], edges)


def _units(report: Report) -> Iterator[_Unit]:
    for section, paragraph, text in printed_units(report):
        lead = len(text) - len(paragraph.text) if paragraph else 0
        yield _Unit(section.id, paragraph.number if paragraph else None, text, lead, *letters_of(text))


def _exact(units: Sequence[_Unit], printed: PrintedText) -> list[Span | None]:
    """Return where all letters of each unit are, one after another; ``None`` where they are not, or not surely."""
    counts = Counter(unit.letters for unit in units)
    alone = {
        n: spans[0]
        for n, unit in enumerate(units)
        if counts[unit.letters] == 1 and len(spans := _occurrences(unit, printed, (0, len(printed.letters)), 2)) == 1
    }
    in_order = set(_chain(alone))
    found = [alone[n] if n in in_order else None for n in range(len(units))]
    while _fill_gaps(units, found, printed):
        pass
    for n, span in alone.items():
        if found[n] is None and len(units[n].letters) >= _CERTAIN:
            found[n] = span
    return found


def _occurrences(unit: _Unit, printed: PrintedText, within: Span, most: int) -> list[Span]:
    """Return where a unit's letters are within a span, up to a number of places."""
    spans: list[Span] = []
    size = len(unit.letters)
    at = printed.letters.find(unit.letters, *within)
    while at >= 0 and len(spans) < most:
        if size >= _SHORT or (at in printed.edges and at + size in printed.edges):
            spans.append((at, at + size))
        at = printed.letters.find(unit.letters, at + 1, within[1])
    return spans


def _chain(spans: dict[int, Span]) -> list[int]:
    """Return the units of the heaviest row of spans that follow one another in both texts."""
    best: list[tuple[int, int, int]] = []  # end, weight, unit: ascending in end and in weight
    before: dict[int, int] = {}
    for n in sorted(spans):
        start, end = spans[n]
        at = bisect_right(best, (start, 1 << 60, 1 << 60)) - 1
        weight = end - start + (best[at][1] if at >= 0 else 0)
        before[n] = best[at][2] if at >= 0 else -1
        place = bisect_left(best, (end, weight, -1))
        if place and best[place - 1][1] >= weight:
            continue
        stop = place
        while stop < len(best) and best[stop][1] <= weight:
            stop += 1
        best[place:stop] = [(end, weight, n)]
    chosen: list[int] = []
    n = best[-1][2] if best else -1
    while n >= 0:
        chosen.append(n)
        n = before[n]
    return chosen[::-1]


def _gaps(found: Sequence[Span | None], size: int) -> Iterator[tuple[range, Span]]:
    """Yield the units that were not found, between those that were, with the letters that are left for them."""
    begin, letter = 0, 0
    for n, span in enumerate((*found, (size, size))):
        if span is None:
            continue
        if n > begin and span[0] >= letter:
            yield range(begin, n), (letter, span[0])
        begin, letter = n + 1, max(letter, span[1])


def _fill_gaps(units: Sequence[_Unit], found: list[Span | None], printed: PrintedText) -> bool:
    """Find units by the place between others that were found; return whether there was one."""
    more = False
    for numbers, window in list(_gaps(found, len(printed.letters))):
        by_letters: dict[str, list[int]] = {}
        for n in numbers:
            by_letters.setdefault(units[n].letters, []).append(n)
        sure: dict[int, Span] = {}
        for same in by_letters.values():
            spans = _occurrences(units[same[0]], printed, window, len(same) + 1)
            if len(spans) == len(same):
                sure |= dict(zip(same, spans, strict=True))
        for n in _chain(sure):
            found[n] = sure[n]
            more = True
    return more


def _near(units: Sequence[_Unit], exact: Sequence[Span | None], printed: PrintedText) -> list[NearMatch | None]:
    """Return what is nearly the same as the paragraphs that are not found letter for letter."""
    found: list[NearMatch | None] = [None] * len(units)
    for numbers, (begin, end) in _gaps(exact, len(printed.letters)):
        if begin < end and any(units[n].paragraph is not None for n in numbers):
            words = words_in(printed.text, printed.places[begin], printed.places[end - 1] + 1, begin)
            matches = near_matches([units[n].text for n in numbers], PrintedStretch(printed.text, words))
            for n, match in zip(numbers, matches, strict=True):
                found[n] = match
    return found


def _only_in_print(printed: PrintedText, spans: Iterable[Span]) -> Iterator[PdfDifference]:
    """Yield the stretches of a PDF that are in none of some spans; the title of the report is passed over."""
    size = len(printed.letters)
    done = 0
    for begin, end in sorted((*spans, (size, size))):
        if begin - done >= _STRAY:
            words = printed.words((done, begin))
            if not _TITLE.fullmatch(words):
                yield PdfDifference("", None, "", words, printed.sheet(done))
        done = max(done, end)
