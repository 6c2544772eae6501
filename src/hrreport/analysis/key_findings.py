"""Score each sentence of a section as a key finding, from its own features and the section's.

By itself a sentence has a weight (``ClassifiedSentence.weight``). Here it is set against the others of the same text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.cues import grade
from hrreport.analysis.executive_summary import is_on, is_summary
from hrreport.analysis.features import step
from hrreport.analysis.sentence_words import NAME, NUMBER, read_words
from hrreport.model.finding import Kind
from hrreport.text.months import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.analysis.kinds import ClassifiedSentence
    from hrreport.analysis.network import Network
    from hrreport.model.finding import Figure, Source
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
    """A sentence of a section's own text with everything that is found in it alone."""

    paragraph: Paragraph
    number: int
    text: str
    judged: ClassifiedSentence
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    strength: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """The kind that was found for it."""
        return self.judged.kind


@lru_cache(maxsize=1024)
def _subject(heading: str) -> frozenset[str]:
    """Return the words of a heading or label that say what its text is about."""
    return frozenset(word for word in read_words(heading.lower()).stems if len(word) > _SMALL)


def words_for_similarity(sentence: JudgedSentence) -> frozenset[str]:
    """Return the words of a sentence by which it can be like another."""
    return frozenset(w for w in sentence.judged.reading.words.stems if len(w) > _SMALL and w[0] != "*")


class _Text:
    """One section's own text, with what is asked of every sentence reckoned once."""

    def __init__(self, section: Section, own: Sequence[JudgedSentence]) -> None:
        self.own = own
        self.count = len(own)
        self.size = step(self.count, _SIZES)
        self.weights = [s.judged.weight for s in own]
        self.order = sorted(range(self.count), key=lambda i: (-self.weights[i], i))
        self.rank = {i: rank for rank, i in enumerate(self.order)}
        self.words_for_similarity = [words_for_similarity(s) for s in own]
        self.leans = [depends_on_previous(s.text) for s in own]
        self.paragraphs: dict[int, list[int]] = {}
        self.labels: dict[str, list[int]] = {}
        for i, s in enumerate(own):
            self.paragraphs.setdefault(s.paragraph.number, []).append(i)
            if s.paragraph.topic:
                self.labels.setdefault(s.paragraph.topic, []).append(i)
        self.at = {number: place for place, number in enumerate(self.paragraphs)}
        self.abuses = [i for i, s in enumerate(own) if s.kind is Kind.ABUSE]
        # a text of nothing but marks has no words
        self.words = sum(len(s.judged.reading.words.stems) for s in own) / max(1, self.count) or 1.0
        self.subject = _subject(section.heading)
        # the sentences of the executive summary say what the report comes to
        self.signs = _SIGNS if is_summary(section) else ()

        self.likeness = [[0.0] * self.count for _ in own]
        """How much two sentences share of the words of the shorter one."""
        for i, mine in enumerate(self.words_for_similarity):
            row = self.likeness[i]
            count = len(mine)
            for j, other in enumerate(self.words_for_similarity[:i]):
                if both := len(mine & other):
                    row[j] = self.likeness[j][i] = both / (1 + min(count, len(other)))


def _gap(name: str, text: _Text, i: int, others: Sequence[int]) -> str:
    """Return by how much a sentence outweighs the weightiest of others."""
    if not others:
        return f"{name} none"
    return f"{name} {step(text.weights[i] - max(text.weights[j] for j in others), _GAPS)}"


def _place(text: _Text, i: int) -> Iterator[str]:
    """Yield where a sentence stands in its section, its paragraph and its label."""
    mine, count = text.own[i], text.count
    place = i if i < len(_SIZES) else "later"
    at = min(text.at[mine.paragraph.number], 4)
    beside = text.paragraphs[mine.paragraph.number]
    yield f"size {text.size}"
    yield f"place {place}"
    yield f"place {place} size {text.size}"
    yield f"kind {mine.kind} place {place}"
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
    if mine.paragraph.topic:
        labeled = text.labels[mine.paragraph.topic]
        yield f"labels {min(len(text.labels), 4)}"
        yield "first of label" if labeled[0] == i else "later in label"
        yield _gap("in label", text, i, [j for j in labeled if j != i])


