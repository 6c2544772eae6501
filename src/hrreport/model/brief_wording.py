"""The words of a brief, and how many lines they take: the same in every view."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from hrreport.model.wording import day, moment, obtained

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.finding import Brief, Finding, Issue
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.summary import Gloss, Overview

LINES = 45
"""A brief takes at most so many lines."""
WIDTH = 100
"""Columns of such a line."""
INDENT = 2
"""Columns left of all text but the first line."""
_APART = 10
"""More items than this are set in one run, broken only at the semicolons."""
OPENING_LINE = 12
"""Columns of the place before a sentence of the body."""


def source_line(report: Report, country: str) -> str:
    """Return where a brief is from, in one line."""
    source = report.provenance
    published = f"published {day(report.published)}, " if report.published else ""
    return f"{country} {report.id.year} · {published}retrieved {moment(source.retrieved_at)}, {obtained(source)}"


def place_words(place: Locator) -> str:
    """Return a place of the body in few columns: ``1.c ¶ 7``."""
    return f"{place.anchor} {place.pinpoint}"


def issue_words(report: Report, brief: Brief, issues: Sequence[Issue]) -> tuple[tuple[str, str], ...]:
    """Return the words of the sentences that list the issues, broken at the items, each with the places that bear it out.

    Joined, the words are those of the sentences, from the first to the last.
    """
    found: list[tuple[str, str]] = []
    for place in brief.issues:
        text = report.text_at(place)
        at = 0
        for issue in (i for i in issues if i.locator == place):
            start = text.find(issue.text, at)
            if start < 0:
                continue
            end = start + len(issue.text)
            end += len(text[end:]) - len(text[end:].lstrip(";,.:"))
            sections = ", ".join(dict.fromkeys(f"§ {s.partition('/')[0]}" for s in issue.sections[:2]))
            if not at and start:
                found.append((text[:start].strip(), ""))
            elif text[at:start].strip():
                found[-1] = (found[-1][0], found[-1][1])
                start = at
            found.append((text[start:end].strip(), sections or "no sentence found"))
            at = end
        if text[at:].strip():
            found.append((text[at:].strip(), ""))
    return tuple(found)


def gloss_words(glosses: Iterable[Gloss], place: Locator) -> str:
    """Return the long forms to stand after a sentence, in one pair of brackets, or nothing.

    >>> from hrreport.model.locator import Locator
    >>> from hrreport.model.summary import Gloss
    >>> gloss_words([Gloss(Locator("1.a", 1, 1), "NGO", "nongovernmental organization")], Locator("1.a", 1, 1))
    '[NGO: nongovernmental organization]'
    """
    mine = "; ".join(f"{g.short}: {g.long}" for g in glosses if g.locator == place)
    return f"[{mine}]" if mine else ""


def missing_words(overview: Overview) -> str:
    """Return the sentence on the subjects that have no heading, or nothing."""
    return f"No heading in this edition for: {', '.join(overview.missing)}." if overview.missing else ""


def sentence_words(label: str | None, text: str, gloss: str) -> str:
    """Return a sentence of the body with the label before it and the long forms after it, both in brackets."""
    return " ".join(filter(None, (f"[{label}]" if label else "", text, gloss)))


def height(text: str, indent: int = INDENT) -> int:
    """Return how many lines of a brief a text takes.

    >>> height("a word"), height("word " * 30)
    (1, 2)
    """
    return len(textwrap.wrap(text, WIDTH - indent, break_on_hyphens=False)) if text else 0


def runs_on(items: Sequence[tuple[str, str]]) -> bool:
    """Return whether the issues are set in one run rather than each on a line of its own."""
    return sum(height(f"{words}  {place}", 2 * INDENT) for words, place in items) > _APART


def label_of(finding: Finding) -> str | None:
    """Return the run-in label printed before a sentence: only the first of its paragraph has one."""
    return finding.topic if finding.locator.sentence == 1 else None
