"""The report's own verdict: the sentences of its executive summary on change, issues and accountability."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.listing import opens_list
from hrreport.model.finding import Brief

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {r["sentence"]: re.compile(r["pattern"], re.IGNORECASE) for r in tables.rows("vocabulary/brief.csv")}


def is_summary(section: Section) -> bool:
    """Return whether a section is an executive summary."""
    return section.id.rpartition(":")[2].partition("/")[0] == "summary" or section.heading.casefold().strip() in {
        "executive summary",
        "introduction",
    }


class ExecutiveSentence(NamedTuple):
    """A sentence of the executive summary."""

    locator: Locator
    text: str
    listed: bool
    """Whether it stands in an item of a list."""


def summary_sentences(report: Report) -> list[ExecutiveSentence]:
    """Return the sentences of the executive summary, in order."""
    return [
        ExecutiveSentence(section.locate(paragraph, n), text, paragraph.form == "item")
        for section, paragraph in report.passages()
        if is_summary(section)
        for n, text in enumerate(paragraph.sentences, start=1)
    ]


def is_on(sign: str, sentence: str) -> bool:
    """Return whether a sentence fits the pattern of a sign, such as ``change``, ``issues`` or ``accountability``."""
    return _signs()[sign].search(sentence) is not None


def lists_issues(sentence: str) -> bool:
    """Return whether a sentence lists issues, rather than telling of change, of the response, or of no issues."""
    return is_on("issues", sentence) and not any(is_on(sign, sentence) for sign in ("no-issues", "no-list", "response"))


def find_brief(report: Report) -> Brief:
    """Return where the executive summary gives the report's own verdict."""
    change: Locator | None = None
    issues: list[Locator] = []
    accountability: list[Locator] = []
    opened = False
    for locator, sentence, listed in summary_sentences(report):
        opened = opened and listed  # a list ends with its items
        if opened or lists_issues(sentence) or is_on("no-issues", sentence):
            issues.append(locator)
            opened = opened or opens_list(sentence)
        elif is_on("change", sentence) and change is None:
            change = locator
        elif is_on("accountability", sentence) or (is_on("issues", sentence) and is_on("response", sentence)):
            accountability.append(locator)
    return Brief(change, tuple(issues), tuple(accountability))
