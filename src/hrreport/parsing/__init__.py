"""Parse a snapshot into a report: page layouts, headings, outline, paragraphs.

Public names are imported on first use, so that the version can be read at every start without the
libraries that read HTML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrreport.parsing.link_lists import read_links
    from hrreport.parsing.page import OpenedPage, claim, origin_of
    from hrreport.parsing.parts import part_links
    from hrreport.parsing.report import open_report, open_report_pdf, parse_opened, parse_page, parse_pages

__all__ = [
    "PARSER_VERSION",
    "OpenedPage",
    "claim",
    "open_report",
    "open_report_pdf",
    "origin_of",
    "parse_opened",
    "parse_page",
    "parse_pages",
    "part_links",
    "read_links",
]

PARSER_VERSION = "5"
"""Raised whenever the same page may give another report; stored reports of another version are parsed again."""

_MODULES = {
    "OpenedPage": "page",
    "claim": "page",
    "open_report": "report",
    "open_report_pdf": "report",
    "origin_of": "page",
    "parse_opened": "report",
    "parse_page": "report",
    "parse_pages": "report",
    "part_links": "parts",
    "read_links": "link_lists",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
