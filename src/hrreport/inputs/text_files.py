"""Read the small text files that a person names: lists, claims."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from hrreport.errors import InputError


def read_text(
    file: Path | str, what: str, *, most: int = 1_000_000, hint: str | None = None, opened: IO[bytes] | None = None
) -> str:
    """Return the text of a file.

    Args:
        file: The file, as it was named.
        what: What it has to be, for the message: "a list of countries".
        most: The bytes that such a file may have.
        hint: What to do where it is longer.
        opened: What to read instead of the file itself, as stdin.

    Raises:
        InputError: It cannot be read, is not UTF-8, or is too long.
    """
    try:
        with Path(file).open("rb") if opened is None else opened as source:
            body = source.read(most + 1)
        text = body.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f'cannot read "{file}": {error.strerror}') from error
    except UnicodeDecodeError as error:
        raise InputError(f'"{file}" is not text in UTF-8') from error
    if len(body) > most:
        raise InputError(f'"{file}" is too long for {what}', hint=hint)
    return text
