"""View of checked documents: a table of quotations, remarks on them, then the citations in good order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import HARMLESS
from hrreport.terminal.blocks import INDENT, SIGNS, spans_of
from hrreport.terminal.document import Column, Document, Rule, Table, TextBlock, text_block
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.terminal.verdicts import MARKS
from hrreport.views.verdicts import difference
from hrreport.wording.checked import (
    PROBLEM_NAMES,
    SCOPE,
    VERDICTS,
    by_need,
    facts,
    nearest_passages,
    needs_reading,
    summary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.model.quotation import Nearest
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

_COLUMNS = (Column("right"), Column(), Column(), Column(), Column(flexible=True))
_SHOWN = 90
"""Characters of a quotation in the table."""


def checked_view(filings: Sequence[CheckedFiling], names: Names) -> Document:
    """Return what became of documents.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    settings: list[Setting] = []
    for filing in filings:
        settings += [Rule()] if settings else []
        settings += _filing(filing, names)
    return Document((*settings, text_block(SCOPE, "faint", above=1)))


def _filing(filing: CheckedFiling, names: Names) -> Iterator[Setting]:
    yield text_block(filing.name, "strong")
    yield text_block(summary(filing))
    read = [one for one in by_need(filing) if needs_reading(one[1])]
    others = [one for one in by_need(filing) if not needs_reading(one[1])]
    yield from _table(read)
    for number, finding in read:
        lines, passages = list(facts(finding)), list(nearest_passages(finding))
        if (lines or passages) and (finding.wrong or finding.verdict == "altered-as-marked"):
            report = f", {names.get(finding.report.country, '')} {finding.report.year}" if finding.report else ""
            right = f", {finding.right_place}" if finding.right_place else ""
            yield text_block(f"{number}. {finding.where}{report}{right}", "strong", above=1)
            yield from (text_block(line, indent=INDENT) for line in lines)
            yield from (_passage(lead, near) for lead, near in passages)
    if any(near.close for _, finding in read for _, near in nearest_passages(finding)):
        yield TextBlock(tuple(spans_of(MARKS, "faint")), above=1)
    yield from _table(others)


def _table(numbered: Sequence[tuple[int, CheckedQuotation]]) -> Iterator[Setting]:
    if numbered:
        yield TextBlock(())
        yield Table(_COLUMNS, tuple(_row(n, one) for n, one in numbered))


def _passage(lead: str, near: Nearest) -> TextBlock:
    """Return a nearest passage, with the words marked that only the quotation or only the report has."""
    words = spans_of(difference(near)) if near.close else (clean_span(near.text),)
    return TextBlock((clean_span(f"{lead}: “"), *words, clean_span("”")), indent=INDENT)


def _row(number: int, finding: CheckedQuotation) -> tuple[TextBlock, ...]:
    words = f"“{_cut(finding.quotation)}” " if finding.quotation else ""
    problems = ", ".join(PROBLEM_NAMES[problem] for problem in finding.problems if problem not in HARMLESS)
    body = [clean_span(words), StyledSpan(" " * bool(words)), clean_span(_cut(finding.citation), "faint")]
    if problems:
        body += [StyledSpan(" "), clean_span(problems, "notice")]
    sign = SIGNS["differs"] if finding.wrong else SIGNS.get(finding.verdict, StyledSpan("·", "faint"))
    return (
        text_block(f"{number}"),
        text_block(finding.where, "faint"),
        TextBlock((sign,)),
        text_block(VERDICTS[finding.verdict], "strong"),
        TextBlock(tuple(body)),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rpartition(" ")[0] + "…"
