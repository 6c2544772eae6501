"""The table of contents of a stored report: where each paragraph stands, and what it is about.

It is kept beside the stored report so that a hit of a search is shown without decoding the
report: ``stored[start:end]`` is the paragraph's text as a JSON string.
"""

from __future__ import annotations

import json
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue.paragraph_topics import joined, labels_in_force
from hrreport.library.packing import pack_text, unpack_text
from hrreport.library.sqlite_errors import damaged
from hrreport.model.finding import Kind
from hrreport.model.locator import Locator
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report, Section


class StoredHeading(NamedTuple):
    """A section, as far as its paragraphs need it."""

    id: str
    title: str
    above: int
    """Place in `Contents.headings` of the section that it stands in, or -1."""
    topics: tuple[str, ...]
    """Of the heading itself; those of the sections above are not repeated."""


class StoredPassage(NamedTuple):
    """One paragraph: its place in the report and in the stored text, and what it is about.

    Lists of names are one text each, so that a row of the file is read at once.
    """

    heading: int
    """Place in `Contents.headings` of its section."""
    number: int
    start: int
    end: int
    label: str
    """The run-in label, or empty."""
    topic_names: str
    """Ids of the subjects of the run-in label alone, with a space between."""
    kind_names: str
    """What its sentences do, each kind once, with a space between."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its sentences, each once."""
        return tuple(map(Kind, self.kind_names.split()))


@dataclass(frozen=True, slots=True)
class Contents:
    """All sections and paragraphs of a report, in the order of the page."""

    headings: tuple[StoredHeading, ...]
    passages: tuple[StoredPassage, ...]

    def path(self, passage: StoredPassage) -> tuple[StoredHeading, ...]:
        """Return the sections that a paragraph stands in, the widest first."""
        found: list[StoredHeading] = []
        place = passage.heading
        while place >= 0:
            found.insert(0, self.headings[place])
            place = self.headings[place].above
        return tuple(found)

    def subjects(self) -> Iterator[tuple[str, ...]]:
        """Yield the topics that each paragraph treats."""
        for _, under in groupby(self.passages, key=lambda passage: passage.heading):
            yield from self._subjects_under(tuple(under))

    def subjects_of(self, passage: StoredPassage) -> tuple[str, ...]:
        """Return the topics that one of the paragraphs treats."""
        under = [p for p in self.passages if p.heading == passage.heading and p.start <= passage.start]
        return tuple(self._subjects_under(under))[-1]

    def _subjects_under(self, passages: Sequence[StoredPassage]) -> Iterator[tuple[str, ...]]:
        """Yield the topics of paragraphs that stand under one heading, from its first on."""
        above = [heading.topics for heading in reversed(self.path(passages[0]))]
        for _, topics in labels_in_force((passage.label, tuple(passage.topic_names.split())) for passage in passages):
            yield joined(topics, above)

    def locator(self, passage: StoredPassage) -> Locator:
        """Return where a paragraph stands."""
        return Locator(self.headings[passage.heading].id, passage.number)

    def titles_before(self) -> Iterator[tuple[str, ...]]:
        """Yield for every paragraph the titles printed between the one before it and itself."""
        seen = -1
        for passage in self.passages:
            yield tuple(h.title for h in self.headings[seen + 1 : passage.heading + 1])
            seen = max(seen, passage.heading)


def words_of(stored: str, passage: StoredPassage) -> str:
    """Return a paragraph's text, read from the stored report that it belongs to.

    Raises:
        LibraryError: No text stands where the table of contents says.
    """
    try:
        return str(json.loads(stored[passage.start : passage.end]))
    except ValueError as error:
        raise damaged("a paragraph cannot be found") from error


def contents_of(report: Report, analysis: Analysis, stored: str) -> Contents:
    """Return the table of contents of a report.

    Args:
        report: The report.
        analysis: What was found in it; decides the kinds.
        stored: The report in its stored form, which holds every paragraph's text in order.
    """
    kinds: dict[tuple[str, int | None], dict[str, None]] = {}
    for finding in analysis.findings:
        place = (finding.locator.section, finding.locator.paragraph)
        kinds.setdefault(place, {})[finding.kind.value] = None
    headings: list[StoredHeading] = []
    passages: list[StoredPassage] = []

    def add(sections: Iterable[Section], above: int) -> None:
        for section in sections:
            here = len(headings)
            headings.append(StoredHeading(section.id, section.title, above, section.topics))
            for p in section.paragraphs:
                text = json.dumps(p.text, ensure_ascii=False)
                start = stored.index(text, passages[-1].start if passages else 0)
                about = (" ".join(p.topics), " ".join(kinds.get((section.id, p.number), ())))
                passages.append(StoredPassage(here, p.number, start, start + len(text), p.topic or "", *about))
            add(section.sections, here)

    add(report.sections, -1)
    return Contents(tuple(headings), tuple(passages))


def text_hash(report: Report) -> str:
    """Return the SHA-256 of a report's words: headings as printed, run-in labels, paragraphs.

    What surrounds the text on the page has no part in it, nor has white space.
    """
    import hashlib

    words = hashlib.sha256()
    for section in report.walk():
        for line in (section.as_printed or section.title, *(p.printed for p in section.paragraphs)):
            words.update(" ".join(line.split()).encode() + b"\n")
    return words.hexdigest()


_PASSAGE = partial(tuple.__new__, StoredPassage)
"""Makes a passage of its stored values; a report has hundreds, and this takes a fifth of the time of a call."""


def pack_contents(contents: Contents) -> bytes:
    """Return the table of contents as it lies in the file."""
    headings = [[h.id, h.title, h.above, *h.topics] for h in contents.headings]
    return pack_text(json.dumps([headings, contents.passages], ensure_ascii=False, separators=(",", ":")))


def unpack_contents(packed: bytes) -> Contents:
    """Return the table of contents that was packed.

    Raises:
        LibraryError: It is damaged.
    """
    try:
        headings, passages = json.loads(unpack_text(packed))
        if any(len(values) != len(StoredPassage._fields) for values in passages):
            raise ValueError("a paragraph has not all its values")  # noqa: TRY301  damage, as other values are
        return Contents(
            tuple(StoredHeading(name, title, above, tuple(topics)) for name, title, above, *topics in headings),
            tuple(map(_PASSAGE, passages)),
        )
    except (ValueError, TypeError) as error:
        raise damaged("a table of contents cannot be read") from error
