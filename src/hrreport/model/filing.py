"""A finished document that quotes and cites reports: its blocks of text, the citations in it, the lines of its PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId


BlockKind = Literal["text", "quote", "note"]
"""Running text, a quotation set off as a block, a footnote or endnote."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The sign of a note in a text: its offset, and the name of the note."""

    at: int
    note: str


@dataclass(frozen=True, slots=True)
class FilingBlock:
    """A paragraph, a block quotation or a note of a filing."""

    text: str
    """As printed; lines of a page are parted by line breaks."""
    where: str
    """Its place as a reader finds it: "paragraph 12", "page 3", "line 40", "footnote 2"."""
    kind: BlockKind = "text"
    note: str = ""
    """The name that marks of this note refer to; empty for what is not a note."""
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """A finished document."""

    name: str
    """The name of its file."""
    blocks: tuple[FilingBlock, ...]
    """In the order of the document; notes stand after the text."""


CitationKind = Literal["full", "short", "id", "supra", "exhibit", "other"]
"""How it names the report.

``full``: by country and edition. ``short``: by less, the rest standing in an earlier one. ``id``: the
one before. ``supra``: an earlier one. ``exhibit``: by the label of an exhibit. ``other``: another work.
"""


@dataclass(frozen=True, slots=True)
class ClaimedPlace:
    """The place that a citation names."""

    section: str = ""
    """``1.c``, ``6``, ``summary``; empty where only paragraphs are named."""
    heading: str = ""
    """A heading below the section, as written: "Women"."""
    paragraphs: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return it as this program prints places."""
        section = f"§ {self.section}" if self.section else ""
        heading = f", {self.heading}," if self.heading else ""
        numbers = self.paragraphs
        if not numbers:
            return (section + heading).rstrip(",")
        last = f"–{numbers[-1]}" if len(numbers) > 1 else ""
        return f"{section}{heading} {'¶' * min(len(numbers), 2)} {numbers[0]}{last}".strip()


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as found: ``text[begin:end]`` of a block."""

    block: int
    """The number of the block in the filing, counted from 0."""
    begin: int
    end: int
    text: str
    kind: CitationKind
    country: str = ""
    """Slug; empty where it names none."""
    year: int = 0
    """The edition; 0 where it names none."""
    place: ClaimedPlace | None = None
    date: str = ""
    """ISO date of publication; empty where it gives none."""
    address: str = ""
    exhibit: str = ""
    """"Tab C"; empty where it names none."""
    report: ReportId | None = None
    """What it cites, once it is known; ``None`` for another work, or where it cannot be known."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed; lengths are in points, and counted from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    """How far the letters of its font reach, whichever letters it has."""
    page: int
    """Counted from 1, whatever number is printed on the page."""
    bold: int = 0
    """So many characters at its beginning are bold."""
    size: float = 0.0
    """The size of its type, as the file gives it."""
    margin: str = ""
    """What is in the margin beside it."""


RAISED = ("\x02", "\x03")
"""Stand around a number that is raised above its line: the sign of a note."""
PrintedPages = tuple[tuple[PrintedLine, ...], ...]
"""The lines of each page, from top to bottom."""
