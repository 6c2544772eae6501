"""The outline that is proposed from the pages of an edition whose outline is not known."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime

import pytest
from tests.training.propose_outline import cluster, proposal

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

PAGES = 6


def page(number: int) -> str:
    """The page of one country: one words a heading otherwise, one lacks it, and one has a heading of its own."""
    press = {0: "", 1: "<h3>a. Freedom of Press</h3>"}.get(number, "<h3>a. Freedom of the Press</h3>")
    press += "<p>Censors sat in newsrooms.</p>"
    own = "<h4>Reindeer Herding</h4><p>There were herds.</p>" if number == 2 else ""
    return f"""<div class="report__content"><section class="entry-content"><h2>Executive Summary</h2><p>It rained.</p>
<h2>Section 1. Liberty</h2>{press}{own}
<h3>b. Sailing Permits</h3><p><b>Boat Fees:</b> A fee was due.</p>
<h4>Women</h4><p><b>Rape and Domestic Violence:</b> The law forbade it.</p></section></div>"""


@pytest.fixture(scope="module")
def lines() -> list[str]:
    here = Provenance("https://www.state.gov/x/", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    reports = [
        parse_page(Snapshot(page(number).encode(), here), ReportId(f"country-{number}", 2031))
        for number in range(PAGES)
    ]
    return list(proposal(cluster(reports), PAGES, 2031, fewest=3))


def test_headings_are_in_order_with_their_places_wordings_and_topics(lines: list[str]) -> None:
    headings = tomllib.loads("\n".join(lines))["heading"]
    assert [(h["place"], h["title"]) for h in headings] == [
        ("summary", "Executive Summary"),
        ("1", "Liberty"),
        ("1.a", "Freedom of the Press"),
        ("1.b", "Sailing Permits"),
        ("1.b/", "Women"),
    ]
    press, sailing, women = headings[2:]
    assert press["topics"] == ["press-freedom", "expression"]
    assert "optional" not in press
    assert sailing["labels"] == {"Boat Fees": []}
    assert women["optional"]
    assert women["labels"] == {"Rape and Domestic Violence": ["rape-domestic-violence"]}


def test_each_heading_is_counted_and_laid_beside_the_known_ones(lines: list[str]) -> None:
    notes = [line for line in lines if line.startswith("# on ")]
    assert notes[2].startswith(f"# on {PAGES - 1} of {PAGES} pages; known: 2024 2.a")
    assert notes[3] == f"# on {PAGES} of {PAGES} pages; NEW"
