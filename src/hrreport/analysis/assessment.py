"""The assessment of a section's own text, from the kinds of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.cues import find_strength, grade
from hrreport.analysis.features import heading_words, step
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.analysis.kinds import ClassifiedSentence
    from hrreport.analysis.network import Network


_FREQUENT, _GRAVE = 3, 4
"""Grades of words of degree."""
_COUNTS = (1, 2, 3, 4, 6, 9, 13, 18, 25)
_PARTS = (0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
_REPORT = (0.2, 0.28, 0.36, 0.44, 0.52, 0.6)
_SOME = (1, 2, 3, 5, 8)
_DEGREES = (0.1, 0.25, 0.4, 0.6)
_TOPIC = 7
"""So many words of a heading stand for the whole."""
_SURE = 0.5
"""An abuse that is the only one of its section is believed from here on."""


def assess(
    judged: Sequence[ClassifiedSentence], heading: str, extent: Network, *, listed: bool, share: float
) -> Assessment:
    """Return the assessment of a section's own text.

    Args:
        judged: Its sentences; at least one.
        heading: Its heading.
        extent: The model that tells limited from serious.
        listed: Whether an issue of the executive summary speaks of the section.
        share: The share of abuses among all sentences of the report.
    """
    abuses = [j for j in judged if j.kind is Kind.ABUSE]
    denial = next((j for j in judged if j.kind is Kind.DENIAL), None)
    if len(abuses) > 1 or (abuses and (abuses[0].shares["abuse"] >= _SURE or not denial)):
        (serious,) = extent.scores(extent_features(judged, heading, listed=listed, share=share))
        return Assessment("abuses-reported", extent="serious" if serious >= 0 else "limited")
    if denial:
        return Assessment("none-reported", basis="no-reports" if "no-reports" in denial.reading.cues else "respected")
    if any(j.kind is not Kind.CONTEXT for j in judged):
        return Assessment("none-reported")
    cues = {cue for j in judged for cue in j.reading.cues}
    if "not-applicable" in cues:
        return Assessment("not-addressed", basis="not-applicable")
    return Assessment("not-addressed", basis="cross-reference" if "pointer" in cues else "description")


def extent_features(judged: Sequence[ClassifiedSentence], heading: str, *, listed: bool, share: float) -> list[str]:
    """Return what tells limited abuses from serious ones."""
    count = len(judged)
    abuses = [j for j in judged if j.kind is Kind.ABUSE]
    denials = [j for j in judged if j.kind is Kind.DENIAL]
    graded = [[grade(w) for w in find_strength(j.reading.text)] for j in abuses]
    grades = [g for own in graded for g in own]
    highest = [max(own, default=0) for own in graded] or [0]
    begins = next((i for i, j in enumerate(judged) if j.kind is Kind.ABUSE), count)
    topic = " ".join(word.removeprefix("in ") for word in heading_words(heading)[:_TOPIC])
    weightiest = max(judged, key=lambda j: j.weight)
    lead = [judged[0], *(j for j in abuses[:1] if j is not judged[0])]
    listing = "listed" if listed else "unlisted"
    features = [
        f"abuses {step(len(abuses), _COUNTS)}",
        f"abuse share {step(len(abuses) / count, _PARTS)}",
        f"expected share {step(sum(j.shares['abuse'] for j in judged) / count, _PARTS)}",
        f"denial share {step(len(denials) / count, _PARTS)}",
        f"law share {step(sum(j.kind is Kind.LAW for j in judged) / count, _PARTS)}",
        f"report share {step(share, _REPORT)}",
        listing,
        f"{listing} {step(len(abuses), _COUNTS)}",
        f"grave words {step(sum(g >= _GRAVE for g in grades), _COUNTS)}",
        f"frequent words {step(sum(g == _FREQUENT for g in grades), _COUNTS)}",
        f"doubtful words {step(sum(g == 1 for g in grades), _COUNTS)}",
        f"lead {judged[0].kind}",
        f"weightiest {weightiest.kind}",
        f"length {step(count, _COUNTS)}",
        f"grave sentences {step(sum(g >= _GRAVE for g in highest), _SOME)}",
        f"degree share {step(sum(g >= _FREQUENT for g in highest) / len(highest), _DEGREES)}",
        f"first grade {highest[0]}",
        f"abuse first at {step(begins, _SOME)}",
        f"heading {topic}",
        f"{listing} heading {topic}",
        *heading_words(heading),
        *(f"cue {cue}" for j in (*abuses, *denials) for cue in j.reading.final),
        *(f"lead {cue}" for j in lead for cue in j.reading.cues),
        *(f"says {word}" for j in (weightiest, *lead) for word in j.reading.words.stems),
    ]
    return list(dict.fromkeys(features))
