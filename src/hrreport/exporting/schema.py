"""Schemas of the answers in JSON: ``data/schema`` has one for each answer, and what they share in ``definitions.json``.

Each is given whole, so that it can be used by itself.
"""

from __future__ import annotations

import json
import re
from typing import Any

from hrreport import tables
from hrreport.errors import InputError
from hrreport.exporting.json import json_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHARED = "definitions"
_REFERENCE = re.compile(r'"#/\$defs/([^"]+)"')


def schema_names() -> tuple[str, ...]:
    """Return the names of the answers that have a schema, sorted.

    >>> "findings" in schema_names()
    True
    """
    return tuple(name for name in tables.names("schema", ".json") if name != _SHARED)


def schema_text(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of an answer, with every definition that it needs.

    Raises:
        InputError: No answer of that name has a schema.
    """
    if name not in schema_names():
        raise InputError(f'there is no schema "{name}"', hint=f"schemas are: {', '.join(schema_names())}")
    shared = json.loads(tables.text(f"schema/{_SHARED}.json"))["$defs"]
    schema = json.loads(tables.text(f"schema/{name}.json"))
    used = _used(schema, shared)
    head = {"$schema": DIALECT, "$id": f"urn:hrreport:schema:1:{name}"}
    return json_text({**head, **schema, "$defs": {one: shared[one] for one in shared if one in used}})


def _used(schema: object, shared: dict[str, Any]) -> set[str]:
    """Return the names of the shared definitions that a schema needs, directly or not."""
    found: set[str] = set()
    asked = set(_REFERENCE.findall(json.dumps(schema)))
    while asked:
        found |= asked
        asked = {name for one in asked for name in _REFERENCE.findall(json.dumps(shared[one]))} - found
    return found
