"""Score a sentence for its heading: a weighted sum of its features."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.digest.slots import criminalizes, has_scale, is_case, restricts, shows
from hrreport.analysis.strength import grade
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from hrreport.model.finding import Finding

_GRAVE = 4
_LONG, _SHORT = 280, 15
"""Characters from which on a sentence is long, and words below which it is short."""
_EACH = 100
_SIGNS = (
    "practice", "general", "methods", "agents", "detail", "abusing", "impunity", "actors", "grave", "trivial", "vague",
    "dissent",
)  # fmt: skip


@cache
def weights() -> dict[str, float]:
    """Return the weights by the name of what is weighed, as they come with hrreport."""
    return {row["sign"]: float(row["weight"]) for row in tables.rows("weights/digest.csv")}


def signs_of(finding: Finding, place: int, *, named: bool) -> dict[str, float]:
    """Return what a sentence shows, and how much of it.

    Args:
        finding: The sentence.
        place: Its place among the sentences of the heading's own text, from 0.
        named: Whether the executive summary names the heading's subject.
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
