"""The verdict on a quotation: where it occurs in a report, or in which of all stored ones, or the nearest passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report


Role = Literal["around", "quoted", "left-out", "replaced"]
"""What a quotation does with words of the report.

``around``: they stand in the same sentence and are not part of it. ``left-out``: an ellipsis stands
for them. ``replaced``: text in brackets stands for them.
"""


@dataclass(frozen=True, slots=True)
class QuotedPart:
    """Consecutive words of the report that the quotation treats alike, verbatim, white space included."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class LeftOutWords:
    """Words that an ellipsis leaves out."""

    words: int
    """How many; 0 where the ellipsis stands for nothing, or for one that the report prints."""
    text: str
    """The words, verbatim; paragraphs are parted by an empty line."""
    crosses: int = 0
    """Ends of sentences between the words before it and those after it; 0 within one sentence."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """Text in brackets, and what it stands for."""

    kind: Literal["case", "replacement", "insertion"]
    """``case``: only capital letters differ. ``insertion``: it replaces nothing in the report."""
    quoted: str
    """As the quotation has it, brackets and all: ``[t]he``, ``[the police]``."""
    printed: str
    """As the report has it; empty for an insertion."""
    crosses: int = 0
    """Ends of sentences among the words that it stands for."""


CaveatKind = Literal["contrast", "exception", "negation", "doubt", "source", "extent"]
"""How words weaken or turn a statement: but · unless · no reports · allegedly · according to · some."""

CaveatPlace = Literal["before", "after", "left-out", "replaced", "next-sentence"]


@dataclass(frozen=True, slots=True)
class Caveat:
    """Words near the quoted ones that a reader of the quotation does not see, and that weaken or turn it."""

    phrase: str
    """As printed."""
    kind: CaveatKind
    place: CaveatPlace
    """Where they stand, seen from the quotation."""
    locator: Locator
    """The sentence that they stand in."""


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """One place where the quotation occurs, word for word."""

    locators: tuple[Locator, ...]
    """Every sentence that quoted words stand in, in order; for a heading, its section."""
    stretches: tuple[QuotedPart, ...]
    """The sentences that it begins and ends in, and all between, divided by what is quoted."""
    gaps: tuple[LeftOutWords, ...] = ()
    """One for each ellipsis, in order."""
    alterations: tuple[Alteration, ...] = ()
    """One for each bracket that changes something, in order."""
    caveats: tuple[Caveat, ...] = ()
    marks_differ: bool = False
    """Whether quotation marks within the passage were left out or added."""

    @property
    def exact(self) -> bool:
        """Return whether nothing was left out, replaced or inserted."""
        return not self.gaps and not self.alterations

    @property
    def text(self) -> str:
        """The words of the report from the first quoted to the last, left-out and replaced ones included."""
        return "".join(s.text for s in self.stretches if s.role != "around")

    @property
    def sentences(self) -> str:
        """The same with the rest of the sentences that it begins and ends in."""
        return "".join(s.text for s in self.stretches)


Mark = Literal["same", "changed", "missing", "added", "bracketed"]
"""How a word of a quotation and one of the report compare.

``missing``: only the report has it. ``added``: only the quotation has it. ``bracketed``: they differ,
and the quotation says so.
"""


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word, number or punctuation mark, side by side in quotation and report, with the space after it."""

    mark: Mark
    quoted: str
    """Empty where it is missing."""
    printed: str
    """Empty where it was added."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that comes nearest to a quotation that is not there."""

    locators: tuple[Locator, ...]
    """Every sentence that the passage touches, in order."""
    words: tuple[QuotedWord, ...]
    """Joined, what is quoted is the quotation and what is printed is the passage."""
    likeness: float
    """Share of the quotation's words that stand in the passage in the same order, up to 1."""
    close: bool = True
    """Whether it is an altered form of the passage; otherwise the passage has most of its words in another order."""

    @property
    def text(self) -> str:
        """The passage, verbatim."""
        return "".join(word.printed for word in self.words).strip()

    @property
    def differences(self) -> tuple[QuotedWord, ...]:
        """The words that are not the same, those in brackets left aside."""
        return tuple(word for word in self.words if word.mark not in ("same", "bracketed"))

    @property
    def only(self) -> Literal["case", "punctuation", ""]:
        """Return what all differences are where no word differs: capital letters, or punctuation marks."""
        different = self.differences
        if different and all(word.quoted.strip().casefold() == word.printed.strip().casefold() for word in different):
            return "case"
        letters = any(c.isalnum() for word in different for c in word.quoted + word.printed)
        return "" if letters or not different else "punctuation"


