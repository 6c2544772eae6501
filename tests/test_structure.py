"""The folder tree is the architecture: who may import whom, and who may use which library."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "hrreport"

GROUND = ("values", "errors", "tables", "text", "model", "catalogue", "wording", "codec", "data")
"""In this order: each imports only from those before it."""
ROOMS = {
    "fetching", "parsing", "analysis", "comparison", "library", "citing", "quoting", "filings", "exporting",
    "terminal",
}  # fmt: skip
FLOORS: tuple[set[str], ...] = (
    *({place} for place in GROUND),
    {"views"},
    ROOMS,
    {"locating", "inputs"},
    {"pipeline"},
    {"api"},
    {"mcp"},
    {"cli"},
    {"__init__", "__main__"},
)

HOME_OF = {
    "httpx": {"fetching"},
    "stamina": {"fetching"},
    "bs4": {"parsing"},
    "lxml": {"parsing"},
    "sqlite3": {"library"},
    "rich": {"terminal", "cli"},
    "click": {"cli"},
    "platformdirs": {"inputs", "cli"},
    "jinja2": {"exporting"},
    "pandas": {"api"},
    "docx": {"exporting", "filings"},
    "pypdfium2": {"filings"},
    "pyarrow": {"exporting"},
    "mcp": {"mcp"},
    "mcp_types": {"mcp"},
    "anyio": {"mcp"},
    "typst": {"exporting"},
}
"""Third-party (and sqlite3) modules, and the only places that may import them."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def place_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor_of(place: str) -> int:
    return next(i for i, floor in enumerate(FLOORS) if place in floor)


def imports(path: Path) -> set[str]:
    """Every dotted name that a module imports anywhere in it, imports for type checking included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def test_every_module_stands_in_a_known_place() -> None:
    known = set().union(*FLOORS)
    assert {place_of(path) for path in modules()} <= known


def test_the_map_for_contributors_names_every_place() -> None:
    text = (PACKAGE.parents[1] / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^  ([a-z]+)(?:/|\.py) ", text, re.MULTILINE))
    assert named - {"docs"} == set().union(*FLOORS[:-1])


def test_every_module_has_the_tests_of_its_name() -> None:
    tests = Path(__file__).parent
    modules = (path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if not path.stem.startswith("__"))
    missing = [str(m) for m in modules if not (tests / m.parent / f"test_{m.stem}.py").exists()]
    assert missing == []


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_and_rooms_do_not_see_each_other(path: Path) -> None:
    here = place_of(path)
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top != "hrreport":
            continue
        there = rest.split(".")[0] if rest else "__init__"
        if there == here or (there not in set().union(*FLOORS)):
            continue
        assert floor_of(there) < floor_of(here), f"{here} must not import {there}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_library_has_one_home(path: Path) -> None:
    here = place_of(path)
    for name in imports(path):
        homes = HOME_OF.get(name.partition(".")[0])
        assert homes is None or here in homes, f"{here} must not import {name}"


def test_the_ground_floor_needs_only_the_standard_library() -> None:
    for path in modules():
        if place_of(path) in GROUND:
            for name in imports(path):
                top = name.partition(".")[0]
                assert top == "hrreport" or top in sys.stdlib_module_names, f"{path} imports {name}"


def test_importing_the_package_loads_none_of_the_five_libraries() -> None:
    code = "import sys, hrreport; print(sorted({'click','httpx','bs4','rich','sqlite3'} & set(sys.modules)))"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=unmeasured)
    assert run.stdout.strip() == "[]"


def test_a_class_name_means_one_thing() -> None:
    classes = [
        node.name.lstrip("_")
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert sorted({name for name in classes if classes.count(name) > 1}) == []


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    names = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path for path in modules()}
    needed = {name: run_imports(path) & set(names) - {name} for name, path in names.items()}
    while leaves := {name for name, imported in needed.items() if not imported & set(needed)}:
        needed = {name: imported for name, imported in needed.items() if name not in leaves}
    assert sorted(needed) == []


def run_imports(path: Path) -> set[str]:
    """Every module of ours that a module imports when it runs, functions included, types alone left out."""
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
        waiting.extend(ast.iter_child_nodes(node))
    return found
