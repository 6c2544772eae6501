"""On real pages of the site before 2016, where they are present: the outline is the labeled one, no word is lost.

``old/YEAR-COUNTRY.json`` has the address of a page and its headings in order, each with its level; they
were made with the parser and compared with the short lines of the raw page.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.markup import make_soup
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

LABELS = Path(__file__).parent / "old"
NAMES = sorted(file.stem for file in LABELS.glob("*.json"))
HOST = "2009-2017.state.gov"
SITE_LINE = "This is the basic text view. SWITCH NOW to the new, more interactive format."


def body_of(site: Path, address: str) -> bytes:
    return (site / address).read_bytes()


def read(site: Path, address: str, country: str, year: int) -> Report:
    provenance = Provenance(f"https://{address}", f"https://{address}", datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")
    return parse_page(Snapshot(body_of(site, address), provenance), ReportId(country, year))


@pytest.fixture(params=NAMES)
def labeled(request: pytest.FixtureRequest, shared_site: Path) -> tuple[Report, dict[str, Any], Path]:
    year, _, country = request.param.partition("-")
    labels = json.loads((LABELS / f"{request.param}.json").read_text(encoding="utf-8"))
    return read(shared_site, labels["address"], country, int(year)), labels, shared_site


def test_every_heading_is_found_at_its_level_and_none_is_invented(
    labeled: tuple[Report, dict[str, Any], Path],
) -> None:
    report, labels, _ = labeled
    found = [[section.level, section.as_printed] for section in report.walk() if section.as_printed]
    assert found == labels["headings"]
    assert report.boundary_doubts == ()
    assert report.title == labels["title"]


def letters(text: str) -> str:
    """Return the letters and figures of a text: elements of a page touch each other without white space."""
    return re.sub(r"\W", "", text)


def test_every_word_of_the_page_stands_in_exactly_one_place_and_in_order(
    labeled: tuple[Report, dict[str, Any], Path],
) -> None:
    report, labels, site = labeled
    element = make_soup(body_of(site, labels["address"]).decode("utf-8")).find(id="centerblock")
    assert element is not None
    found = (text for s in report.walk() for text in (s.as_printed, *(p.printed for p in s.paragraphs)))
    assert letters("".join(found)) == letters(element.get_text()).removeprefix(letters(SITE_LINE))


def test_pages_that_list_reports_or_load_them_are_not_reports(
    shared_site: Path, recognize: Callable[..., bool]
) -> None:
    reports = {json.loads((LABELS / f"{name}.json").read_text(encoding="utf-8"))["address"] for name in NAMES}
    pages = list((shared_site / HOST).rglob("*.htm"))
    assert len(pages) > len(reports)
    for page in pages:
        assert recognize(page.read_bytes(), "utf-8") is (str(page.relative_to(shared_site)) in reports), page
