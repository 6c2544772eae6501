"""View of checked documents: a table of quotations, what is to be said of them, then the citations in good order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import HARMLESS
from hrreport.terminal.blocks import SIGNS, spans_of
from hrreport.terminal.document import Column, Document, Rule, Table, TextBlock
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
_INDENT = 3


def checked_view(filings: Sequence[CheckedFiling], names: Names) -> Document:
    """Return what became of documents.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    settings: list[Setting] = []
    for filing in filings:
        if settings:
            settings.append(Rule())
        settings += _filing(filing, names)
    settings.append(TextBlock((clean_span(SCOPE, "faint"),), above=1))
    return Document(tuple(settings))


def _filing(filing: CheckedFiling, names: Names) -> Iterator[Setting]:
    yield TextBlock((clean_span(filing.name, "strong"),))
    yield TextBlock((clean_span(summary(filing)),))
    read = [one for one in by_need(filing) if needs_reading(one[1])]
    others = [one for one in by_need(filing) if not needs_reading(one[1])]
    yield from _table(read)
    for number, finding in read:
        told = list(facts(finding))
        passages = list(nearest_passages(finding))
        if (told or passages) and (finding.wrong or finding.verdict == "altered-as-marked"):
            report = f", {names.get(finding.report.country, '')} {finding.report.year}" if finding.report else ""
            right = f", {finding.right_place}" if finding.right_place else ""
            head = f"{number}. {finding.where}{report}{right}"
            yield TextBlock((clean_span(head, "strong"),), above=1)
            yield from (TextBlock((clean_span(line),), indent=_INDENT) for line in told)
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
    return TextBlock((clean_span(f"{lead}: “"), *words, clean_span("”")), indent=_INDENT)


def _row(number: int, finding: CheckedQuotation) -> tuple[TextBlock, ...]:
    words = f"“{_cut(finding.quotation)}” " if finding.quotation else ""
    problems = ", ".join(PROBLEM_NAMES[problem] for problem in finding.problems if problem not in HARMLESS)
    body = [clean_span(words), StyledSpan(" " * bool(words)), clean_span(_cut(finding.citation), "faint")]
    if problems:
        body += [StyledSpan(" "), clean_span(problems, "notice")]
    sign = SIGNS.get(finding.verdict, StyledSpan("✗" if finding.wrong else "·", "notice" if finding.wrong else "faint"))
    if finding.wrong and finding.verdict in ("exact", "altered-as-marked"):
        sign = StyledSpan("✗", "notice")
    return (
        TextBlock((StyledSpan(f"{number}"),)),
        TextBlock((clean_span(finding.where, "faint"),)),
        TextBlock((sign,)),
        TextBlock((clean_span(VERDICTS[finding.verdict], "strong"),)),
        TextBlock(tuple(body)),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rpartition(" ")[0] + "…"