Convention = Literal[
    "final-mark", "first-letter", "ligature", "line-hyphen", "page-furniture", "missing-space", "heading"
]
"""What a quotation may do without being altered, and what a copy from a file does to it.

``final-mark``: its last comma or full stop is the quoter's. ``first-letter``: its first letter is a
capital where the report has a small one, or the reverse. ``ligature``: letters joined into one sign.
``line-hyphen``: a word divided at the end of a line. ``page-furniture``: the head or foot of a printed
page within it. ``missing-space``: words run together in the file. ``heading``: a heading as this program
shows it, which the page prints in other letters.
"""

Judgment = Literal["exact", "altered-as-marked", "differs", "not-found"]
"""What a verdict comes to, best first."""

JUDGMENTS: tuple[Judgment, ...] = get_args(Judgment)
"""All of them, best first."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a quotation: whether and where it occurs in a report."""

    id: ReportId
    quotation: str
    """As it was given, white space folded, without single quotation marks around it."""
    places: tuple[QuotedSpan, ...] = ()
    """Every place where it stands, in the order of the page; empty where it does not."""
    more: int = 0
    """Further places that are not described, where there are very many."""
    nearest: Nearest | None = None
    """Where it does not stand and has no ellipsis: what comes nearest, if anything does."""
    parts: tuple[Verdict, ...] = ()
    """Where it does not stand and has ellipses: a verdict on each of its stretches."""
    conventions: tuple[Convention, ...] = ()
    """What was passed over in it."""
    quotations: tuple[Verdict, ...] = ()
    """Where the text holds several quotations, or one among other words: a verdict on each."""

    @property
    def found(self) -> bool:
        """Return whether it occurs, word for word except where its ellipses and brackets mark changes."""
        return bool(self.places) or (bool(self.quotations) and all(each.found for each in self.quotations))

    @property
    def judgment(self) -> Judgment:
        """Return the judgment; of several quotations, the worst."""
        if self.quotations:
            return max((each.judgment for each in self.quotations), key=JUDGMENTS.index)
        if self.places:
            return "exact" if any(place.exact for place in self.places) else "altered-as-marked"
        near = self.nearest is not None and self.nearest.close
        return "differs" if near or any(part.judgment != "not-found" for part in self.parts) else "not-found"

    @property
    def scattered(self) -> bool:
        """Return whether all its parts occur, but not in this order within one section."""
        return bool(self.parts) and all(part.found for part in self.parts)


@dataclass(frozen=True, slots=True)
class LibraryVerdict:
    """In which reports a quotation stands, or which one comes nearest to it."""

    quotation: str
    """As it was given, white space folded."""
    reports: int
    """How many it was held against."""
    found: bool
    """Whether it stands in any of them, word for word."""
    verdicts: tuple[tuple[Report, Verdict], ...]
    """Where it stands; or the one that comes nearest, if any does."""
    others: tuple[ReportId, ...] = ()
    """Further reports in which it stands, where there are very many."""

    @property
    def judgment(self) -> Judgment:
        """Return the judgment of the best verdict."""
        return min((verdict.judgment for _, verdict in self.verdicts), key=JUDGMENTS.index, default="not-found")
