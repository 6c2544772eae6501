"""On a terminal the views are in color and long ones go through the pager; NO_COLOR is obeyed."""

from __future__ import annotations

import os
import re
import select
import shutil
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hrreport.wording.notices import SAMPLE_NOTICE

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
fcntl = pytest.importorskip("fcntl", reason="there are no pseudo-terminals on this system")
termios = pytest.importorskip("termios", reason="there are no pseudo-terminals on this system")

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "http://mirror.invalid/"
"""A mirror that does not exist, so that no source can be reached."""
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(mirror: Path | str, *args: str, code: int = 0, **variables: str) -> str:
    """Return what the program prints on a terminal of 80 columns, and see that it exits with `code`."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "HRREPORT_MIRROR": str(mirror), "TERM": "xterm-256color", "COLUMNS": "80"}
    environment |= {"PAGER": "cat", **variables}
    with subprocess.Popen(
        [sys.executable, "-m", "hrreport", *args],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env=environment,
    ) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                block = os.read(leader, 65536)
            except OSError:
                break
            if not block:
                break
            shown += block
    os.close(leader)
    assert process.returncode == code, shown
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["summarize", "show"])
def test_a_view_is_in_color_on_a_terminal_and_plain_in_a_pipe(mirror: Path, command: str) -> None:
    shown = on_a_terminal(mirror, command, "kazakhstan", "2023")
    assert COLOUR.search(shown)
    plain = COLOUR.sub("", shown)
    assert "¶ 1" in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_no_color_is_shown_to_those_who_want_none(mirror: Path) -> None:
    shown = on_a_terminal(mirror, "show", "kazakhstan", "2023", "1.b", NO_COLOR="1")
    assert "Disappearance" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", shown), "no colors; bold may stay"


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
@pytest.mark.parametrize(
    "wishes", [{}, {"LESS": "-iM"}, {"LESS": "FX"}, {"PAGER": "less -S"}], ids=["none", "other", "letters", "command"]
)
def test_less_shows_colors_and_not_their_codes_whatever_else_the_user_asks_of_it(
    mirror: Path, wishes: dict[str, str]
) -> None:
    shown = in_less(mirror, wishes)
    assert "Disappearance" in shown
    assert "ESC" not in shown
    assert re.search(r"\x1b\[[0-9;]*1m", shown), "bold"


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_shows_no_colors_to_those_who_want_none(mirror: Path) -> None:
    shown = in_less(mirror, {"NO_COLOR": "1"})
    assert "Disappearance" in shown
    assert "ESC" not in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]m", shown)


def in_less(mirror: Path | str, wishes: dict[str, str], *args: str, until: bytes = b"END") -> str:
    """Return what a terminal gets of an answer that is shown with the pager that there is, until it is left with q."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("PAGER", "LESS", "NO_COLOR")}
    environment |= {"HRREPORT_MIRROR": str(mirror), "TERM": "xterm-256color", "COLUMNS": "80", **wishes}
    with subprocess.Popen(
        [sys.executable, "-m", "hrreport", *(args or ("show", "kazakhstan", "2023", "1.b"))],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        start_new_session=True,
    ) as process:
        os.close(follower)
        shown, left = b"", False
        while select.select([leader], [], [], 30)[0]:
            try:
                block = os.read(leader, 65536)
            except OSError:
                break
            shown += block
            if until in shown and not left:
                os.write(leader, b"q")
                left = True
        else:
            process.kill()
    os.close(leader)
    assert process.returncode == 0, shown
    return shown.decode("utf-8")


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
@pytest.mark.parametrize("command", ["summarize --length medium", "findings", "issues", "sections"])
def test_a_long_answer_is_paged_from_its_beginning_with_the_notice_in_sight(command: str) -> None:
    name, *options = command.split()
    shown = in_less(NOWHERE, {}, name, "kazakhstan", "2023", *options, until=b"q leaves, / searches")
    plain = COLOUR.sub("", shown)
    assert "Kazakhstan 2023" in plain
    assert "Worker Rights" not in plain or command == "sections", "the end is not on the first screen"
    assert re.search(r"Abridgement: not to be cited \| +(\d+%|) *q leaves, / searches", plain)


def test_a_report_is_summarized_on_one_screen_on_a_terminal_and_by_section_where_a_format_is_named() -> None:
    brief = COLOUR.sub("", on_a_terminal(NOWHERE, "summarize", "kazakhstan", "2023", LINES="60"))
    assert re.search(r"^  1\.[a-f] ¶ \d", brief, re.MULTILINE)
    assert "sentences" not in brief
    named = COLOUR.sub("", on_a_terminal(NOWHERE, "summarize", "kazakhstan", "2023", "--format", "text", PAGER="cat"))
    assert re.search(r"\d of \d+ sentences", named)


def test_a_short_answer_is_not_paged(mirror: Path) -> None:
    shown = on_a_terminal(mirror, "findings", "kazakhstan", "2023", "--section", "1.b", PAGER="false", LINES="40")
    assert "no reports of disappearances" in " ".join(COLOUR.sub("", shown).split())


def test_the_notice_is_said_once_on_a_terminal() -> None:
    shown = " ".join(COLOUR.sub("", on_a_terminal(NOWHERE, "sections", "kazakhstan", "2023")).split())
    assert shown.count(SAMPLE_NOTICE) == 1
    cited = on_a_terminal(NOWHERE, "show", "kazakhstan", "2023", "-o", "-")
    assert " ".join(COLOUR.sub("", cited).split()).count(SAMPLE_NOTICE) == 1


@pytest.mark.parametrize("width", [60, 80, 140])
def test_an_error_is_set_at_words_and_in_color(width: int) -> None:
    args = ("summarize", "kenya", "2023")
    shown = on_a_terminal(NOWHERE, *args, code=1, COLUMNS=str(width))
    assert COLOUR.search(shown)
    plain = COLOUR.sub("", shown)
    assert max(map(len, plain.splitlines())) <= width
    environment = {**os.environ, "HRREPORT_MIRROR": NOWHERE}
    piped = subprocess.run(
        [sys.executable, "-m", "hrreport", *args], env=environment, capture_output=True, text=True, check=False
    ).stderr
    assert plain.split() == piped.split()
    assert len(piped.splitlines()) == 2, "an error and a hint, a line each"
    assert piped.count("no connection") == 1


def test_wrong_usage_is_set_at_words_too(mirror: Path) -> None:
    args = ("diff", "kazakhstan", "2022", "2023", "--cite", "oscola")
    plain = COLOUR.sub("", on_a_terminal(mirror, *args, code=2, COLUMNS="50"))
    assert "Usage: hrreport diff" in plain
    assert "Error: --cite goes with html, json" in plain
    assert max(map(len, plain.splitlines())) <= 50


def test_a_group_without_a_command_shows_its_help(mirror: Path) -> None:
    assert "Usage: hrreport library" in on_a_terminal(mirror, "library", code=2)


def test_a_download_is_drawn_while_it_goes_on(mirror: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    shown = COLOUR.sub("", on_a_terminal(mirror, "download", "kazakhstan", "2023", "--missing", missing))
    assert "Downloading" in shown
    assert "1/1" in shown
    assert "Kazakhstan 2023" in shown
    assert "1  new" in shown
