"""Slots of a summary: the practice, its scale, methods, accountability, the government's response, a case."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from hrreport import tables
from hrreport.analysis.sentence_words import lower_case_pattern
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from hrreport.model.finding import Finding

Slot = Literal["law", "practice", "scale", "methods", "accountability", "government", "case", "rest"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
_FEW = 10
"""A count of fewer says nothing of scale."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns by the name of what they show, for texts in lower case."""
    return {r["slot"]: lower_case_pattern(r["pattern"]) for r in tables.rows("vocabulary/slots.csv")}


@cache
def _case_signs() -> dict[str, re.Pattern[str]]:
    return {r["sign"]: re.compile(r["pattern"]) for r in tables.rows("vocabulary/cases.csv")}


@lru_cache(maxsize=32768)
def shows(name: str, text: str) -> bool:
    """Return whether a sentence shows one of the things that ``vocabulary/slots.csv`` names."""
    return patterns()[name].search(text.lower()) is not None


def is_case(finding: Finding) -> bool:
    """Return whether a sentence tells of one case: of a day, or of a person by name."""
    return finding.kind in {Kind.ABUSE, Kind.RESPONSE} and _is_dated_or_personal(finding.text)


@lru_cache(maxsize=4096)
def _is_dated_or_personal(text: str) -> bool:
    signs = _case_signs()
    return bool(signs["dated"].search(text) or signs["person"].search(text))


@lru_cache(maxsize=4096)
def begins_case(text: str) -> bool:
    """Return whether a sentence tells of what is not the end of a case: an arrest, a charge, an abduction."""
    return _case_signs()["begun"].search(text) is not None


@lru_cache(maxsize=4096)
def ends_case(text: str) -> bool:
    """Return whether a sentence tells how a case came out, or that it had not at the end of the year."""
    return _case_signs()["ended"].search(text) is not None


def has_scale(finding: Finding) -> bool:
    """Return whether a sentence counts or measures what it tells."""
    return any(
        f.unit in {"percent", "rate"} or (f.unit == "count" and (f.value_max or f.value or 0) >= _FEW)
        for f in finding.figures
    )


def restricts(finding: Finding) -> bool:
    """Return whether a sentence of law restricts, criminalizes, or says that a protection is missing."""
    of_law = finding.kind is Kind.LAW or (finding.kind is Kind.ABUSE and shows("law", finding.text))
    return of_law and shows("restricting", finding.text)


def criminalizes(finding: Finding) -> bool:
    """Return whether a sentence says that law makes a crime of what persons are, believe or say."""
    return finding.kind in {Kind.LAW, Kind.ABUSE} and shows("criminal", finding.text)


def slot_of(finding: Finding) -> Slot:
    """Return what a sentence is shown for."""
    text, kind = finding.text, finding.kind
    scale = has_scale(finding)
    fits: dict[Slot, bool] = {
        "law": kind is Kind.LAW,
        "case": is_case(finding) and not scale,
        "scale": scale and (bool(finding.sources) or kind is Kind.ABUSE),
        "accountability": shows("impunity", text) or (kind is Kind.RESPONSE and shows("accountability", text)),
        "practice": kind in {Kind.ABUSE, Kind.DENIAL} and (shows("practice", text) or shows("general", text)),
        "methods": kind is Kind.ABUSE,
        "government": kind in {Kind.RESPONSE, Kind.DENIAL},
    }
    return next((slot for slot, fit in fits.items() if fit), "rest")
