"""A citation of a report in somebody's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId

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
