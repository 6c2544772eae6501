"""The tools for assistants, asked by a client of the SDK: stored text with ids, bounded answers, errors in a line."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from tests.pages.mirror import lay_out

import hrreport
from hrreport.api.reports import Reports
from hrreport.catalogue.places import find_place
from hrreport.cli.group import hrreport as program
from hrreport.mcp.paging import BUDGET, page_of, pieces
from hrreport.mcp.tools import assistant_tools
from hrreport.model.report import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

mcp = pytest.importorskip("mcp")

T = TypeVar("T")

KAZ = {"country": "kazakhstan", "year": "2023"}
QUOTED = "There were no reports of disappearances carried out by government authorities or for them."
NAMES = {
    "editions", "countries", "outline", "read", "search", "findings", "issues", "verify", "check", "cite", "diff",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two reports in our own words."""
    folder = tmp_path_factory.mktemp("shelf")
    path = folder / "library.sqlite"
    settings = hrreport.Settings(mirror=str(lay_out(folder / "mirror")), library=str(path))
    hrreport.Reports(settings).download("kazakhstan", "2023-2024")
    return path


@pytest.fixture(scope="module")
def reports(library: Path) -> Reports:
    return Reports(hrreport.Settings(offline=True, library=str(library), no_sample=True))


def in_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """Return what a coroutine gives, run in a thread of its own: the tests of pages may have a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def ask(reports: Reports) -> Callable[..., list[Any]]:
    """Make some calls by a client of the SDK, and return their results."""
    from hrreport.mcp.server import make_server

    def asked(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
        async def run() -> list[Any]:
            async with mcp.Client(make_server(reports)) as client:
                return [await client.call_tool(name, arguments) for name, arguments in calls]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return in_a_loop(run())

    return asked


@pytest.fixture
def answer(ask: Callable[..., list[Any]]) -> Callable[..., dict[str, Any]]:
    """Return the answer of one call, which is the same as text and as a value."""

    def answered(name: str, **arguments: Any) -> dict[str, Any]:
        (result,) = ask((name, arguments))
        assert not result.is_error, result.content[0].text
        assert len(result.content[0].text) <= BUDGET
        found: dict[str, Any] = json.loads(result.content[0].text)
        assert found == result.structured_content
        return found

    return answered


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


def test_hostile_and_wrong_arguments_are_errors_in_a_line(ask: Callable[..., list[Any]]) -> None:
    bad = "\x1b[2J\n'; DROP TABLE revision; --" + "a" * 300
    calls: list[tuple[str, dict[str, Any]]] = [
        ("outline", {"country": bad, "year": "2023"}),
        ("outline", {"country": "kazakhstan", "year": bad}),
        ("outline", {**KAZ, "cursor": bad}),
        ("outline", {"country": "kazakhstan"}),
        ("read", {"places": ["1.c"]}),
        ("read", {"places": ["xyz-2023/1.c/4"]}),
        ("read", {"places": ["kaz-2023/1.c/2", "ken-2023/1.c/2"]}),
        ("read", {**KAZ, "places": [bad]}),
        ("read", {**KAZ, "places": {"a": 1}}),
        ("read", {**KAZ, bad: bad}),
        ("search", {"query": "NEAR((("}),
        ("search", {"query": "a" * 5_000}),
        ("findings", {**KAZ, "figures": "yes"}),
        ("verify", {**KAZ, "quotation": "..."}),
        ("verify", {"country": "kazakhstan", "quotation": QUOTED}),
        ("cite", {**KAZ, "style": bad}),
        ("remove", KAZ),
    ]
    for (name, arguments), result in zip(calls, ask(*calls), strict=True):
        said = result.content[0].text
        assert result.is_error, (name, arguments, said)
        assert said.isprintable(), said
        assert not said.startswith("failed"), said
        assert len(said) < 1_500


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


def test_without_the_sdk_it_is_said_what_to_install(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    from hrreport.mcp.server import serve

    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(hrreport.InputError) as caught:
        serve(reports)
    assert "hrreport[mcp]" in (caught.value.hint or "")


def test_every_tool_is_offered_with_when_to_use_it_and_answers(ask: Callable[..., list[Any]]) -> None:
    assert {tool.name for tool in assistant_tools()} == NAMES
    for tool in assistant_tools():
        assert set(tool.required) <= set(tool.arguments)
        assert "Use it" in tool.description or tool.name == "outline"
    results = ask(
        ("editions", {}), ("countries", {}), ("outline", KAZ), ("cite", {**KAZ, "places": ["1.c"], "style": "apa"}),
        ("diff", {"country": "kazakhstan", "old": "2023", "new": "2024"}),
    )  # fmt: skip
    assert [result.is_error for result in results] == [False] * 5
    stored = {row["year"]: row["stored_reports"] for row in results[0].structured_content["items"]}
    assert (stored[2023], stored[2022]) == (1, 0)
    assert results[4].structured_content["notes"]


def test_an_answer_is_cut_where_its_room_ends_and_goes_on_at_the_cursor() -> None:
    rows = [{"text": "x" * 400} for _ in range(10)]
    asked: dict[str, Any] = {"query": "x"}
    seen = 0
    while True:
        page = page_of(rows, "search", asked, room=1_000)
        seen += len(page.rows)
        if page.cursor is None:
            break
        assert len(page.rows) == 2
        asked = {**asked, "cursor": page.cursor}
    assert seen == 10
    with pytest.raises(hrreport.InputError, match="not of an answer to this call"):
        page_of(rows, "read", asked, room=1_000)
    long = Paragraph(1, "One two three. " + "four " * 30, (0, 15))
    assert all(piece.text in long.text for piece in pieces(long, 40))
    assert "".join("".join(piece.text for piece in pieces(long, 40)).split()) == "".join(long.text.split())


def test_the_command_serves_over_stdin_and_stdout(library: Path) -> None:
    assert "mcp" in program.list_commands(None)  # type: ignore[arg-type]
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "hrreport", "--offline", "--library", str(library), "mcp"],
        env=dict(os.environ),
    )

    async def run() -> tuple[set[str], Any]:
        async with mcp.Client(server) as client:
            tools = await client.list_tools()
            return {tool.name for tool in tools.tools}, await client.call_tool("outline", KAZ)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        names, outline = in_a_loop(run())
    assert names == NAMES
    assert outline.structured_content["items"][0]["id"] == "kaz-2023/summary"
