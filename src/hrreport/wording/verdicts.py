"""Words for a verdict on a quotation, the same in every format."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from hrreport.model.locator import Locator
from hrreport.model.quotation import JUDGMENTS
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.quotation import (
        Alteration,
        Caveat,
        CaveatPlace,
        Convention,
        Judgment,
        LeftOutWords,
        LibraryVerdict,
        Mark,
        Nearest,
        QuotedSpan,
        Verdict,
    )
    from hrreport.wording.changes import Names

_MOSTLY = 0.8
"""A passage with less of the quotation's words in the same order is said to have little of it."""

Piece = Literal["same", "quoted", "printed"]
"""Which of the two, quotation and report, has some words."""

_SIDES: dict[CaveatPlace, str] = {
    "before": "before the quoted words, in the same sentence",
    "after": "after the quoted words, in the same sentence",
    "left-out": "among the words that an ellipsis leaves out",
    "replaced": "among the words that brackets replace",
    "next-sentence": "in the sentence that follows",
}
_DIFFERENCES: dict[Mark, str] = {"changed": "changed", "missing": "left out", "added": "added"}

HEADLINES: dict[Judgment, str] = {
    "exact": "Word for word",
    "altered-as-marked": "Altered as marked",
    "differs": "Differs",
    "not-found": "Not there",
}
"""What a verdict comes to, in the words with which every view begins, best first."""

CONVENTIONS: dict[Convention, str] = {
    "final-mark": "The comma or full stop at its end is the quoter's.",
    "first-letter": "Its first letter is a capital where the report has a small one, or the reverse.",
    "ligature": "Letters joined into one sign (ﬁ, ﬂ) are read as those letters.",
    "line-hyphen": "A word divided at the end of a line is read as one.",
    "page-furniture": "The head or foot of a printed page among its words is passed over.",
    "missing-space": "Words that run together without a space are read as parted.",
    "heading": "It is a heading as this program shows it; the page prints it in other letters.",
}
"""What was passed over in a quotation, in a sentence each."""

OUTSIDE = "Words outside the quotation marks are taken for the writer's own, and are not judged."
"""Printed where passages between quotation marks were judged."""


def where(locators: Iterable[Locator]) -> str:
    """Return the paragraphs that sentences are in, in a row; the section is named where it changes.

    >>> where([Locator("1.c", 2, 1), Locator("1.c", 2, 2), Locator("1.c", 3, 1)])
    '§ 1.c ¶ 2; ¶ 3'
    """
    places: list[str] = []
    anchor = ""
    for place in dict.fromkeys(Locator(locator.anchor, locator.paragraph) for locator in locators):
        places.append(place.pinpoint if places and place.anchor == anchor else str(place))
        anchor = place.anchor
    return "; ".join(places)


def describe_verdict(verdict: Verdict) -> str:
    """Return what a verdict comes to, in a sentence; it begins with the words of `HEADLINES`."""
    if verdict.quotations:
        return f"{counted(len(verdict.quotations), 'quotation')}: {tally(verdict.quotations)}."
    headline = HEADLINES[verdict.judgment]
    if not verdict.places:
        return headline + _missed(verdict)
    places = len(verdict.places) + verdict.more
    among = f", in {counted(places, 'place')}" if places > 1 else ""
    altered = f": {_altered(verdict.places[0])}" if verdict.judgment == "altered-as-marked" else ""
    return f"{headline}{among}{altered}."


def _missed(verdict: Verdict) -> str:
    """Return how a quotation that is not there differs, as the end of a sentence."""
    if verdict.scattered:
        return ": each of its stretches is there, but not in this order within one section."
    if verdict.parts:
        there = sum(part.found for part in verdict.parts)
        return f": {there} of its {counted(len(verdict.parts), 'stretch', 'stretches')} are there."
    if verdict.nearest and verdict.nearest.close:
        return f": {describe_differences(verdict.nearest)}."
    if verdict.nearest:
        return ". One passage has most of its words, in another order."
    return ", and no passage comes near it."


def tally(verdicts: Iterable[Verdict]) -> str:
    """Return how many verdicts come to what, best first: ``2 word for word, 1 differs``."""
    counts = Counter(verdict.judgment for verdict in verdicts)
    return ", ".join(f"{counts[one]:,} {HEADLINES[one].lower()}" for one in JUDGMENTS if counts[one])


