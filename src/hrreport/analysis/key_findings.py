"""Score each sentence of a section as a key finding, from its own features and the section's.

By itself a sentence has a weight (``ClassifiedSentence.weight``). Here it is set against the others of the same text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.cues import grade
from hrreport.analysis.executive_summary import is_on, is_summary
from hrreport.analysis.features import step
from hrreport.analysis.sentence_words import NAME, NUMBER, subject_words
from hrreport.model.finding import Kind
from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.analysis.kinds import ClassifiedSentence
    from hrreport.analysis.network import Network
    from hrreport.model.report import Paragraph, Section

_WEIGHTS = (-4.0, -3.3, -2.7, -2.2, -1.8, -1.4, -1.0, -0.6, -0.2, 0.2, 0.7)
_GAPS = (-2.5, -1.6, -1.0, -0.5, -0.15, 0.15, 0.5, 1.0, 1.6, 2.5)
_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
_LIKENESS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65)
_CENTRAL = (0.03, 0.06, 0.09, 0.12, 0.16, 0.2)
_SIZES = (2, 4, 7, 10, 17)
_PLACES = (0.1, 0.25, 0.5, 0.75, 0.9)
_LONG = (0.5, 0.75, 1.0, 1.25, 1.6)
FAR = 100.0
"""So much is taken from the score of a sentence that is not looked at closely."""
_SMALL = 3
"""Words that are no longer say nothing of the subject."""
_SIGNS = ("change", "issues", "no-issues", "accountability")
_DATED = re.compile(rf"^(?:On|In|As of|By|Between|From|During)\s+(?:early |late |mid-)?(?:{MONTH}|20\d\d|the year)")


class JudgedSentence(NamedTuple):
    """A sentence of a section's own text, with its kind and its words of degree."""

    paragraph: Paragraph
    number: int
    text: str
    judged: ClassifiedSentence
    strength: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """The kind that was found for it."""
        return self.judged.kind


class _Text:
    """One section's own text, with what is asked of every sentence reckoned once."""

    def __init__(self, section: Section, own: Sequence[JudgedSentence]) -> None:
        self.own = own
        self.count = len(own)
        self.size = step(self.count, _SIZES)
        self.weights = [s.judged.weight for s in own]
        self.order = sorted(range(self.count), key=lambda i: (-self.weights[i], i))
        self.rank = {i: rank for rank, i in enumerate(self.order)}
        self.leans = [depends_on_previous(s.text) for s in own]
        self.paragraphs: dict[int, list[int]] = {}
        self.labels: dict[str, list[int]] = {}
        for i, s in enumerate(own):
            self.paragraphs.setdefault(s.paragraph.number, []).append(i)
            if s.paragraph.topic:
                self.labels.setdefault(s.paragraph.topic, []).append(i)
        self.at = {number: place for place, number in enumerate(self.paragraphs)}
        self.abuses = [i for i, s in enumerate(own) if s.kind is Kind.ABUSE]
        stems = [s.judged.reading.words.stems for s in own]
        # a text of nothing but marks has no words
        self.length = sum(map(len, stems)) / max(1, self.count) or 1.0
        self.subject = subject_words(section.heading)
        # the sentences of the executive summary say what the report comes to
        self.signs = _SIGNS if is_summary(section) else ()
        self.words = [frozenset(w for w in each if len(w) > _SMALL and w[0] != "*") for each in stems]


def _gap(name: str, text: _Text, i: int, others: Sequence[int]) -> str:
    """Return by how much a sentence outweighs the weightiest of others."""
    if not others:
        return f"{name} none"
    return f"{name} {step(text.weights[i] - max(text.weights[j] for j in others), _GAPS)}"


def _place(text: _Text, i: int) -> Iterator[str]:
    """Yield where a sentence stands in its section, its paragraph and its label."""
    sentence, count = text.own[i], text.count
    place = i if i < len(_SIZES) else "later"
    at = min(text.at[sentence.paragraph.number], 4)
    beside = text.paragraphs[sentence.paragraph.number]
    yield f"size {text.size}"
    yield f"place {place}"
    yield f"place {place} size {text.size}"
    yield f"kind {sentence.kind} place {place}"
    yield f"from the start {step(i / count, _PLACES)}"
    yield f"paragraph {at}"
    yield f"paragraph {at} {'first' if beside[0] == i else 'later'}"
    yield f"paragraph of {min(len(beside), 5)}"
    yield f"paragraph place {min(i - beside[0], 4)}"
    yield f"paragraphs {min(len(text.paragraphs), 6)}"
    yield _gap("in paragraph", text, i, [j for j in beside if j != i])
    yield _gap("in paragraph before", text, i, [j for j in beside if j < i])
    if i == count - 1:
        yield "last"
    if len(text.paragraphs) > 1 and beside[-1] == count - 1:
        yield "last paragraph"
    if next((j for j in beside if text.own[j].kind is Kind.ABUSE), None) == i:
        yield "first abuse of paragraph"
    if sentence.paragraph.topic:
        labeled = text.labels[sentence.paragraph.topic]
        yield f"labels {min(len(text.labels), 4)}"
        yield "first of label" if labeled[0] == i else "later in label"
        yield _gap("in label", text, i, [j for j in labeled if j != i])


