"""hrreport trend: one country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("newer_edition")


def test_a_trend_follows_the_stored_editions(run: Run) -> None:
    empty = run("trend", "kazakhstan")
    assert empty.exit_code == 1
    assert "Hint: " in empty.stderr
    run("sections", "kazakhstan", "2023")
    other = run("trend", "japan")
    assert other.exit_code == 1
    assert "no edition for japan is in the library" in other.stderr
    assert "2023" in run("trend", "kazakhstan").stdout


def test_a_trend_can_be_a_picture(run: Run) -> None:
    assert run("trend", "kazakhstan", "--years", "2023-2024", "--format", "svg").stdout.startswith("<svg")
