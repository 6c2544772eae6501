"""The clipboard: which program is asked, and what a terminal is told where there is none."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import pytest

from hrreport.cli.clipboard import copy
from hrreport.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def program(folder: Path, name: str, *, works: bool = True) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(
        f'#!/bin/sh\nexec /bin/cat > "{folder}/{name}.got"\n' if works else "#!/bin/sh\nexit 1\n"
    )
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("pbcopy", {}), ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}), ("xclip", {"DISPLAY": ":0"}),
        ("xsel", {"DISPLAY": ":0"}),
    ],
)  # fmt: skip
def test_the_program_of_the_system_takes_the_text(tmp_path: Path, name: str, variables: dict[str, str]) -> None:
    program(tmp_path, name)
    assert copy("§ 1.c “x”", environment={"PATH": str(tmp_path), **variables}) == name
    assert (tmp_path / f"{name}.got").read_text(encoding="utf-8") == "§ 1.c “x”"


def test_windows_is_given_the_encoding_that_it_understands(tmp_path: Path) -> None:
    program(tmp_path, "clip.exe")
    copy("§", environment={"PATH": str(tmp_path)})
    assert (tmp_path / "clip.exe.got").read_bytes().decode("utf-16") == "§"


def test_a_program_for_a_display_is_not_asked_where_there_is_none(tmp_path: Path) -> None:
    program(tmp_path, "xclip")
    terminal = Terminal()
    assert copy("text", environment={"PATH": str(tmp_path)}, terminal=terminal) == "the terminal"
    assert terminal.getvalue() == f"\033]52;c;{base64.b64encode(b'text').decode()}\a"


def test_a_program_that_fails_leaves_it_to_the_next(tmp_path: Path) -> None:
    program(tmp_path, "pbcopy", works=False)
    program(tmp_path, "xsel")
    assert copy("text", environment={"PATH": str(tmp_path), "DISPLAY": ":0"}) == "xsel"


@pytest.mark.parametrize(
    ("terminal", "text", "variables"),
    [(io.StringIO(), "text", {}), (Terminal(), "text", {"TERM": "dumb"}), (Terminal(), "x" * 60_000, {})],
)
def test_where_nothing_takes_it_that_is_said(
    tmp_path: Path, terminal: io.StringIO, text: str, variables: dict[str, str]
) -> None:
    with pytest.raises(InputError, match="there is no clipboard here"):
        copy(text, environment={"PATH": str(tmp_path), **variables}, terminal=terminal)
    assert terminal.getvalue() == ""
