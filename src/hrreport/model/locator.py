"""The locator of a passage: section, paragraph, sentence."""

from __future__ import annotations

import re

from hrreport.errors import InputError
from hrreport.values import dataclass

_LONGEST = 200
"""No place in a report needs more characters than this."""

_TYPED = r"""
    (?: \#\s* | §+\s* | sections?\s+ | sec\.\s* | sec\s+ )?
    (?: (?P<part> (?!summary:) [a-z][a-z0-9-]* ) :\s* )?
    (?: (?P<number>\d{1,2}) (?: \.?(?P<letter>[a-z])\b )? | (?P<name>[a-z]{2}[a-z0-9-]*?) )
    (?P<below> (?: / [a-z0-9][a-z0-9-]*? )* )
    (?:
        [\s,.;-]* (?: ¶+ | paragraphs? | paras?\.? | pars?\.? | p\.? | : ) \s* (?P<paragraph>[1-9]\d{0,3})
        (?: [\s,;-]* (?: sentence | sent\.? | s\.? ) \s* (?P<sentence>[1-9]\d{0,3}) )?
    )?
"""
"""Compiled when it is first needed: a start that parses no locator does not pay for it."""


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

    @classmethod
    def parse(cls, text: str) -> Locator:
        """Return the place that somebody typed or copied; whether it exists, only a report can tell.

        Understood are the printed form and what people write for it: ``§ 1.c ¶ 4``, ``1c, para. 4``,
        ``1.c:4``, ``6/women p2``, ``summary``, ``tibet:1.c ¶ 4``, the anchor ``#1.c-p4`` and the id of
        a finding, ``1.c-p4-s2``.

        >>> Locator.parse("sec. 1c, para. 4")
        Locator(section='1.c', paragraph=4, sentence=None)

        Raises:
            InputError: The text does not name a place.
        """
        typed = " ".join(text.split()).casefold()
        found = re.fullmatch(_TYPED, typed, re.VERBOSE) if len(typed) <= _LONGEST else None
        if found is None:
            raise InputError(
                f'"{text[:_LONGEST]}" is not a place in a report',
                hint='write the section and, if wanted, the paragraph: "1.c ¶ 4", "6/women p2", "summary"',
            )
        part, number, letter, name, below, paragraph, sentence = found.groups()
        section = f"{part}:" * bool(part) + (name or number + f".{letter}" * bool(letter)) + below
        return cls(section, int(paragraph) if paragraph else None, int(sentence) if sentence else None)
