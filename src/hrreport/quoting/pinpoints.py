"""The place that a citation names, beside the place where its quotation is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.quoting.readings import with_other_first_letter, without_final_mark
from hrreport.quoting.verification import find_in
from hrreport.text.slugs import slug
from hrreport.wording.verdicts import where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.filing import Citation, ClaimedPlace
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.quoting.pairing import PairedCitation
    from hrreport.quoting.quotation_index import QuotationIndex

_ALIKE = 0.7
"""A passage with less of a quotation's words in the same order is not the place that was meant."""


def _locators(verdict: Verdict, alike: float = 0.0) -> Iterator[tuple[Locator, ...]]:
    """Yield the places of a quotation; of one that is not there, those of a nearest passage so much alike."""
    yield from (place.locators for place in verdict.places)
    if verdict.nearest and verdict.nearest.close and verdict.nearest.likeness >= alike:
        yield verdict.nearest.locators
    for part in verdict.parts:
        yield from _locators(part, alike)


def right_place(verdict: Verdict, claimed: ClaimedPlace | None, report: Report) -> str:
    """Return where a quotation, or the passage nearest to it, is; of several places the one that is cited."""
    places = list(_locators(verdict))
    fitting = [place for place in places if claimed and is_at(claimed, place, report)]
    return _where((fitting or places)[0], report) if places else ""


def _where(locators: Sequence[Locator], report: Report) -> str:
    """Return a place with the unnumbered heading that it is under: "§ 6, Women, ¶ 7"."""
    section = locators[0].section
    anchor, below, _ = section.partition("/")
    if not below or locators[0].paragraph is None:
        return where(locators)
    heading = report.path(section)[-1].heading
    return where(locators).replace(f"§ {anchor} ¶", f"§ {anchor}, {heading}, ¶", 1)


def is_at(claimed: ClaimedPlace, locators: Sequence[Locator], report: Report) -> bool:
    """Return whether quoted sentences are where a citation says."""
    return any(is_cited(claimed, one, report) for one in locators)


def is_cited(claimed: ClaimedPlace, locator: Locator, report: Report) -> bool:
    """Return whether a paragraph, or a sentence of it, is one that a citation names."""
    return in_section(claimed, locator, report) and (not claimed.paragraphs or locator.paragraph in claimed.paragraphs)


def in_section(claimed: ClaimedPlace, locator: Locator, report: Report) -> bool:
    """Return whether a place is in the section, and under the heading, that a citation names."""
    anchor = locator.anchor.rpartition(":")[2]
    if claimed.section and anchor != claimed.section and not anchor.startswith(f"{claimed.section}."):
        return False
    heading = slug(claimed.heading)
    if not heading:
        return True
    names = [slug(section.heading) for section in report.path(locator.section)]
    known = any(heading in (slug(s.heading), s.id.rpartition("/")[2]) for s in report.walk())
    return not known or heading in names or heading in locator.section.split("/")


def wrong_place(citation: Citation, verdict: Verdict | None, report: Report, right: str) -> str:
    """Return what is wrong with the place of a citation; empty where nothing is, or nothing can be told."""
    claimed = citation.place
    if claimed is None:
        return ""
    if verdict is None:
        there = is_at(claimed, [section.locate(paragraph) for section, paragraph in report.passages()], report)
        return "" if there else f"The report has no {claimed}."
    places = list(_locators(verdict, _ALIKE))
    if not places or any(is_at(claimed, place, report) for place in places):
        return ""
    return f"It is at {right}, not at {claimed}."


def is_there_with_variants(pair: PairedCitation, index: QuotationIndex, report: Report) -> bool:
    """Return whether a quotation is where its citation says with another first letter, or without its last mark."""
    if pair.quotation is None or pair.citation is None or pair.citation.place is None:
        return False
    text = pair.quotation.text
    unmarked = without_final_mark(text)
    for other in {unmarked, with_other_first_letter(text), with_other_first_letter(unmarked)} - {text}:
        verdict = find_in(index, other)
        if any(is_at(pair.citation.place, place.locators, report) for place in verdict.places):
            return True
    return False
