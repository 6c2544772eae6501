"""Addresses of passages in a real browser: the page opens at their words, also where those words occur twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.deep_links import DeepLinks
from hrreport.model.locator import Locator
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = Path(__file__).parents[1] / "documents" / "state-2023" / "page.html"
SEEN = """(text) => {
  const plain = (at) => at.textContent.replace(/\\s+/g, " ").trim();
  const same = [...document.querySelectorAll("p, li")].filter((at) => plain(at) === text);
  return same.map((at) => {
    const box = at.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  });
}"""
"""Returns, for each element that holds a text and nothing else, whether a reader sees it."""


def test_a_page_opens_at_the_words_of_a_passage(browser: Browser) -> None:
    url = "https://www.state.gov/ruritania/"
    source = Provenance(url, url, datetime(2024, 5, 1, tzinfo=UTC), "file", "0" * 64)
    report = parse_page(Snapshot(PAGE.read_bytes(), source), ReportId("ruritania", 2023))
    address = DeepLinks(report).address
    passages = [(section, p) for section, p in report.passages() if p.form == "text" and not p.topic]
    twice = [each for each in passages if sum(p.text == each[1].text for _, p in passages) > 1]
    assert twice, "the page has a passage that occurs twice"
    context = browser.new_context(viewport={"width": 700, "height": 160}, reduced_motion="reduce")
    page = context.new_page()
    try:
        for section, paragraph in [*passages[2::9], *twice[:3]]:
            place = Locator(section.id, paragraph.number)
            named = address(place).partition("#")[2]
            assert named.startswith(":~:text=")
            page.goto("about:blank")
            page.goto(f"{PAGE.as_uri()}#{named}")
            page.wait_for_function("scrollY > 0", timeout=2000)
            same = [p is paragraph for _, p in passages if p.text == paragraph.text]
            seen = page.evaluate(SEEN, paragraph.text)
            assert len(seen) == len(same)
            assert seen[same.index(True)], (str(place), named)
    finally:
        context.close()
