"""The tools that are offered, and arguments checked against what each takes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hrreport import tables
from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "mcp/tools.toml"
MOST = {"string": 1_000, "text": 100_000, "strings": 1_000}
"""Characters of an argument; of a list, of each of its texts."""
_MOST_PLACES = 50
_SHOWN = 60
"""Characters of a value that are repeated."""
_SCHEMAS: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "text": {"type": "string"},
    "boolean": {"type": "boolean"},
    "strings": {"type": "array", "items": {"type": "string"}},
}


@dataclass(frozen=True, slots=True)
class AssistantTool:
    """One tool."""

    name: str
    description: str
    """When to use it."""
    arguments: Mapping[str, Mapping[str, str]]
    """Type and description of each."""
    required: tuple[str, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its arguments."""
        properties = {
            name: {**_SCHEMAS[one["type"]], "description": one["description"]} for name, one in self.arguments.items()
        }
        return {
            "type": "object",
            "properties": properties,
            "required": list(self.required),
            "additionalProperties": False,
        }


def instructions() -> str:
    """Return what an assistant is told of all tools."""
    return str(tables.table(_FILE)["instructions"]).strip()


@cache
def assistant_tools() -> tuple[AssistantTool, ...]:
    """Return all tools."""
    return tuple(
        AssistantTool(row["name"], row["description"], row.get("arguments", {}), tuple(row.get("required", ())))
        for row in tables.table(_FILE)["tool"]
    )


def checked_arguments(tool: AssistantTool, given: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the arguments of a call that were given; what is null counts as not given.

    Raises:
        InputError: One is not known, of another type, or too long; or a required one is missing.
    """
    taken = {name: value for name, value in (given or {}).items() if value is not None}
    for name, value in taken.items():
        if name not in tool.arguments:
            raise InputError(
                f'{tool.name} takes no argument "{plain(name)}"',
                hint=f"it takes: {', '.join(tool.arguments) or 'none'}",
            )
        taken[name] = _checked(tool.name, name, tool.arguments[name]["type"], value)
    if missing := [name for name in tool.required if name not in taken]:
        raise InputError(f'{tool.name} needs the argument "{missing[0]}"')
    return taken


def _checked(tool: str, name: str, kind: str, value: Any) -> Any:
    if kind == "boolean":
        if isinstance(value, bool):
            return value
        raise InputError(f'{tool}: "{name}" is true or false, and not "{plain(value)}"')
    if kind == "strings":
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or len(texts) > _MOST_PLACES or not all(isinstance(one, str) for one in texts):
            raise InputError(f'{tool}: "{name}" is a list of at most {_MOST_PLACES} texts, and not "{plain(value)}"')
        for one in texts:
            _checked(tool, name, "string", one)
        return texts
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise InputError(f'{tool}: "{name}" is a text, and not "{plain(value)}"')
    if len(text) > MOST[kind]:
        raise InputError(f'{tool}: "{name}" has {len(text):,} characters; at most {MOST[kind]:,} are taken')
    return text


def plain(value: object) -> str:
    r"""Return the beginning of a value on one line, without control characters.

    >>> plain("a\x1b[31m" + "b" * 100)[:8]
    'a [31mbb'
    """
    text = "".join(c if c.isprintable() else " " for c in str(value)[: 4 * _SHOWN])
    return " ".join(text.split())[:_SHOWN]
