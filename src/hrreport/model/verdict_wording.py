"""How a verdict on a quotation is said in words, the same in every view and every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.model.locator import Locator
from hrreport.model.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change_wording import Names
    from hrreport.model.quotation import Alteration, Caveat, CaveatPlace, Gap, Nearest, Place, Verdict
    from hrreport.model.sighting import Sightings

ONLY_QUOTED = ("[-", "-]")
"""Stand around words that only the quotation has."""
ONLY_PRINTED = ("{+", "+}")
"""Stand around words that only the report has."""
QUOTED = ("⟦", "⟧")
"""Stand around the quoted words of a sentence."""

Piece = Literal["same", "quoted", "printed"]
"""Which of the two, quotation and report, has some words."""

_SIDES: dict[CaveatPlace, str] = {
    "before": "before the quoted words, in the same sentence",
    "after": "after the quoted words, in the same sentence",
    "left-out": "among the words that an ellipsis leaves out",
    "replaced": "among the words that brackets replace",
    "next-sentence": "in the sentence that follows",
}
_ONLY = {
    "case": "All that differs is capital letters.",
    "punctuation": "All that differs is punctuation.",
}


def where(locators: Iterable[Locator]) -> str:
    """Return the paragraphs that sentences stand in, in a row; the section is named where it changes.

    >>> where([Locator("1.c", 2, 1), Locator("1.c", 2, 2), Locator("1.c", 3, 1)])
    '§ 1.c ¶ 2; ¶ 3'
    """
    said: list[str] = []
    anchor = ""
    for place in dict.fromkeys(Locator(locator.anchor, locator.paragraph) for locator in locators):
        said.append(place.pinpoint if said and place.anchor == anchor else str(place))
        anchor = place.anchor
    return "; ".join(said)


def outcome(verdict: Verdict) -> str:
    """Return whether the quotation stands there, in a sentence."""
    if verdict.found:
        places = len(verdict.places) + verdict.more
        return "It stands there word for word" + (f", in {counted(places, 'place')}." if places > 1 else ".")
    if verdict.scattered:
        return "It does not stand there so: each of its stretches does, but not in this order within one section."
    if verdict.nearest or verdict.parts:
        return "It does not stand there word for word."
    return "It does not stand there, and no passage comes near it."


def sighted(sightings: Sightings) -> str:
    """Return in how many of the stored reports a quotation stands, in a sentence."""
    whole = counted(sightings.reports, "stored report")
    if not sightings.found:
        return f"It stands word for word in none of {whole}."
    return f"It stands word for word in {len(sightings.verdicts) + len(sightings.others):,} of {whole}."


def also_in(sightings: Sightings, names: Names) -> str:
    """Return the reports that are only named."""
    return f"Also in: {', '.join(f'{names.get(one.country, one.country)} {one.year}' for one in sightings.others)}."


def remarks(place: Place) -> Iterator[str]:
    """Yield what a reader must know of a place: ellipses, brackets and quotation marks, a sentence each."""
    yield from map(_gap, place.gaps)
    yield from map(_alteration, place.alterations)
    if place.marks_differ:
        yield "Quotation marks within the passage were left out or added."


def _gap(gap: Gap) -> str:
    if not gap.words:
        return "An ellipsis leaves nothing out."
    return f"An ellipsis leaves out {counted(gap.words, 'word')}: “{gap.text.strip()}”"


def _alteration(alteration: Alteration) -> str:
    if alteration.kind == "insertion":
        return f"{alteration.quoted} stands for nothing in the report."
    said = "changes the capital of" if alteration.kind == "case" else "stands for"
    return f"{alteration.quoted} {said} “{alteration.printed}”."


def warning(caveat: Caveat) -> str:
    """Return a caveat in a sentence."""
    return f"Caveat ({caveat.kind}): “{caveat.phrase}” stands {_SIDES[caveat.place]}, {caveat.locator}."


def nearness(nearest: Nearest) -> Iterator[str]:
    """Yield where the nearest passage stands and how near it comes, and what all differences come to."""
    share = f"{nearest.likeness:.0%}".replace("%", " %")
    yield f"The nearest passage, {where(nearest.locators)}, has {share} of its words in the same order."
    if nearest.only:
        yield _ONLY[nearest.only]


def pieces(nearest: Nearest) -> Iterator[tuple[Piece, str]]:
    """Yield the nearest passage beside the quotation: what is the same, and the words that only one of them has.

    Where words were changed, the quoted ones come before the printed ones.
    """
    quoted = printed = ""
    for word in nearest.words:
        if word.mark in ("same", "bracketed"):
            yield from _changed(quoted, printed)
            quoted = printed = ""
            yield "same", word.printed if word.mark == "same" else word.quoted
        else:
            quoted += word.quoted
            printed += word.printed
    yield from _changed(quoted, printed)


def _changed(quoted: str, printed: str) -> Iterator[tuple[Piece, str]]:
    if quoted:
        yield "quoted", quoted
    if printed:
        yield "printed", printed
