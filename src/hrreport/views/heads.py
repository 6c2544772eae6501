"""Heads of documents: which reports they are of, what must be read with them, and where they come from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.codec.contract import provenance_json, published_json
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    BlockDocument,
    DocumentSource,
    HeadingBlock,
    NoteBlock,
    SourceFact,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)
from hrreport.wording.changes import country_name, describe_missing, describe_missing_reports, title
from hrreport.wording.notices import SAMPLE_RUNNING_HEAD, notices
from hrreport.wording.reports import moment, obtained, publication_date, publisher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrreport.model.edition_change import EditionChanges, EditionDuties
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance
    from hrreport.views.blocks import AnyBlock
    from hrreport.wording.changes import Names

_ADDRESS = re.compile(r",? ?<?https?://[^\s>]*[^\s>.,]>?")
PUBLISHED = "U.S. Department of State, Country Reports on Human Rights Practices"
"""At the head of every page of a document, where no citation is."""
COLOPHON = (
    "Set by hrreport from the pages named at the head. The headings of this document, the numbers of paragraphs, and "
    "the words beside the text are hrreport’s and no part of the reports."
)
"""What is the program's, at the end of every document."""


def document_on(
    heading: str,
    reports: Sequence[Report],
    blocks: Iterable[AnyBlock],
    *,
    names: Names,
    subtitle: str = "",
    cautions: Sequence[str] = (),
    gaps: Sequence[MissingReport] = (),
    citation: str = "",
    folding: bool = False,
    colophon: str = COLOPHON,
) -> BlockDocument:
    """Return a document on some reports: its head, then the blocks.

    Args:
        heading: The title of the document.
        reports: The reports that it is of.
        blocks: What it shows.
        names: Names of countries as shown to readers, by slug.
        subtitle: Printed below the title.
        cautions: What must be read with it.
        gaps: Reports that were asked for besides, and are not there.
        citation: How the one report is cited: in the front matter and at the head of every page.
        folding: Whether a reader in a browser opens its parts one by one.
        colophon: What is the program's, printed at the end.
    """
    missing = [describe_missing(gap, names) for gap in gaps]
    if len(reports) == 1 and not (cautions or missing):
        metadata = _report_metadata(reports[0], names, citation)
    else:
        metadata = _metadata(heading, reports, cautions, missing, names)
    if any(report.provenance.origin == "sample" for report in reports):
        running_head = SAMPLE_RUNNING_HEAD
    else:
        running_head = head_of(citation) if citation else PUBLISHED
    return BlockDocument(
        title=fold(heading),
        subtitle=fold(subtitle),
        running_head=running_head,
        blocks=tuple(blocks),
        notes=tuple(_notes(reports, cautions, missing, names)),
        sources=tuple(source_of(report, names, citation) for report in reports),
        colophon=colophon,
        metadata=metadata if reports else None,
        author=publisher(reports[0]) if reports else "hrreport",
        created=max((report.provenance.retrieved_at for report in reports), default=None),
        folding=folding,
    )


def head_of(citation: str) -> str:
    """Return a citation without the address in it, which the head of a page has no room for.

    >>> head_of("Arcadia Rep. 2023 (Apr. 22, 2024), https://www.state.gov/arcadia/.")
    'Arcadia Rep. 2023 (Apr. 22, 2024).'
    """
    return fold(_ADDRESS.sub("", citation))


def _notes(
    reports: Sequence[Report], cautions: Sequence[str], missing: Sequence[str], names: Names
) -> Iterator[NoteBlock]:
    for caution in cautions:
        yield NoteBlock(runs(fold(caution)), "Caution")
    for line in missing:
        lead, _, rest = line.partition(": ")
        yield NoteBlock(runs(rest), lead)
    for report in reports:
        lead = f"Notice on {title(report, names)}" if len(reports) > 1 else "Notice"
        yield from (NoteBlock(runs(fold(notice)), lead) for notice in notices(report))


def source_of(report: Report, names: Names, citation: str = "") -> DocumentSource:
    """Return which report a document is of, and where it comes from."""
    cited = (SourceFact("Cite as", fold(citation)),) if citation else ()
    return DocumentSource(title(report, names), fold(report.title), (*cited, *facts_of(report)), report)


