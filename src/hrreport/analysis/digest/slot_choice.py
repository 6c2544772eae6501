"""Choosing among the sentences of a heading: by slots, within a budget, with what comes along, and nothing twice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.digest.acronyms import unexplained
from hrreport.analysis.digest.bundles import bundle
from hrreport.analysis.digest.sentence_scores import criminalizes, restricts, slot_of, worth
from hrreport.analysis.sentence_words import stem
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hrreport.analysis.digest.sentence_scores import Slot
    from hrreport.model.finding import Finding
    from hrreport.model.locator import Locator

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")
_SHORT = 3
_ALIKE = 0.6
_LEAST: dict[Slot, float] = {
    "practice": 0.6, "scale": 0.9, "methods": 0.9, "accountability": 0.6, "government": 0.5, "case": 0.6
}  # fmt: skip
"""The slots to fill before anything else is looked at, in order, and what a sentence must be worth for each."""
_ALONG = 0.12
"""How much less a sentence is worth for each that it brings along."""
_ASIDE = 0.6
"""How much less it is worth under a run-in label of less weight than its heading."""
_WASTE = 0.3
"""What is worth less is shown only where there is nothing else."""
_AGAIN = 0.12
"""How much less for each of its slot that is shown already."""


@lru_cache(maxsize=4096)
def _long_word_stems(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a sentence."""
    return frozenset(stem(w) for w in _WORD.findall(text.lower()) if len(w) > _SHORT)


def nearly_equal_or_same_case(one: Finding, other: Finding) -> bool:
    """Return whether two sentences share most of their words, or a name and a figure."""
    first, second = _long_word_stems(one.text), _long_word_stems(other.text)
    if not first or not second:
        return one.text == other.text
    both = len(first & second)
    if both > _ALIKE * (len(first) + len(second) - both):
        return True
    if not (one.figures and other.figures):
        return False
    figures = {(f.value, f.what) for f in one.figures} & {(f.value, f.what) for f in other.figures}
    return bool(figures) and not set(_NAME.findall(one.text)).isdisjoint(_NAME.findall(other.text))


def same_as(finding: Finding, shown: Iterable[Finding]) -> Finding | None:
    """Return the first of the sentences that says the same, or ``None``."""
    return next(
        (other for other in shown if nearly_equal_or_same_case(finding, other) and other.locator != finding.locator),
        None,
    )


class Chosen(NamedTuple):
    """The sentences chosen for some headings."""

    indexes: dict[str, set[int]]
    """By section, the indexes of the sentences of its own text."""
    repeated: list[tuple[Locator, Locator]]
    """A sentence shown, and another place that says the same."""


class Option(NamedTuple):
    """A sentence that can be shown, with all that comes along."""

    section: str
    at: int
    """Index of the sentence in its heading's own text."""
    indexes: frozenset[int]
    slot: Slot
    worth: float
    label: str | None
    """The run-in label under which it is printed."""


def labels_of(own: Sequence[Finding]) -> list[str | None]:
    """Return the run-in label under which each sentence is printed: its paragraph's, or the last before it."""
    label: str | None = None
    return [label := finding.topic or label for finding in own]


def find_options(
    section: str,
    own: Sequence[Finding],
    longs: Mapping[str, str],
    *,
    named: bool,
    aside: Collection[int] = (),
) -> list[Option]:
    """Return every sentence of a heading's own text that can be shown, in the order of the page.

    A sentence with an acronym without a long form is not shown. `named` is whether the executive summary names the
    heading's subject, and `aside` are the paragraphs whose run-in label stands for less than the heading does.
    """
    options: list[Option] = []
    labels = labels_of(own)
    for i, finding in enumerate(own):
        indexes = bundle(own, i)
        if indexes is None or any(unexplained(own[k].text, longs) for k in indexes):
            continue
        # a label's first sentence leads as a heading's does
        place = 0 if i == 0 or labels[i] != labels[i - 1] else 1
        value = worth(finding, place, named=named) - _ALONG * (len(indexes) - 1)
        value -= _ASIDE * (finding.locator.paragraph in aside)
        options.append(Option(section, i, indexes, slot_of(finding), value, labels[i]))
    return options


def supports(own: Sequence[Finding], indexes: Collection[int]) -> bool:
    """Return whether the first of the sentences says what the heading comes to: an abuse where it tells of any."""
    first = own[min(indexes)]
    if any(f.kind is Kind.ABUSE for f in own):
        return first.kind is Kind.ABUSE or criminalizes(first)
    return first.kind is Kind.DENIAL or not any(f.kind is Kind.DENIAL for f in own)


class _Choosing:
    """The state of a choice: the sentences chosen so far, and the remaining options."""

    def __init__(
        self, texts: Mapping[str, Sequence[Finding]], options: Sequence[Option], most: int, shown: Sequence[Finding]
    ) -> None:
        self.texts = texts
        self.shown = [*shown]
        self.room = most
        self.chosen: dict[str, set[int]] = {}
        self.taken: list[Option] = []
        self.repeated: dict[tuple[Locator, Locator], None] = {}
        self.led = {o.section for o in options if supports(texts[o.section], o.indexes)}

    def fits(self, option: Option) -> bool:
        """Return whether an option has room, leaves the heading's first sentence in support, and says nothing again."""
        have = self.chosen.get(option.section, set())
        own, new = self.texts[option.section], option.indexes - have
        if not new or len(new) > self.room:
            return False
        if option.section in self.led and not supports(own, have | option.indexes):
            return False
        twice = [(same, own[k]) for k in sorted(new) if (same := same_as(own[k], self.shown))]
        self.repeated |= {(same.locator, here.locator): None for same, here in twice}
        return not twice

    def take_best(self, options: Iterable[Option]) -> bool:
        """Choose the best of some options; return whether there was one."""
        by_worth = sorted(options, key=lambda o: -o.worth + _AGAIN * sum(t.slot == o.slot for t in self.taken))
        best = next(filter(self.fits, by_worth), None)
        if best is None:
            return False
        have = self.chosen.setdefault(best.section, set())
        new = best.indexes - have
        have |= best.indexes
        self.room -= len(new)
        self.shown += [self.texts[best.section][k] for k in sorted(new)]
        self.taken.append(best)
        return True


def choose(
    texts: Mapping[str, Sequence[Finding]],
    options: Sequence[Option],
    most: int,
    *,
    labels: Collection[str] = (),
    shown: Sequence[Finding] = (),
    law_first: bool = False,
) -> Chosen:
    """Return what to show: the main finding, each named label, the slots in order, then whatever is worth most.

    Args:
        texts: The own texts of the sections, in the order of the page.
        options: Sentences of these texts.
        most: How many sentences, what comes along included.
        labels: Run-in labels of which at least one sentence is shown.
        shown: Sentences shown elsewhere, which are not repeated.
        law_first: Whether criminal status comes before all but the main finding.
    """
    choosing = _Choosing(texts, options, most, shown)
    choosing.take_best(options)
    for label in dict.fromkeys(o.label for o in options if o.label in labels):
        if not any(o.label == label for o in choosing.taken):
            choosing.take_best(o for o in options if o.label == label)
    if law_first:
        choosing.take_best(o for o in options if restricts(texts[o.section][o.at]))
    for slot, least in _LEAST.items():
        if not any(o.slot == slot for o in choosing.taken):
            choosing.take_best(o for o in options if o.slot == slot and o.worth >= least)
    while choosing.take_best(o for o in options if o.worth >= _WASTE):
        pass
    return Chosen(choosing.chosen, list(choosing.repeated))
