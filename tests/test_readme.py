"""The README and the manual cannot go stale: every output in them is what the program gives, and examples run.

- ``<!-- run: hrreport ... -->`` is followed by the command and its output, ``<!-- run, 6 lines from "words": ...
  -->`` by so many lines of it from the one with these words on, and `` -> 1`` names an exit code other than 0;
- a ``python`` block is run, and a ``text`` block after it is what it prints;
- ``<!-- columns: ... -->`` is followed by columns of the tables;
- ``<!-- table: trust.md -->`` is followed by the first table of that page of the manual;
- ``<!-- commands -->`` is followed by the help of every command.

Commands and examples read two abridgements in this project's own words. ``pytest tests/test_readme.py
--update-readme`` writes all outputs, and still fails, so that somebody looks at the difference.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from tests.pages.mirror import lay_out

from hrreport.cli.group import COMMANDS, hrreport
from hrreport.exporting import csv, evidence, groups_csv

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MANUAL = ROOT / "src" / "hrreport" / "docs"
PAGES = (README, *sorted(MANUAL.glob("*.md")))
RUN = re.compile(
    r'<!-- run(?:, (?P<most>\d+) lines from "(?P<start>[^"\n]+)")?: (?P<line>hrreport .*?)(?: -> (?P<code>\d))? -->\n'
    r"(?:```(?:text|console)\n.*?\n```\n)?",
    re.DOTALL,
)
COLUMNS = re.compile(r"<!-- columns: (?P<group>[A-Z]+) -->\n(?:- [^\n]*\n)*")
TABLE = re.compile(r"<!-- table: (?P<page>[\w.-]+) -->\n(?:\|[^\n]*\n)*")
HELP = re.compile(r"<!-- commands -->\n.*?<!-- end of commands -->\n", re.DOTALL)
EXAMPLE = re.compile(r"```python\n(?P<source>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)
SHOWN = 60
"""Lines of an output that are shown; what is cut is marked."""
MOST_LINES = 200
"""Of the README, which is an introduction."""
EXAMPLES = [
    pytest.param(page, number, id=f"{page.stem}-{number}")
    for page in PAGES
    for number in range(len(EXAMPLE.findall(page.read_text(encoding="utf-8"))))
]


@pytest.fixture(scope="module")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("mirror"))


@pytest.fixture
def world(mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have commands and examples read the mirror, in an empty folder."""
    monkeypatch.setenv("HRREPORT_MIRROR", str(mirror))
    monkeypatch.setenv("HRREPORT_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)


def output(line: str, code: int = 0) -> list[str]:
    """Return the lines that a command prints."""
    _, *args = shlex.split(line)
    result = CliRunner().invoke(hrreport, args, prog_name="hrreport", terminal_width=100)
    assert result.exit_code == code, result.stderr
    return result.stdout.rstrip().splitlines()


def block(found: re.Match[str]) -> str:
    line = found["line"]
    lines = output(line, int(found["code"] or 0))
    start = found["start"] or ""
    first = next((n for n, text in enumerate(lines) if start in text), None)
    assert first is not None, f"'{line}' does not print '{start}'"
    last = first + int(found["most"] or SHOWN)
    shown = [*(["[...]"] if first else []), *lines[first:last], *(["[...]"] if last < len(lines) else [])]
    return "\n".join((found[0].splitlines()[0], "```console", f"$ {line}", *shown, "```\n"))


def columns(found: re.Match[str]) -> str:
    group: dict[str, str] = (vars(evidence) | vars(groups_csv) | vars(csv))[found["group"]]
    return f"{found[0].splitlines()[0]}\n" + "".join(f"- `{name}`: {said}\n" for name, said in group.items())


def table(found: re.Match[str]) -> str:
    text = (MANUAL / found["page"]).read_text(encoding="utf-8")
    first = re.search(r"^(?:\|[^\n]*\n)+", text, re.MULTILINE)
    assert first, f"{found['page']} has no table"
    return f"{found[0].splitlines()[0]}\n{first[0]}"


def commands(_: re.Match[str]) -> str:
    """Return the help of the program and of every command, those of a group's commands after it."""
    parts = [("hrreport", "hrreport --help")]
    for name in COMMANDS:
        parts.append((name, f"hrreport {name} --help"))
        command = hrreport.get_command(click.Context(hrreport), name)
        if isinstance(command, click.Group):
            parts += [(f"{name} {below}", f"hrreport {name} {below} --help") for below in command.commands]
    told = (["", f"## {title}", "", "```text", *output(line), "```"] for title, line in parts)
    return "\n".join(
        ("<!-- commands -->", *(line for lines in told for line in lines), "", "<!-- end of commands -->\n")
    )


def example(found: re.Match[str]) -> str:
    """Run an example, and return it with what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(found["source"], "example", "exec"), {})  # noqa: S102  our own example
    said = "\n".join(line.rstrip() for line in printed.getvalue().rstrip().splitlines())
    return f"```python\n{found['source']}```\n" + (f"\n```text\n{said}\n```\n" if said else "")


def check(page: Path, fresh: str, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    if request.config.getoption("--update-readme"):
        page.write_text(fresh, encoding="utf-8")
    assert fresh == text, (
        f"{page.name} is stale: run pytest tests/test_readme.py --update-readme, and look at the change"
    )


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_output_is_what_the_program_gives(page: Path, request: pytest.FixtureRequest) -> None:
    fresh = page.read_text(encoding="utf-8")
    made: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (RUN, block),
        (COLUMNS, columns),
        (TABLE, table),
        (HELP, commands),
    )
    for pattern, make in made:
        fresh = pattern.sub(make, fresh)
    check(page, fresh, request)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("page", "number"), EXAMPLES)
def test_the_examples_run_and_print_what_is_shown(page: Path, number: int, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    found = list(EXAMPLE.finditer(text))[number]
    check(page, text[: found.start()] + example(found) + text[found.end() :], request)


def test_every_column_of_the_tables_is_in_the_manual() -> None:
    groups = [found["group"] for found in COLUMNS.finditer((MANUAL / "tables.md").read_text(encoding="utf-8"))]
    assert groups == ["PLACE", "FINDING", "FIGURE", "ISSUE", "CELL", "MENTIONS", "CHANGE", "DUTY", "PROVENANCE"]


def test_every_command_is_in_the_manual() -> None:
    titles = set(re.findall(r"^## (.*)$", (MANUAL / "commands.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(COMMANDS) <= titles


def test_the_readme_is_an_introduction() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_the_readme_tests_as_every_change_is_tested() -> None:
    text = README.read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (packages,) = re.findall(r"pip install -e ('\.\[\w+\]') && python -m pytest$", text, re.MULTILINE)
    assert f"-e {packages}" in script
    assert "\npython -m pytest " in script


@pytest.mark.parametrize(
    "page", [*PAGES, *sorted((ROOT / ".github").glob("*.md")), ROOT / "src/hrreport/data/README.md"], ids=str
)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert all((page.parent / link).exists() for link in links), links
