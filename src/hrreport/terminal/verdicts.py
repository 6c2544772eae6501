"""Views of a verdict on a quotation: where it stands, or what comes nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, Rule, TextBlock
from hrreport.terminal.exact_spans import exact_span
from hrreport.terminal.parts import head
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import title
from hrreport.wording.verdicts import (
    CONVENTIONS,
    ONLY_PRINTED,
    ONLY_QUOTED,
    OUTSIDE,
    QUOTED,
    also_in,
    describe_sightings,
    describe_verdict,
    nearness,
    pieces,
    remarks,
    warning,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Nearest, QuotedSpan, Verdict
    from hrreport.model.report import Report
    from hrreport.model.sighting import LibraryVerdict
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import Names
    from hrreport.wording.verdicts import Piece

    Cite = Callable[[Report, Locator], str]

SIGNS: dict[str, StyledSpan] = {
    "exact": StyledSpan("✓", "added"),
    "altered-as-marked": StyledSpan("~", "limited"),
    "differs": StyledSpan("✗", "notice"),
    "not-found": StyledSpan("✗", "notice"),
}
_INDENT = 3
_PIECES: dict[Piece, tuple[tuple[str, str], StyleName]] = {
    "same": (("", ""), ""),
    "quoted": (ONLY_QUOTED, "removed"),
    "printed": (ONLY_PRINTED, "added"),
}
MARKS = " only in the quotation, ".join("words".join(signs) for signs in (ONLY_QUOTED, ONLY_PRINTED)) + (
    " only in the report"
)
"""What the marks in a nearest passage mean."""


def verdict_view(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> Document:
    """Return where a quotation stands in a report, with the sentences around it, or what comes nearest to it.

    Args:
        report: What the quotation was held against.
        verdict: What came of it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    settings: list[Setting] = [*head(report, country), Rule(), _quotation(verdict)]
    settings += _verdict(report, verdict, cite)
    return Document(tuple(settings))


def sightings_view(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> Document:
    """Return in which of the stored reports a quotation stands, or the one that comes nearest to it.

    Args:
        sightings: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    settings: list[Setting] = [TextBlock((clean_span(sightings.quotation, "strong"),))]
    settings.append(
        TextBlock((clean_span(describe_sightings(sightings)),), (SIGNS[sightings.judgment],), _INDENT, above=1)
    )
    for report, verdict in sightings.verdicts:
        settings += [Rule(), TextBlock((clean_span(title(report, names), "strong"),))]
        settings += _verdict(report, verdict, cite)
    if sightings.others:
        settings += [Rule(), TextBlock((clean_span(also_in(sightings, names)),))]
    return Document(tuple(settings))


def _quotation(verdict: Verdict) -> TextBlock:
    return TextBlock((clean_span(verdict.quotation, "strong"),))


def _verdict(report: Report, verdict: Verdict, cite: Cite) -> Iterator[Setting]:
    yield TextBlock((clean_span(describe_verdict(verdict)),), (SIGNS[verdict.judgment],), _INDENT, above=1)
    for convention in verdict.conventions:
        yield TextBlock((clean_span(CONVENTIONS[convention], "aside"),), indent=_INDENT)
    if verdict.quotations:
        yield TextBlock((clean_span(OUTSIDE, "aside"),), indent=_INDENT)
    for place in verdict.places:
        yield from _place(report, place, cite)
    if verdict.more:
        yield TextBlock(
            (clean_span(f"{verdict.more:,} further places are not shown.", "faint"),), indent=_INDENT, above=1
        )
    for part in verdict.parts:
        yield TextBlock((clean_span(part.quotation, "strong"),), indent=_INDENT, above=1)
        yield from _verdict(report, part, cite)
    if verdict.nearest:
        yield from _nearest(report, verdict.nearest)
    for each in verdict.quotations:
        yield Rule()
        yield _quotation(each)
        yield from _verdict(report, each, cite)


def _place(report: Report, place: QuotedSpan, cite: Cite) -> Iterator[Setting]:
    section = place.locators[0].section
    path = " › ".join(s.title for s in report.path(section))
    yield TextBlock((clean_span(where(place.locators), "strong"),), indent=_INDENT, above=1)
    yield TextBlock((clean_span(path, "faint"),), indent=_INDENT)
    yield TextBlock(tuple(_stretches(place)), indent=_INDENT)
    for remark in remarks(place):
        yield TextBlock((clean_span(remark, "aside"),), indent=_INDENT)
    for caveat in place.caveats:
        yield TextBlock((clean_span(warning(caveat), "notice"),), (StyledSpan("!", "sign"),), _INDENT)
    yield TextBlock((clean_span(cite(report, place.locators[0]), "faint"),), indent=_INDENT)


def _stretches(place: QuotedSpan) -> Iterator[StyledSpan]:
    """Yield the sentences around, the quoted words between marks unless all words are quoted."""
    alone = all(stretch.role == "quoted" for stretch in place.stretches)
    for stretch in place.stretches:
        if stretch.role == "quoted" and not alone:
            before, text, after = _trimmed(stretch.text)
            yield from (
                StyledSpan(before),
                StyledSpan(QUOTED[0], "key"),
                exact_span(text),
                StyledSpan(QUOTED[1], "key"),
                StyledSpan(after),
            )
        else:
            yield exact_span(stretch.text, "" if alone else "faint")


def _trimmed(text: str) -> tuple[str, str, str]:
    """Return the white space at the beginning of a text, the text between, and that at its end."""
    return " " * text[:1].isspace(), text.strip(), " " * (text[-1:].isspace() and len(text) > 1)


def _nearest(report: Report, nearest: Nearest) -> Iterator[Setting]:
    for place, sentence in enumerate(nearness(nearest)):
        yield TextBlock((clean_span(sentence),), indent=_INDENT, above=0 if place else 1)
    path = " › ".join(s.title for s in report.path(nearest.locators[0].section))
    yield TextBlock((clean_span(path, "faint"),), indent=_INDENT)
    yield TextBlock(tuple(marked_spans(nearest)), indent=_INDENT)
    yield TextBlock((clean_span(MARKS, "faint"),), indent=_INDENT)


def marked_spans(nearest: Nearest) -> Iterator[StyledSpan]:
    """Yield the nearest passage with the words marked that only the quotation or only the report has."""
    for kind, words in pieces(nearest):
        (opening, closing), style = _PIECES[kind]
        before, text, after = _trimmed(words)
        yield StyledSpan(before)
        yield StyledSpan(opening, style)
        yield exact_span(text, style)
        yield StyledSpan(closing, style)
        yield StyledSpan(after)
