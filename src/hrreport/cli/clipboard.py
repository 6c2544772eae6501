"""The clipboard: a program of the system's that fills it, or else the terminal itself (OSC 52)."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from typing import IO, TYPE_CHECKING

from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROGRAMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-in")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""Variables without which a program has nothing to fill (empty for none), and how it is called."""
_LONGEST = 74_000
"""Bytes that terminals take in one sequence."""
_PATIENCE = 10
"""Seconds for a program to take the text."""


def copy(text: str, *, environment: Mapping[str, str], terminal: IO[str] | None = None) -> str:
    """Put a text on the clipboard; return what took it.

    Args:
        text: What is copied.
        environment: Tells whether there is a display, and where programs are (``PATH``).
        terminal: Where a terminal can be spoken to; by default stderr.

    Raises:
        InputError: There is no clipboard.
    """
    for variable, command in _PROGRAMS:
        if (not variable or environment.get(variable)) and _run(command, text, environment):
            return command[0]
    device = sys.stderr if terminal is None else terminal
    packed = base64.b64encode(text.encode()).decode()
    if device.isatty() and environment.get("TERM") != "dumb" and len(packed) <= _LONGEST:
        device.write(f"\033]52;c;{packed}\a")
        device.flush()
        return "the terminal"
    raise InputError("there is no clipboard here", hint="copy what is printed by hand, or leave out --copy")


def _run(command: tuple[str, ...], text: str, environment: Mapping[str, str]) -> bool:
    """Pipe a text to a program; return whether the program exists and accepted it."""
    program = shutil.which(command[0], path=environment.get("PATH", ""))
    if program is None:
        return False
    encoding = "utf-16" if command[0] == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(  # noqa: S603  one of the programs above
            [program, *command[1:]],
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,  # xclip stays and would keep a pipe open
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
