"""Fixtures for all tests: no internet, no stray environment, the shared pages where present."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid sockets to anywhere but this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise OSError(f"tests must not contact {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unset every HRREPORT_ variable, and keep the default library out of the user's home."""
    for name in [n for n in os.environ if n.startswith("HRREPORT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HRREPORT_LIBRARY", str(tmp_path / "library.sqlite"))


@pytest.fixture
def shared_site() -> Path:
    """The mirror with real report texts; the test is skipped where it is not present."""
    site = SHARED / "site"
    if not site.is_dir():
        pytest.skip("the shared mirror with real report texts is not present")
    return site
