"""A line of a PDF, as it is printed on its page."""

from __future__ import annotations

from hrreport.values import dataclass


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
