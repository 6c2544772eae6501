"""The server: the tools over the Model Context Protocol, on stdin and stdout; it only reads."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from hrreport.errors import FetchError, HrReportError, InputError, LibraryError, NotFoundError, ParseError
from hrreport.mcp.calls import ToolCalls
from hrreport.mcp.paging import BUDGET
from hrreport.mcp.tools import assistant_tools, checked_arguments, instructions, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp.server import Server

    from hrreport.api.reports import Reports

KINDS: tuple[tuple[type[HrReportError], str], ...] = (
    (InputError, "wrong input"),
    (NotFoundError, "not there"),
    (FetchError, "could not ask"),
    (ParseError, "not understood"),
    (LibraryError, "library"),
)
"""What each kind of error is called; what was looked for and is not there is told from what could not be asked."""
_LONGEST = 600
"""Characters of an error."""


def serve(reports: Reports) -> None:
    """Answer calls until stdin ends.

    Raises:
        InputError: The SDK is not installed.
    """
    server = make_server(reports)
    import anyio
    from mcp.server.stdio import stdio_server

    async def run() -> None:
        async with stdio_server() as (received, sent):
            await server.run(received, sent, server.create_initialization_options())

    anyio.run(run)


def make_server(reports: Reports) -> Server[Any]:
    """Return a server that is not yet connected; for tests too.

    Raises:
        InputError: The SDK is not installed.
    """
    try:
        import anyio
        import mcp_types as types
        from mcp.server import Server
    except ImportError as error:
        raise InputError(
            "tools for assistants need the package mcp, which is not installed",
            hint="install it: pip install 'hrreport[mcp]'",
        ) from error
    calls = ToolCalls(reports)
    one_at_a_time = anyio.CapacityLimiter(1)

    async def on_list_tools(_ctx: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name=tool.name,
                    description=tool.description,
                    input_schema=tool.schema,
                    annotations=types.ToolAnnotations(
                        read_only_hint=True, destructive_hint=False, idempotent_hint=True
                    ),
                )
                for tool in assistant_tools()
            ]
        )

    async def on_call_tool(_ctx: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        failed, answer = await anyio.to_thread.run_sync(
            called, calls, params.name, params.arguments, limiter=one_at_a_time
        )
        content = types.TextContent(type="text", text=error_line(answer) if failed else json_of(answer))
        return types.CallToolResult(content=[content], structured_content=answer, is_error=failed)

    return Server(
        "hrreport",
        version=version("hrreport"),
        title="Country Reports on Human Rights Practices",
        instructions=instructions(),
        on_list_tools=on_list_tools,
        on_call_tool=on_call_tool,
    )


def called(calls: ToolCalls, name: str, arguments: Mapping[str, Any] | None) -> tuple[bool, dict[str, Any]]:
    """Return whether a call failed, and its answer or its error."""
    try:
        tool = next((one for one in assistant_tools() if one.name == name), None)
        if tool is None:
            known = ", ".join(one.name for one in assistant_tools())
            raise InputError(f'there is no tool "{plain(name)}"', hint=f"tools are: {known}")  # noqa: TRY301  told as any other
        answer = calls.answer(name, checked_arguments(tool, arguments))
    except HrReportError as error:
        kind = next((name_of_kind for of, name_of_kind in KINDS if isinstance(error, of)), "error")
        return True, _error(kind, str(error), error.hint)
    except Exception as error:  # noqa: BLE001  a call must not end the server
        return True, _error("failed", f"the call failed within the program: {type(error).__name__}", None)
    if len(json_of(answer)) > BUDGET:
        return True, _error("wrong input", "the answer would be too long", "ask for less: a place, a topic")
    return False, answer


def json_of(answer: Mapping[str, Any]) -> str:
    """Return an answer as JSON on one line."""
    return json.dumps(answer, ensure_ascii=False)


def error_line(answer: Mapping[str, Any]) -> str:
    """Return an error as one line."""
    error = answer["error"]
    return f"{error['kind']}: {error['message']}" + (f". Hint: {error['hint']}" if error["hint"] else "")


def _error(kind: str, message: str, hint: str | None) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": _line(message), "hint": _line(hint) if hint else None}}


def _line(text: str) -> str:
    """Return a message on one line, without control characters, cut where it is very long."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} ..."
