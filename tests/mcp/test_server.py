"""The server, asked by a client of the SDK over stdin and stdout, and without the SDK."""

from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from tests.mcp.conftest import in_a_loop

import hrreport
from hrreport.cli.group import hrreport as program

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.api.reports import Reports

mcp = pytest.importorskip("mcp")
KAZ = {"country": "kazakhstan", "year": "2023"}
NAMES = {
    "editions", "countries", "outline", "read", "search", "findings", "issues", "verify", "check", "cite", "diff",
}  # fmt: skip


def test_without_the_sdk_it_is_said_what_to_install(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    from hrreport.mcp.server import serve

    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(hrreport.InputError) as caught:
        serve(reports)
    assert "hrreport[mcp]" in (caught.value.hint or "")


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
