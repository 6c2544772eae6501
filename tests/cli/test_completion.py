"""Completion in the shell."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import BashComplete

from hrreport.cli.group import hrreport

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def proposed(line: str) -> list[str]:
    """What the shell proposes for the last word of a command line."""
    *before, last = line.split(" ")[1:]
    shell = BashComplete(hrreport, {}, "hrreport", "_HRREPORT_COMPLETE")
    return [item.value for item in shell.get_completions(before, last)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("hrreport summ", ["summarize"]),
        ("hrreport summarize kaz", ["kazakhstan"]),
        ("hrreport summarize kazakhstan 2023 --topic priso", ["prisons"]),
        ("hrreport findings kazakhstan 199", ["1999", "1998", "1997", "1996", "1995", "1994", "1993"]),
        ("hrreport findings kazakhstan 2023 --section 6/wom", ["6/women"]),
        ("hrreport show kazakhstan 2023 1.c", ["1.c", "1.c/prison-and-detention-center-conditions"]),
        ("hrreport show kazakhstan 2024 3.", ["3.a", "3.b", "3.b/child-labor"]),
        ("hrreport cite kazakhstan 2023 --style bib", ["bibtex", "biblatex"]),
        ("hrreport issues kazakhstan 2023 --cite osc", ["oscola"]),
        ("hrreport compile --country chad,keny", ["chad,kenya"]),
        ("hrreport search torture --kind den", ["denial"]),
        ("hrreport compare kazakhstan turkm", ["turkmenistan"]),
        ("hrreport diff kazakhstan 2023 202", ["2024", "2023", "2022", "2021", "2020"]),
        ("hrreport trend kazakh", ["kazakhstan"]),
        ("hrreport library list kazakh", ["kazakhstan"]),
        ("hrreport verify kazakh", ["kazakhstan"]),
        ("hrreport schema find", ["findings"]),
    ],
)
def test_the_shell_proposes_what_can_be_typed(line: str, words: list[str]) -> None:
    found = proposed(line)
    assert found[: len(words)] == words


def test_completion_is_fast() -> None:
    environment = {
        **os.environ,
        "COMP_WORDS": "hrreport show kazakhstan 2023 6/",
        "COMP_CWORD": "4",
        "_HRREPORT_COMPLETE": "bash_complete",
    }
    program = "from hrreport.__main__ import main; import sys; sys.argv = ['hrreport']; main()"
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=False)
        took.append(time.perf_counter() - begun)
        assert b"6/women" in done.stdout
    bare = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import click"], check=True)
    assert min(took) < (time.perf_counter() - bare) + 1, "no more than reading a few small files"
