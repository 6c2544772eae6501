"""Exhibits in the public form: every paragraph with its citation, and what changed without what stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hrreport.codec.packets import packet_json
from hrreport.comparison.packet import packet_of
from hrreport.inputs.claims import read_claim, subjects_of
from hrreport.model.country import ReportId
from hrreport.model.gap import MissingReport

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.fixture
def packet(editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]) -> dict[str, Any]:
    claim = read_claim('group = ["women"]\nactor = "private"')
    gaps = (MissingReport(ReportId("arcadia", 1999), "not-obtained", "nobody answered"),)
    read = [editions["arcadia-2023"], editions["arcadia-2024"]]
    made = packet_of(read, subjects_of(claim), claim=claim, gaps=gaps)
    return packet_json(made, names, cite=lambda report, place: f"{report.year} {place}")


def test_every_paragraph_is_cited(packet: dict[str, Any]) -> None:
    tabs = [tab for part in packet["parts"] for tab in part["tabs"]]
    assert {tab["citation"] for tab in tabs} <= {"2023 None", "2024 None"}
    paragraphs = [(tab, p) for tab in tabs for passage in tab["passages"] for p in passage["paragraphs"]]
    assert paragraphs
    assert all(p["citation"].startswith(f"{tab['year']} §") for tab, p in paragraphs)


def test_the_claim_and_what_is_missing_are_named(packet: dict[str, Any]) -> None:
    assert packet["claim"]["group"] == ["women"]
    (gap,) = packet["not_included"]
    assert gap == {
        "country": "arcadia",
        "year": 1999,
        "name": "Arcadia",
        "why": "not-obtained",
        "reason": "nobody answered",
    }


def test_what_both_editions_have_is_no_change(packet: dict[str, Any]) -> None:
    kinds = {s["kind"] for change in packet["changes"] for topic in change["topics"] for s in topic["sentences"]}
    assert kinds
    assert not kinds & {"same", "moved"}


def test_an_exhibit_without_a_claim_or_citations(
    editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    answer = packet_json(packet_of([editions["arcadia-2023"]], subjects_of(read_claim('group = ["women"]'))), names)
    assert answer["claim"] is None
    assert {tab["citation"] for part in answer["parts"] for tab in part["tabs"]} <= {None}
