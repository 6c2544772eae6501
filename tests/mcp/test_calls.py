"""Answers to calls: stored text with ids, and what is not there told from what could not be asked."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest

import hrreport
from hrreport.api.reports import Reports
from hrreport.catalogue.places import find_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KAZ = {"country": "kazakhstan", "year": "2023"}
QUOTED = "There were no reports of disappearances carried out by government authorities or for them."


def rows_in(found: Any) -> list[dict[str, Any]]:
    """Every row that has text of a report."""
    if isinstance(found, dict):
        here = [found] if isinstance(found.get("text"), str) else []
        return here + [row for value in found.values() for row in rows_in(value)]
    return [row for value in found for row in rows_in(value)] if isinstance(found, list) else []


@pytest.mark.parametrize(
    ("name", "arguments", "least"),
    [
        ("read", KAZ, 80),
        ("read", {**KAZ, "places": ["kaz-2023/1.c/2", "women"]}, 2),
        ("read", {"places": ["kaz-2023/1.c/2", "kaz-2023/1.b"]}, 2),
        ("read", {**KAZ, "topic": "prisons"}, 1),
        ("search", {"query": "detention"}, 2),
        ("findings", {**KAZ, "figures": True}, 3),
        ("issues", KAZ, 3),
        ("verify", {**KAZ, "quotation": QUOTED}, 1),
        ("verify", {"quotation": QUOTED}, 1),
        ("verify", {**KAZ, "quotation": QUOTED.replace("no reports", "many reports")}, 1),
        ("check", {"draft": f"It says “{QUOTED.replace('no', 'many', 1)}” Kazakhstan 2023 Report § 1.b."}, 1),
        ("diff", {"country": "KAZ", "old": "2023", "new": "2024", "topic": "torture"}, 1),
    ],
)
def test_every_text_is_stored_text_at_its_id_with_the_address_and_hash_of_its_report(
    answer: Callable[..., dict[str, Any]], reports: Reports, name: str, arguments: dict[str, Any], least: int
) -> None:
    found = answer(name, **arguments)
    rows = rows_in(found)
    while found.get("cursor"):
        found = answer(name, **arguments, cursor=found["cursor"])
        rows += rows_in(found)
    assert len(rows) >= least
    for row in rows:
        key = row["id"].partition("/")[0]
        report = reports.read("kazakhstan", key[-4:]).report
        assert row["text"] in report.text_at(find_place(report, row["id"]))
        assert row["pinpoint"]
        head = found["reports"][key]
        assert (head["url"], head["sha256"]) == (report.provenance.url, report.provenance.sha256)


def test_what_is_there_and_what_is_not_are_told_apart_from_what_could_not_be_asked(
    ask: Callable[..., list[Any]],
) -> None:
    there, invented, no_place, nobody, not_listed = ask(
        ("verify", {**KAZ, "quotation": QUOTED}),
        ("verify", {**KAZ, "quotation": "Nine poets repainted the tidal archive in case 7"}),
        ("read", {**KAZ, "places": ["9.z"]}),
        ("outline", {"country": "kenya", "year": "2023"}),
        ("countries", {"word": "atlantis"}),
    )
    assert (there.structured_content["there"], invented.structured_content["there"]) == (True, False)
    assert invented.structured_content["verdict"] == "not-found"
    assert no_place.content[0].text.startswith("not there: ")
    assert nobody.content[0].text.startswith("could not ask: ")
    assert not_listed.content[0].text.startswith("not there: ")


def test_the_abridgement_is_not_given_as_the_report(tmp_path: Path) -> None:
    from hrreport.mcp.calls import ToolCalls
    from hrreport.mcp.server import called

    nothing = Reports(hrreport.Settings(offline=True, library=str(tmp_path / "none.sqlite"), no_sample=True))
    failed, said = called(ToolCalls(nothing), "read", KAZ)
    assert (failed, said["error"]["kind"]) == (True, "could not ask")
    sampling = Reports(hrreport.Settings(offline=True, library=str(tmp_path / "none.sqlite")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert sampling.read("kazakhstan", 2023).report.provenance.origin == "sample"
        failed, said = called(ToolCalls(sampling), "read", KAZ)
    assert (failed, said["error"]["kind"]) == (True, "could not ask")
    assert "abridgement" in said["error"]["message"]
