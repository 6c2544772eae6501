"""On real pages, where they are present: every heading, sentence and run-in label is where the labels say."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.model.report import Report, Section

NAMES = (
    "2023-andorra", "2023-kazakhstan", "2023-mauritius", "2024-jordan", "2024-kazakhstan", "2024-kenya",
    "2024-nicaragua", "2024-vietnam",
)  # fmt: skip
SOUND = 0.995


def words(text: str) -> str:
    return re.sub(r"[^a-z0-9%']+", " ", text.lower().replace("’", "'")).strip()


def title(text: str) -> str:
    return words(re.sub(r"^(section \d+\.?|[a-z]\.) ", "", text, flags=re.IGNORECASE).partition(" (see")[0])


def snapshot_of(site: Path, name: str) -> Snapshot:
    year, _, country = name.partition("-")
    address = f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}/"
    body = (site / address / "index.html").read_bytes()
    provenance = Provenance(f"https://{address}", f"https://{address}", datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")
    return Snapshot(body, provenance)


@pytest.fixture(params=NAMES)
def pair(request: pytest.FixtureRequest, shared_site: Path) -> tuple[Report, dict[str, Any]]:
    year, _, country = request.param.partition("-")
    labels = json.loads((shared_site.parent / "eval" / "dev" / f"{request.param}.json").read_text(encoding="utf-8"))
    return parse_page(snapshot_of(shared_site, request.param), ReportId(country, int(year))), labels


def test_the_outline_is_the_labeled_one_and_nothing_is_doubted(pair: tuple[Report, dict[str, Any]]) -> None:
    report, labels = pair
    mine = [tuple(title(s.title) for s in report.path(section.id)) for section in report.walk()]
    assert mine == [tuple(title(heading) for heading in node["path"]) for node in labels["nodes"]]
    assert [len(node["path"]) + 1 for node in labels["nodes"]] == [section.level for section in report.walk()]
    assert report.warnings == ()


def test_sentences_and_run_in_labels_are_the_labeled_ones(pair: tuple[Report, dict[str, Any]]) -> None:
    report, labels = pair
    mine, wanted, topics = Counter[str](), Counter[str](), Counter[str]()
    for section, node in zip(report.walk(), labels["nodes"], strict=True):
        for paragraph in section.paragraphs:
            mine.update(f"{section.id}|{words(sentence)}" for sentence in paragraph.sentences)
            topics.update(f"{section.id}|{words(s)}|{title(paragraph.topic or '')}" for s in paragraph.sentences)
        wanted.update(f"{section.id}|{words(sentence['text'])}" for sentence in node["sentences"])
        topics.subtract(f"{section.id}|{words(s['text'])}|{title(s['topic'] or '')}" for s in node["sentences"])
    assert (mine & wanted).total() >= SOUND * max(mine.total(), wanted.total())
    assert sum(abs(n) for n in topics.values()) <= (1 - SOUND) * wanted.total()


def test_the_same_text_without_any_markup_of_headings_is_read_alike(pair: tuple[Report, dict[str, Any]]) -> None:
    """As on the site before 2016: each heading and each paragraph a plain paragraph, labels run in."""
    report, _ = pair
    body: list[str] = []
    for section in report.walk():
        body.append(f"<p>{html.escape(section.as_printed)} <br/></p>")
        for p in section.paragraphs:
            text = html.escape(p.printed)
            body.append(f"<li>{text}</li>" if p.form == "item" else f"<p>{text}</p>")
    plain = f"<div id='centerblock'>{''.join(body)}</div>".encode()
    again = parse_page(Snapshot(plain, report.provenance), report.id)
    assert [told(section) for section in again.walk()] == [told(section) for section in report.walk()]


def told(section: Section) -> tuple[Any, ...]:
    return section.id, section.level, section.title, [(p.number, p.topic, p.text) for p in section.paragraphs]


def test_pages_of_reports_are_recognized_and_pages_that_list_them_are_not(
    shared_site: Path, recognize: Callable[..., bool]
) -> None:
    for page in (shared_site / "www.state.gov").rglob("index.html"):
        is_report = page.parent.parent.name.endswith("practices") and page.parent.parent.parent.name == "reports"
        assert recognize(page.read_bytes(), "utf-8") is is_report, page