def _among(text: _Text, i: int) -> Iterator[str]:
    """Yield how a sentence's weight and kind stand among those of its section."""
    count, kind = text.count, text.own[i].kind
    rank = min(text.rank[i], 6)
    yield f"weight {step(text.weights[i], _WEIGHTS)}"
    yield f"rank {rank}"
    yield f"rank {rank} size {text.size}"
    yield f"rank {rank} {kind}"
    for nth in (0, 2, 4):
        if nth < count:
            yield f"below {nth} {step(text.weights[i] - text.weights[text.order[nth]], _GAPS)}"
    if rank == 0 and count > 1:
        yield f"ahead {step(text.weights[i] - text.weights[text.order[1]], _GAPS)}"
    yield _gap("before", text, i, range(i))
    yield _gap("after", text, i, range(i + 1, count))
    yield f"kind {kind}"
    yield f"kind {kind} {'among' if text.abuses else 'without'} abuses"
    for name in ("abuse", "denial", "law", "response"):
        yield f"share of {name} {step(text.own[i].judged.shares[name], _SHARES)}"
    if kind is Kind.ABUSE:
        yield f"abuse {min(text.abuses.index(i), 5)} of {min(len(text.abuses), 6)}"
        if i == text.abuses[-1]:
            yield "last abuse"


def _beside(text: _Text, i: int) -> Iterator[str]:
    """Yield what the sentences right before and after are."""
    sentence = text.own[i]
    for side, j in (("previous", i - 1), ("next", i + 1)):
        if not 0 <= j < text.count:
            yield f"no {side}"
            continue
        other = text.own[j]
        near = "near" if other.paragraph is sentence.paragraph else "apart"
        yield f"{side} {other.kind} {near}"
        yield f"{sentence.kind} {side} {other.kind}"
        yield f"{side} {step(text.weights[i] - text.weights[j], _GAPS)} {near}"
        if text.leans[j]:
            yield f"{side} leans {near}"
        if other.judged.reading.turn < len(other.judged.reading.words.stems):
            yield f"{side} turns {near}"


def _likeness(text: _Text, i: int) -> Iterator[str]:
    """Yield how much of a sentence others say too."""
    own = text.words[i]
    like = [len(own & other) / (1 + min(len(own), len(other))) for other in text.words]
    like[i] = 0.0
    if text.count > 1:
        yield f"central {step(sum(like) / (text.count - 1), _CENTRAL)}"
        yield f"likest {step(max(like), _LIKENESS)}"
        weightier = [like[j] for j in text.order[: text.rank[i]]]
        yield f"likest weightier {step(max(weightier, default=0.0), _LIKENESS)}"
        yield f"likest before {step(max(like[:i], default=0.0), _LIKENESS)}"


def _content(text: _Text, i: int) -> Iterator[str]:
    """Yield what a sentence holds: degree, numbers, names, subject, length, and its cues."""
    sentence = text.own[i]
    reading = sentence.judged.reading
    stems = reading.words.stems
    yield "leans" if text.leans[i] else "stands"
    yield f"grade {max(map(grade, sentence.strength), default=0)}"
    yield f"strength {min(len(sentence.strength), 3)}"
    yield f"numbers {min(stems.count(NUMBER), 4)}"
    yield f"names {min(stems.count(NAME), 4)}"
    yield f"length {min(len(stems) // 6, 7)}"
    yield f"longer {step(len(stems) / text.length, _LONG)}"
    yield f"opens {' '.join(stems[:2])}"
    yield f"opens {' '.join(stems[:1])}"
    yield f"{'dated' if _DATED.match(sentence.text) else 'undated'} {sentence.kind}"
    yield f"subject {min(len(text.subject.intersection(stems)), 3)}"
    if sentence.paragraph.topic:
        yield f"label {min(len(subject_words(sentence.paragraph.topic).intersection(stems)), 3)}"
    if reading.turn < len(stems):
        yield "turns"
    yield from (f"cue {cue}" for cue in reading.final)
    yield from (f"says {sign}" for sign in text.signs if is_on(sign, sentence.text))


def key_features(section: Section, own: Sequence[JudgedSentence], most: int | None = None) -> dict[int, list[str]]:
    """Return what is looked at for the weightiest sentences of one section's own text, or all, by their indexes."""
    text = _Text(section, own)
    return {
        i: [*_place(text, i), *_among(text, i), *_beside(text, i), *_likeness(text, i), *_content(text, i)]
        for i in text.order[:most]
    }


def rate(section: Section, own: Sequence[JudgedSentence], model: Network, most: int) -> list[float]:
    """Return how far each sentence of one section's own text is a key finding.

    Only the weightiest, `most` of them, are looked at closely; all others come after them, by their weight. The model
    tells what its section changes in a sentence's weight.
    """
    rates = [sentence.judged.weight - FAR for sentence in own]
    for i, names in key_features(section, own, most).items():
        rates[i] += FAR + model.scores(names)[0]
    return rates
