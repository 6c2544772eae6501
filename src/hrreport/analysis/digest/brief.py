"""The brief: the report's own verdict, and a dozen sentences of the body within the lines that are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

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
    since_height,
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


class BriefOffer(NamedTuple):
    """What can be shown in a brief: an option, with its value, the lines that it takes, and where it belongs."""

    option: Option
    value: float
    lines: int
    unit: str
    part: int


def verdict_places(brief: Brief, actors: Sequence[Locator]) -> list[Locator]:
    """Return the sentences of the executive summary that the verdict in brief shows."""
    return [*((brief.change,) if brief.change else ()), *brief.issues, *brief.accountability, *actors]


def _find_actors(report: Report, analysis: Analysis) -> tuple[Locator, ...]:
    """Return the first sentence of the executive summary on abuses by others than the state that is not shown.

    A sentence on which agency sees to terrorism is none: only what is found to be an abuse counts.
    """
    shown = verdict_places(analysis.brief, ())
    abuses = {f.locator for f in analysis.findings if f.kind is Kind.ABUSE}.difference(shown)
    others = (s for s in summary_sentences(report) if s.locator in abuses and not s.listed)
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
    """Return the brief of a report, with what differs from the edition before where that is known.

    Sentences of the body take most of the time; they are left out unless `with_sentences`.
    """
    actors = _find_actors(report, analysis)
    pointers = tuple(section for section, assessment in analysis.assessments if assessment.is_pointer)
    frame = BriefSummary(analysis.issues, actors, (), missing_subjects(report), since, pointers)
    if not with_sentences:
        return frame
    spent = since_height(since)
    ((_, sentences),) = brief_sentences(report, analysis, headings, frame, least=spent, most=spent)
    return replace(frame, sentences=sentences)


def brief_sentences(
    report: Report, analysis: Analysis, headings: Headings, frame: BriefSummary, *, least: int, most: int
) -> list[tuple[int, tuple[Finding, ...]]]:
    """Return the sentences of the body to add to a brief, by how many lines are spent on the edition before.

    These are from `least` to `most`; each number of lines stands for the next ones too, until another follows.
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
        sentences, spare = _greedy(headings, offers, LINES - used - spent)
        sentences.sort(key=lambda f: (headings.part(f.locator.section), order[f.locator]))
        found.append((spent, tuple(sentences)))
        spent += spare + 1
    return found


def _offers(report: Report, headings: Headings, longs: Mapping[str, str], known: Collection[str]) -> list[BriefOffer]:
    """Return what can be shown of the body: the best of each heading, as far as it is worth anything."""
    offers: list[BriefOffer] = []
    for section in report.walk():
        own = headings.texts.get(section.id)
        if not own or is_summary(section) or headings.is_silent(section.id):
            continue
        valued = [(value_of(headings, o), o) for o in headings.options(section.id) if is_eligible(own, o)]
        best = sorted(valued, key=lambda pair: -pair[0])[:_OFFERED]
        unit, part = unit_of(section.id), headings.part(section.id)
        offers += [BriefOffer(o, value, _lines(own, o, longs, known), unit, part) for value, o in best if value > 0]
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

    def __init__(self, offers: Sequence[BriefOffer]) -> None:
        self._offers = offers
        self._weigh = weights()
        self._costs = [float(offer.lines ** self._weigh["brief: lines"]) for offer in offers]
        self._sections: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._slots: set[tuple[str, str]] = set()
        self._parts: set[int] = set()
        self.gains = [*map(self._gain, range(len(offers)))]

    def _gain(self, n: int) -> float:
        option, value, _, unit, part = self._offers[n]
        weigh = self._weigh
        value += weigh["brief: second"] * self._sections[option.section]
        value += weigh["brief: same slot"] * ((option.section, option.slot) in self._slots)
        value += weigh["brief: new part"] * (part not in self._parts)
        value += weigh["brief: beside"] * self._units[unit]
        return max(value, 0.0) / self._costs[n]

    def take(self, chosen: BriefOffer) -> None:
        """Count an offer as chosen: those of its section, its unit and its part gain less from now on."""
        self._sections[chosen.option.section] += 1
        self._units[chosen.unit] += 1
        self._slots.add((chosen.option.section, chosen.option.slot))
        self._parts.add(chosen.part)
        for n, offer in enumerate(self._offers):
            if self.gains[n] >= 0 and (offer.part == chosen.part or offer.unit == chosen.unit):
                self.gains[n] = self._gain(n)


def _greedy(headings: Headings, offers: Sequence[BriefOffer], lines: int) -> tuple[list[Finding], int]:
    """Return the sentences that are worth most, one after the other, as far as the lines allow.

    With them is returned how many lines less would do for the same.
    """
    race = _Race(offers)
    shown: dict[Locator, Finding] = {}
    spare, left = lines, lines
    sections: Counter[str] = Counter()
    parts: Counter[int] = Counter()
    while len(shown) < MOST and (best := max(race.gains, default=0.0)) > 0:
        n = race.gains.index(best)
        race.gains[n] = -1.0
        option, _, cost, _, part = offers[n]
        own = headings.texts[option.section]
        new = {own[k].locator: own[k] for k in sorted(option.indexes) if own[k].locator not in shown}
        room = min(_A_SECTION - sections[option.section], _BY_PART[part] - parts[part], MOST - len(shown))
        if not new or cost > left or len(new) > room or any(same_as(f, shown.values()) for f in new.values()):
            continue
        race.take(offers[n])
        sections[option.section] += len(new)
        parts[part] += len(new)
        shown |= new
        spare = min(spare, left - cost)
        left -= cost
    return [*shown.values()], max(spare, 0)
