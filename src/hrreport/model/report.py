"""A report as a tree of sections and paragraphs, every word of it in exactly one place.

The module is long because the values of the tree name each other, and say what each of their fields means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.errors import NotFoundError
from hrreport.model.locator import Locator
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.country import ReportId
    from hrreport.model.official_pdf import OfficialPdf, PageRange
    from hrreport.model.retrieval import Provenance

Form = Literal["text", "item", "note"]
"""How a paragraph is printed: running text, an item of a list, or a note: an erratum, the head row of a table."""

DatedBy = Literal["page", "edition"]
"""What gives a report's date of publication: its own page, or the release of its edition."""


BOUNDARY = "Boundary: "
"""How a warning begins that doubts where a section begins or ends."""
REPAIR = "Repaired: "
"""How a warning begins that names a slip of the page that was put right in reading it."""
GUESS = "Guessed: "
"""How the warning begins that counts the topics that are guessed."""

GuessedBy = Literal["title", "words", "text"]
"""What a guess follows: the same title in other editions, the words of the title, or the text below it."""


@dataclass(frozen=True, slots=True)
class TopicGuess:
    """That the topics of a heading or label are guessed, since no outline of its edition is known."""

    by: GuessedBy
    sure: float
    """The share of such guesses that were right on editions whose outline is known, from 0 to 1."""

    def __str__(self) -> str:
        return f"guessed by its {self.by}, {round(100 * self.sure)} % sure"


@dataclass(frozen=True, slots=True)
class Publication:
    """The date of publication of a report."""

    day: str = ""
    """ISO date, or empty where it is not known."""
    dated_by: DatedBy | None = None
    """``None`` where the date is not known."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a paragraph's text: ``text[start:end]`` is the words linked."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, in the report's words with white space folded."""

    number: int
    """Counted from 1 within the nearest numbered or lettered section."""
    text: str
    """The words after the run-in label, exactly as printed, single-spaced."""
    starts: tuple[int, ...] = (0,)
    """Offsets in `text` at which its sentences begin, ascending, the first 0."""
    topic: str | None = None
    """The run-in label printed at its start, without the colon ("Administration"), or none."""
    topics: tuple[str, ...] = ()
    """Ids of the subjects that the run-in label stands for; empty where it has no subject."""
    form: Form = "text"
    links: tuple[Link, ...] = ()
    guess: TopicGuess | None = None
    """Where the topics of its run-in label are guessed."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in order; joined with the white space between them they are `text`."""
        ends = (*self.starts[1:], len(self.text))
        return tuple(self.text[a:b].rstrip() for a, b in zip(self.starts, ends, strict=True))

    @property
    def printed(self) -> str:
        """The whole paragraph with its run-in label, as a reader sees it."""
        return f"{self.topic}: {self.text}".rstrip() if self.topic else self.text


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the tree: a heading, its own paragraphs, and the sections below it."""

    id: str
    """Unique in the report: ``1.c``, ``6/women``, ``summary``; a part's sections: ``tibet:1.c``."""
    label: str
    """The number or letter printed before the heading ("1", "c"), or empty."""
    heading: str
    """The title without number or letter, in the outline's own case where the outline knows it."""
    level: int
    """2 for sections, 3 for lettered subsections, 4 and 5 below; 1 for a part of a report."""
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    topics: tuple[str, ...] = ()
    """Ids of the subjects that the heading stands for; empty for a heading that is not known."""
    as_printed: str = ""
    """The heading line as the page has it (case, number and all), white space folded."""
    guess: TopicGuess | None = None
    """Where its topics are guessed."""

    @property
    def title(self) -> str:
        """The heading with its number or letter: "Section 1. Life", "c. Disappearance"."""
        if not self.label:
            return self.heading
        return f"Section {self.label}. {self.heading}" if self.label.isdigit() else f"{self.label}. {self.heading}"

    @property
    def anchor(self) -> str:
        """Id of the numbered or lettered section that paragraphs here are counted in."""
        return self.id.partition("/")[0]

    @property
    def words(self) -> int:
        """Words of its own paragraphs, run-in labels included."""
        return sum(len(p.printed.split()) for p in self.paragraphs)

    def walk(self) -> Iterator[Section]:
        """Return this section and all below it, in the order of the page."""
        return _walk((self,))

    def locate(self, paragraph: Paragraph, sentence: int | None = None) -> Locator:
        """Return the locator of one of this section's own paragraphs, or of a sentence in it."""
        return Locator(self.id, paragraph.number, sentence)


