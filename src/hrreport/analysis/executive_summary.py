"""The executive summary: its sentences on change, issues and accountability, and the items that they list."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.model.finding import Brief

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section

_REPORTS = (
    r"(?:\s+(?:(?:credible|serious|numerous|several)\s+)*(?:reports?|allegations?|instances|cases)\s+(?:of|that))?"
)
_LEAD = re.compile(
    r"^.*?\b(?:(?:were|are|was)\s+(?:reported\s+)?(?:credible\s+)?(?:reports\s+of\s+)?[^:;,]{0,60}?,?\s*(?:that\s+)?"
    r"(?:included|include|includes|including|involving|involved)|included|include|includes|including|consisted\s+of|"
    rf"involved|following|were|was|are)\b(?:,?\s+but\s+(?:were|was|are)\s+not\s+limited\s+to,?)?{_REPORTS}\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the first item of a list without a colon."""
_PERPETRATED = re.compile(
    r"^[^:;]*?\b(?:committed|perpetrat\w+|responsible\s+for)\b[^:;]{0,80}?\babuses\b[^:;]{0,80}?"
    r"\b(?:including|included)\s+(?:acts\s+of\s+)?",
    re.IGNORECASE,
)
"""What stands before the first abuse of those who are not the state: "committed serious abuses, including"."""
_LONGEST_LEAD = 220
"""A colon that stands later does not open the list."""
_AFTER_COLON = re.compile(r"^\s*(?:credible\s+)?(?:reports?|allegations?)\s+(?:of|that)\s*:?\s*", re.IGNORECASE)
_JOINED = re.compile(r"^(?:and|or|as well as|and also|in addition to)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_WITHIN = re.compile(
    r"^(?:(?:and|or)\s+)?(?:including|such as|particularly|especially|notably|which|who|whose|with|by|among|"
    r"as well as the|inhuman|degrading|unusual|also|some|both|often|sometimes|even|in|at|on|or|queer|intersex)\b",
    re.IGNORECASE,
)
"""How a piece begins that still belongs to the item before it."""
_ALONE = re.compile(
    r"^(?:and\s+)?(?:torture|killings?|corruption|disappearances?|abductions?|kidnappings?|trafficking|impunity|censorship|"
    r"refoulement|slavery|antisemitism|anti-semitism|xenophobia|discrimination|femicide|genocide|libel|rape|surveillance)\.?$",
    re.IGNORECASE,
)
"""Items of one word; any other single word goes on with a series inside an item."""
_QUALIFIES = re.compile(
    r"^(?:and\s+)?(?:but|although|though|even\s+though|however|while|yet|despite|albeit)\b", re.IGNORECASE
)
"""How a clause begins that qualifies the item before it."""
_CLAUSE = re.compile(r"^(?:and|or)\s.*\b(?:was|were|is|are|had|has|have|did|ruled|declared|struck)\b", re.IGNORECASE)
"""How such a clause goes on."""
_BEGINS_ANEW = re.compile(
    r"\s+and\s+(?=(?:serious|severe|significant|substantial|systematic|extensive|widespread|harsh)\s+(?!and\b|or\b))"
)
"""Where "and" joins two items of a list that has no other mark."""


def _by_commas(listed: str) -> list[str]:
    """Split at commas, and keep together the series that stand inside an item."""
    items: list[str] = []
    inside = qualified = False
    for piece in re.split(r",\s+", listed):
        words = piece.split()
        is_word = (len(words) == 1 or (items != [] and words[:-1] in (["and"], ["or"]))) and not _ALONE.match(piece)
        qualified = items != [] and bool(_QUALIFIES.match(piece) or (qualified and _CLAUSE.match(piece)))
        if items and (qualified or inside or is_word or _WITHIN.match(piece)):
            items[-1] += f", {piece}"
        else:
            items.append(piece)
        if not qualified:
            inside = (items == [piece] and is_word) or piece.endswith((" and", " or"))
    return items


def _parted(item: str) -> list[str]:
    """Part "one thing and serious restrictions on another"; what follows "including" is left whole."""
    head, including, rest = item.partition(" including ")
    parts = _BEGINS_ANEW.split(head)
    parts[-1] += including + rest
    return parts


def _by_semicolons(listed: str) -> list[str]:
    """Split at semicolons, and leave what qualifies an item with it."""
    items: list[str] = []
    for piece in listed.split(";"):
        if items and _QUALIFIES.match(piece.strip()):
            items[-1] += f";{piece}"
        else:
            items.append(piece)
    return items


def opens_list(sentence: str) -> bool:
    """Return whether a sentence ends with the colon that opens a list printed below it."""
    return sentence.rstrip().endswith(":")


def split_items(sentence: str) -> tuple[str, ...]:
    """Return the items that a sentence of the executive summary lists.

    >>> split_items("Significant human rights issues included credible reports of: torture; and censorship.")
    ('torture', 'censorship')
    >>> split_items("The main problems were harsh, crowded jails, limits on the press, and corruption.")
    ('harsh, crowded jails', 'limits on the press', 'corruption')
    """
    if opens_list(sentence):
        return ()
    head, colon, tail = sentence.partition(":")
    if colon and ";" not in head and len(head) < _LONGEST_LEAD:
        listed = _AFTER_COLON.sub("", tail, count=1)
    elif lead := _PERPETRATED.match(sentence) or _LEAD.match(sentence):
        listed = sentence[lead.end() :]
    else:
        return ()
    parts = _by_semicolons(listed) if ";" in listed else [p for item in _by_commas(listed) for p in _parted(item)]
    return tuple(filter(None, map(clean_item, parts)))


def clean_item(part: str) -> str:
    """Return an item without what joins it to others: numbers, bullets, "and", the full stop.

    >>> clean_item("(2) and arbitrary arrests; and")
    'arbitrary arrests'
    """
    part = _NUMBERED.sub("", part.strip().lstrip("•·*-– "))
    part = re.sub(r"[;,.]?\s+(?:and|or)$", "", part.rstrip(" .;,"))
    return _NUMBERED.sub("", _JOINED.sub("", part)).strip(" .;,")


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {r["sentence"]: re.compile(r["pattern"], re.IGNORECASE) for r in tables.rows("vocabulary/brief.csv")}


def is_summary(section: Section) -> bool:
    """Return whether a section is an executive summary."""
    anchor = section.id.rpartition(":")[2].partition("/")[0]
    return anchor == "summary" or section.heading.casefold().strip() in {"executive summary", "introduction"}


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
