"""Small text files that a person names: what cannot be read, is not text, or is too long is named."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import InputError
from hrreport.inputs.text_files import read_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("body", "text"), [(b"Kenya\n", "Kenya\n"), (b"\xef\xbb\xbfChad", "Chad"), (b"", "")])
def test_the_text_is_that_of_the_file_without_its_mark(tmp_path: Path, body: bytes, text: str) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(body)
    assert read_text(file, "a list", most=100) == text
    assert read_text("-", "a list", most=100, opened=io.BytesIO(body)) == text


@pytest.mark.parametrize(
    ("body", "said"),
    [(b"\xff\xfe\x00", "is not text in UTF-8"), (b"a" * 101, "is too long for a list"), (None, "cannot read")],
)
def test_what_is_wrong_is_said_with_the_name_of_the_file(tmp_path: Path, body: bytes | None, said: str) -> None:
    file = tmp_path / "list.txt"
    if body is not None:
        file.write_bytes(body)
    with pytest.raises(InputError, match=said) as caught:
        read_text(file, "a list", most=100, hint="give less")
    assert f'"{file}"' in str(caught.value)
    assert caught.value.hint == ("give less" if "too long" in said else None)