@dataclass(frozen=True, slots=True)
class Part:
    """A territory with a text of its own inside a report: Tibet, Hong Kong, West Bank and Gaza."""

    id: str
    """Its slug; prefix of the ids of its sections: ``hong-kong:1.c``."""
    name: str
    provenance: Provenance


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Yield sections, each followed by those below it."""
    waiting = [*reversed(sections)]
    while waiting:
        section = waiting.pop()
        yield section
        waiting += reversed(section.sections)


@dataclass(frozen=True, slots=True)
class Report:
    """One country's report of one edition, as it was retrieved."""

    id: ReportId
    title: str
    """As the page has it: "2023 Country Reports on Human Rights Practices: Kazakhstan"."""
    published: str
    """ISO date of publication as the page prints it, or empty where it prints none; then
    `hrreport.catalogue.records.publication` has that of the edition."""
    sections: tuple[Section, ...]
    provenance: Provenance
    warnings: tuple[str, ...] = ()
    """What could not be verified or is not as expected, one sentence each."""
    parts: tuple[Part, ...] = ()
    """Parts that were retrieved from pages of their own, in order."""
    pdf: str = ""
    """The address of the PDF that the page offers of the report, or empty."""
    printed: OfficialPdf | None = None
    """The PDF that is kept beside the page, with the pages of its paragraphs; ``None`` where there is none."""

    @property
    def boundary_doubts(self) -> tuple[str, ...]:
        """Those of the warnings that doubt where a section begins or ends."""
        return tuple(warning for warning in self.warnings if warning.startswith(BOUNDARY))

    @property
    def repairs(self) -> tuple[str, ...]:
        """Those of the warnings that name a slip of the page that was put right."""
        return tuple(warning for warning in self.warnings if warning.startswith(REPAIR))

    def walk(self) -> Iterator[Section]:
        """Return every section of the report, in the order of the page."""
        return _walk(self.sections)

    def passages(self) -> Iterator[tuple[Section, Paragraph]]:
        """Yield every paragraph with the section that it stands in, in the order of the page."""
        for section in self.walk():
            for paragraph in section.paragraphs:
                yield section, paragraph

    def section(self, section_id: str) -> Section:
        """Return the section with that id; what a person types is read by `hrreport.catalogue.places.find_place`.

        Raises:
            NotFoundError: There is none; the hint names those that are spelled like it.
        """
        for section in self.walk():
            if section.id == section_id:
                return section
        from hrreport.model.sections import no_section

        raise no_section(self, section_id)

    def pinpoint(self, place: Locator) -> str:
        """Return a place as a reader of the page finds it: ``§ 1.c ¶ 4``, ``§ 6, Women, ¶ 7``.

        Raises:
            NotFoundError: The report has no such section.
        """
        if place.paragraph is None or place.section == place.anchor:
            return str(place)
        return f"§ {place.anchor}, {self.section(place.section).heading}, {place.pinpoint}"

    def pages(self, place: Locator, through: int | None = None) -> PageRange | None:
        """Return the pages of the PDF that a paragraph, a sentence or a range of paragraphs is printed on.

        ``None`` where there is no PDF, where the place was not found in it, and for a whole section.

        Args:
            place: The place, or the beginning of a range.
            through: The last paragraph of a range.
        """
        if self.printed is None or place.paragraph is None:
            return None
        if all(p.number != place.paragraph for p in self.section(place.section).paragraphs):
            place = self.resolve(place)
        end_place = place if through is None else self.resolve(Locator(place.anchor, through))
        first, last = self.printed.place(place), self.printed.place(end_place)
        if first is None or last is None:
            return None
        if place.sentence is None or through is not None:
            return self.printed.pages((first, -1), (last, None))
        paragraph = next(p for p in self.section(place.section).paragraphs if p.number == place.paragraph)
        begin, end = (*paragraph.starts, None)[place.sentence - 1 : place.sentence + 1]
        return self.printed.pages((first, begin or 0), (first, end))

    @property
    def pdf_address(self) -> str:
        """The address of its PDF: that of the copy that is kept, or else the one that the page offers."""
        return (self.printed.provenance.url if self.printed else "") or self.pdf

    def path(self, section_id: str) -> tuple[Section, ...]:
        """Return the sections from the top of the tree down to the one with that id.

        Raises:
            NotFoundError: There is none.
        """

        def down(sections: tuple[Section, ...], above: tuple[Section, ...]) -> tuple[Section, ...] | None:
            for section in sections:
                here = (*above, section)
                if section.id == section_id:
                    return here
                if found := down(section.sections, here):
                    return found
            return None

        return down(self.sections, ()) or (self.section(section_id),)

    def resolve(self, locator: Locator) -> Locator:
        """Return the locator with the very section that its paragraph stands in.

        Paragraphs are counted within the numbered or lettered section, so ``1.c ¶ 7`` may stand under
        a heading below it.

        Raises:
            NotFoundError: The report has no such section, paragraph or sentence.
        """
        section = self.section(locator.section)
        if locator.paragraph is None:
            return locator
        for other in self.walk():
            if other.anchor == section.anchor and any(p.number == locator.paragraph for p in other.paragraphs):
                if not f"{other.id}/".startswith(f"{section.id}/"):
                    raise NotFoundError(
                        f'paragraph {locator.paragraph} is not in section "{section.id}"',
                        hint=f'paragraphs are counted through section {section.anchor}; it is in "{other.id}"',
                    )
                place = Locator(other.id, locator.paragraph, locator.sentence)
                self.text_at(place)
                return place
        raise NotFoundError(f"there is nothing at {locator} of the report on {self.id}")

    def text_at(self, locator: Locator) -> str:
        """Return the words that stand at a locator, exactly as printed.

        Raises:
            NotFoundError: The report has no such section, paragraph or sentence.
        """
        section = self.section(locator.section)
        if locator.paragraph is None:
            return "\n\n".join(p.printed for p in section.paragraphs)
        for paragraph in section.paragraphs:
            if paragraph.number == locator.paragraph:
                if locator.sentence is None:
                    return paragraph.text
                if 1 <= locator.sentence <= len(paragraph.starts):
                    return paragraph.sentences[locator.sentence - 1]
        raise NotFoundError(f"there is nothing at {locator} of the report on {self.id}")