def _altered(place: QuotedSpan) -> str:
    """Return what the marks of a quotation do, in short."""
    changes = []
    if place.gaps:
        crossing = ", from one sentence into another" if any(gap.crosses for gap in place.gaps) else ""
        changes.append(f"{counted(sum(gap.words for gap in place.gaps), 'word')} left out{crossing}")
    if place.alterations:
        changes.append(f"{counted(len(place.alterations), 'change')} in brackets")
    return "; ".join(changes)


def describe_differences(nearest: Nearest) -> str:
    """Return how a quotation differs from the nearest passage: ``1 word changed, 2 left out``."""
    if nearest.only:
        return {"case": "only capital letters", "punctuation": "only punctuation"}[nearest.only]
    counts = Counter(word.mark for word in nearest.differences if any(map(str.isalnum, word.quoted + word.printed)))
    totals = [f"{counts[mark]:,} {meaning}" for mark, meaning in _DIFFERENCES.items() if counts[mark]]
    first, _, rest = ", ".join(totals).partition(" ")
    return f"{first} {'word' if first == '1' else 'words'} {rest}" if totals else "bracketed words"


def describe_sightings(sightings: LibraryVerdict) -> str:
    """Return in how many of the stored reports a quotation is, in a sentence."""
    whole = counted(sightings.reports, "stored report")
    if not sightings.found:
        return f"It is in none of {whole}."
    count = len(sightings.verdicts) + len(sightings.others)
    described = tally(verdict for _, verdict in sightings.verdicts)
    return f"It is in {count:,} of {whole}: {described}{', others not described' if sightings.others else ''}."


def also_in(sightings: LibraryVerdict, names: Names) -> str:
    """Return the reports that are only named."""
    return f"Also in: {', '.join(f'{names.get(one.country, one.country)} {one.year}' for one in sightings.others)}."


def remarks(place: QuotedSpan) -> Iterator[str]:
    """Yield what a reader must know of a place: ellipses, brackets and quotation marks, a sentence each."""
    yield from map(_gap, place.gaps)
    yield from map(_alteration, place.alterations)
    if place.marks_differ:
        yield "Quotation marks within the passage were left out or added."


def _gap(gap: LeftOutWords) -> str:
    if not gap.words:
        return "An ellipsis leaves nothing out."
    over = f" and leads over {counted(gap.crosses, 'sentence end')}" if gap.crosses else ""
    return f"An ellipsis leaves out {counted(gap.words, 'word')}{over}: “{gap.text.strip()}”"


def _alteration(alteration: Alteration) -> str:
    if alteration.kind == "insertion":
        return f"{alteration.quoted} replaces nothing in the report."
    verb = "changes the capital of" if alteration.kind == "case" else "stands for"
    over = f", over {counted(alteration.crosses, 'sentence end')}" if alteration.crosses else ""
    return f"{alteration.quoted} {verb} “{alteration.printed}”{over}."


def warning(caveat: Caveat) -> str:
    """Return a caveat in a sentence."""
    return f"Caveat ({caveat.kind}): “{caveat.phrase}” stands {_SIDES[caveat.place]}, {caveat.locator}."


def nearness(nearest: Nearest) -> Iterator[str]:
    """Yield where the nearest passage is, and how little of the quotation it has where that is little."""
    yield f"The nearest passage: {where(nearest.locators)}."
    if nearest.likeness < _MOSTLY:
        share = f"{nearest.likeness:.0%}".replace("%", " %")
        yield f"It has {share} of the quotation's words in the same order."


def pieces(nearest: Nearest) -> Iterator[tuple[Piece, str]]:
    """Yield the nearest passage beside the quotation: what is the same, and the words that only one of them has.

    Where words were changed, the quoted ones come before the printed ones.
    """
    for alike, group in groupby(nearest.words, key=lambda word: word.mark in ("same", "bracketed")):
        words = tuple(group)
        if alike:
            yield from (("same", word.printed if word.mark == "same" else word.quoted) for word in words)
            continue
        if quoted := "".join(word.quoted for word in words):
            yield "quoted", quoted
        if printed := "".join(word.printed for word in words):
            yield "printed", printed
