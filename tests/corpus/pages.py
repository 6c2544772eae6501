"""Checks of real pages: what a page has between its own marks, held against the report that is read from it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree, html

from hrreport.errors import HrReportError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrreport.model.report import Report, Section

_ADDRESS = re.compile(r"reports/(\d{4})-country-reports-on-human-rights-practices/([^/]+)/index\.html$")
_CHOICE = re.compile(r"read\s+(?:a\s+)?section\b", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"section\d", re.IGNORECASE)
_FOLDING_HEADING = re.compile(
    r'<a\s+class="accordion-title"[^>]*>\s*(?:<h4 class="report-toc-section">(?P<number>[^<]*)</h4>)?\s*'
    r'<h3 (?P<marks>id="report-toc__section-\d+" class="report__section-title")>(?P<title>.*?)</h3>\s*</a>',
    re.DOTALL,
)
_PLAIN_HEADING = re.compile(
    r'<h2 (?P<marks>id="report-toc__section-\d+" class="report__section-title")>\s*(?P<number>Section \d+\.)\s*'
    r"(?P<title>.*?)</h2>",
    re.DOTALL,
)

_META = re.compile(r'<div class="article-meta report-meta">')


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading one page."""

    name: str
    error: str = ""
    warnings: tuple[str, ...] = ()
    headings: int = 0
    """Headings of the page's report, empty ones and the choice of its parts left out."""
    lost: tuple[str, ...] = ()
    """Those of them that are no heading of the report that was read."""
    differs: str = ""
    """Where the letters and digits of the page and of the report part ways."""
    template: str = ""
    """The first section that is read differently when the page is written in the newest template."""
    seconds: float = 0.0


def pages_in(folder: Path) -> list[Path]:
    """Return the country pages of a mirror, in order."""
    return sorted(path for path in folder.rglob("index.html") if _ADDRESS.search(path.as_posix()))


def id_of(path: Path) -> ReportId:
    """Return the report whose page a file of a mirror is."""
    found = _ADDRESS.search(path.as_posix())
    assert found
    return ReportId(found[2].lower(), int(found[1]))


def check(path: Path, *, rewrite: bool = False) -> Checked:
    """Read a page, and hold the report against the page; with `rewrite`, against itself in the newest template too."""
    report_id = id_of(path)
    name = f"{report_id.year} {path.parent.name}"
    body = path.read_bytes()
    started = time.perf_counter()
    try:
        report = parse_page(_snapshot(body, report_id), report_id)
    except HrReportError as error:
        return Checked(name, error.message)
    seconds = time.perf_counter() - started
    element = _body(body)
    headings = [" ".join(h.text_content().split()) for h in element.iter("h2", "h3", "h4", "h5")]
    headings = [h for h in headings if _letters(h) and not _CHOICE.match(h)]
    return Checked(
        name,
        warnings=report.warnings,
        headings=len(headings),
        lost=tuple(_lost(headings, report)),
        differs=_difference(_letters(_without_choice(element)), _letters("".join(_words(report)))),
        template=_differs_in_newest(body, report) if rewrite else "",
        seconds=seconds,
    )


def in_newest_template(markup: str) -> str:
    """Return a page with the headings of its sections written as the newest template writes them."""

    def heading(found: re.Match[str]) -> str:
        number = f'<p class="report-toc-section">{found["number"]}</p>\n' if found["number"] else ""
        return f"{number}<h2 {found['marks']}>{found['title']}</h2>"

    folded = _FOLDING_HEADING.sub(heading, markup)
    return folded if folded != markup else _PLAIN_HEADING.sub(heading, markup)


def in_oldest_template(markup: str, published: str = "April 22, 2024") -> str:
    """Return a page with the headings of its sections, and the date, written as captures of 2019 to 2021 have them."""

    def heading(found: re.Match[str]) -> str:
        words = " ".join(filter(None, (found["number"], " ".join(found["title"].split()))))
        return f"<h2 {found['marks']}>{words}</h2>"

    date = f'\\g<0>\n<p class="article-meta__publish-date">{published}</p>'
    return _META.sub(date, _FOLDING_HEADING.sub(heading, markup), count=1)


def _snapshot(body: bytes, report_id: ReportId) -> Snapshot:
    url = (
        f"https://www.state.gov/reports/{report_id.year}-country-reports-on-human-rights-practices/{report_id.country}/"
    )
    return Snapshot(body, Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "mirror", ""))


def _body(body: bytes) -> html.HtmlElement:
    document = html.document_fromstring(body.decode("utf-8", "replace"))
    (element,) = document.xpath('//*[contains(concat(" ", @class, " "), " report__content ")]')
    etree.strip_elements(element, "script", "style", "svg", etree.Comment, with_tail=False)
    for tags in element.xpath('.//div[contains(concat(" ", @class, " "), " report__tags ")]'):
        tags.drop_tree()
    return element


def _without_choice(element: html.HtmlElement) -> str:
    """Return the text of a page's report without the lines that offer its parts."""
    chosen = False
    for block in list(element.iter("p", "h2", "h5", "div")):
        text = block.text_content()
        if _CHOICE.match(text.strip()) and len(text) < 300:
            chosen = True
            block.drop_tree()
        elif chosen and "stars-above" in str(block.get("class")):
            block.drop_tree()
        elif block.tag == "p" and _letters(block.text_content()):
            chosen = False
    return str(element.text_content())


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _words(report: Report) -> Iterator[str]:
    for section in report.walk():
        yield section.as_printed
        for paragraph in section.paragraphs:
            yield (paragraph.topic or "") + paragraph.text


def _lost(headings: list[str], report: Report) -> Iterator[str]:
    printed = [_letters(section.as_printed).lower() for section in report.walk()]
    for heading in headings:
        letters = _letters(heading).lower()
        if not _NUMBER_ALONE.fullmatch(letters) and not any(letters in one for one in printed):
            yield heading


def _difference(page: str, report: str) -> str:
    if page == report:
        return ""
    at = next((i for i, (a, b) in enumerate(zip(page, report, strict=False)) if a != b), min(len(page), len(report)))
    return f"at {at}: {page[at : at + 40]!r}, read as {report[at : at + 40]!r}"


def _differs_in_newest(body: bytes, report: Report) -> str:
    markup = body.decode("utf-8", "replace")
    again = parse_page(_snapshot(in_newest_template(markup).encode(), report.id), report.id)
    for one, other in zip(report.walk(), again.walk(), strict=False):
        if _shown(one) != _shown(other):
            return one.id
    return "" if sum(1 for _ in report.walk()) == sum(1 for _ in again.walk()) else "the number of sections"


def _shown(section: Section) -> tuple[object, ...]:
    return section.id, section.level, section.title, section.topics, section.paragraphs
