"""The tools that are offered, and arguments checked against what each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport.mcp.tools import assistant_tools

if TYPE_CHECKING:
    from collections.abc import Callable

KAZ = {"country": "kazakhstan", "year": "2023"}
QUOTED = "There were no reports of disappearances carried out by government authorities or for them."
NAMES = {
    "editions", "countries", "outline", "read", "search", "findings", "issues", "verify", "check", "cite", "diff",
}  # fmt: skip


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
