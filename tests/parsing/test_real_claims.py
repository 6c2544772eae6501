"""What the real pages of the shared mirror say of themselves, held against the tables of facts beside it."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue.countries import slugs_of
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.identity import date_in
from hrreport.parsing.report import open_page

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.parsing.report import OpenedPage

BUILT = ("2024/kenya",)
"""A page of the mirror that is not the site's."""
PRINTED = re.compile(rb'"(?:article-meta__publish-date|report-meta__date)">\s*([^<]+?)\s*<')


@pytest.fixture(scope="module")
def pages(shared_site: Path) -> dict[str, OpenedPage]:
    """The country pages since 2016 by year and folder."""
    nowhere = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    files = sorted((shared_site / "www.state.gov/reports").glob("*/*/index.html"))
    named = {f"{path.parts[-3][:4]}/{path.parts[-2]}": path for path in files}
    found = {n: open_page(Snapshot(path.read_bytes(), nowhere)) for n, path in named.items() if n not in BUILT}
    assert found
    return found


def test_a_real_page_says_which_report_it_is(pages: dict[str, OpenedPage]) -> None:
    for name, page in pages.items():
        year, folder = name.split("/")
        said = page.claim.report
        assert said is not None, name
        assert said.year == int(year), name
        assert folder in slugs_of(said.country, said.year), name
        assert page.claim.title.startswith(f"{year} Country Report"), name


def test_a_real_page_tells_where_its_pdf_is(pages: dict[str, OpenedPage], shared_site: Path) -> None:
    with (shared_site.parent / "facts" / "pdf_addresses.csv").open(encoding="utf-8") as file:
        known = {row["file"].removesuffix(".html"): row["pdf"].removeprefix("https://") for row in csv.DictReader(file)}
    told = {name: page.claim.pdf.removeprefix("https://") for name, page in pages.items() if name in known}
    assert told
    assert told == {name: known[name] for name in told}


def test_a_real_page_is_dated_where_it_prints_a_date(pages: dict[str, OpenedPage]) -> None:
    for name, page in pages.items():
        printed = PRINTED.search(page.snapshot.body)
        assert page.claim.published == (date_in(printed[1].decode()) if printed else ""), name
