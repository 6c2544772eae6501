"""Every view at every width: no line is wider than the page, and no word is cut."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.cli import destination

from .test_every_option import COMMANDS, forms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from hrreport.terminal.document import Document

    Run = Callable[..., Result]

WIDTHS = (60, 80, 100, 140)
REPORT = ("kazakhstan", "2023")
QUOTATION = "The law prohibited torture and similar practices"
VIEWS: dict[str, tuple[str, ...]] = {
    "summarize": REPORT,
    "summarize --words": (*REPORT, "--words", "200"),
    "sections": REPORT,
    "show": REPORT,
    "show --revisions": (*REPORT, "--revisions"),
    "findings": (*REPORT, "--all", "--explain", "--cite", "oscola"),
    "issues": (*REPORT, "--cite", "bluebook"),
    "evidence": (*REPORT, "--codebook", "political-terror-scale"),
    "verify": (*REPORT, QUOTATION),
    "verify --anywhere": ("--anywhere", QUOTATION),
    "check": (str(Path(__file__).parent / "brief.md"),),
    "diff": ("kazakhstan", "2023", "2023"),
    "compare": ("kazakhstan", "kenya", "jordan", "2023"),
    "compare --topic": ("kazakhstan", "kenya", "2023", "--topic", "torture"),
    "trend": ("kazakhstan", "--topic", "torture"),
    "compare --all": ("--all", "2023", "--topic", "torture"),
    "compare --region": ("--region", "af,nea", "2023"),
    "diff --all": ("--all", "2023", "2023"),
    "diff --duties": ("--all", "2023", "2023", "--duties"),
    "trend --all": ("--all", "--topic", "torture"),
    "packet": ("kazakhstan", "2023", "--topic", "torture"),
    "search": ("detention", "--context", "1"),
    "search --count": ("detention", "--count", "country"),
    "countries": (),
    "editions": (),
    "topics": (),
    "library list": (),
    "library list --revisions": ("--revisions",),
    "library info": (),
    "library check": (),
    "library log": (),
}
"""What is shown, by a name that begins with the command."""
SEPARATORS = str.maketrans(dict.fromkeys("/-–—…·:●◐■○◆[]{}+─━", " "))
"""Where a word may be broken: long addresses and ids are, after a slash or a hyphen."""


@pytest.fixture
def views(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The views that commands show."""
    shown: list[Document] = []

    def keep(view: Document, **_: Any) -> None:
        shown.append(view)

    monkeypatch.setattr(destination, "show", keep)
    return shown


def words_of(text: str) -> set[str]:
    return set(text.translate(SEPARATORS).split())


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_keeps_its_words_whole_and_its_width(run: Run, views: list[Document], name: str) -> None:
    args = (*(word for word in name.split() if not word.startswith("--")), *VIEWS[name])
    result = run(*args)
    assert result.exit_code == 0, result.stderr
    (view,) = views
    wide = words_of(view.plain(10_000))
    for width in WIDTHS:
        shown = view.plain(width)
        assert max(map(len, shown.splitlines())) <= width
        cut = {word for word in words_of(shown) - wide if not word.isdecimal()}
        assert not cut, f"at {width} columns"


@pytest.mark.usefixtures("stored")
def test_every_command_with_a_view_is_looked_at() -> None:
    formatted = {name for name, command in COMMANDS.items() if "text" in forms_of(command)}
    looked_at = {" ".join(word for word in name.split() if not word.startswith("--")) for name in VIEWS}
    assert formatted - looked_at == {"download", "library import", "watch"}, "whose views are tested on their own"


@pytest.mark.parametrize("width", WIDTHS)
def test_help_is_no_wider_than_the_terminal(width: int) -> None:
    environment = {**os.environ, "COLUMNS": str(width)}
    for asked in (("help",), ("help", "findings")):
        command = [sys.executable, "-m", "hrreport", *asked]
        shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        lines = [line for line in shown.splitlines() if not line.startswith("    hrreport ")]  # examples stay whole
        assert max(map(len, lines)) <= width
