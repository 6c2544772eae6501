"""Figures of a citing sentence: which of them the cited passage does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.quoting.pinpoints import in_section, is_cited
from hrreport.text.months import MONTHS
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.filing import Citation, Filing
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.quoting.pairing import PairedCitation

_MONTH = "|".join(MONTHS) + "|" + "|".join(rf"{month[:3]}\." for month in MONTHS)
_NO_FIGURE = re.compile(
    rf"""(?ix)
      \b(?:{_MONTH})\s+\d{{1,2}}\b(?:,\s+\d{{4}})? | \b\d{{1,2}}\s+(?:{_MONTH})\b       # a date
    | (?:§+|¶+|\#)\s*[\d.,a-z–-]+                                                       # a place
    | \b(?:no|nos|art|article|articles|section|sections|sec|para|paras|paragraph|paragraphs|chapter|part|tab|ex|exh
         |exhibit|note|footnote|n|page|pages|p|pp|at|rule|form|act|law|code|resolution|aged?|convention|protocol)\.?\s+\d[\d.,()a-z–-]*
    | \b\d+(?:st|nd|rd|th)\b
    | \b\d{{1,2}}:\d{{2}}\b                                                               # a time of day
    | \b\d+[-–\s]years?[-–\s]old\b
    | \b[A-Z]+-?\d[\w-]*                                                                # I-589
    | \b\d+\s+(?:I&N|U\.S\.C|C\.F\.R|F\.)\S*\s+\S+
    """
)
_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/]|[.,]\d)")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def first_unsupported(sentence: str, passage: str) -> str:
    """Return the first figure of a sentence that a passage does not have; empty where it has all.

    Dates, years, places, ages and numbers of laws are no figures.

    >>> first_unsupported("In 2023, 45 percent of 1,200 men waited.", "Some 1,200 men waited.")
    '45'
    >>> first_unsupported("On May 3, 2 men waited.", "Two men waited.")
    ''
    """
    has = {number.replace(",", "") for number in _FIGURE.findall(passage)}
    has |= set(re.findall(r"\d+(?:\.\d+)?", passage.replace(",", "")))
    folded = passage.casefold()
    has |= {str(value) for value, word in enumerate(_WORDS) if re.search(rf"\b{word}\b", folded)}
    for figure in _FIGURE.findall(_NO_FIGURE.sub(lambda match: " " * len(match[0]), sentence)):
        is_year = figure.isdigit() and 1900 <= int(figure) < 2100  # noqa: PLR2004
        if not is_year and figure.replace(",", "") not in has:
            return str(figure)
    return ""


def unsupported_figure(
    pair: PairedCitation, filing: Filing, report: Report, verdict: Verdict | None, pairs: Sequence[PairedCitation]
) -> str:
    """Return a figure of the citing sentence that the cited passage does not have; empty where it has all.

    The `verdict` is that on the quotation of the pair, and `pairs` are all of the filing.
    """
    span = pair.span
    block = filing.blocks[span.block]
    if block.kind == "quote":
        return ""
    spans = [each for p in pairs for each in (p.quotation, p.citation) if each and each.block == span.block]
    words = block.text
    for each in spans:
        words = words[: each.begin] + " " * (each.end - each.begin) + words[each.end :]
    starts = (*sentence_starts(block.text), len(block.text))
    number = max(0, sum(start <= span.begin for start in starts) - 1)
    if not _has_words(words[starts[number] : starts[min(number + 1, len(starts) - 1)]]):
        number = max(0, number - 1)
    begin, end = starts[number], starts[min(number + 1, len(starts) - 1)]
    here = (p.citation for p in pairs if p.citation and begin <= p.span.begin < end)
    if {citation.report for citation in here if citation.block == span.block} - {report.id}:
        return ""
    return first_unsupported(words[begin:end], _passage(pair.citation, verdict, report))


def _has_words(text: str) -> bool:
    """Return whether a sentence has words besides its quotation and its citation."""
    return bool(re.search(r"[^\W\d_]{3}", re.sub(r"(?i)\b(?:see|also|id|cf|e\.g)\b", "", text)))


def _passage(citation: Citation | None, verdict: Verdict | None, report: Report) -> str:
    """Return the text that a figure may come from: the section that is cited or quoted, or the whole report."""
    claimed = citation.place if citation else None
    quoted = {one.anchor for place in verdict.places for one in place.locators} if verdict else set()
    if claimed is None and not quoted:
        return "\n".join(paragraph.printed for _, paragraph in report.passages())
    fits = in_section if quoted else is_cited
    return "\n".join(
        paragraph.printed
        for section, paragraph in report.passages()
        if section.anchor in quoted or (claimed is not None and fits(claimed, section.locate(paragraph), report))
    )