def facts_of(report: Report) -> Iterator[SourceFact]:
    """Yield who published a report, and when and from where each page of it was retrieved."""
    yield SourceFact("Publisher", publisher(report))
    if date := publication_date(report):
        yield SourceFact("Published", date)
    if report.pdf:
        yield SourceFact("PDF", fold(report.pdf), report.pdf)
    pages = [("", report.provenance), *((f"{fold(part.name)}: ", part.provenance) for part in report.parts)]
    for name, source in pages:
        yield SourceFact(f"{name}Address", fold(source.url) or "none: the page was given as a file", source.url)
        yield SourceFact(f"{name}Retrieved", fold(f"{moment(source.retrieved_at)}, {obtained(source)}"))
        yield SourceFact(f"{name}SHA-256 of the page", source.sha256)


# -- for programs that read the Markdown ------------------------------------------------------


def _metadata(
    heading: str, reports: Sequence[Report], cautions: Sequence[str], missing: Sequence[str], names: Names
) -> dict[str, object]:
    """Return what programs read of a document on several reports."""
    listed = [
        {**_identity(each, names), **_filled({"notices": notices(each)}), **provenance_json(each.provenance)}
        for each in reports
    ]
    not_included = [line.partition(": ")[2] for line in missing]
    return {
        "title": heading,
        **_filled({"cautions": list(cautions), "not_included": not_included, "reports": listed}),
    }


def _report_metadata(report: Report, names: Names, citation: str) -> dict[str, object]:
    """Return what programs read of one report: title, edition, notices, full provenance of each of its pages."""
    parts = [{"id": part.id, "name": part.name, **_retrieval(part.provenance)} for part in report.parts]
    provenance = _retrieval(report.provenance)
    details = {"citation": citation, "notices": notices(report), "provenance": provenance, "parts": parts}
    return {**_identity(report, names), **_filled(details)}


def _identity(report: Report, names: Names) -> dict[str, object]:
    return {
        "title": report.title,
        "country": country_name(report.id, names),
        "year": report.id.year,
        "report": str(report.id),
        "publisher": publisher(report),
        **_filled({**published_json(report.id.year, report.published), "pdf": report.pdf}),
    }


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}


def _retrieval(source: Provenance) -> dict[str, str | int]:
    facts: dict[str, str | int] = {
        "url": source.url,
        "requested_url": source.requested_url,
        "origin": source.origin,
        "copy_published_by": source.publisher,
        "retrieved_at": source.retrieved_at.isoformat(),
        "captured_at": source.captured_at,
        "status": source.status,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "etag": source.etag,
        "last_modified": source.last_modified,
        "sha256": source.sha256,
    }
    return {name: value for name, value in facts.items() if value != ""}


# -- documents on many countries --------------------------------------------------------------


def group_document(
    heading: str,
    reports: Sequence[Report],
    blocks: Iterable[AnyBlock],
    table: EditionMatrix | EditionChanges | EditionDuties | GroupTrend,
    names: Names,
    *,
    on_screen: bool = False,
) -> BlockDocument:
    """Return a document on many countries, where their reports come from at its end or, on a terminal, in its head."""
    cautions = (*table.cautions, *describe_missing_reports(table.gaps, names))
    made = document_on(heading, reports, blocks, names=names, cautions=cautions)
    if on_screen:
        return made
    rows = []
    for report in reports:
        source = report.provenance
        address = TextRun(fold(source.url) or "no address: the page was given as a file", address=source.url)
        retrieval = f"{moment(source.retrieved_at)}, {obtained(source)}; SHA-256 {source.sha256}"
        lines = (runs(TextRun(title(report, names), ("strong",))), runs(fold(report.title)))
        rows.append(TableRow((TableCell(lines), TableCell((runs(address), runs(fold(retrieval)))))))
    sources = TableBlock((TableColumn("Report", width=0.4), TableColumn("Where from")), tuple(rows))
    return replace(made, sources=(), blocks=(*made.blocks, HeadingBlock(1, "Sources"), sources))
