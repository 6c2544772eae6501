"""The brief: the report's own verdict, and a dozen sentences of the body within the lines that are left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.analysis.digest.acronyms import find_glosses
from hrreport.analysis.digest.repeats import same_as
from hrreport.analysis.digest.sections import unit_of
from hrreport.analysis.digest.sentence_scores import weights
from hrreport.analysis.digest.slots import criminalizes, has_scale, is_case, restricts, shows
from hrreport.analysis.digest.tiers import missing_subjects
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

    from hrreport.analysis.digest.heading_options import Headings
    from hrreport.analysis.digest.slot_choice import Option
    from hrreport.model.finding import Analysis, Finding
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
_ACTORS = 1
_BY_PART = {1: 8, 2: 5, 3: 5, 4: 3}


def find_actors(report: Report, told: Sequence[Locator]) -> tuple[Locator, ...]:
    """Return the sentences of the executive summary on abuses by others than the state, those told already left out."""
    said = [s for s in summary_sentences(report) if s.locator not in told and not s.listed]
    found = [s.locator for s in said if shows("actors", s.text) and shows("abusing", s.text)]
    return tuple(found[:_ACTORS])


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
    brief = analysis.brief
    told = [*((brief.change,) if brief.change else ()), *brief.issues, *brief.accountability]
    actors = find_actors(report, told)
    frame = BriefSummary(analysis.issues, actors, (), missing_subjects(report), since)
    if not with_sentences:
        return frame
    longs = headings.longs
    verdict = verdict_words(report, brief, frame)
    glosses = find_glosses([(place, report.text_at(place)) for place, _ in verdict], longs)
    used = _FRAME + height(missing_words(frame)) + sum(map(height, since_words(since)))
    used += sum(map(height, brief_notices(report)))
    for place, items in verdict:
        used += sum(height(text) for text in verdict_texts(place, items, gloss_words(glosses, place)))
    known = {g.short for g in glosses}
    chosen = _fill(report, headings, LINES - used, longs, known)
    order = {f.locator: n for n, f in enumerate(analysis.findings)}
    sentences = [headings.texts[o.section][k] for o in chosen for k in o.indexes]
    ordered = sorted(
        {f.locator: f for f in sentences}.values(),
        key=lambda f: (headings.part(f.locator.section), order[f.locator]),
    )
    return BriefSummary(frame.issues, actors, tuple(ordered), frame.missing, since)


def _fill(
    report: Report, headings: Headings, lines: int, longs: Mapping[str, str], known: Collection[str]
) -> list[Option]:
    """Return what is shown of the body, the best of each heading competing for the lines."""
    offers: list[tuple[Option, float, int]] = []
    for section in report.walk():
        own = headings.texts.get(section.id)
        if not own or is_summary(section) or headings.is_silent(section.id):
            continue
        options = [o for o in headings.options(section.id) if may_stand(own, o)]
        best = sorted(options, key=lambda o: -value_of(headings, o))[:_OFFERED]
        offers += [(o, value_of(headings, o), _lines(own, o, longs, known)) for o in best]
    return _greedy(headings, offers, lines)


def may_stand(own: Sequence[Finding], option: Option) -> bool:
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


def _greedy(headings: Headings, offers: Sequence[tuple[Option, float, int]], lines: int) -> list[Option]:
    """Return the offers that are worth most, one after the other, as far as the lines allow."""
    weigh = weights()
    chosen: list[Option] = []
    shown: list[Finding] = []
    left = lines
    waiting = [o for o in offers if o[1] > 0]
    sections: Counter[str] = Counter()
    units: Counter[str] = Counter()
    slots: set[tuple[str, str]] = set()
    parts: set[int] = set()

    def gain(offer: tuple[Option, float, int]) -> float:
        option, value, cost = offer
        value += weigh["brief: second"] * sections[option.section]
        value += weigh["brief: same slot"] * ((option.section, option.slot) in slots)
        value += weigh["brief: new part"] * (headings.part(option.section) not in parts)
        value += weigh["brief: beside"] * units[unit_of(option.section)]
        return max(value, 0.0) / float(cost ** weigh["brief: lines"])

    while waiting and len(shown) < MOST:
        best = max(waiting, key=gain)
        if gain(best) <= 0:
            break
        waiting.remove(best)
        option, _, cost = best
        own = headings.texts[option.section]
        part = headings.part(option.section)
        have = {f.locator for f in shown}
        new = [own[k] for k in sorted(option.indexes) if own[k].locator not in have]
        mine = sum(f.locator.section == option.section for f in shown) + len(new)
        of_part = sum(headings.part(f.locator.section) == part for f in shown) + len(new)
        fits = cost <= left and mine <= _A_SECTION and of_part <= _BY_PART[part] and len(shown) + len(new) <= MOST
        if not new or not fits or any(same_as(f, shown) for f in new):
            continue
        chosen.append(option)
        sections[option.section] += 1
        units[unit_of(option.section)] += 1
        slots.add((option.section, option.slot))
        parts.add(part)
        shown += new
        left -= cost
    return chosen
