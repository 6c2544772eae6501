"""Read a finished document, whatever its format, as blocks of text."""

from __future__ import annotations

import importlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from hrreport.errors import InputError, ParseError
from hrreport.model.filing import Filing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.filing import FilingBlock

    Reader = Callable[[bytes], tuple[FilingBlock, ...]]

FORMATS = {
    ".docx": ("word", "docx"),
    ".pdf": ("pdf", "pdf"),
    ".html": ("html", ""),
    ".htm": ("html", ""),
    ".md": ("plain", ""),
    ".markdown": ("plain", ""),
    ".txt": ("plain", ""),
}
"""Suffixes of files that are read, with the module that reads them and the extra that it needs."""

_SIGNS = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx"}
"""What a file of a format begins with, whatever its name."""


def read_filing(name: str, body: bytes) -> Filing:
    """Return a finished document as blocks of text.

    Args:
        name: The name of its file; its suffix tells the format.
        body: The content of the file.

    Raises:
        InputError: Its format is not read, or the extra for it is not installed.
        ParseError: It is damaged, or has no text.
    """
    suffix = PurePath(name).suffix.lower()
    kind = next((kind for sign, kind in _SIGNS.items() if body.startswith(sign)), suffix)
    if kind not in FORMATS:
        raise InputError(
            f'"{name}" is not of a format that is read', hint=f"give a file that is one of {', '.join(FORMATS)}"
        )
    module, extra = FORMATS[kind]
    try:
        reader: Reader = importlib.import_module(f"hrreport.filings.{module}").read_blocks
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("hrreport"):
            raise
        raise InputError(
            f'reading "{name}" needs a library that is not installed: {error.name}',
            hint=f"pip install 'hrreport[{extra}]'",
        ) from error
    blocks = tuple(block for block in reader(body) if block.text.strip())
    if not blocks:
        raise ParseError(f'no text was found in "{name}"', hint="a scanned document has to be read as text first")
    return Filing(name, blocks)
