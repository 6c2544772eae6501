"""Check a finished document: read it, obtain the reports that it cites, judge what it quotes and cites."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import HrReportError, InputError, LibraryError
from hrreport.model.checked import CheckedFiling
from hrreport.pipeline.obtain import obtain, read_stored
from hrreport.quoting.filing_checks import check_pair
from hrreport.quoting.pairing import read_pairs, reports_cited
from hrreport.quoting.quotation import read_quotation
from hrreport.quoting.quotation_index import index_report
from hrreport.quoting.verification import find_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.filing import Filing
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.pipeline.context import Context
    from hrreport.quoting.quotation_index import QuotationIndex

_PHRASE = 8
"""So many words of a quotation are searched for in all stored reports."""
_HITS = 10


def check_filing(filing: Filing, context: Context) -> CheckedFiling:
    """Return what is to be said of every quotation of and citation to a report in a filing.

    Reports that are not stored are fetched; one that cannot be is named with the reason.
    """
    pairs = read_pairs(filing)
    cited = list(reports_cited(pairs))
    obtained = ObtainedReports(cited, context)
    judged = [check_pair(pair, filing, obtained, cited, pairs) for pair in pairs]
    return CheckedFiling(filing.name, tuple(one for one in judged if one), obtained.reports)


class ObtainedReports:
    """The reports that a filing cites, each obtained and indexed once."""

    def __init__(self, cited: Sequence[ReportId], context: Context) -> None:
        """Obtain nothing yet."""
        self.reports: dict[ReportId, Report] = {}
        self._cited = cited
        self._context = context
        self._indexes: dict[ReportId, QuotationIndex] = {}
        self._reasons: dict[ReportId, str] = {}

    def report(self, report_id: ReportId) -> Report | None:
        """Return a report; ``None`` where it could not be obtained, or only its abridgement could."""
        if report_id not in self.reports and report_id not in self._reasons:
            try:
                report = obtain(report_id, self._context).report
            except HrReportError as error:
                self._reasons[report_id] = _reason(error, report_id)
            else:
                if report.provenance.origin == "sample":
                    self._reasons[report_id] = "only the bundled abridgement is there"
                else:
                    self.reports[report_id] = report
        return self.reports.get(report_id)

    def index(self, report_id: ReportId) -> QuotationIndex | None:
        """Return the index of a report."""
        if report_id not in self._indexes and (report := self.report(report_id)):
            self._indexes[report_id] = index_report(report)
        return self._indexes.get(report_id)

    def reason(self, report_id: ReportId) -> str:
        """Return why a report could not be obtained."""
        return self._reasons.get(report_id, "").rstrip(".")

    def newest(self, country: str) -> int:
        """Return the newest edition that is stored for a country, or that all countries have."""
        stored = [one.year for one in self._stored if one.country == country]
        return max([*stored, records.editions()[-1].year])

    def elsewhere(self, quotation: str, cited: ReportId) -> Verdict | None:
        """Return the verdict of another report in which a quotation is: an edition near the cited one comes first."""
        for report_id in dict.fromkeys(self._likely(quotation, cited)):
            index = self._stored_index(report_id)
            if index is not None and (verdict := find_in(index, quotation)).found:
                return verdict
        return None

    def _likely(self, quotation: str, cited: ReportId) -> Iterator[ReportId]:
        """Yield reports in which a quotation may be."""
        yield from (one for one in self._cited if one != cited)
        editions = [one for one in self._stored if one.country == cited.country and one != cited]
        yield from sorted(editions, key=lambda one: abs(one.year - cited.year))
        words = [word for word in read_quotation(quotation).sure_words if word.isalnum()]
        library = self._context.library
        if library is None or len(words) < _PHRASE:
            return
        from hrreport.model.hit import Query

        for begin in (0, len(words) - _PHRASE):
            phrase = " ".join(words[begin : begin + _PHRASE])
            try:
                hits = library.search(Query(f'"{phrase}"', limit=_HITS)).hits
            except (LibraryError, InputError):
                return
            yield from (hit.id for hit in hits if hit.id != cited)

    def _stored_index(self, report_id: ReportId) -> QuotationIndex | None:
        """Return the index of a report that is stored or was obtained; nothing is fetched."""
        if report_id in self._indexes or report_id in self.reports:
            return self.index(report_id)
        stored = self._context.library.load(report_id) if self._context.library else None
        if stored is None:
            return None
        self._indexes[report_id] = index_report(read_stored(stored, self._context).report)
        return self._indexes[report_id]

    @cached_property
    def _stored(self) -> tuple[ReportId, ...]:
        return self._context.stored_ids()


def _reason(error: HrReportError, report_id: ReportId) -> str:
    """Return why a report could not be obtained, in one clause; of several sources, the first's answer."""
    first, *others = error.message.removeprefix(f"could not fetch {report_id}: ").split("; ")
    return f"{first} (`hrreport download {report_id}` names the other sources that were asked)" if others else first
