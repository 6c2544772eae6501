"""The pictures of the terminal in the README: made by the program itself, on the bundled abridgement.

``pytest tests/test_pictures.py --update-pictures`` makes them again.
"""

from __future__ import annotations

import fcntl
import html
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

PICTURES = Path(__file__).parent.parent / ".github" / "pictures"
COMMANDS = {
    "summarize": "hrreport summarize kazakhstan 2023 --section 1.c",
}
WIDE, HIGH = 100, 44
FONT = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace'


def screen(command: str, library: Path) -> str:
    """What a command writes to a terminal, colors and all."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", HIGH, WIDE, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "LC_ALL")}
    environment = {**kept, "TERM": "xterm-256color", "HRREPORT_OFFLINE": "1", "HRREPORT_LIBRARY": str(library)}
    environment["PAGER"] = "cat"  # all of it, whatever the size of the screen
    words = [sys.executable, "-m", *command.split()]
    with subprocess.Popen(words, stdout=follower, stderr=subprocess.DEVNULL, env=environment) as process:
        os.close(follower)
        said = bytearray()
        try:
            while piece := os.read(leader, 65536):
                said += piece
        except OSError:
            pass  # on Linux, the end of a terminal's output
    os.close(leader)
    assert process.returncode == 0
    return said.decode()


def picture(command: str, library: Path) -> str:
    """A screen as SVG, which asks for no font from anywhere."""
    lines = screen(command, library).splitlines()
    shown = [*lines[: HIGH - 1], "[...]"] if len(lines) > HIGH else lines
    console = Console(record=True, width=WIDE, file=io.StringIO(), highlight=False)
    console.print(Text(f"$ {command}\n", style="bold"), Text.from_ansi("\n".join(shown)), sep="\n")
    svg = console.export_svg(title="hrreport", unique_id="hrreport", theme=DEFAULT_TERMINAL_THEME)
    return re.sub(r"Fira Code(?=[,;])", FONT, re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL))


def words(svg: str) -> list[str]:
    """The words in a picture, line by line; how they are drawn is left to the version of Rich."""
    lines: dict[str, list[str]] = {}
    for line, text in re.findall(r'clip-path="url\(#hrreport-line-(\d+)\)">([^<]*)</text>', svg):
        lines.setdefault(line, []).append(html.unescape(text).replace("\xa0", " "))
    return ["".join(pieces).rstrip() for pieces in lines.values()]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_picture_shows_what_the_program_shows(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = PICTURES / f"{name}.svg"
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    fresh = picture(COMMANDS[name], tmp_path / "library.sqlite")
    if request.config.getoption("--update-pictures"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(fresh, encoding="utf-8")
    assert len(words(fresh)) > 10
    assert not re.search(r"url\((?!#)|@import|<(?:image|script)", fresh)
    assert words(kept) == words(fresh), (
        "the picture is stale: run pytest tests/test_pictures.py --update-pictures, and look at the change"
    )


def test_every_picture_has_its_command() -> None:
    assert {file.stem for file in PICTURES.glob("*.svg")} == set(COMMANDS)


def test_every_picture_is_shown_in_the_readme_or_the_manual() -> None:
    root = PICTURES.parents[1]
    pages = (root / "README.md", *(root / "src" / "hrreport" / "docs").glob("*.md"))
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert {file.name for file in PICTURES.iterdir()} == set(re.findall(r"pictures/([\w.-]+)\)", text))
