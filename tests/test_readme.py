"""The README cannot go stale: every output in it is what the program gives, and its examples run.

A line ``<!-- run: hrreport ... -->`` is followed by the output of that command on the bundled
abridgement, and ``<!-- columns: ... -->`` by columns of the tables. ``pytest tests/test_readme.py
--update-readme`` writes them anew, and still fails, so that somebody looks at the difference.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrreport.cli.group import COMMANDS, hrreport
from hrreport.exporting import csv

README = Path(__file__).parent.parent / "README.md"
RUN = re.compile(r"<!-- run: (?P<line>hrreport [^\n]*) -->\n(?:```text\n.*?\n```\n)?", re.DOTALL)
COLUMNS = re.compile(r"<!-- columns: (?P<group>[A-Z]+) -->\n(?:- [^\n]*\n)*")
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)
SHOWN = 60
"""Lines of an output that are shown; what is cut is marked."""


def output(line: str) -> str:
    """Return what a command prints on the bundled abridgement, cut where it is long."""
    _, *args = shlex.split(line)
    environment = {"HRREPORT_MIRROR": "http://mirror.invalid/", "COLUMNS": "100"}
    result = CliRunner().invoke(hrreport, args, env=environment, prog_name="hrreport", terminal_width=100)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.rstrip().splitlines()
    return "\n".join(lines if len(lines) <= SHOWN else [*lines[:SHOWN], "[...]"])


def block(found: re.Match[str]) -> str:
    return f"<!-- run: {found['line']} -->\n```text\n{output(found['line'])}\n```\n"


def columns(found: re.Match[str]) -> str:
    group: dict[str, str] = getattr(csv, found["group"])
    return f"{found[0].splitlines()[0]}\n" + "".join(f"- `{name}`: {said}\n" for name, said in group.items())


def test_every_output_in_the_readme_is_what_the_program_gives(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    fresh = COLUMNS.sub(columns, RUN.sub(block, text))
    if request.config.getoption("--update-readme"):
        README.write_text(fresh, encoding="utf-8")
    assert fresh == text, "the README is stale: run pytest tests/test_readme.py --update-readme, and look at the change"


def test_every_column_of_the_tables_is_in_the_readme() -> None:
    groups = [found["group"] for found in COLUMNS.finditer(README.read_text(encoding="utf-8"))]
    assert groups == ["PLACE", "FINDING", "FIGURE", "ISSUE", "PROVENANCE"]


def test_every_command_is_in_the_readme() -> None:
    lines = {found["line"] for found in RUN.finditer(README.read_text(encoding="utf-8"))}
    assert {f"hrreport {command} --help" for command in COMMANDS} <= lines


@pytest.mark.parametrize("number", range(len(EXAMPLE.findall(README.read_text(encoding="utf-8")))))
def test_the_examples_run(number: int) -> None:
    source = EXAMPLE.findall(README.read_text(encoding="utf-8"))[number]
    exec(compile(source, "README.md", "exec"), {})  # noqa: S102  our own example
