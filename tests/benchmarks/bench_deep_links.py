"""Measure whether addresses of passages open real pages at their words, in Chromium.

``python -m tests.benchmarks.bench_deep_links MIRROR [PASSAGES]``; MIRROR is a folder of pages by host and path.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from hrreport.model.country import ReportId
from hrreport.model.deep_links import DeepLinks
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from hrreport.model.report import Report

SEEN = """([wanted, first]) => {
  const plain = (text) => text.replace(/\\s+/g, "").toLowerCase();
  const all = plain(document.body.textContent);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  const holds = (at) => plain(at.textContent).includes(plain(first));
  let seen = false;
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (!at.checkVisibility() || !holds(at) || [...at.children].some(holds)) continue;
    const range = document.createRange();
    range.setStart(document.body, 0);
    range.setEndAfter(at);
    const upto = plain(range.toString());
    const there = plain(wanted);
    const begin = Math.max(0, upto.length - plain(at.textContent).length - there.length);
    const from = all.slice(begin, upto.length + there.length);
    const box = at.getBoundingClientRect();
    if (from.includes(there) && box.bottom > 0 && box.top < innerHeight) seen = true;
  }
  return {seen, times: all.split(plain(wanted)).length - 1};
}"""
"""Returns whether a reader sees an element with some words, and how often all of the words that are named occur."""


def report_at(path: Path, mirror: Path) -> Report:
    """Return the report of a page in a mirror."""
    url = f"https://{path.parent.relative_to(mirror)}/"
    found = re.search(r"/(\d{4})-country-reports[^/]*/([^/]+)/$", url)
    assert found is not None
    source = Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "mirror", "0" * 64)
    return parse_page(Snapshot(path.read_bytes(), source), ReportId(found[2], int(found[1])))


def chosen(mirror: Path, passages: int, seed: int = 7) -> list[tuple[Path, str, str]]:
    """Return pages, each with the address of a passage and the words that it begins with."""
    chance = random.Random(seed)  # noqa: S311 - a choice, not a secret
    pages = sorted(mirror.glob("www.state.gov/reports/20??-country-reports*/*/index.html"))
    found: list[tuple[Path, str, str]] = []
    while len(found) < passages:
        page = chance.choice(pages)
        try:
            report = report_at(page, mirror)
        except Exception:  # noqa: BLE001, S112 - a page without a report
            continue
        links = DeepLinks(report)
        places = [(s, p) for s, p in report.passages() if p.text]
        for section, paragraph in chance.sample(places, min(4, len(places))):
            sentence = chance.choice((None, *range(1, len(paragraph.starts) + 1)))
            found.append(
                (
                    page,
                    links.address(section.locate(paragraph, sentence)),
                    f"{section.id} {paragraph.number} {sentence}",
                )
            )
    return found[:passages]


def opened(page: Any, file: Path, address: str) -> str:
    """Return what is wrong when a page is opened at an address, or empty."""
    _, _, directive = address.partition(":~:text=")
    if not directive:
        return "no words could be named"
    parts = [unquote(part) for part in directive.split(",")]
    before = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    first = parts[0]
    after = parts[-1][1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#:~:text={directive}", wait_until="load")
    page.wait_for_timeout(150)
    said = page.evaluate(SEEN, [f"{before} {first} {after}", first])
    if said["times"] != 1:
        return f"found {said['times']} times: {directive}"
    return "" if said["seen"] else f"not scrolled to: {directive}"


def main() -> None:
    """Print how many of the passages were opened, and what was wrong with the others."""
    from playwright.sync_api import sync_playwright

    mirror = Path(sys.argv[1])
    passages = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    begun = time.monotonic()
    every = chosen(mirror, passages)
    faults = []
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=path)
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        context.route(re.compile("^https?:"), lambda route: route.abort())
        page = context.new_page()
        for file, address, place in every:
            if fault := opened(page, file, address):
                faults.append((file.parent.name, file.parents[1].name[:4], place, fault))
        browser.close()
    for each in faults:
        print(*each)
    print(f"{len(every) - len(faults)} of {len(every)} passages, in {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
