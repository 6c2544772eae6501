"""Citations beside other answers, in the style asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("newer_edition")
DIFF = ("diff", "kazakhstan", "2023", "2024")


def test_passages_carry_citations_in_the_style_asked_for(run: Run) -> None:
    cited = run(*DIFF, "--topic", "torture,prisons", "--format", "markdown", "--cite", "bluebook")
    assert cited.exit_code == 0, cited.stderr
    assert "U.S. Dep" in cited.stdout
    assert run("compare", "kazakhstan", "japan", "2024", "--format", "html", "--cite", "bluebook").exit_code == 0
