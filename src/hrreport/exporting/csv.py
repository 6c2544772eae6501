"""CSV: findings, figures, issues with their evidence, passages found, and topics, for spreadsheets and statistics.

The columns are fixed: new ones may be added at the end, none is renamed or moved. Every row of a report carries its
provenance, since a table is cut and pasted without its head. Lines end as RFC 4180 says. `bom` begins a table with a
byte order mark, from which some spreadsheets tell UTF-8. The module is long because it describes every column.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from hrreport.codec.contract import place_id
from hrreport.text.whitespace import fold
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.finding import Analysis, Figure, Finding, Issue
    from hrreport.model.hit import Hit, Query, SearchResult, Tally
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.topic import TopicEntry
    from hrreport.wording.changes import Names

    Cite = Callable[[Locator], str]

_ORIGIN = "state.gov, internet-archive, web-archive, mirror, file or sample"
_REPORT = {
    "country": "State's name of the country in addresses",
    "name": "the country's name",
    "year": "the year covered",
}
PLACE = {
    **_REPORT,
    "id": "the finding's id: section, paragraph, sentence",
    "section": "the section's id",
    "heading": "the section's heading",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "sentence": "counted from 1 within the paragraph",
    "topic": "the label at the start of the paragraph, or empty",
}
"""Columns that a table of sentences begins with."""
FINDING = {
    "kind": "abuse, response, denial, law or context",
    "key": "1 for a key finding, else 0",
    "text": "the sentence, verbatim",
    "strength": "words of degree or certainty as printed, separated by ' | '",
    "sources": "whom the sentence attributes its information to, separated by ' | '",
    "source_types": "the type of each source, in the same order",
    "figures": "the figures as printed, separated by ' | '",
}
"""Columns of a table of findings between place and provenance."""
FIGURE = {
    "figure": "the figure as printed",
    "value": "the number, or the lower end of a range; empty where there is none",
    "value_max": "the upper end of a range, or the most that 'up to' allows; else empty",
    "bound": "at_least (so is 'hundreds'), at_most or about, where words say so; else empty",
    "unit": "the kind of quantity: count, percent, rate, years ...",
    "what": "what is counted or measured, in the sentence's words",
    "kind": "the kind of the sentence",
    "text": "the sentence, verbatim",
}
"""Columns of a table of figures between place and provenance."""
ISSUE = {
    **_REPORT,
    "number": "the issue's number in the list, from 1",
    "issue": "the issue, as printed",
    "listed": "where the executive summary lists it",
    "section": "id of the section that the sentence stands in; empty, as all to 'text', where none bears the issue out",
    "heading": "the section's heading",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "sentence": "counted from 1 within the paragraph",
    "text": "a sentence of the body that bears the issue out, verbatim",
    "omitted": "how many weaker sentences that bear the issue out were left out by --limit",
}
"""Columns of a table of issues, a row for each sentence of evidence, before provenance."""
PROVENANCE = {
    "citation": "a citation of the place, or empty where there is none",
    "url": "the address that the page came from",
    "origin": _ORIGIN,
    "retrieved_at": "when, ISO 8601 in UTC",
    "sha256": "hash of the page",
    "notice": "what must be known before the row is used, separated by ' | '; mostly empty",
}
"""Columns that every table of one report ends with."""
HIT = {
    "rank": "1 for the passage that fits best",
    **_REPORT,
    "section": "the section's id",
    "path": "the headings that it stands under, separated by ' › '",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "topic": "the label at the start of the paragraph, or empty",
    "text": "the paragraph, verbatim",
    "met": "the words met, separated by ' | '",
    "kinds": "what its sentences do, separated by ' | '",
    "subjects": "ids of the topics that it belongs to, separated by ' | '",
    "citation": "a citation of the place",
    "url": "the address that the page came from",
    "origin": _ORIGIN,
    "retrieved_at": "when, ISO 8601 in UTC",
    "sha256": "hash of the page",
}
"""Columns of a table of hits."""
TOPIC = {
    "id": "what is typed for the topic",
    "name": "its name",
    "broader": "id of the wider topic that it belongs to, or empty",
    "other_names": "other words that may be typed, separated by ' | '",
    "words": "by which it is looked for where no heading is on it, separated by ' | '; a star stands for any ending",
    "first": "the first year covered whose outline has the heading; empty, as all that follow, where none has one",
    "last": "the last such year",
    "section": "id of the section",
    "heading": "its heading",
    "label": "the label below that heading which stands for the topic, or empty for the heading itself",
}
"""Columns of a table of topics."""

SEVERAL = " | "
"""Between several words in one cell."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def escape_formula(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula.

    A text that begins as a formula does gets an apostrophe before it; a text that begins with
    apostrophes and then so gets one more. So the first apostrophe before ``=``, ``+``, ``-`` or ``@``
    is always ours.

    >>> escape_formula("=1+1"), escape_formula("- food"), escape_formula("food - and water")
    ("'=1+1", "'- food", 'food - and water')
    """
    text = fold(text)
    return f"'{text}" if _FORMULA.match(text) else text


def format_table(columns: Iterable[str], rows: Iterable[Iterable[object]], *, bom: bool) -> str:
    """Return a table: numbers as they are, every other cell so that it is no formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(
        [cell if isinstance(cell, int | float) else escape_formula(str(cell)) for cell in row] for row in rows
    )
    return ("\ufeff" if bom else "") + out.getvalue()


def provenance_cells(report: Report, citation: str) -> tuple[str, ...]:
    """Return the cells of `PROVENANCE`."""
    source = report.provenance
    when = source.retrieved_at.isoformat()
    return (citation, source.url, source.origin, when, source.sha256, SEVERAL.join(notices(report)))


# -- one report ------------------------------------------------------------------------------


