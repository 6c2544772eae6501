"""What a sentence can be shown for in a summary, and its score for its heading: a weighted sum of its features."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from hrreport import tables
from hrreport.analysis.cues import grade
from hrreport.analysis.sentence_words import lower_case_pattern
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from hrreport.model.finding import Finding

Slot = Literal["law", "practice", "scale", "methods", "accountability", "government", "case", "rest"]
_FEW = 10
"""A count of fewer says nothing of scale."""
_GRAVE = 4
_LONG, _SHORT = 280, 15
"""Characters from which on a sentence is long, and words below which it is short."""
_EACH = 100
_SIGNS = (
    "practice", "general", "methods", "agents", "detail", "abusing", "impunity", "actors", "grave", "trivial", "vague",
    "dissent",
)  # fmt: skip


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns by the name of what they show, for texts in lower case."""
    return {r["slot"]: lower_case_pattern(r["pattern"]) for r in tables.rows("vocabulary/slots.csv")}


@cache
def _case_signs() -> dict[str, re.Pattern[str]]:
    return {r["sign"]: re.compile(r["pattern"]) for r in tables.rows("vocabulary/cases.csv")}


@lru_cache(maxsize=32768)
def shows(name: str, text: str) -> bool:
    """Return whether a sentence shows one of the things that ``vocabulary/slots.csv`` names."""
    return _patterns()[name].search(text.lower()) is not None


@lru_cache(maxsize=16384)
def _has_case_sign(sign: str, text: str) -> bool:
    return _case_signs()[sign].search(text) is not None


def is_case(finding: Finding) -> bool:
    """Return whether a sentence tells of one case: of a day, or of a person by name."""
    may_be = finding.kind in {Kind.ABUSE, Kind.RESPONSE}
    return may_be and (_has_case_sign("dated", finding.text) or _has_case_sign("person", finding.text))


def begins_case(text: str) -> bool:
    """Return whether a sentence tells of what is not the end of a case: an arrest, a charge, an abduction."""
    return _has_case_sign("begun", text)


def ends_case(text: str) -> bool:
    """Return whether a sentence tells how a case came out, or that it had not at the end of the year."""
    return _has_case_sign("ended", text)


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


@cache
def weights() -> dict[str, float]:
    """Return the weights by the name of what is weighed, as they come with hrreport."""
    return {row["sign"]: float(row["weight"]) for row in tables.rows("weights/digest.csv")}


def signs_of(finding: Finding, place: int, *, named: bool) -> dict[str, float]:
    """Return what a sentence shows, and how much of it.

    `place` is its place in the heading's own text, from 0; `named`, whether the executive summary names the heading's
    subject.
    """
    text, kind = finding.text, finding.kind
    scale = has_scale(finding)
    case = is_case(finding) and not scale
    found = {
        f"kind {kind}": True,
        "key": finding.key,
        "first": place == 0,
        "abuse named": named and kind is Kind.ABUSE,
        "grave degree": max((grade(w) for w in finding.strength), default=0) >= _GRAVE,
        "scale": scale,
        "scale by a source": scale and bool(finding.sources),
        "scale of prisons": scale and shows("harsh", text),
        "source": bool(finding.sources) and not scale,
        "criminalizes": criminalizes(finding),
        "restricts": restricts(finding) and not criminalizes(finding),
        "case": case and not shows("sentenced", text),
        "prison term": case and shows("sentenced", text),
        "short": len(text.split()) < _SHORT and place > 0,
    }
    telling = 1.0 if kind in {Kind.ABUSE, Kind.CONTEXT} else 0.5
    signs = {name: 1.0 for name, holds in found.items() if holds}
    signs |= {name: telling for name in _SIGNS if not (case and name == "actors") and shows(name, text)}
    signs["long"] = max(0, len(text) - _LONG) / _EACH
    return signs


def weigh(signs: dict[str, float]) -> float:
    """Return how much a sentence tells that shows so much."""
    return sum(weights()[name] * value for name, value in signs.items())


def worth(finding: Finding, place: int, *, named: bool) -> float:
    """Return how much a sentence tells of its heading; see `signs_of`."""
    return weigh(signs_of(finding, place, named=named))
