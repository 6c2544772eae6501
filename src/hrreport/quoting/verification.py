"""The one verb of the room: verify a quotation against a report, or against many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import InputError
from hrreport.model.quotation import Verdict
from hrreport.quoting.index import index_report, printed_units
from hrreport.quoting.matching import find_all
from hrreport.quoting.nearest import nearest_to
from hrreport.quoting.places import place_of
from hrreport.quoting.quotation import Bracket, Omission, read_quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.report import Report
    from hrreport.quoting.index import Index
    from hrreport.quoting.quotation import Element, Quotation

MOST_PLACES = 100
"""Places described; further ones are counted."""

_PROMISING = 3
"""Reports that are kept in mind for a nearest passage when a quotation stands in none."""


def verify(report: Report, quotation: str) -> Verdict:
    """Return whether a quotation stands in a report word for word, and where.

    Only the shape of quotation marks, the length of dashes and white space are passed over. Capital
    letters count, as a changed one belongs in brackets; so does punctuation.

    Raises:
        InputError: The quotation has no words, or the report is the bundled abridgement.
    """
    _refuse_sample(report)
    return verify_in(index_report(report), quotation)


def verify_in(index: Index, quotation: str) -> Verdict:
    """Return the same for a report that was indexed before; for many quotations of one report.

    Raises:
        InputError: The quotation has no words.
    """
    return _verdict(index, read_quotation(quotation))


def verify_anywhere(reports: Iterable[Report], quotation: str) -> Iterator[Verdict]:
    """Yield the verdict on every report in which a quotation stands, as reports are read.

    Where it stands in none, the last thing yielded is the verdict with the nearest passage, if there is
    one. At most a few reports are held at a time. The bundled abridgement is passed over.

    Raises:
        InputError: The quotation has no words.
    """
    asked = read_quotation(quotation)
    sure = sorted({word for word in asked.sure_words if word.isascii() and word.isalnum()}, key=lambda w: (-len(w), w))
    promising: list[tuple[int, Report]] = []
    anywhere = False
    for report in reports:
        if report.provenance.origin == "sample":
            continue
        text = "\n".join(printed for _, _, printed in printed_units(report))
        present = sum(word in text for word in sure)
        if present == len(sure) and (verdict := _verdict(index_report(report), asked, exact=True)).found:
            anywhere = True
            yield verdict
        elif not anywhere and present:
            promising = sorted([*promising, (present, report)], key=lambda kept: -kept[0])[:_PROMISING]
    if not anywhere:
        verdicts = [_verdict(index_report(report), asked) for _, report in promising]
        yield from sorted(filter(_nearness, verdicts), key=_nearness, reverse=True)[:1]


def _refuse_sample(report: Report) -> None:
    if report.provenance.origin == "sample":
        raise InputError(
            f"the bundled abridgement of {report.id} is not the text of the Department of State: nothing can be"
            " verified against it",
            hint="fetch the report itself, then verify against that",
        )


def _verdict(index: Index, asked: Quotation, *, exact: bool = False) -> Verdict:
    """Return the verdict; with `exact`, without looking for what comes near."""
    for elements in filter(None, (asked.literal, asked.marked)):
        opening, core, closing = _core(elements)
        matches = find_all(index, core)
        found = (place_of(index, core, match, opening, closing) for match in matches[:MOST_PLACES])
        if places := tuple(place for place in found if place):
            return Verdict(index.id, asked.text, places, max(0, len(matches) - MOST_PLACES))
    if exact:
        return Verdict(index.id, asked.text)
    if parts := asked.parts:
        return Verdict(index.id, asked.text, parts=tuple(_verdict(index, part) for part in parts))
    near = nearest_to(index, asked.marked or asked.literal)
    if asked.marked and (near is None or not near.differences):
        near = nearest_to(index, asked.literal)
    return Verdict(index.id, asked.text, nearest=near)


def _core(elements: Sequence[Element]) -> tuple[Bracket | None, Sequence[Element], Bracket | None]:
    """Return what is looked for: all between a bracket that opens the quotation and one that closes it."""
    first, last = elements[0], elements[-1]
    opening = first if isinstance(first, Bracket) else None
    closing = last if isinstance(last, Bracket) else None
    begin, end = int(opening is not None), len(elements) - (closing is not None)
    begin += isinstance(elements[begin], Omission)
    end -= isinstance(elements[end - 1], Omission)
    return opening, elements[begin:end], closing


def _nearness(verdict: Verdict) -> float:
    """Return how near the report comes to the quotation, 0 for not at all."""
    if verdict.parts:
        return sum(1.0 if part.found else _nearness(part) for part in verdict.parts) / len(verdict.parts)
    return verdict.nearest.likeness if verdict.nearest else 0.0