def findings_csv(
    report: Report, findings: Iterable[Finding], country: str, *, cite: Cite = str, bom: bool = False
) -> str:
    """Return a table of findings, one row each, in the order given.

    Args:
        country: The country's name as shown to readers.
        cite: Makes the citation of a place; without it the locator itself is there.
    """
    rows = (_sentence_row(report, country, f, _finding(f), cite) for f in findings)
    return format_table((*PLACE, *FINDING, *PROVENANCE), rows, bom=bom)


def figures_csv(
    report: Report, findings: Iterable[Finding], country: str, *, cite: Cite = str, bom: bool = False
) -> str:
    """Return a table of the figures in findings, one row each, in the order of the sentences; as `findings_csv`."""
    rows = (_sentence_row(report, country, f, _figure(figure, f), cite) for f in findings for figure in f.figures)
    return format_table((*PLACE, *FIGURE, *PROVENANCE), rows, bom=bom)


def _sentence_row(
    report: Report, country: str, finding: Finding, cells: Iterable[object], cite: Cite
) -> Iterable[object]:
    place = finding.locator
    about = (report.id.country, country, report.id.year, place_id(place), *_printed_at(report, place))
    return (*about, finding.topic or "", *cells, *provenance_cells(report, cite(place)))


def _finding(finding: Finding) -> tuple[str, ...]:
    several = (
        finding.strength,
        [source.name for source in finding.sources],
        [source.type for source in finding.sources],
        [figure.text for figure in finding.figures],
    )
    return (finding.kind.value, "1" if finding.key else "0", finding.text, *map(SEVERAL.join, several))


def _figure(figure: Figure, finding: Finding) -> tuple[object, ...]:
    numbers = (_number(figure.value), _number(figure.value_max), figure.bound or "")
    return (figure.text, *numbers, figure.unit, figure.what, finding.kind.value, finding.text)


def _number(value: float | None) -> float | str:
    if value is None:
        return ""
    return int(value) if value.is_integer() else value


def _printed_at(report: Report, place: Locator) -> tuple[object, ...]:
    """Return a section's id and heading, and the numbers of paragraph and sentence."""
    heading = report.section(place.section).title
    return (place.section, heading, place.paragraph or "", place.sentence or "")


def issues_csv(report: Report, analysis: Analysis, country: str, *, cite: Cite = str, bom: bool = False) -> str:
    """Return a table of the executive summary's issues, a row for each sentence that bears one out.

    An issue without evidence has one row, in which the sentence is empty. For `country` and `cite` see `findings_csv`.
    """
    about = (report.id.country, country, report.id.year)
    rows = (
        (*about, number, issue.text, issue.locator, *evidence)
        for number, issue in enumerate(analysis.issues, 1)
        for evidence in _evidence(report, issue, cite)
    )
    return format_table((*ISSUE, *PROVENANCE), rows, bom=bom)


def _evidence(report: Report, issue: Issue, cite: Cite) -> Iterator[tuple[object, ...]]:
    """Yield the cells of each sentence that supports an issue; where there is none, empty ones once."""
    for _, places in issue.evidence_by_section():
        for place in places:
            printed = (*_printed_at(report, place), report.text_at(place), issue.omitted)
            yield (*printed, *provenance_cells(report, cite(place)))
    if not issue.evidence:
        yield (*[""] * 5, issue.omitted, *provenance_cells(report, ""))


# -- searches and topics ---------------------------------------------------------------------


def search_csv(
    query: Query,  # noqa: ARG001  one of a kind
    result: SearchResult,
    names: Names,
    *,
    cite: Callable[[Hit], str],
    bom: bool = False,
) -> str:
    """Return a table of the passages that a search found, one row each, the best first.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit.
    """
    return format_table(HIT, (_hit(rank, hit, names, cite(hit)) for rank, hit in enumerate(result.hits, 1)), bom=bom)


def _hit(rank: int, hit: Hit, names: Names, citation: str) -> tuple[object, ...]:
    source = hit.provenance
    return (
        rank,
        hit.id.country,
        names.get(hit.id.country, hit.id.country),
        hit.id.year,
        hit.locator.section,
        " › ".join(hit.headings),
        hit.locator.paragraph or "",
        hit.topic or "",
        hit.text,
        SEVERAL.join(hit.text[span.start : span.end] for span in hit.highlights),
        SEVERAL.join(kind.value for kind in hit.kinds),
        SEVERAL.join(hit.subjects),
        citation,
        source.url,
        source.origin,
        source.retrieved_at.isoformat(),
        source.sha256,
    )


def tallies_csv(
    query: Query,  # noqa: ARG001  one of a kind
    tallies: Iterable[Tally],
    by: str,
    names: Names,
    *,
    bom: bool = False,
) -> str:
    """Return a table of how many passages a search meets in each country or year (`by`), and in how many reports."""
    counts = ("passages", "reports")
    if by == "year":
        return format_table((by, *counts), ((int(t.name), t.paragraphs, t.reports) for t in tallies), bom=bom)
    rows = ((t.name, names.get(t.name, t.name), t.paragraphs, t.reports) for t in tallies)
    return format_table((by, "name", *counts), rows, bom=bom)


def topics_csv(entries: Iterable[TopicEntry], *, bom: bool = False) -> str:
    """Return a table of topics, in the order given; one without a heading has one row."""
    rows = []
    for entry in entries:
        topic = entry.topic
        about = (topic.id, topic.name, topic.broader, SEVERAL.join(topic.other_names), SEVERAL.join(entry.words))
        used: list[tuple[object, ...]] = [(h.first, h.last, h.section, h.heading, h.label) for h in entry.headings]
        rows += [(*about, *use) for use in used or [("",) * 5]]
    return format_table(TOPIC, rows, bom=bom)
