"""HTML: a verdict on a quotation, or on several."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.report_heads_html import page
from hrreport.text.whitespace import fold
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

    Cite = Callable[[Report, Locator], str]

ELEMENTS = {"quoted": "mark", "left-out": "s", "replaced": "s", "around": "span"}
"""The element for what a quotation does with words of the report."""
DIFFERENCES = {"same": "span", "quoted": "del", "printed": "ins"}
"""The element for words that only the quotation has, or only the report."""


class VerdictPassage(NamedTuple):
    """A passage of the report, and what is said of it."""

    where: str
    path: str
    said: tuple[str, ...]
    pieces: tuple[tuple[str, str], ...]
    """Elements and the words in them."""
    cautions: tuple[str, ...] = ()
    citation: str = ""


class JudgedQuotation(NamedTuple):
    """A verdict as it is shown."""

    name: str
    quotation: str
    judgment: str
    describe_verdict: str
    told: tuple[str, ...]
    passages: tuple[VerdictPassage, ...]
    depth: int


def verdict_html(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> str:
    """Return where a quotation stands in a report, or what comes nearest to it.

    Args:
        report: What the quotation was held against.
        verdict: What came of it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    values = {"verdicts": tuple(flatten_verdicts(report, verdict, cite))}
    heading = f"{country} {report.id.year}: quotation"
    return page("verdicts", heading, [report], (), names={report.id.country: country}, values=values)


def sightings_html(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> str:
    """Return in which of the stored reports a quotation stands, or the one that comes nearest to it.

    Args:
        sightings: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    head = JudgedQuotation("", fold(sightings.quotation), sightings.judgment, fold(sighted(sightings)), (), (), 0)
    shown = [head]
    for report, verdict in sightings.verdicts:
        shown += flatten_verdicts(report, verdict, cite, name=title(report, names))
    if sightings.others:
        shown[0] = head._replace(told=(fold(also_in(sightings, names)),))
    reports = [report for report, _ in sightings.verdicts]
    return page("verdicts", "Quotation", reports, (), names=names, values={"verdicts": shown})


def flatten_verdicts(
    report: Report, verdict: Verdict, cite: Cite, *, name: str = "", depth: int = 0
) -> Iterator[JudgedQuotation]:
    """Yield a verdict, then those on its stretches or on the quotations in it."""
    passages = [_place(report, place, cite) for place in verdict.places]
    if verdict.nearest:
        passages.append(_nearest(report, verdict.nearest))
    told = [*(CONVENTIONS[one] for one in verdict.conventions), *[OUTSIDE] * bool(verdict.quotations)]
    if verdict.more:
        told.append(f"{verdict.more:,} further places are not shown.")
    quotation = fold(verdict.quotation)
    yield JudgedQuotation(
        fold(name), quotation, verdict.judgment, describe_verdict(verdict), tuple(told), tuple(passages), depth
    )
    for part in verdict.parts:
        yield from flatten_verdicts(report, part, cite, depth=depth + 1)
    for number, each in enumerate(verdict.quotations, start=1):
        yield from flatten_verdicts(report, each, cite, name=f"Quotation {number}")


def _path(report: Report, locator: Locator) -> str:
    return fold(" › ".join(section.title for section in report.path(locator.section)))


def _place(report: Report, place: QuotedSpan, cite: Cite) -> VerdictPassage:
    return VerdictPassage(
        where(place.locators),
        _path(report, place.locators[0]),
        tuple(fold(remark) for remark in remarks(place)),
        tuple((ELEMENTS[stretch.role], stretch.text) for stretch in place.stretches),
        tuple(fold(warning(caveat)) for caveat in place.caveats),
        fold(cite(report, place.locators[0])),
    )


def _nearest(report: Report, nearest: Nearest) -> VerdictPassage:
    said = tuple(fold(sentence) for sentence in nearness(nearest))
    runs = groupby(pieces(nearest), key=lambda piece: piece[0])
    shown = tuple((DIFFERENCES[kind], "".join(words for _, words in run)) for kind, run in runs)
    return VerdictPassage("", _path(report, nearest.locators[0]), said, shown)
