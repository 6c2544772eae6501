"""On a terminal the views are in colour and long ones go through the pager; NO_COLOR is obeyed."""

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

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
fcntl = pytest.importorskip("fcntl", reason="there are no pseudo-terminals on this system")
termios = pytest.importorskip("termios", reason="there are no pseudo-terminals on this system")

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(mirror: Path, *args: str, **variables: str) -> str:
    """Return what the program prints on a terminal of 80 columns."""
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
    assert process.returncode == 0, shown
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["summarize", "show"])
def test_a_view_is_in_colour_on_a_terminal_and_plain_in_a_pipe(mirror: Path, command: str) -> None:
    shown = on_a_terminal(mirror, command, "kazakhstan", "2023")
    assert COLOUR.search(shown)
    plain = COLOUR.sub("", shown)
    assert "¶ 1" in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_no_colour_is_shown_to_those_who_want_none(mirror: Path) -> None:
    shown = on_a_terminal(mirror, "show", "kazakhstan", "2023", "1.b", NO_COLOR="1")
    assert "Disappearance" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", shown), "no colours; bold may stay"


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
@pytest.mark.parametrize(
    "wishes", [{}, {"LESS": "-iM"}, {"LESS": "FX"}, {"PAGER": "less -S"}], ids=["none", "other", "letters", "command"]
)
def test_less_shows_colours_and_not_their_codes_whatever_else_the_user_asks_of_it(
    mirror: Path, wishes: dict[str, str]
) -> None:
    shown = in_less(mirror, wishes)
    assert "Disappearance" in shown
    assert "ESC" not in shown
    assert re.search(r"\x1b\[[0-9;]*1m", shown), "bold"


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_shows_no_colours_to_those_who_want_none(mirror: Path) -> None:
    shown = in_less(mirror, {"NO_COLOR": "1"})
    assert "Disappearance" in shown
    assert "ESC" not in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]m", shown)


def in_less(mirror: Path, wishes: dict[str, str]) -> str:
    """Return what a terminal gets of a section that is shown with the pager that there is, until it is left with q."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("PAGER", "LESS", "NO_COLOR")}
    environment |= {"HRREPORT_MIRROR": str(mirror), "TERM": "xterm-256color", "COLUMNS": "80", **wishes}
    with subprocess.Popen(
        [sys.executable, "-m", "hrreport", "show", "kazakhstan", "2023", "1.b"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        start_new_session=True,
    ) as process:
        os.close(follower)
        shown = b""
        while select.select([leader], [], [], 30)[0]:
            try:
                block = os.read(leader, 65536)
            except OSError:
                break
            shown += block
            if b"END" in block:
                os.write(leader, b"q")
        else:
            process.kill()
    os.close(leader)
    assert process.returncode == 0, shown
    return shown.decode("utf-8")


def test_a_download_is_drawn_while_it_goes_on(mirror: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    shown = COLOUR.sub("", on_a_terminal(mirror, "download", "kazakhstan", "2023", "--missing", missing))
    assert "Downloading" in shown
    assert "1/1" in shown
    assert "Kazakhstan 2023" in shown
    assert "1  new" in shown
