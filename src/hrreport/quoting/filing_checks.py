"""Judge the quotations and citations of a filing against the reports that they cite."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.model.checked import PROBLEMS, CheckedQuotation
from hrreport.quoting.citation_finder import country_of_address
from hrreport.quoting.cited_figures import unsupported_figure
from hrreport.quoting.matching import find_all
from hrreport.quoting.pairing import PairedCitation
from hrreport.quoting.pinpoints import is_at, is_there_with_variants, right_place, wrong_place
from hrreport.quoting.quotation import WordRun
from hrreport.quoting.quotation_words import words_of
from hrreport.quoting.verification import verify_in
from hrreport.wording.reports import day
from hrreport.wording.verdicts import warning, where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.checked import CheckVerdict, Problem
    from hrreport.model.country import ReportId
    from hrreport.model.filing import Citation, ClaimedPlace, Filing
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.quoting.filing_quotations import FoundQuotation
    from hrreport.quoting.quotation_index import QuotationIndex

_LEAST_WORDS = 4
"""A quotation with fewer words is judged only where it is found, or where its citation stands right beside it."""
_LEAST_UNCITED = 6
"""A quotation without a citation is of a report where so many of its words are found in one that is cited."""
_LIKE_ENOUGH = 0.85
"""It is also where it has so many of its words in the same order, and more of them than that."""
_LEAST_UNCITED_LIKE = 8
_RUN = 4
"""So many words of it, one after the other, must be in the report."""
_BESIDE = 12
"""Characters between a quotation and a citation right beside it."""
_CUT = ("contrast", "exception", "negation", "doubt")
"""Kinds of caveats that must not be cut off."""
_SERIES = re.compile(r"(?i)country|human\s+rights|practices")
_CAPTURE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")
_COUNTRY_REPORT = re.compile(r"(\d{4})-country-reports-on-human-rights-practices/([\w-]+(?:/[\w-]+)?)")


class CitedReports(Protocol):
    """The reports that a filing cites."""

    def report(self, report_id: ReportId) -> Report | None:
        """Return a report; ``None`` where it could not be read."""

    def index(self, report_id: ReportId) -> QuotationIndex | None:
        """Return its index."""

    def reason(self, report_id: ReportId) -> str:
        """Return why a report could not be read."""

    def elsewhere(self, quotation: str, cited: ReportId) -> Verdict | None:
        """Return the verdict of another report in which a quotation is; ``None`` where none is known."""

    def newest(self, country: str) -> int:
        """Return the newest edition that has a report on a country."""


def check_pair(
    pair: PairedCitation,
    filing: Filing,
    reports: CitedReports,
    cited: Sequence[ReportId],
    pairs: Sequence[PairedCitation],
) -> CheckedQuotation | None:
    """Return the finding on a quotation and its citation; ``None`` where it is none of a report.

    Of the whole filing, `cited` are all reports that it cites, and `pairs` all its quotations and citations.
    """
    quotation, citation = pair.quotation, pair.citation
    if citation is None:
        return _uncited(pair, filing, reports, cited)
    if citation.report is None:
        names_one = citation.kind in ("full", "short") and _SERIES.search(citation.text)
        return _unchecked(pair, filing, "Which report is cited cannot be told.") if names_one else None
    report_id = _meant(quotation, citation, citation.report, reports, cited)
    citation = replace(citation, report=report_id)
    pair = PairedCitation(quotation, citation)
    index, report = reports.index(report_id), reports.report(report_id)
    if index is None or report is None:
        return _unchecked(pair, filing, f"The report on {report_id} could not be read: {reports.reason(report_id)}.")
    verdict = _verdict(index, quotation)
    if quotation and (verdict is None or not _counts(quotation, citation, verdict)):
        return None
    problems: dict[Problem, str] = {}
    right = ""
    if quotation and verdict:
        right = right_place(verdict, citation.place, report)
        problems |= _elsewhere(quotation, verdict, reports, report_id)
        problems |= _caveat(verdict, citation.place, report)
    message = wrong_place(citation, verdict, report, right)
    if message and not is_there_with_variants(pair, index, report):
        problems["wrong-pinpoint"] = message
    problems |= dict(_wrong_facts(citation, report))
    if figure := unsupported_figure(pair, filing, report, verdict, pairs):
        problems["figure-not-borne"] = f"The cited passage has no figure {figure}."
    newest = reports.newest(report_id.country)
    if newest > report_id.year:
        problems["newer-edition"] = f"There is an edition for {newest}."
    return _checked(
        pair, filing, verdict.judgment if verdict else "no-quotation", problems, right=right, judged=verdict
    )


def _meant(
    quotation: FoundQuotation | None,
    citation: Citation,
    report_id: ReportId,
    reports: CitedReports,
    cited: Sequence[ReportId],
) -> ReportId:
    """Return the report that a citation resolved to; of one that names no country, the cited one that has the words."""
    if (
        quotation is None
        or quotation.words < _LEAST_WORDS
        or citation.country
        or citation.kind not in ("short", "supra")
    ):
        return report_id
    for one in (report_id, *(one for one in cited if one != report_id and citation.year in (0, one.year))):
        index = reports.index(one)
        verdict = _verdict(index, quotation) if index else None
        if verdict and verdict.found:
            return one
    return report_id


def _checked(
    pair: PairedCitation,
    filing: Filing,
    verdict: CheckVerdict,
    problems: dict[Problem, str],
    *,
    right: str = "",
    judged: Verdict | None = None,
) -> CheckedQuotation:
    span, citation = pair.span, pair.citation
    named = tuple(problem for problem in PROBLEMS if problem in problems)
    return CheckedQuotation(
        span.block,
        span.begin,
        span.end,
        filing.blocks[span.block].where,
        " ".join(pair.quotation.text.split()) if pair.quotation else "",
        " ".join(citation.text.split()) if citation else "",
        citation.report if citation else judged.id if judged else None,
        verdict,
        named,
        str(citation.place) if citation and citation.place else "",
        right,
        tuple(problems[problem] for problem in named),
        judged,
    )


def _unchecked(pair: PairedCitation, filing: Filing, reason: str) -> CheckedQuotation:
    return replace(_checked(pair, filing, "unchecked", {}), remarks=(reason,))


def _verdict(index: QuotationIndex, quotation: FoundQuotation | None) -> Verdict | None:
    """Return the verdict on a quotation; ``None`` where there is none, or it has no words."""
    if quotation is None:
        return None
    try:
        return verify_in(index, quotation.text)
    except InputError:
        return None


def _counts(quotation: FoundQuotation, citation: Citation, verdict: Verdict) -> bool:
    """Return whether a quotation is one, and no word between marks for another reason."""
    if verdict.found or quotation.words >= _LEAST_WORDS:
        return True
    return citation.block == quotation.block and 0 <= citation.begin - quotation.closes <= _BESIDE


def _may_be_of(index: QuotationIndex, quotation: FoundQuotation) -> bool:
    """Return whether a few words of a quotation stand in a report one after the other; found fast."""
    words = words_of(quotation.text)
    runs = (tuple(words[n : n + _RUN]) for n in range(max(1, len(words) - _RUN + 1)))
    return any(find_all(index, [WordRun(" ".join(run), run)]) for run in runs)


def _uncited(
    pair: PairedCitation, filing: Filing, reports: CitedReports, cited: Sequence[ReportId]
) -> CheckedQuotation | None:
    """Return the finding on a quotation without a citation that is one of a report that the filing cites."""
    quotation = pair.quotation
    if quotation is None or quotation.words < _LEAST_UNCITED:
        return None
    near: Verdict | None = None
    for report_id in cited:
        index = reports.index(report_id)
        if index is None or not _may_be_of(index, quotation):
            continue
        verdict = _verdict(index, quotation)
        if verdict and verdict.found:
            near = verdict
            break
        likeness = verdict.nearest.likeness if verdict and verdict.nearest and verdict.nearest.close else 0.0
        if quotation.words >= _LEAST_UNCITED_LIKE and likeness >= _LIKE_ENOUGH:
            near = near or verdict
    report = reports.report(near.id) if near else None
    if near is None or report is None:
        return None
    return _checked(pair, filing, near.judgment, {}, right=right_place(near, None, report), judged=near)


def _elsewhere(
    quotation: FoundQuotation, verdict: Verdict, reports: CitedReports, cited: ReportId
) -> dict[Problem, str]:
    """Return that a quotation is in another report, where it is not in the cited one."""
    if verdict.found or quotation.words < _LEAST_WORDS:
        return {}
    other = reports.elsewhere(quotation.text, cited)
    if other is None:
        return {}
    where_it_is = f"It is in the report on {other.id}, {where(other.places[0].locators)}."
    return {"wrong-edition" if other.id.country == cited.country else "wrong-country": where_it_is}


def _caveat(verdict: Verdict, claimed: ClaimedPlace | None, report: Report) -> dict[Problem, str]:
    """Return the caveat of the same sentence that a quotation cuts off, where it does so at each of its places."""
    places = [p for p in verdict.places if claimed is None or is_at(claimed, p.locators, report)] or verdict.places
    cuts = [[c for c in place.caveats if c.kind in _CUT and c.place != "next-sentence"] for place in places]
    return {"caveat-cut": warning(cuts[0][0])} if cuts and all(cuts) else {}


def _wrong_facts(citation: Citation, report: Report) -> Iterator[tuple[Problem, str]]:
    released = records.released(report.id.year)
    printed = report.published[:10]
    if citation.date and (printed or released) and citation.date not in (printed, released):
        cited = day(citation.date)
        if printed:
            yield "wrong-date", f"The report was published on {day(printed)}, not on {cited}."
        else:
            edition = f"its edition was released on {day(released)}"
            yield (
                "wrong-date",
                f"The report's page prints no date, and {edition}: that it was published on {cited} is doubtful.",
            )
    if citation.address and not _is_address_of(citation.address, report):
        yield "wrong-address", f"The address of the report is {report.provenance.url}."


def _is_address_of(address: str, report: Report) -> bool:
    """Return whether an address is that of a report, on whichever host and however captured."""
    given = _path(address)
    sources = (report.provenance, *(part.provenance for part in report.parts))
    own = [address for source in sources for address in (source.url, source.requested_url)]
    if any(given == _path(address) for address in (*own, report.pdf) if address):
        return True
    if named := _COUNTRY_REPORT.search(given):
        return int(named[1]) == report.id.year and country_of_address(named[2]) == report.id.country
    page = _COUNTRY_REPORT.search(_path(report.provenance.url))
    return page is None and "state.gov" in address and report.provenance.origin in ("file", "mirror")


def _path(address: str) -> str:
    return urlsplit(_CAPTURE.sub("", address)).path.rstrip("/").casefold()