def _among(text: _Text, i: int) -> Iterator[str]:
    """Yield how a sentence's weight and kind stand among those of its section."""
    mine, count, kind = text.own[i], text.count, text.own[i].kind
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
        yield f"share of {name} {step(mine.judged.shares[name], _SHARES)}"
    if kind is Kind.ABUSE:
        yield f"abuse {min(text.abuses.index(i), 5)} of {min(len(text.abuses), 6)}"
        if i == text.abuses[-1]:
            yield "last abuse"


def _beside(text: _Text, i: int) -> Iterator[str]:
    """Yield what the sentences right before and after are."""
    mine, kind = text.own[i], text.own[i].kind
    for side, j in (("previous", i - 1), ("next", i + 1)):
        if not 0 <= j < text.count:
            yield f"no {side}"
            continue
        near = "near" if text.own[j].paragraph is mine.paragraph else "apart"
        yield f"{side} {text.own[j].kind} {near}"
        yield f"{kind} {side} {text.own[j].kind}"
        yield f"{side} {step(text.weights[i] - text.weights[j], _GAPS)} {near}"
        if text.leans[j]:
            yield f"{side} leans {near}"
        if text.own[j].judged.reading.turn < len(text.own[j].judged.reading.words.stems):
            yield f"{side} turns {near}"


def _likeness(text: _Text, i: int) -> Iterator[str]:
    """Yield how much of a sentence others say too."""
    like = text.likeness[i]
    if text.count > 1:
        yield f"central {step(sum(like) / (text.count - 1), _CENTRAL)}"
        yield f"likest {step(max(like), _LIKENESS)}"
        weightier = [like[j] for j in text.order[: text.rank[i]]]
        yield f"likest weightier {step(max(weightier, default=0.0), _LIKENESS)}"
        yield f"likest before {step(max(like[:i], default=0.0), _LIKENESS)}"


def _content(text: _Text, i: int) -> Iterator[str]:
    """Yield what a sentence holds: degree, numbers, names, subject, length, and its cues."""
    mine = text.own[i]
    reading = mine.judged.reading
    stems = reading.words.stems
    yield "leans" if text.leans[i] else "stands"
    yield f"grade {max(map(grade, mine.strength), default=0)}"
    yield f"strength {min(len(mine.strength), 3)}"
    yield f"numbers {min(stems.count(NUMBER), 4)}"
    yield f"names {min(stems.count(NAME), 4)}"
    yield f"length {min(len(stems) // 6, 7)}"
    yield f"longer {step(len(stems) / text.words, _LONG)}"
    yield f"opens {' '.join(stems[:2])}"
    yield f"opens {' '.join(stems[:1])}"
    yield f"{'dated' if _DATED.match(mine.text) else 'undated'} {mine.kind}"
    yield f"subject {min(len(text.subject.intersection(stems)), 3)}"
    if mine.paragraph.topic:
        yield f"label {min(len(_subject(mine.paragraph.topic).intersection(stems)), 3)}"
    if reading.turn < len(stems):
        yield "turns"
    yield from (f"cue {cue}" for cue in reading.final)
    yield from (f"says {sign}" for sign in text.signs if is_on(sign, mine.text))


def key_features(section: Section, own: Sequence[JudgedSentence], most: int | None = None) -> dict[int, list[str]]:
    """Return what is looked at for the sentences of one section's own text, by their indexes.

    Args:
        section: The section.
        own: Every sentence of it.
        most: How many, the weightiest by themselves; ``None`` for all.
    """
    text = _Text(section, own)
    looks = (_place, _among, _beside, _likeness, _content)
    return {i: [name for look in looks for name in look(text, i)] for i in text.order[:most]}


def rate(section: Section, own: Sequence[JudgedSentence], model: Network, most: int | None = None) -> list[float]:
    """Return how far each sentence of one section's own text is a key finding.

    Where only some are looked at closely, all others come after them, by their weight.

    Args:
        section: The section.
        own: Every sentence of it.
        model: What its section changes in a sentence's weight.
        most: How many to look at closely, the weightiest; ``None`` for all.
    """
    rates = [sentence.judged.weight - FAR for sentence in own]
    for i, names in key_features(section, own, most).items():
        rates[i] += FAR + model.scores(names)[0]
    return rates
