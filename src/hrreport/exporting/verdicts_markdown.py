"""Markdown: a verdict on a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.exporting.markdown import page
from hrreport.wording.changes import title
from hrreport.wording.verdicts import (
    CONVENTIONS,
    OUTSIDE,
    also_in,
    describe_verdict,
    nearness,
    pieces,
    remarks,
    sighted,
    warning,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Nearest, QuotedSpan, Verdict
    from hrreport.model.report import Report
    from hrreport.model.sighting import LibraryVerdict
    from hrreport.wording.changes import Names
    from hrreport.wording.verdicts import Piece

    Cite = Callable[[Report, Locator], str]

_SIGNS: dict[Piece, str] = {"same": "", "quoted": "~~", "printed": "**"}
LEGEND = "Words struck through stand only in the quotation, words in bold only in the report."


def verdict_markdown(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> str:
    """Return where a quotation stands in a report, or what comes nearest to it; quoted words in bold.

    Args:
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    return page(report, country, "Quotation", _verdict(report, verdict, cite))


def sightings_markdown(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> str:
    """Return in which of the stored reports a quotation stands, or the one that comes nearest to it.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    blocks = ["# Quotation", f"> {commonmark.plain(sightings.quotation)}", commonmark.plain(sighted(sightings))]
    for report, verdict in sightings.verdicts:
        blocks.append(f"## {commonmark.plain(title(report, names))}")
        blocks += list(_verdict(report, verdict, cite))[1:]
    if sightings.others:
        blocks.append(commonmark.plain(also_in(sightings, names)))
    return "\n\n".join(blocks) + "\n"


def _verdict(report: Report, verdict: Verdict, cite: Cite) -> Iterator[str]:
    yield f"> {commonmark.plain(verdict.quotation)}"
    yield describe_verdict(verdict)
    if verdict.conventions or verdict.quotations:
        told = [*(CONVENTIONS[one] for one in verdict.conventions), *[OUTSIDE] * bool(verdict.quotations)]
        yield "\n".join(f"- {line}" for line in told)
    for place in verdict.places:
        yield from _place(report, place, cite)
    if verdict.more:
        yield f"{verdict.more:,} further places are not shown."
    for part in verdict.parts:
        yield from _verdict(report, part, cite)
    if verdict.nearest:
        yield from _nearest(report, verdict.nearest)
    for number, each in enumerate(verdict.quotations, start=1):
        yield f"## Quotation {number}"
        yield from _verdict(report, each, cite)


def _path(report: Report, locator: Locator) -> str:
    return commonmark.plain(" › ".join(section.title for section in report.path(locator.section)))


def _place(report: Report, place: QuotedSpan, cite: Cite) -> Iterator[str]:
    yield f"### {commonmark.plain(where(place.locators))}"
    yield f"*{_path(report, place.locators[0])}*"
    yield "".join(_set("**" if s.role == "quoted" else "", s.text, opens=not n) for n, s in enumerate(place.stretches))
    said = [*remarks(place), *(f"**Caution:** {commonmark.plain(warning(caveat))}" for caveat in place.caveats)]
    plain = [line if line.startswith("**") else commonmark.plain(line) for line in said]
    if plain:
        yield "\n".join(f"- {line}" for line in plain)
    yield f"> {commonmark.plain(cite(report, place.locators[0]))}"


def _nearest(report: Report, nearest: Nearest) -> Iterator[str]:
    yield " ".join(commonmark.plain(sentence) for sentence in nearness(nearest))
    yield f"*{_path(report, nearest.locators[0])}*"
    yield "".join(_set(_SIGNS[kind], words, opens=not n) for n, (kind, words) in enumerate(pieces(nearest)))
    yield LEGEND


def _set(sign: str, text: str, *, opens: bool) -> str:
    """Return words between two signs, white space at either end of them left outside."""
    words = commonmark.plain(text)
    if not words:
        return " " if text and not opens else ""
    before = " " * (text[:1].isspace() and not opens)
    return f"{before}{sign}{words}{sign}{' ' * text[-1:].isspace()}"
