"""hrreport mcp: the server is started with the settings of the run, and never serves the abridgement."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from click.testing import Result

    from hrreport.api.reports import Reports

    Run = Callable[..., Result]


def test_without_the_sdk_it_is_said_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    result = run("mcp")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "pip install 'hrreport[mcp]'" in result.stderr


def test_the_settings_of_the_run_are_those_of_the_server(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[Reports] = []
    monkeypatch.setattr("hrreport.mcp.server.serve", served.append)
    assert run("mcp", "--offline", "--library", str(tmp_path / "here.sqlite")).exit_code == 0
    (settings,) = (reports.settings for reports in served)
    assert settings is not None
    assert (settings.offline, settings.no_sample, settings.library_path) == (True, True, tmp_path / "here.sqlite")
