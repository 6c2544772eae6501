"""Guesses: the topics of headings and run-in labels of an edition whose outline is not known.

A title is looked for among those of every outline and the names of topics; where several editions mean different
things by it, or none has it, the words that it shares with known titles and the words of the text below it decide
together. The words of the topics are counted on the pages of known editions (``weights/topics.csv``).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.catalogue import records
from hrreport.model.report import GUESS, TopicGuess
from hrreport.parsing.outline import key, read_outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.report import GuessedBy, Paragraph, Section

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6
"""Letters that words with the same beginning have in common: religion, religious."""
_PASSED_OVER = frozenset(
    "and any are been for from had has have her his including its members not other some that the their there they "
    "this was were which who with would".split()
)
_SHORTEST = 3
_FEWEST_WORDS = 5
"""Words of topics that a text must have, so that its words say something."""
_LEAST = 0.45
"""What a topic must reach by words to be guessed at all."""
_NEARLY = 0.92
"""The share of the best topic's reach from which another is guessed with it."""
_NO_TEXT = 0.05
"""What counts for a meaning of a title of which the text below has no word."""
_NUMBERED = 2
"""The level of sections, whose own text alone speaks for them: what is below them is of many subjects."""
_ABOVE = 0.3
"""What a heading above counts for its own topics and their parts."""
_SURE = {"title": 0.99, "words": 0.93, "text": 0.9}


class KnownTitle(NamedTuple):
    """A title of a heading or label, or a name of a topic, with the topics that it stands for."""

    year: int
    """The first edition of its outline; 0 for the name of a topic."""
    topics: tuple[str, ...]


def with_guesses(sections: Iterable[Section], year: int) -> tuple[Section, ...]:
    """Return sections with the topics that their headings and run-in labels are likely to stand for."""
    return tuple(_guessed(section, year, frozenset()) for section in sections)


def count_guesses(sections: Iterable[Section], year: int) -> str:
    """Return one line that counts the guesses, or empty where there is none."""
    below = [each for section in sections for each in section.walk()]
    guesses = [*(s.guess for s in below), *(p.guess for s in below for p in s.paragraphs)]
    made = Counter[str](guess.by for guess in guesses if guess)
    if not made:
        return ""
    kinds = (("title", "the same title in other editions"), ("words", "its words"), ("text", "the text below it"))
    counts = ", ".join(f"{made[by]} by {words}" for by, words in kinds if made[by])
    return (
        f"{GUESS}the outline of the {year} edition is not known: what {made.total()} headings and labels are about is "
        f"guessed, {counts}."
    )


