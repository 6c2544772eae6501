"""A page saved by hand."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrreport.errors import FetchError, InputError
from hrreport.fetching.saved_page import read_file
from hrreport.model.retrieval import Provenance

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def clock() -> datetime:
    return NOON


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("togo.html", "text/html"), ("togo.HTM", "text/html"), ("togo", "text/html"), ("togo.pdf", "application/pdf")],
)
def test_a_file_becomes_a_snapshot(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(b"<p>caf\xe9</p>")
    snapshot = read_file(tmp_path / name, clock=clock)
    assert snapshot.body == b"<p>caf\xe9</p>"
    sha256 = hashlib.sha256(snapshot.body).hexdigest()
    assert snapshot.provenance == Provenance("", "", NOON, "file", sha256, media_type=media_type)
    assert read_file(str(tmp_path / name), clock=clock) == snapshot


def test_what_is_no_page_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b" \n")
    (tmp_path / "large.html").write_bytes(b"x" * 11)
    for name, said in [
        ("none.html", "does not exist"),
        ("", "is a folder"),
        ("empty.html", "is empty"),
        ("large.html", "has more than 1e-05 MB"),
    ]:
        with pytest.raises(InputError, match=said) as caught:
            read_file(tmp_path / name, clock=clock, limit=10)
        assert str(tmp_path) in str(caught.value)


def test_what_cannot_be_read_is_a_failure_to_fetch(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="cannot be read: File name too long"):
        read_file(tmp_path / ("x" * 300), clock=clock)
    with pytest.raises((FetchError, InputError)):
        read_file(Path("bad\0name"), clock=clock)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_a_failure_to_fetch(tmp_path: Path) -> None:
    file = tmp_path / "togo.html"
    file.write_bytes(b"x")
    file.chmod(0)
    with pytest.raises(FetchError, match="cannot be read: Permission denied"):
        read_file(file, clock=clock)
