"""Fetch, read, compare and cite the US State Department's Country Reports on Human Rights Practices.

What is listed here is the public interface; each name is imported when it is first used, so that
``import hrreport`` loads none of the libraries that the program builds on.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrreport.analysis.finding_filters import select_findings
    from hrreport.analysis.report_analysis import analyze_report
    from hrreport.analysis.running_summary import running_summary
    from hrreport.analysis.summary import summarize_report
    from hrreport.api.access import HrReportWarning
    from hrreport.api.answers import Answer
    from hrreport.api.country_report import CountryReport, Passage
    from hrreport.api.reports import (
        Reports,
        add,
        check,
        compare,
        compile,  # noqa: A004  the command's name
        countries,
        diff,
        download,
        editions,
        packet,
        read,
        search,
        stored,
        topics,
        trend,
        verify,
        watch,
    )
    from hrreport.catalogue.countries import find_country
    from hrreport.errors import (
        EmptyPageError,
        FetchError,
        HrReportError,
        InputError,
        LibraryError,
        NotFoundError,
        OfflineError,
        ParseError,
        RefusedError,
    )
    from hrreport.exporting.reports import export_report
    from hrreport.fetching.fetcher import Fetcher
    from hrreport.fetching.saved_page import read_file
    from hrreport.inputs.settings import Settings
    from hrreport.library.library import Library
    from hrreport.model.country import Country, Edition, ReportId
    from hrreport.model.finding import Analysis, Assessment, Figure, Finding, Issue, Kind, Source
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Report, Section
    from hrreport.model.retrieval import Provenance, Snapshot
    from hrreport.model.summary import SectionSummary, Summary
    from hrreport.parsing.report import parse_page as parse_report
    from hrreport.pipeline.context import Context, Obtained
    from hrreport.pipeline.obtain import obtain, sample

_MODULES = {
    "analysis.report_analysis": "analyze_report",
    "analysis.running_summary": "running_summary",
    "analysis.finding_filters": "select_findings",
    "analysis.summary": "summarize_report",
    "api.access": "HrReportWarning",
    "api.answers": "Answer",
    "api.country_report": "CountryReport Passage",
    "api.reports": (
        "Reports add check compare compile countries diff download editions packet read search stored "
        "topics trend verify watch"
    ),
    "errors": (
        "EmptyPageError FetchError HrReportError InputError LibraryError NotFoundError OfflineError ParseError "
        "RefusedError"
    ),
    "exporting.reports": "export_report",
    "fetching.fetcher": "Fetcher",
    "fetching.saved_page": "read_file",
    "inputs.settings": "Settings",
    "library.library": "Library",
    "model.country": "Country Edition ReportId",
    "model.finding": "Analysis Assessment Figure Finding Issue Kind Source",
    "model.locator": "Locator",
    "model.report": "Paragraph Report Section",
    "model.retrieval": "Provenance Snapshot",
    "model.summary": "SectionSummary Summary",
    "parsing.report": "parse_report",
    "pipeline.context": "Context Obtained",
    "pipeline.obtain": "obtain sample",
    "catalogue.countries": "find_country",
}
"""Where each public name is found."""
_MODULE_OF = {name: home for home, names in _MODULES.items() for name in names.split()}
_ALIASES = {"parse_report": "parse_page"}
"""Public names that are called otherwise at home."""

__all__ = [
    "Analysis",
    "Answer",
    "Assessment",
    "Context",
    "Country",
    "CountryReport",
    "Edition",
    "EmptyPageError",
    "FetchError",
    "Fetcher",
    "Figure",
    "Finding",
    "HrReportError",
    "HrReportWarning",
    "InputError",
    "Issue",
    "Kind",
    "Library",
    "LibraryError",
    "Locator",
    "NotFoundError",
    "Obtained",
    "OfflineError",
    "Paragraph",
    "ParseError",
    "Passage",
    "Provenance",
    "RefusedError",
    "Report",
    "ReportId",
    "Reports",
    "Section",
    "SectionSummary",
    "Settings",
    "Snapshot",
    "Source",
    "Summary",
    "add",
    "analyze_report",
    "check",
    "compare",
    "compile",
    "countries",
    "diff",
    "download",
    "editions",
    "export_report",
    "find_country",
    "obtain",
    "packet",
    "parse_report",
    "read",
    "read_file",
    "running_summary",
    "sample",
    "search",
    "select_findings",
    "stored",
    "summarize_report",
    "topics",
    "trend",
    "verify",
    "watch",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("hrreport")
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'hrreport' has no attribute {name!r}")
    value = getattr(import_module(f"hrreport.{_MODULE_OF[name]}"), _ALIASES.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