def labeled_texts(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Yield the paragraphs that begin with a run-in label, each with its text and that up to the next label."""
    starts = [at for at, paragraph in enumerate(paragraphs) if paragraph.topic]
    for start, end in pairwise((*starts, len(paragraphs))):
        yield paragraphs[start], " ".join(p.text for p in paragraphs[start:end])


def _guessed(section: Section, year: int, above: frozenset[str]) -> Section:
    below = (section,) if section.level <= _NUMBERED else section.walk()
    text = " ".join(p.text for each in below for p in each.paragraphs)
    topics, guess = guess_topics(section.heading, text, year, above) if section.as_printed else ((), None)
    here = above.union(topics)
    labels = {
        p.number: guess_topics(p.topic or "", below_label, year, here)
        for p, below_label in labeled_texts(section.paragraphs)
    }
    found = ((p, *labels.get(p.number, ((), None))) for p in section.paragraphs)
    return replace(
        section,
        topics=topics,
        guess=guess,
        paragraphs=tuple(replace(p, topics=own, guess=own_guess) for p, own, own_guess in found),
        sections=tuple(_guessed(below, year, here) for below in section.sections),
    )


def guess_topics(
    title: str, text: str, year: int, above: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], TopicGuess | None]:
    """Return the topics that a heading or label is likely to stand for, and how sure that is; none where it is not.

    Args:
        title: The heading without number and letter, or the label.
        text: The text below it.
        year: The edition.
        above: The topics of the headings above it, whose parts it is likelier to be on.
    """
    exact = known_titles().get(key(title))
    in_text = text_likeness(text)
    if exact:
        return _of_same_title(exact, in_text, year, above)
    if not text:
        return (), None
    in_title = title_likeness(title)
    reach = {t: in_title.get(t, 0) + in_text.get(t, 0) + _belonging(t, above) for t in {*in_title, *in_text}}
    best = max(reach, key=lambda topic: reach[topic], default="")
    if not best or reach[best] < _LEAST:
        return (), None
    by: GuessedBy = "words" if in_title.get(best, 0) > in_text.get(best, 0) else "text"
    return tuple(t for t in reach if reach[t] >= _NEARLY * reach[best]), TopicGuess(by, _SURE[by])


def _of_same_title(
    known: Iterable[KnownTitle], in_text: dict[str, float], year: int, above: frozenset[str]
) -> tuple[tuple[str, ...], TopicGuess | None]:
    """Return what known titles stand for: most of them, the nearest editions first; else the text below decides."""
    meanings: dict[tuple[str, ...], float] = defaultdict(float)
    for title in known:
        meanings[title.topics] += 1 / (1 + abs(title.year - year))
    if len(meanings) > 1:
        for topics in meanings:
            likeness = sum(in_text.get(topic, 0) + _belonging(topic, above) for topic in topics) / max(1, len(topics))
            meanings[topics] *= _NO_TEXT + likeness
    best = max(meanings, key=lambda topics: meanings[topics])
    share = meanings[best] / sum(meanings.values())
    return best, TopicGuess("title", round(share * _SURE["title"], 2)) if best else None


def _belonging(topic: str, above: frozenset[str]) -> float:
    """Return what it counts for a topic that a heading above is on it, or on the wider one that it belongs to."""
    return _ABOVE if topic in above or records.broader_topics().get(topic) in above else 0.0


def text_likeness(text: str) -> dict[str, float]:
    """Return how like the words of each topic the words of a text are, from 0 to 1."""
    counts = Counter(stems(text))
    weighed = {word: 1 + math.log(count) for word, count in counts.items() if word in _topics_of_words()}
    if len(weighed) < _FEWEST_WORDS:
        return {}
    length = math.sqrt(sum(weight**2 for weight in weighed.values()))
    found: dict[str, float] = defaultdict(float)
    for word, weight in weighed.items():
        for topic, counted in _topics_of_words()[word]:
            found[topic] += counted * weight / length
    return found


def title_likeness(title: str) -> dict[str, float]:
    """Return the share of words, rare ones counting more, that a title has with the nearest title of each topic."""
    own = frozenset(stems(title))
    found: dict[str, float] = defaultdict(float)
    for known, words in _words_of_titles().items():
        shared = _weight(own & words)
        likeness = 2 * shared / (_weight(own) + _weight(words)) if shared else 0.0
        for each in known_titles()[known] if likeness else ():
            for topic in each.topics:
                found[topic] = max(found[topic], likeness)
    return found


def stems(text: str) -> Iterator[str]:
    """Yield the beginnings of a text's words, the most common words left out."""
    for found in _WORD.finditer(text.casefold()):
        if len(found[0]) >= _SHORTEST and found[0] not in _PASSED_OVER:
            yield found[0][:_STEM]


@cache
def known_titles() -> dict[str, tuple[KnownTitle, ...]]:
    """Return every title by its key: headings and labels of all outlines, and names of topics that none has."""
    found: dict[str, list[KnownTitle]] = defaultdict(list)
    for name in tables.names("outlines", ".toml"):
        for heading in read_outline(name).headings:
            for title in heading.titles:
                found[key(title)].append(KnownTitle(int(name), heading.topics))
            for label, topics in heading.labels.items():
                found[label].append(KnownTitle(int(name), topics))
    outlined = frozenset(found)
    for topic in records.topics():
        for name in (topic.name, *topic.other_names):
            if key(name) not in outlined:
                found[key(name)].append(KnownTitle(0, (topic.id,)))
    return {title: tuple(known) for title, known in found.items()}


@cache
def _words_of_titles() -> dict[str, frozenset[str]]:
    return {title: words for title in known_titles() if (words := frozenset(stems(title)))}


@cache
def _rarity() -> dict[str, float]:
    titles = _words_of_titles()
    counts = Counter(word for words in titles.values() for word in words)
    return {word: math.log((len(titles) + 1) / count) for word, count in counts.items()}


def _weight(words: Iterable[str]) -> float:
    unseen = math.log(2 * len(_words_of_titles()) + 2)
    return sum(_rarity().get(word, unseen) for word in words)


@cache
def _topics_of_words() -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in tables.rows("weights/topics.csv"):
        found[row["word"]].append((row["topic"], float(row["weight"])))
    return {word: tuple(topics) for word, topics in found.items()}
