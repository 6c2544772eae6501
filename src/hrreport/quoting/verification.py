"""Verify a quotation against a report, or against many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import InputError
from hrreport.model.quotation import Verdict
from hrreport.quoting.matching import find_all
from hrreport.quoting.nearest import nearest_to
from hrreport.quoting.passages import verify_passages
from hrreport.quoting.quotation import Bracket, Omission, read_quotation
from hrreport.quoting.quotation_index import index_report, printed_units
from hrreport.quoting.quotation_words import has_ligatures
from hrreport.quoting.quoted_places import place_of
from hrreport.quoting.readings import (
    certain,
    clean_copied_text,
    first_letter_differs,
    readings,
    with_other_first_letter,
    without_final_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.quotation import Convention, Nearest
    from hrreport.model.report import Report
    from hrreport.quoting.quotation import Element, Quotation
    from hrreport.quoting.quotation_index import QuotationIndex

_MOST_PLACES = 100
"""Places described; further ones are counted."""

_PROMISING = 3
"""Reports that are kept in mind for a nearest passage when a quotation stands in none."""


def verify(report: Report, quotation: str) -> Verdict:
    """Return whether a quotation stands in a report word for word, and where.

    Only the shape of quotation marks, the length of dashes and white space are passed over, and in
    silence nothing else: a comma or full stop at the end, the case of the first letter and what copying
    from a printed page does are named. Capital letters count, as a changed one belongs in brackets; so
    does punctuation.

    Raises:
        InputError: The quotation has no words, or the report is the bundled abridgement.
    """
    _refuse_sample(report)
    return verify_in(index_report(report), quotation)


def verify_in(index: QuotationIndex, quotation: str) -> Verdict:
    """Return the verdict of `verify` on a report that was indexed before; for many quotations of one report.

    Raises:
        InputError: The quotation has no words.
    """
    return _verdict(index, read_quotation(quotation))


def find_in(index: QuotationIndex, quotation: str) -> Verdict:
    """Return the verdict of `verify_in` without looking for what comes near, which takes longer.

    Raises:
        InputError: The quotation has no words.
    """
    return _verdict(index, read_quotation(quotation), exact=True)


def verify_text(report: Report, text: str) -> Verdict:
    """Return the verdict on a text: on it as one quotation, or on each of the quotations that it holds.

    Several are paragraphs parted by empty lines, or passages in quotation marks among words that are the
    writer's own.

    Raises:
        InputError: The text has no words, or the report is the bundled abridgement.
    """
    _refuse_sample(report)
    index = index_report(report)
    return verify_passages(text, lambda quotation: verify_in(index, quotation))


def verify_anywhere(reports: Iterable[Report], quotation: str) -> Iterator[Verdict]:
    """Yield the verdict on every report in which a quotation stands, as reports are read.

    Where it stands in none, the last thing yielded is the verdict with the nearest passage, if there is
    one. At most a few reports are held at a time. The bundled abridgement is passed over.

    Raises:
        InputError: The quotation has no words.
    """
    asked = read_quotation(quotation)
    sure = _sure(quotation)
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


def _sure(quotation: str) -> list[str]:
    """Return words that must stand in a report for the quotation to be there however it is read, longest first."""
    try:
        words = read_quotation(certain(quotation)).sure_words[1:]
    except InputError:
        return []
    return sorted({word for word in words if word.isascii() and word.isalnum()}, key=lambda word: (-len(word), word))


def _refuse_sample(report: Report) -> None:
    if report.provenance.origin == "sample":
        raise InputError(
            f"the bundled abridgement of {report.id} is not the text of the Department of State: nothing can be"
            " verified against it",
            hint="fetch the report itself, then verify against that",
        )


def _verdict(index: QuotationIndex, asked: Quotation, *, exact: bool = False) -> Verdict:
    """Return the verdict; with `exact`, without looking for what comes near."""
    best: Verdict | None = None
    for text, passed in readings(asked.typed, index.positions):
        if found := _find(index, asked, read_quotation(text), passed):
            best = min(best or found, found, key=_crossings)
            if not _crossings(best):
                break
    if best:
        return best
    if index.headings and (found := _find(index.headings, asked, asked, ("heading",))):
        return found
    if exact:
        return Verdict(index.id, asked.text)
    if parts := asked.parts:
        return Verdict(index.id, asked.text, parts=tuple(_verdict(index, part) for part in parts))
    return _nearest(index, asked)


def _find(index: QuotationIndex, asked: Quotation, read: Quotation, passed: tuple[Convention, ...]) -> Verdict | None:
    """Return where one reading of a quotation stands; ``None`` where it does not."""
    for elements in filter(None, (read.literal, read.marked)):
        opening, core, closing = _core(elements)
        matches = find_all(index, core)
        if "heading" in passed:
            matches = [match for match in matches if index.unit_at(match.first) == index.unit_at(match.last)]
        found = (place_of(index, core, match, opening, closing) for match in matches[:_MOST_PLACES])
        if places := tuple(place for place in found if place):
            more = max(0, len(matches) - _MOST_PLACES)
            return Verdict(index.id, asked.text, places, more, conventions=_with_ligatures(passed, asked))
    return None


def _crossings(verdict: Verdict) -> int:
    """Return over how many ends of sentences its brackets lead, where they do so least."""
    return min(sum(alteration.crosses for alteration in place.alterations) for place in verdict.places)


def _nearest(index: QuotationIndex, asked: Quotation) -> Verdict:
    """Return the verdict on a quotation that is not there, with what comes nearest to it."""
    text, passed = clean_copied_text(asked.typed, index.positions)
    near = _find_nearest(index, read_quotation(text))
    if near and near.words[0].quoted and first_letter_differs(near.words[0].quoted, near.words[0].printed):
        passed, text = (*passed, "first-letter"), with_other_first_letter(text)
    quoted = [word for word in near.words if word.quoted] if near else []
    if quoted and quoted[-1].mark in ("changed", "added") and (unmarked := without_final_mark(text)) != text:
        passed, text = (*passed, "final-mark"), unmarked
    if set(passed) & {"first-letter", "final-mark"} and (again := _find_nearest(index, read_quotation(text))):
        # its first letter and its last mark are given back as they were
        near = _as_given(again, read_quotation(clean_copied_text(asked.typed, index.positions)[0]).text)
    return Verdict(index.id, asked.text, nearest=near, conventions=_with_ligatures(passed, asked))


def _with_ligatures(passed: tuple[Convention, ...], asked: Quotation) -> tuple[Convention, ...]:
    return (*passed, "ligature") if has_ligatures(asked.text) else passed


def _as_given(near: Nearest, given: str) -> Nearest:
    """Return the passage beside the quotation as it was given: its own first letter, its own mark at the end."""
    words = list(near.words)
    quoted = [n for n, word in enumerate(words) if word.quoted]
    first, last = quoted[0], quoted[-1]
    before = sum(len(word.quoted) for word in words[:last])
    words[first] = replace(words[first], quoted=given[: len(words[first].quoted)])
    words[last] = replace(words[last], quoted=given[before:])
    return replace(near, words=tuple(words))


def _find_nearest(index: QuotationIndex, asked: Quotation) -> Nearest | None:
    near = nearest_to(index, asked.marked or asked.literal)
    if asked.marked and (near is None or not near.differences):
        near = nearest_to(index, asked.literal)
    return near


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
    return verdict.nearest.likeness / (1 if verdict.nearest.close else 2) if verdict.nearest else 0.0
