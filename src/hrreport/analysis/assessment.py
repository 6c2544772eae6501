"""The assessment of a section's own text, from the kinds of its sentences."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from hrreport.analysis.features import heading_words
from hrreport.analysis.strength import find_strength, grade
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.analysis.kinds import Judged
    from hrreport.analysis.linear import Linear
    from hrreport.model.finding import Basis

_FREQUENT, _GRAVE = 3, 4
"""Grades of words of degree."""
_SURE = 0.5
"""An abuse that is the only one of its section is believed from here on."""


def assess(judged: Sequence[Judged], heading: str, extent: Linear, *, listed: bool, share: float) -> Assessment:
    """Return the assessment of a section's own text.

    Args:
        judged: Its sentences; at least one.
        heading: Its heading.
        extent: The model that tells limited from serious.
        listed: Whether an issue of the executive summary speaks of the section.
        share: The share of abuses among all sentences of the report.
    """
    abuses = [j for j in judged if j.kind is Kind.ABUSE]
    if abuses and (len(abuses) > 1 or abuses[0].shares["abuse"] >= _SURE or not _has(judged, Kind.DENIAL)):
        shares = extent.shares(extent_features(judged, heading, listed=listed, share=share))
        return Assessment("abuses-reported", extent="serious" if shares["serious"] >= shares["limited"] else "limited")
    if all(j.kind is Kind.CONTEXT for j in judged):
        return Assessment("not-addressed", basis=_silence(judged))
    return Assessment("none-reported", basis=_rest(judged))


def _has(judged: Sequence[Judged], kind: Kind) -> bool:
    return any(j.kind is kind for j in judged)


def _silence(judged: Sequence[Judged]) -> Basis:
    cues = {cue for j in judged for cue in j.reading.cues}
    if "not-applicable" in cues:
        return "not-applicable"
    return "cross-reference" if "pointer" in cues else "description"


def _rest(judged: Sequence[Judged]) -> Basis | None:
    """Return what "none reported" rests on: the first denial decides; without one it rests on nothing."""
    for j in judged:
        if j.kind is Kind.DENIAL:
            return "no-reports" if "no-reports" in j.reading.cues else "respected"
    return None


def extent_features(judged: Sequence[Judged], heading: str, *, listed: bool, share: float) -> dict[str, float]:
    """Return what tells limited abuses from serious ones."""
    count = len(judged)
    abuses = [j for j in judged if j.kind is Kind.ABUSE]
    grades = [grade(w) for j in abuses for w in find_strength(j.reading.text)]
    features = {
        "abuses": log1p(len(abuses)),
        "abuse share": len(abuses) / count,
        "expected share": sum(j.shares["abuse"] for j in judged) / count,
        "denial share": sum(j.kind is Kind.DENIAL for j in judged) / count,
        "law share": sum(j.kind is Kind.LAW for j in judged) / count,
        "report share": share,
        "listed" if listed else "unlisted": 1.0,
        "grave words": log1p(sum(g >= _GRAVE for g in grades)),
        "frequent words": log1p(sum(g == _FREQUENT for g in grades)),
        "doubtful words": log1p(sum(g == 1 for g in grades)),
        f"lead {judged[0].kind}": 1.0,
        "length": log1p(count),
    }
    features.update(dict.fromkeys(heading_words(heading), 1.0))
    return features
