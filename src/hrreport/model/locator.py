"""Where a passage stands: section, paragraph, sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locator:
    """The place of a section, a paragraph or a sentence in a report.

    Paragraphs are counted from 1 within the nearest numbered or lettered section, headings below
    it passed over. So ``§ 1.c ¶ 7`` is unambiguous, though paragraph 7 of 1.c may stand under
    "Prison and Detention Center Conditions".
    """

    section: str
    """Section id: ``1.c``, ``1.c/prison-and-detention-center-conditions``, ``6/women``."""
    paragraph: int | None = None
    """Counted from 1; ``None`` for the whole section."""
    sentence: int | None = None
    """Counted from 1 within the paragraph; ``None`` for the whole paragraph."""

    @property
    def anchor(self) -> str:
        """The numbered or lettered section that the paragraph is counted in."""
        return self.section.partition("/")[0]

    @property
    def pinpoint(self) -> str:
        """The place within its section, as shown beside a sentence: ``¶ 7``."""
        return "" if self.paragraph is None else f"¶ {self.paragraph}"

    def __str__(self) -> str:
        if self.paragraph is None:
            return f"§ {self.section}"
        return f"§ {self.anchor} {self.pinpoint}"
