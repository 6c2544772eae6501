"""Exit codes: those of the manual are those that the program ends with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.cli import exit_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

MANUAL = Path(exit_codes.__file__).parents[1] / "docs" / "environment.md"
CODES = {name: code for name, code in vars(exit_codes).items() if name.isupper()}


def test_the_manual_lists_every_code() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)}
    assert listed == {0, 2, *CODES.values()}


def test_codes_that_scripts_rely_on_do_not_change() -> None:
    others = {"UNVERIFIED": 3, "COULD_NOT_ASK": 4, "INTERRUPTED": 130}
    assert {name: others.get(name, 1) for name in CODES} == CODES
    assert others.keys() <= CODES.keys()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("summarize", "kazakhstan", "2023"), 0),
        (("summarize", "niue", "2023"), exit_codes.FAILED),
        (("summarize", "--no-such-option"), 2),
        (("verify", "kazakhstan", "2023", "no sentence of any report has these words"), exit_codes.ABSENT),
        (("compare", "kazakhstan", "niue", "2023"), exit_codes.INCOMPLETE),
    ],
)
def test_a_command_ends_with_the_code_of_what_happened(run: Run, typed: tuple[str, ...], code: int) -> None:
    assert run(*typed).exit_code == code
