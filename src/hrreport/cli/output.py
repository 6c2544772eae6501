"""Output: the answer on stdout, everything else on stderr, files written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from hrreport.errors import InputError
from hrreport.terminal.spans import in_ascii, without_control_codes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from rich.console import Console

    from hrreport.terminal.document import Document

PIPED_WIDTH = 100
"""Columns of text output that does not go to a terminal."""
_LONGEST = 100
"""Characters of a file's name that its temporary name has too."""


def notify(message: str) -> None:
    """Print a remark on stderr; control characters from a page have no effect.

    On a terminal it is broken at words, and what it is (`Error:`) set off.
    """
    if not sys.stderr.isatty():
        click.echo(without_control_codes(message), err=True)
        return
    from hrreport.terminal.remarks import remarks

    _console(stderr=True).print(remarks(message))


def put(text: str) -> None:
    """Print an answer that is the text of a file: redirected in UTF-8, whatever the encoding of the console."""
    if sys.stdout.isatty():
        put_plain(text)
    else:
        click.echo(_encoded(text if text.endswith("\n") else f"{text}\n"), nl=False)


def put_plain(text: str) -> None:
    """Print an answer for a reader, in the console's encoding; what that has not is replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), nl=not text.endswith("\n"))


def _encoded(text: str) -> bytes:
    """Return the bytes of a text; an argument of undecodable bytes in it is replaced."""
    return text.encode("utf-8", "replace")


def show(view: Document, *, paged: bool = False) -> None:
    """Print a view: by Rich, in color, on a terminal, where a long one goes through the pager; else plain.

    Args:
        view: What is shown.
        paged: Whether one that would fit on the screen goes through the pager too.
    """
    if not sys.stdout.isatty():
        encoding = (sys.stdout.encoding or "").lower().replace("-", "")
        put_plain(view.plain(PIPED_WIDTH, ascii_only=not encoding.startswith("utf")))
        return
    console = _console()
    lines = sum(1 for _ in view.lines(console.width))
    if not paged and lines < console.height:  # one line is kept for the shell's prompt
        console.print(view)
        return
    with console.capture() as captured:
        console.print(view)
    _page(captured.get(), console, pinned=view.pinned)


def show_markdown(text: str) -> None:
    """Print a page of the manual: set by Rich on a terminal, where a long one is paged; else its Markdown."""
    from hrreport.terminal.manual import MARKDOWN_STYLES, page_view, plain_page

    if not sys.stdout.isatty():
        put_plain(plain_page(text))
        return
    from rich.theme import Theme

    console = _console()
    with console.use_theme(Theme(MARKDOWN_STYLES)), console.capture() as captured:
        console.print(page_view(text), width=min(console.width, PIPED_WIDTH))
    output = captured.get()
    if output.count("\n") < console.height:
        click.echo(output, nl=False)
    else:
        _page(output, console)


def _page(text: str, console: Console, *, pinned: str = "") -> None:
    """Show a text through the pager."""
    # click leaves the options of less alone when it is told about colors; those of the user come after ours, and win
    os.environ["LESS"] = f"-R -Ps{_prompt(pinned)}$ {os.environ.get('LESS', '')}"
    click.echo_via_pager(text, color=not console.no_color)


def _prompt(pinned: str) -> str:
    """Return the line that less shows at the bottom of the screen: what must stay in sight, then how to go on."""
    words = "".join(f"\\{c}" if c in "?:.%\\" else c for c in in_ascii(pinned).replace("$", ""))
    return f"{words}{' | ' if words else ''}?e(END) :?pB%pB\\% :..q leaves, / searches"


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def write(text: str | bytes, target: str, *, force: bool = False) -> None:
    """Write an answer to a file, whole or not at all; ``-`` is stdout.

    Raises:
        InputError: The file exists and `force` was not given, or it cannot be written.
    """
    with writing(target, force=force) as file:
        file.write(_encoded(text) if isinstance(text, str) else text)


@contextmanager
def writing(target: str, *, force: bool = False) -> Iterator[IO[bytes]]:
    """Open a file for writing an answer piece by piece; a failure leaves no file. ``-`` is stdout.

    A link stays, and the file that it leads to is written. Into a pipe or a terminal the answer is written
    as it comes; nothing is lost there, so neither needs `force`.

    Raises:
        InputError: The file exists and `force` was not given, or it cannot be written.
    """
    if target == "-" or _is_stdout(target):
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    try:
        with _open(Path(target), force=force) as file:
            yield file
    except OSError as error:
        raise InputError(f'cannot write "{target}": {error.strerror}', hint="choose another place for it") from error


def _is_stdout(target: str) -> bool:
    """Return whether a file is where stdout goes, under another name: ``/dev/stdout``, ``/dev/fd/1``."""
    try:
        return os.path.samestat(os.stat(target), os.fstat(sys.stdout.fileno()))  # noqa: PTH116  beside fstat
    except (OSError, ValueError):  # there is no such file, or stdout is none
        return False


def _open(path: Path, *, force: bool) -> AbstractContextManager[IO[bytes]]:
    """Open a file for an answer: what can be kept is written whole, what passes things on as they come."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return _whole(path, 0o666 & ~_umask())
    if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        return path.open("wb")
    if not stat.S_ISREG(mode):
        raise InputError(f'"{path}" is a folder or a device', hint="choose another place for it")
    if not force:
        raise InputError(f'"{path}" exists', hint="use --force to overwrite it")
    return _whole(path, stat.S_IMODE(mode))


@contextmanager
def _whole(path: Path, mode: int) -> Iterator[IO[bytes]]:
    """Open a temporary file that replaces another when completely written, with permissions `mode`."""
    import tempfile

    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_LONGEST]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(mode)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
