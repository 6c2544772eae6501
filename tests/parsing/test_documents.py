"""Whole pages: a folder in ``tests/documents`` is a test.

``page.html`` is a page in the markup of a real site and in our own words, ``about.json`` says what it
is asked for as, ``expected.json`` what must be read in it. ``pytest --update-documents`` writes the
expectations again and fails, so that somebody looks at the difference.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hrreport
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import open_report, origin_of, parse_opened, parse_page, part_links

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report, Section

DOCUMENTS = Path(__file__).parent.parent / "documents"
NAMES = sorted(folder.name for folder in DOCUMENTS.iterdir() if folder.is_dir())


def snapshot(file: Path, url: str) -> Snapshot:
    return Snapshot(file.read_bytes(), Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "file", ""))


def pages_of(folder: Path) -> tuple[list[Snapshot], ReportId]:
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    pages = [snapshot(folder / "page.html", about["url"])]
    pages += [snapshot(folder / part["file"], part["url"]) for part in about.get("parts", ())]
    return pages, ReportId(about["country"], about["year"])


def lines_of(section: Section) -> list[Any]:
    """A section in lines that are easily compared: its own, one a paragraph, those of its sections."""
    own = {
        "id": section.id, "level": section.level, "title": section.title, "printed": section.as_printed,
        "topics": section.topics,
    }  # fmt: skip
    paragraphs = []
    for p in section.paragraphs:
        links = [[p.text[link.start : link.end], link.url] for link in p.links]
        line = {
            "¶": p.number,
            "form": p.form,
            "label": p.topic,
            "topics": p.topics,
            "sentences": p.sentences,
            "links": links,
        }
        paragraphs.append({name: value for name, value in line.items() if value and value != "text"})
    return [own, *paragraphs, *(line for below in section.sections for line in lines_of(below))]


def described(folder: Path) -> str:
    pages, report_id = pages_of(folder)
    opened = [open_report(page) for page in pages]
    report, first = parse_opened(opened, report_id), opened[0]
    origin = origin_of(first).provenance
    facts: list[Any] = [
        {
            "title": report.title,
            "published": report.published,
            "parts": [p.id for p in report.parts],
            "pdf": report.pdf,
        },
        {"claim": asdict(first.claim)},
        {"address": origin.requested_url, "captured": origin.captured_at, "publisher": origin.publisher},
        {"offers": part_links(first)},
        *({"warning": warning} for warning in report.warnings),
    ]
    lines = facts + [line for section in report.sections for line in lines_of(section)]
    return "[\n" + ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n]\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_expected(name: str, request: pytest.FixtureRequest) -> None:
    found = described(DOCUMENTS / name)
    expectation = DOCUMENTS / name / "expected.json"
    if request.config.getoption("--update-documents"):
        expectation.write_text(found, encoding="utf-8")
        pytest.fail(f"{expectation} was written again: look at the difference, and run again without the option")
    assert json.loads(found) == json.loads(expectation.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_a_report_is_recognized(name: str, recognize: Callable[..., bool]) -> None:
    assert recognize((DOCUMENTS / name / "page.html").read_bytes())


def sections_of(name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    pages, report_id = pages_of(DOCUMENTS / name)
    report: Report = parse_page(pages[0], report_id)
    return [(s.id, s.title, tuple(p.printed for p in s.paragraphs)) for s in report.walk()]


@pytest.mark.parametrize(
    "name",
    [
        "browser-saved-2023",
        "elsewhere-article-2023",
        "elsewhere-paragraphs-2023",
        "mixed-headings-2023",
        "parts-2023",
        "template-of-2019",
        "template-of-2025",
    ],
)
def test_one_text_is_read_alike_in_every_markup(name: str) -> None:
    assert sections_of(name) == sections_of("state-2023")


def test_the_archives_copy_is_read_like_the_sites_own_page() -> None:
    assert sections_of("archive-saved-2024") == sections_of("state-2024")


def test_the_bundled_abridgement_is_read_without_a_doubt() -> None:
    page = Path(hrreport.__file__).parent / "data" / "samples" / "kazakhstan-2023.html"
    report = parse_page(snapshot(page, ""), ReportId("kazakhstan", 2023))
    assert report.warnings == ()
    assert [section.id for section in report.sections] == ["summary", "1", "2", "3", "4", "5", "6", "7"]
