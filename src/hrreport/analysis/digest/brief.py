"""The brief: the report's own verdict, and a dozen sentences of the body within the lines that are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from hrreport.analysis.digest.acronyms import find_glosses
from hrreport.analysis.digest.headings import missing_subjects, unit_of
from hrreport.analysis.digest.sentence_scores import criminalizes, has_scale, is_case, restricts, shows, weights
from hrreport.analysis.digest.slot_choice import same_as
from hrreport.analysis.executive_summary import is_summary, summary_sentences
from hrreport.model.finding import Kind
from hrreport.model.summary import BriefSummary
from hrreport.wording.briefs import (
    LINES,
    body_text,
    gloss_words,
    height,
    missing_words,
    since_words,
    verdict_texts,
    verdict_words,
)
from hrreport.wording.notices import brief_notices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrreport.analysis.digest.headings import Headings
    from hrreport.analysis.digest.slot_choice import Option
    from hrreport.model.finding import Analysis, Brief, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.summary import PreviousEdition

MOST = 15
"""Sentences of the body in a brief, as far as the lines allow."""
_A_SECTION = 2
_OFFERED = 8
"""Sentences of a heading that are considered."""
_FRAME = 3
"""Lines for the source and for the empty ones between the parts."""
_BY_PART = {1: 8, 2: 5, 3: 5, 4: 3}


def verdict_places(brief: Brief, actors: Sequence[Locator]) -> list[Locator]:
    """Return the sentences of the executive summary that the verdict in brief shows."""
    return [*((brief.change,) if brief.change else ()), *brief.issues, *brief.accountability, *actors]


def _find_actors(report: Report, shown: Sequence[Locator]) -> tuple[Locator, ...]:
    """Return the first sentence of the executive summary on abuses by others than the state that is not shown."""
    others = (s for s in summary_sentences(report) if s.locator not in shown and not s.listed)
    found = (s.locator for s in others if shows("actors", s.text) and shows("abusing", s.text))
    return tuple(islice(found, 1))


def find_overview(
    report: Report,
    analysis: Analysis,
    headings: Headings,
    since: PreviousEdition | None = None,
    *,
    with_sentences: bool = True,
) -> BriefSummary:
    """Return the brief of a report.

    Args:
        report: The report.
        analysis: What was found in it.
        headings: What can be shown of it.
        since: What differs from the edition before, where that is known.
        with_sentences: Whether sentences of the body are chosen, which takes most of the time.
    """
    actors = _find_actors(report, verdict_places(analysis.brief, ()))
    pointers = tuple(section for section, assessment in analysis.assessments if assessment.is_pointer)
    frame = BriefSummary(analysis.issues, actors, (), missing_subjects(report), since, pointers)
    if not with_sentences:
        return frame
    spent = sum(map(height, since_words(since)))
    ((_, sentences),) = brief_sentences(report, analysis, headings, frame, least=spent, most=spent)
    return replace(frame, sentences=sentences)


def brief_sentences(
    report: Report, analysis: Analysis, headings: Headings, frame: BriefSummary, *, least: int, most: int
) -> list[tuple[int, tuple[Finding, ...]]]:
    """Return the sentences of the body that a brief shows, by how many lines are spent on the edition before.

    Args:
        report: The report.
        analysis: What was found in it.
        headings: What can be shown of it.
        frame: The brief without them.
        least: So many lines are spent at least.
        most: And so many at most. Each number of lines stands for the next ones too, until another follows.
    """
    longs = headings.longs
    verdict = verdict_words(report, analysis.brief, frame)
    glosses = find_glosses([(place, report.text_at(place)) for place, _ in verdict], longs)
    used = _FRAME + height(missing_words(frame)) + sum(map(height, brief_notices(report)))
    for place, items in verdict:
        used += sum(height(text) for text in verdict_texts(place, items, gloss_words(glosses, place)))
    offers = _offers(report, headings, longs, {g.short for g in glosses})
    order = {f.locator: n for n, f in enumerate(analysis.findings)}
    found: list[tuple[int, tuple[Finding, ...]]] = []
    spent = least
    while spent <= most:
        chosen, spare = _greedy(headings, offers, LINES - used - spent)
        sentences = [headings.texts[o.section][k] for o in chosen for k in o.indexes]
        ordered = sorted(
            {f.locator: f for f in sentences}.values(),
            key=lambda f: (headings.part(f.locator.section), order[f.locator]),
        )
        found.append((spent, tuple(ordered)))
        spent += spare + 1
    return found


def _offers(
    report: Report, headings: Headings, longs: Mapping[str, str], known: Collection[str]
) -> list[tuple[Option, float, int]]:
    """Return what can be shown of the body: the best of each heading, with its value and the lines that it takes."""
    offers: list[tuple[Option, float, int]] = []
    for section in report.walk():
        own = headings.texts.get(section.id)
        if not own or is_summary(section) or headings.is_silent(section.id):
            continue
        options = [o for o in headings.options(section.id) if is_eligible(own, o)]
        best = sorted(options, key=lambda o: -value_of(headings, o))[:_OFFERED]
        offers += [(o, value_of(headings, o), _lines(own, o, longs, known)) for o in best]
    return offers


def is_eligible(own: Sequence[Finding], option: Option) -> bool:
    """Return whether an option is short, and tells of an abuse, impunity, a restricting law, or crowded prisons."""
    finding = own[option.at]
    if len(option.indexes) > _A_SECTION or (len(option.indexes) == 1 and shows("unnamed", finding.text)):
        return False
    if finding.kind is Kind.ABUSE or restricts(finding) or criminalizes(finding) or shows("impunity", finding.text):
        return True
    return finding.kind is Kind.CONTEXT and has_scale(finding) and shows("harsh", finding.text)


def value_of(headings: Headings, option: Option) -> float:
    """Return how much an option is worth to a brief, before any is chosen."""
    named = option.section in headings.named
    finding = headings.texts[option.section][option.at]
    weigh = weights()
    value = option.worth + weigh[f"brief: {headings.tier(option.section)}"] + weigh["brief: named"] * named
    value += weigh["brief: label"] * (option.label in headings.labels)
    value += weigh[f"brief: part {headings.part(option.section)}"]
    value += weigh["brief: law"] * (restricts(finding) and not criminalizes(finding))
    by_others = shows("actors", finding.text) and shows("abusing", finding.text) and not is_case(finding)
    value += weigh["brief: actors"] * by_others
    value += weigh["brief: scale"] * has_scale(finding) + weigh["brief: general"] * shows("general", finding.text)
    return value + weigh["brief: crime"] * (named and criminalizes(finding))


def _lines(own: Sequence[Finding], option: Option, longs: Mapping[str, str], known: Collection[str]) -> int:
    """Return how many lines an option takes, with the long forms of its acronyms."""
    total = 0
    for k in option.indexes:
        finding = own[k]
        glosses = [g for g in find_glosses([(finding.locator, finding.text)], longs) if g.short not in known]
        total += height(body_text(finding, gloss_words(glosses, finding.locator)))
    return total


class _Race:
    """Offers that compete for the lines of a brief, with what each gains by what is chosen already."""

    def __init__(self, headings: Headings, offers: Sequence[tuple[Option, float, int]]) -> None:
        self.offers = [o for o in offers if o[1] > 0]
        self._weigh = weights()
        self._costs = [float(cost ** self._weigh["brief: lines"]) for _, _, cost in self.offers]
        self._units = [unit_of(option.section) for option, _, _ in self.offers]
        self.parts = [headings.part(option.section) for option, _, _ in self.offers]
        self._sections: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._slots: set[tuple[str, str]] = set()
        self._treated: set[int] = set()
        self.gains = [*map(self._gain, range(len(self.offers)))]

    def _gain(self, n: int) -> float:
        option, value, _ = self.offers[n]
        weigh = self._weigh
        value += weigh["brief: second"] * self._sections[option.section]
        value += weigh["brief: same slot"] * ((option.section, option.slot) in self._slots)
        value += weigh["brief: new part"] * (self.parts[n] not in self._treated)
        value += weigh["brief: beside"] * self._seen[self._units[n]]
        return max(value, 0.0) / self._costs[n]

    def drop(self, n: int) -> None:
        """Take an offer out."""
        self.gains[n] = -1.0

    def take(self, n: int) -> None:
        """Count an offer as chosen: those of its section, its unit and its part gain less from now on."""
        option, unit, part = self.offers[n][0], self._units[n], self.parts[n]
        self._sections[option.section] += 1
        self._seen[unit] += 1
        self._slots.add((option.section, option.slot))
        self._treated.add(part)
        for k, gain in enumerate(self.gains):
            if gain >= 0 and (self.parts[k] == part or self._units[k] == unit):
                self.gains[k] = self._gain(k)


def _greedy(headings: Headings, offers: Sequence[tuple[Option, float, int]], lines: int) -> tuple[list[Option], int]:
    """Return the offers that are worth most, one after the other, as far as the lines allow.

    With them is returned how many lines less would do for the same.
    """
    race = _Race(headings, offers)
    chosen: list[Option] = []
    shown: list[Finding] = []
    spare, left = lines, lines
    sections: Counter[str] = Counter()
    parts: Counter[int] = Counter()
    while len(shown) < MOST and (best := max(race.gains, default=0.0)) > 0:
        n = race.gains.index(best)
        race.drop(n)
        option, _, cost = race.offers[n]
        own, part = headings.texts[option.section], race.parts[n]
        have = {f.locator for f in shown}
        new = [own[k] for k in sorted(option.indexes) if own[k].locator not in have]
        room = min(_A_SECTION - sections[option.section], _BY_PART[part] - parts[part], MOST - len(shown))
        if not new or cost > left or len(new) > room or any(same_as(f, shown) for f in new):
            continue
        chosen.append(option)
        race.take(n)
        sections[option.section] += len(new)
        parts[part] += len(new)
        shown += new
        spare = min(spare, left - cost)
        left -= cost
    return chosen, max(spare, 0)
