"""Small pieces of pages, in ``fragments/``: a title, the markup, and what must be read in it.

A title that begins with "elsewhere" has a whole page, one with "old" and a year a fragment of a page of
before 2016, one with "typewritten" and a year a text, any other a fragment of a state.gov page. Of the
doubts, those about headings that are missing are left out: a fragment misses nearly all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.report import BOUNDARY
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from hrreport.model.report import Paragraph, Report

FOLDER = Path(__file__).parent / "fragments"
PADDING = "<h2>Section 90. Padding</h2><p>These words make a report of a fragment.</p><h2>Section 91. Padding</h2>"


def parse(html: str, year: int = 2023) -> Report:
    here = Provenance("https://www.state.gov/x/", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return parse_page(Snapshot(html.encode(), here), ReportId("togo", year))


def shown(paragraph: Paragraph) -> str:
    label = f"[{paragraph.topic}]" if paragraph.topic else ""
    whole = [x for x in paragraph.links if (x.start, x.end) == (0, len(paragraph.text))]
    links = [f"<{'' if x in whole else paragraph.text[x.start : x.end] + ' '}{x.url}>" for x in paragraph.links]
    return f"  {paragraph.number} {paragraph.form}: " + " ".join(x for x in (label, paragraph.text, *links) if x)


def lines_of(report: Report) -> list[str]:
    lines = []
    for section in report.walk():
        if section.label not in ("90", "91"):
            lines.append(f"{section.id} | {section.level} | {section.title}")
            lines += [shown(paragraph) for paragraph in section.paragraphs]
    boundary_warnings = [w.removeprefix(BOUNDARY) for w in report.boundary_doubts]
    return lines + [
        f"! {d}" for d in boundary_warnings if not d.endswith("expected and missing.") and "Padding" not in d
    ]


def page_of(title: str, html: str) -> tuple[str, int]:
    """Return the page of a case, and its edition."""
    kind, year = [word.rstrip(":") for word in title.split(maxsplit=2)[:2]]
    if kind == "elsewhere":
        return html, 2023
    if kind == "old":
        return f'<title>Togo</title><div id="centerblock">{html}{PADDING}</div>', int(year)
    if kind == "typewritten":
        return f"<p>flag</p><pre>{html}</pre>", int(year)
    return f'<div class="report__content">{html}{PADDING}</div>', 2023


@dataclass(frozen=True)
class Fragment:
    """A case of one file."""

    title: str
    html: str
    expected: str

    def check(self) -> None:
        """Check that what is read in it is what is expected."""
        assert lines_of(parse(*page_of(self.title, self.html))) == self.expected.splitlines()


def fragments_of(module: str) -> list[Fragment]:
    """Return the cases that show what a module of the parser does."""
    text = (FOLDER / f"{module}.txt").read_text("utf-8")
    found = re.findall(r"^(\S[^\n]*)\n\.\n(.*?)\n\.\n(.*?)\n\.\n", text, re.MULTILINE | re.DOTALL)
    return [Fragment(*case) for case in found]
