"""Key findings: the few sentences that carry a section, chosen by rank within a budget.

The model was fitted to tell, within one section's own text, the key sentences from the others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.brief import is_summary, says
from hrreport.analysis.reading import kind_of
from hrreport.analysis.standing import leans
from hrreport.analysis.strength import grade
from hrreport.analysis.words import NAME, read_words
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.analysis.features import Features
    from hrreport.analysis.kinds import Judged
    from hrreport.analysis.linear import Linear
    from hrreport.model.finding import Figure, Source
    from hrreport.model.report import Paragraph, Section

_BUDGETS = (1, 3, 12, 16)
"""Lengths from which on a text has one, two, three, four key findings."""
MOST = len(_BUDGETS)
"""Never more key findings than this in one section's own text."""
_PLACES = ((8, "later"), (4, "4-7"))
_SIZES = ((13, "large"), (4, "middle"), (0, "small"))
_DATED = re.compile(
    r"^(?:On|In|As of|By|Between|From|During)\s+(?:early |late |mid-)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|20\d\d|the year)"
)
_WORD = 0.3
"""Words count for less than what is built from them."""
_MANY = 50
_SMALL = 3
"""Words of headings that are no longer say nothing of the subject."""


class Sentence(NamedTuple):
    """A sentence of a section's own text with everything that is found in it alone."""

    paragraph: Paragraph
    number: int
    text: str
    judged: Judged
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    strength: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """The kind that was found for it."""
        return self.judged.kind


def budget(count: int) -> int:
    """Return how many key findings a text of so many sentences has: about one in five.

    >>> [budget(n) for n in (1, 2, 3, 9, 15, 40)]
    [1, 1, 2, 2, 3, 4]
    """
    return sum(count >= least for least in _BUDGETS)


def _place(sentences: Sequence[Sentence], i: int, paragraphs: dict[int, list[Sentence]]) -> Features:
    """Return where a sentence stands in its section and its paragraph."""
    mine = sentences[i]
    count = len(sentences)
    place = next((f"place {name}" for least, name in _PLACES if i >= least), f"place {i}")
    size = next(name for least, name in _SIZES if count >= least)
    at = min(list(paragraphs).index(mine.paragraph.number), 3)
    beside = paragraphs[mine.paragraph.number]
    features = {
        place: 1.0,
        f"{place} {size}": 1.0,
        f"kind {mine.kind} {place}": 1.0,
        f"paragraph {at}": 1.0,
        f"paragraph {at} {'first' if beside[0] is mine else 'later'}": 1.0,
        f"paragraph of {min(len(beside), 4)}": 1.0,
        "from the start": i / count,
    }
    if len(paragraphs) > 1 and beside[-1] is sentences[-1]:
        features["last paragraph"] = 1.0
    if next((s for s in beside if s.kind is Kind.ABUSE), None) is mine:
        features["first abuse of paragraph"] = 1.0
    if mine.paragraph.topic is not None:
        features["labelled"] = 1.0
        if not any(s.paragraph.topic == mine.paragraph.topic for s in sentences[:i]):
            features["first of label"] = 1.0
    return features


def _among(sentences: Sequence[Sentence], i: int) -> Features:
    """Return how a sentence's kind stands among those of its section."""
    kind = sentences[i].kind
    abuses = [k for k, s in enumerate(sentences) if s.kind is Kind.ABUSE]
    before = sentences[i - 1].kind if i else None
    features = {
        f"kind {kind}": 1.0,
        f"kind {kind} {'among' if abuses else 'without'} abuses": 1.0,
        f"after {before or 'none'}": 1.0,
    }
    if kind is Kind.ABUSE:
        rank = min(abuses.index(i), 5)
        features[f"abuse {rank}"] = 1.0
        features[f"abuse {rank} of {min(len(abuses), 6)}"] = 1.0
        if i == abuses[-1]:
            features["last abuse"] = 1.0
    if before is Kind.LAW and kind in {Kind.ABUSE, Kind.DENIAL}:
        features["answers law"] = 1.0
    return features


def _content(sentence: Sentence) -> Features:
    """Return what a sentence holds: words, cues, strength, figures, sources, names."""
    reading, shares = sentence.judged.reading, sentence.judged.shares
    stems = reading.words.stems
    speak = [kind_of(cue) for cue in reading.final]
    grades = [grade(word) for word in sentence.strength]
    features: Features = {f"word {word}": _WORD for word in stems}
    features.update({f"cue {cue}": 1.0 for cue in reading.cues})
    features.update({f"grade {g}": 1.0 for g in grades})
    features.update({f"source {source.type}": 1.0 for source in sentence.sources})
    features |= {
        "abuse probability": shares["abuse"],
        "denial probability": shares["denial"],
        "final abuse cues": min(speak.count("abuse"), 4) / 2,
        "final denial cues": min(speak.count("denial"), 2) / 2,
        "figures": min(len(sentence.figures), 3) / 2,
        "sources": min(len(sentence.sources), 2) / 2,
        "strength": min(len(sentence.strength), 3) / 2,
        "highest grade": max(grades, default=0) / 2,
        f"names {min(stems.count(NAME), 3)}": 1.0,
        f"length {min(len(stems) // 8, 5)}": 1.0,
        f"opens {' '.join(stems[:2])}": 1.0,
        f"{'dated' if _DATED.match(sentence.text) else 'undated'} {sentence.kind}": 1.0,
        "leans" if leans(sentence.text) else "stands": 1.0,
    }
    if sentence.figures and sentence.kind is Kind.ABUSE:
        features["abuse with figures"] = 1.0
        features["large figure"] = float(max(f.value or 0.0 for f in sentence.figures) > _MANY)
    return features


_SIGNS = ("change", "issues", "no-issues", "accountability")


@lru_cache(maxsize=1024)
def _subject(heading: str) -> frozenset[str]:
    """Return the words of a heading that say what its section is about."""
    return frozenset(word for word in read_words(heading.lower()).stems if len(word) > _SMALL)


def rank_features(section: Section, sentences: Sequence[Sentence]) -> list[Features]:
    """Return what the model of key findings looks at, for every sentence of one section's own text."""
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph.number, []).append(sentence)
    subject = _subject(section.heading)
    # the sentences of the executive summary say what the report comes to
    signs = _SIGNS if is_summary(section) else ()
    rows: list[Features] = []
    for i, sentence in enumerate(sentences):
        named = len(subject.intersection(sentence.judged.reading.words.stems))
        row = _place(sentences, i, paragraphs) | _among(sentences, i) | _content(sentence)
        row["names the subject"] = min(named, 3) / 2
        row[f"subject words {min(named, 2)}"] = 1.0
        row.update({f"says {sign}": 1.0 for sign in signs if says(sign, sentence.text)})
        rows.append(row)
    return rows


def choose_keys(section: Section, sentences: Sequence[Sentence], model: Linear) -> set[int]:
    """Return the indexes of the key findings among the sentences of one section's own text."""
    scores = [model.score(features, "key") for features in rank_features(section, sentences)]
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    return set(order[: budget(len(scores))])
