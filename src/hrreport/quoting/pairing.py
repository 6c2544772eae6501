"""Pair quotations of a filing with their citations, and resolve short citations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.quoting.citation_finder import citations_in
from hrreport.quoting.filing_quotations import passage_in, quotations_in
from hrreport.text.sentences import sentence_starts
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrreport.model.filing import Citation, ClaimedPlace, Filing
    from hrreport.quoting.filing_quotations import FoundQuotation

_IN_CONTENTS = re.compile(r"(?:\.\s?){6,}\s*\d{1,4}\s*$")
"""A line of a table of contents ends with dots and the number of a page."""
_NEAR = 6
"""Characters between a quotation and a citation or sign of a note right after it."""
_LABEL = 80
"""Characters between a citation and the label that is given to it."""
_FAR = 400
"""Characters between a quotation and a citation further off in its block."""


@dataclass(frozen=True, slots=True)
class PairedCitation:
    """A quotation with its citation, or one of the two alone."""

    quotation: FoundQuotation | None
    citation: Citation | None

    @property
    def span(self) -> FoundQuotation | Citation:
        """The quotation; where there is none, the citation."""
        span = self.quotation or self.citation
        assert span is not None  # noqa: S101  it has one of the two
        return span


def read_pairs(filing: Filing) -> list[PairedCitation]:
    """Return the quotations and citations of a filing, paired, in order; citations of other works are left out.

    A quotation without a citation, or with one of another work, is given with none.
    """
    quotations: list[FoundQuotation] = []
    citations: list[Citation] = []
    for number, block in enumerate(filing.blocks):
        if _IN_CONTENTS.search(block.text):
            continue
        if passage := passage_in(block, number):
            quotations.append(passage[0])
            citations += passage[1]
            continue
        quoted, titles = quotations_in(block, number)
        cited = citations_in(block.text, number, titles)
        if block.kind != "quote":
            cited = [c for c in cited if not any(q.begin <= c.begin and c.end <= q.end for q in quoted)]
        else:
            quoted, cited = _split_citation_off(quoted, cited, block.text)
        quotations += quoted
        citations += cited
    return _paired(filing, quotations, _resolved(filing, citations))


def _split_citation_off(
    quoted: list[FoundQuotation], cited: list[Citation], text: str
) -> tuple[list[FoundQuotation], list[Citation]]:
    """Return a block quotation without the citation that stands at its end, and that citation."""
    named = [c for c in cited if c.kind != "other" or not c.address]  # a bare address may be the report's own
    last: list[Citation] = []
    begin = len(text)
    for citation in reversed(named):
        if re.search(r"[^\W\d_]{3}", text[citation.end : begin]):
            break
        last.insert(0, citation)
        begin = citation.begin
    if not last:
        return quoted, []
    body = re.sub(r"(?i)[\s(\[–—-]*(?:see|in)?[\s(\[–—-]*$", "", text[:begin])
    whole = quoted[0]
    return [replace(whole, text=body[whole.begin :], end=len(body), closes=len(body))], last


def _resolved(filing: Filing, citations: Sequence[Citation]) -> list[Citation]:
    """Return the citations with the reports that they cite, read in the order of the text, notes at their signs."""
    known: list[Citation] = []
    exhibits: dict[str, ReportId | None] = {}
    in_note: dict[str, ReportId] = {}
    done: dict[int, Citation] = {}
    for citation in sorted(citations, key=lambda c: _reading_order(filing, c)):
        found = _one(citation, known, exhibits, in_note)
        if found.exhibit and found.report and found.kind != "exhibit":
            exhibits.setdefault(found.exhibit, found.report)
        elif found.exhibit and known and _is_label(filing, known[-1], found):
            exhibits.setdefault(found.exhibit, known[-1].report)
            continue
        known.append(found)
        if (note := filing.blocks[found.block]).kind == "note" and found.report:
            number = re.search(r"\d+", note.where)
            in_note.setdefault(number[0] if number else note.note, found.report)
        done[id(citation)] = found
    _label_neighbors(filing, list(done.values()), exhibits)
    resolved = (done[id(citation)] for citation in citations if id(citation) in done)
    return [
        replace(c, report=exhibits[c.exhibit]) if c.kind == "exhibit" and c.exhibit in exhibits else c for c in resolved
    ]


def _is_label(filing: Filing, cited: Citation, exhibit: Citation) -> bool:
    """Return whether the label of an exhibit is given to the report that is cited right before: "attached as Tab C"."""
    if cited.kind != "full" or cited.block != exhibit.block:
        return False
    between = filing.blocks[cited.block].text[cited.end : exhibit.begin]
    return len(between) < _LABEL and not re.search(r"[.;]\s", between)


def _label_neighbors(filing: Filing, citations: Sequence[Citation], exhibits: dict[str, ReportId | None]) -> None:
    """Add the labels that stand at the beginning of a block with one report in it, as in a list of exhibits."""
    for number, block in enumerate(filing.blocks):
        here = [c for c in citations if c.block == number]
        labels = [c for c in here if c.kind == "exhibit" and not block.text[: c.begin].strip()]
        reports = {c.report for c in here if c.report and c.kind == "full"}
        if labels and len(reports) == 1:
            exhibits.setdefault(labels[0].exhibit, reports.pop())


def _reading_order(filing: Filing, citation: Citation) -> tuple[int, int, int]:
    block = filing.blocks[citation.block]
    if block.kind == "note":
        for number, other in enumerate(filing.blocks):
            for mark in other.marks:
                if mark.note == block.note:
                    return number, mark.at, citation.begin + 1
    return citation.block, citation.begin, 0


def _one(
    citation: Citation,
    known: Sequence[Citation],
    exhibits: Mapping[str, ReportId | None],
    in_note: Mapping[str, ReportId],
) -> Citation:
    """Return a citation with the report that it cites, as far as those before it tell."""
    if citation.kind == "other":
        return citation
    if citation.kind == "id":
        if not known:
            return citation
        before = known[-1]
        if before.report is None:
            return replace(citation, kind="other")
        return replace(citation, report=before.report, place=_same_place(citation.place, before.place))
    return replace(citation, report=_report_of(citation, known, exhibits, in_note))


def _report_of(
    citation: Citation,
    known: Sequence[Citation],
    exhibits: Mapping[str, ReportId | None],
    in_note: Mapping[str, ReportId],
) -> ReportId | None:
    """Return the report that a citation names, or that an earlier one like it does."""
    if citation.country and citation.year:
        return ReportId(citation.country, citation.year)
    if citation.kind == "exhibit":
        return exhibits.get(citation.exhibit)
    note = re.search(r"n(?:ote|\.)\s*(\d+)", citation.text)
    if note and note[1] in in_note:
        return in_note[note[1]]
    cited = [(before.report, before.date) for before in reversed(known) if before.report]
    if like := next((report for report, date in cited if _like(citation, report, date)), None):
        return like
    countries = {report.country for report, _ in cited}
    return ReportId(countries.pop(), citation.year) if citation.year and len(countries) == 1 else None


def _like(citation: Citation, report: ReportId, date: str) -> bool:
    """Return whether a short citation can stand for an earlier one, of a report and with a date."""
    date_fits = not citation.date or bool(citation.country) or date in ("", citation.date)
    return citation.country in ("", report.country) and citation.year in (0, report.year) and date_fits


def _same_place(place: ClaimedPlace | None, before: ClaimedPlace | None) -> ClaimedPlace | None:
    """Return the place of an *id.*: the one before where it names none, its section where it names paragraphs alone."""
    if place is None:
        return before
    return replace(place, section=before.section, heading=before.heading) if before and not place.section else place


def _paired(
    filing: Filing, quotations: Sequence[FoundQuotation], citations: Sequence[Citation]
) -> list[PairedCitation]:
    pairs: list[PairedCitation] = []
    used: set[int] = set()
    for number, quotation in enumerate(quotations):
        citation = _citation_of(filing, quotation, quotations[number + 1 :], citations)
        if citation is not None:
            used.add(id(citation))
            citation = None if citation.kind == "other" else citation
        pairs.append(PairedCitation(quotation, citation))
    pairs += (PairedCitation(None, c) for c in citations if id(c) not in used and c.kind != "other")
    return sorted(pairs, key=lambda pair: (pair.span.block, pair.span.begin))


def _citation_of(
    filing: Filing, quotation: FoundQuotation, later: Sequence[FoundQuotation], citations: Sequence[Citation]
) -> Citation | None:
    """Return the citation that a quotation belongs to; ``None`` where there is none."""
    block = filing.blocks[quotation.block]
    for mark in block.marks:
        if quotation.end <= mark.at <= quotation.closes + _NEAR:
            return _in_note(filing, mark.note, citations)
    if quotation.is_block:
        here = (c for c in citations if c.block == quotation.block)
        inside = (c for c in here if c.begin >= quotation.end or c.end <= quotation.begin)
        return next(inside, None) or _around_block(filing, quotation, citations)
    return _in_text(filing, quotation, later, citations) or _introduced(filing, quotation, citations)


def _in_text(
    filing: Filing, quotation: FoundQuotation, later: Sequence[FoundQuotation], citations: Sequence[Citation]
) -> Citation | None:
    """Return the citation of a quotation in running text: right after it, in its sentence, or not far off."""
    block = filing.blocks[quotation.block]
    here = [c for c in citations if c.block == quotation.block]
    starts = (*sentence_starts(block.text), len(block.text) + 1)

    def sentence_at(at: int) -> int:
        return sum(start <= at for start in starts)

    sentence = sentence_at(quotation.end - 1)
    after = next((c for c in here if c.begin >= quotation.end), None)
    before = next((c for c in reversed(here) if c.end <= quotation.begin), None)
    noted = [m for m in block.marks if m.at >= quotation.end and sentence_at(m.at - 1) == sentence]
    if after and (_is_glue(block.text[quotation.closes : after.begin]) or sentence_at(after.begin) == sentence):
        return after
    if noted:
        return _in_note(filing, noted[0].note, citations)
    if before and sentence_at(before.begin) == sentence_at(quotation.begin):
        return before
    if after and after.begin - quotation.closes < _FAR and _shared(block.text, quotation, later, after):
        return after
    return before if before and quotation.begin - before.end < _FAR else None


def _shared(text: str, quotation: FoundQuotation, later: Sequence[FoundQuotation], citation: Citation) -> bool:
    """Return whether a citation after the next sentence is still that of a quotation: others between share it."""
    between = [other for other in later if other.block == quotation.block and other.begin < citation.begin]
    return _is_glue(text[[quotation, *between][-1].closes : citation.begin])


def _is_glue(between: str) -> bool:
    """Return whether a text has only marks and words such as "See", as between a quotation and its citation."""
    return not re.sub(r"(?i)\b(?:see|also|e\.g|generally|cf|the|in)\b|\W", "", between)


def _in_note(filing: Filing, note: str, citations: Sequence[Citation]) -> Citation | None:
    return next((c for c in citations if filing.blocks[c.block].note == note), None)


def _around_block(filing: Filing, quotation: FoundQuotation, citations: Sequence[Citation]) -> Citation | None:
    """Return the citation that follows a block quotation at once, is in its note, or introduces it."""
    block = filing.blocks[quotation.block]
    if block.marks:
        return _in_note(filing, block.marks[-1].note, citations)
    following = next((c for c in citations if c.block == quotation.block + 1), None)
    if following and quotation.block + 1 < len(filing.blocks):
        lead = filing.blocks[quotation.block + 1].text[: following.begin]
        if not re.sub(r"(?i)\b(?:see|also|source|the|in)\b|\W", "", lead):
            return following
    return _introduced(filing, quotation, citations)


def _introduced(filing: Filing, quotation: FoundQuotation, citations: Sequence[Citation]) -> Citation | None:
    """Return the last citation of the block before, where that block leads up to the quotation."""
    if not quotation.block:
        return None
    before = filing.blocks[quotation.block - 1]
    if before.kind == "note" or not (before.text.rstrip().endswith(":") or quotation.is_block):
        return None
    marks = [_in_note(filing, mark.note, citations) for mark in before.marks]
    found = [c for c in citations if c.block == quotation.block - 1] or [c for c in marks if c]
    return found[-1] if found else None


def reports_cited(pairs: Sequence[PairedCitation]) -> Iterator[ReportId]:
    """Yield each report that is cited, once, in order."""
    yield from dict.fromkeys(pair.citation.report for pair in pairs if pair.citation and pair.citation.report)
