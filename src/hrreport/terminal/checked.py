"""View of checked documents: a table of the findings, then what is to be said of those that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import HARMLESS
from hrreport.terminal.document import Column, Document, Rule, Table, TextBlock
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.terminal.verdicts import SIGNS
from hrreport.wording.checked import PROBLEM_NAMES, SCOPE, VERDICTS, details, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.checked import CheckedFiling, CheckedQuotation
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
    if filing.findings:
        yield TextBlock(())
        yield Table(_COLUMNS, tuple(_row(n, one) for n, one in enumerate(filing.findings, start=1)))
    for number, finding in enumerate(filing.findings, start=1):
        told = list(details(finding))
        if told and (finding.wrong or finding.verdict == "altered-as-marked"):
            report = f", {names.get(finding.report.country, '')} {finding.report.year}" if finding.report else ""
            right = f", {finding.right_place}" if finding.right_place else ""
            head = f"{number}. {finding.where}{report}{right}"
            yield TextBlock((clean_span(head, "strong"),), above=1)
            yield from (TextBlock((clean_span(line),), indent=_INDENT) for line in told)


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
