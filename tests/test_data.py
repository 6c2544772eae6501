"""Every data file is described: what it holds, where that is from, and who reads it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "hrreport"
DATA = PACKAGE / "data"
TEXT = (DATA / "README.md").read_text(encoding="utf-8")
FILES = sorted(
    str(path.relative_to(DATA))
    for path in DATA.rglob("*")
    if path.suffix in (".csv", ".toml", ".txt", ".json", ".html")
)


def readers() -> dict[str, set[str]]:
    """The modules that call something with the name of a file, or of a folder of files."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        for node in (each for call in calls for argument in call.args for each in ast.walk(argument)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value, set()).add(str(path.relative_to(PACKAGE).with_suffix("")))
    return found


READERS = readers()


def rows() -> dict[str, str]:
    """The row of each file that is described."""
    found = {}
    for line in TEXT.splitlines():
        first = line.split("|")[1] if line.startswith("| `") else ""
        found.update(dict.fromkeys(re.findall(r"`([^`]+)`", first), line))
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_described(name: str) -> None:
    described = rows()
    wide = {"outlines": "outlines/*.toml", "codebooks": "codebooks/*.toml"}.get(name.partition("/")[0], name)
    assert name.startswith("schema/") or wide in described


def test_no_file_is_described_that_is_not_there() -> None:
    assert {name for name in rows() if "." in name and "*" not in name} <= {*FILES, *map(str, FILES)}


@pytest.mark.parametrize("name", sorted(name for name in rows() if "." in name))
def test_the_readers_that_are_named_read_it(name: str) -> None:
    named = re.findall(r"`((?:[a-z]+/)*[a-z_]+)`", rows()[name].split("|", 2)[2])
    modules = [PACKAGE / f"{reader}.py" for reader in named if (PACKAGE / f"{reader}.py").exists()]
    assert modules, f"no reader of {name} is named"
    looked_for = name.partition("/*")[0].removesuffix(".json") if "*" in name or name.endswith(".json") else name
    said = "".join(module.read_text(encoding="utf-8") for module in modules)
    assert any(name in said for name in (looked_for, Path(looked_for).name, f'"{Path(looked_for).stem}"'))


@pytest.mark.parametrize("name", sorted(name for name in rows() if "." in name))
def test_no_reader_is_left_out(name: str) -> None:
    folder = name.partition("*")[0]
    found = READERS.get(folder, set()) | READERS.get(folder.rstrip("/"), set()) if "*" in name else READERS.get(name)
    named = re.findall(r"`((?:[a-z]+/)*[a-z_]+)`", rows()[name].split("|", 2)[2])
    if found:  # otherwise its name is put together where it is read
        assert {reader for reader in named if (PACKAGE / f"{reader}.py").exists()} == found
