"""Output: the answer on stdout, everything else on stderr, files written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from hrreport.errors import InputError
from hrreport.terminal.spans import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from hrreport.terminal.page import Page

PIPED_WIDTH = 100
"""Columns of text output that does not go to a terminal."""
_LONGEST = 100
"""Characters of a file's name that its temporary name has too."""


def tell(message: str) -> None:
    """Say something that is not the answer; words of a page in it are not obeyed by the terminal."""
    click.echo(harmless(message), err=True)


def put(text: str) -> None:
    """Print an answer that is text already."""
    click.echo(text, nl=not text.endswith("\n"))


def show(view: Page) -> None:
    """Print a view: by Rich, in colour, on a terminal; plain and of stable width otherwise."""
    if sys.stdout.isatty():
        _console().print(view)
    else:
        put(view.plain(PIPED_WIDTH, ascii_only=not _speaks_unicode()))


def page(view: Page) -> None:
    """Print a view through the pager on a terminal, colours kept; as `show` otherwise."""
    if not sys.stdout.isatty():
        show(view)
        return
    console = _console()
    with console.capture() as captured:
        console.print(view)
    click.echo_via_pager(captured.get(), color=not console.no_color)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def write(text: str | bytes, target: str, *, force: bool = False) -> None:
    """Write an answer to a file, whole or not at all; ``-`` is stdout.

    Raises:
        InputError: The file exists and `force` was not given, or it cannot be written.
    """
    with writing(target, force=force) as file:
        file.write(text.encode() if isinstance(text, str) else text)


@contextmanager
def writing(target: str, *, force: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write an answer to, piece by piece; what fails leaves no file. ``-`` is stdout.

    Raises:
        InputError: The file exists and `force` was not given, or it cannot be written.
    """
    if target == "-":
        yield sys.stdout.buffer
        return
    import tempfile

    path = Path(target)
    if path.exists() and not force:
        raise InputError(f"'{target}' exists", hint="use --force to overwrite it")
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_LONGEST]}.")
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        raise InputError(f"cannot write '{target}': {error.strerror}", hint="choose another place for it") from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
