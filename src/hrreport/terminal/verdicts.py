"""Views of a verdict on a quotation: where it stands, or what comes nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change_wording import title
from hrreport.model.verdict_wording import (
    CONVENTIONS,
    ONLY_PRINTED,
    ONLY_QUOTED,
    OUTSIDE,
    QUOTED,
    also_in,
    nearness,
    outcome,
    pieces,
    remarks,
    sighted,
    warning,
    where,
)
from hrreport.terminal.exact import said_exactly
from hrreport.terminal.page import Block, Page, Rule
from hrreport.terminal.parts import head
from hrreport.terminal.spans import Span, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change_wording import Names
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Nearest, Place, Verdict
    from hrreport.model.report import Report
    from hrreport.model.sighting import Sightings
    from hrreport.model.verdict_wording import Piece
    from hrreport.terminal.page import Setting
    from hrreport.terminal.spans import StyleName

    Cite = Callable[[Report, Locator], str]

SIGNS: dict[str, Span] = {
    "exact": Span("✓", "added"),
    "altered-as-marked": Span("~", "limited"),
    "differs": Span("✗", "notice"),
    "not-found": Span("✗", "notice"),
}
_INDENT = 3
_PIECES: dict[Piece, tuple[tuple[str, str], StyleName]] = {
    "same": (("", ""), ""),
    "quoted": (ONLY_QUOTED, "removed"),
    "printed": (ONLY_PRINTED, "added"),
}


def verdict_view(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> Page:
    """Return where a quotation stands in a report, with the sentences around it, or what comes nearest to it.

    Args:
        report: What the quotation was held against.
        verdict: What came of it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    settings: list[Setting] = [*head(report, country), Rule(), _quotation(verdict)]
    settings += _verdict(report, verdict, cite)
    return Page(tuple(settings))


def sightings_view(sightings: Sightings, names: Names, *, cite: Cite) -> Page:
    """Return in which of the stored reports a quotation stands, or the one that comes nearest to it.

    Args:
        sightings: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    settings: list[Setting] = [Block((said(sightings.quotation, "strong"),))]
    settings.append(Block((said(sighted(sightings)),), (SIGNS[sightings.judgment],), _INDENT, above=1))
    for report, verdict in sightings.verdicts:
        settings += [Rule(), Block((said(title(report, names), "strong"),))]
        settings += _verdict(report, verdict, cite)
    if sightings.others:
        settings += [Rule(), Block((said(also_in(sightings, names)),))]
    return Page(tuple(settings))


def _quotation(verdict: Verdict) -> Block:
    return Block((said(verdict.quotation, "strong"),))


def _verdict(report: Report, verdict: Verdict, cite: Cite) -> Iterator[Setting]:
    yield Block((said(outcome(verdict)),), (SIGNS[verdict.judgment],), _INDENT, above=1)
    for convention in verdict.conventions:
        yield Block((said(CONVENTIONS[convention], "aside"),), indent=_INDENT)
    if verdict.quotations:
        yield Block((said(OUTSIDE, "aside"),), indent=_INDENT)
    for place in verdict.places:
        yield from _place(report, place, cite)
    if verdict.more:
        yield Block((said(f"{verdict.more:,} further places are not shown.", "faint"),), indent=_INDENT, above=1)
    for part in verdict.parts:
        yield Block((said(part.quotation, "strong"),), indent=_INDENT, above=1)
        yield from _verdict(report, part, cite)
    if verdict.nearest:
        yield from _nearest(report, verdict.nearest)
    for each in verdict.quotations:
        yield Rule()
        yield _quotation(each)
        yield from _verdict(report, each, cite)


def _place(report: Report, place: Place, cite: Cite) -> Iterator[Setting]:
    section = place.locators[0].section
    path = " › ".join(s.title for s in report.path(section))
    yield Block((said(where(place.locators), "strong"),), indent=_INDENT, above=1)
    yield Block((said(path, "faint"),), indent=_INDENT)
    yield Block(tuple(_stretches(place)), indent=_INDENT)
    for remark in remarks(place):
        yield Block((said(remark, "aside"),), indent=_INDENT)
    for caveat in place.caveats:
        yield Block((said(warning(caveat), "notice"),), (Span("!", "sign"),), _INDENT)
    yield Block((said(cite(report, place.locators[0]), "faint"),), indent=_INDENT)


def _stretches(place: Place) -> Iterator[Span]:
    """Yield the sentences around, the quoted words between marks unless all words are quoted."""
    alone = all(stretch.role == "quoted" for stretch in place.stretches)
    for stretch in place.stretches:
        if stretch.role == "quoted" and not alone:
            before, text, after = _trimmed(stretch.text)
            yield from (Span(before), Span(QUOTED[0], "key"), said_exactly(text), Span(QUOTED[1], "key"), Span(after))
        else:
            yield said_exactly(stretch.text, "" if alone else "faint")


def _trimmed(text: str) -> tuple[str, str, str]:
    """Return the white space at the beginning of a text, the text between, and that at its end."""
    return " " * text[:1].isspace(), text.strip(), " " * (text[-1:].isspace() and len(text) > 1)


def _nearest(report: Report, nearest: Nearest) -> Iterator[Setting]:
    for place, sentence in enumerate(nearness(nearest)):
        yield Block((said(sentence),), indent=_INDENT, above=0 if place else 1)
    path = " › ".join(s.title for s in report.path(nearest.locators[0].section))
    yield Block((said(path, "faint"),), indent=_INDENT)
    spans: list[Span] = []
    for kind, words in pieces(nearest):
        (opening, closing), style = _PIECES[kind]
        before, text, after = _trimmed(words)
        spans += [Span(before), Span(opening, style), said_exactly(text, style), Span(closing, style), Span(after)]
    yield Block(tuple(spans), indent=_INDENT)
    one, other = ("words".join(signs) for signs in (ONLY_QUOTED, ONLY_PRINTED))
    signs = f"{one} only in the quotation, {other} only in the report"
    yield Block((said(signs, "faint"),), indent=_INDENT)
