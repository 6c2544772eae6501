"""The destination of an answer: stdout, a file whose suffix names its format, or the browser."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from hrreport.cli.output import PIPED_WIDTH, notify, put, put_plain, show, write
from hrreport.cli.settings import settings_of
from hrreport.errors import InputError
from hrreport.exporting.documents import PAGED
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.exporting.documents import Paper
    from hrreport.terminal.document import Document, Header

F = TypeVar("F", bound="Callable[..., Any]")
_KEY = "hrreport.destination"
STDOUT = "-"

SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".docx": "docx",
    ".atom": "atom",
    ".pdf": "pdf",
    ".png": "png",
}
"""Which format a file's suffix names."""
_FOREIGN = {
    ".doc", ".epub", ".jpg", ".odt", ".parquet", ".rtf", ".sqlite", ".tex", ".tsv", ".xls",
    ".xlsx", ".xml", ".yaml", ".yml",
}  # fmt: skip
"""Suffixes of other formats, that none of ours may be disguised with."""
_BINARY = (*PAGED, "png")
"""Formats that are bytes rather than text."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The destination of an answer: stdout, a file or the browser."""

    form: str = ""
    """The format; empty for an answer that has no choice of formats."""
    output: str = STDOUT
    force: bool = False
    browser: bool = False
    paper: Paper = "letter"
    """The size of a page, in formats that have pages."""

    @property
    def is_view(self) -> bool:
        """Return whether the answer is a view on a terminal, which contains the notices."""
        printed = self.output == STDOUT and not self.browser
        return self.form == "text" and printed and sys.stdout.isatty()


def destination_of(ctx: click.Context) -> Destination:
    """Return where the answer goes, as far as the options that were read so far say."""
    destination: Destination = ctx.meta.setdefault(_KEY, Destination())
    return destination


def overwrite(ctx: click.Context) -> None:
    """Let the answers that follow replace the file that the first one was written to."""
    ctx.meta[_KEY] = replace(destination_of(ctx), force=True)


def _store(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    ctx.meta[_KEY] = replace(destination_of(ctx), **{str(param.name): value})


def _choose_format(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return the format of the answer: the one that was asked for, or that of the file's suffix or the browser."""
    assert isinstance(param.type, click.Choice)  # noqa: S101  see `format_option`
    asked = ctx.get_parameter_source(str(param.name)) is not ParameterSource.DEFAULT
    destination = destination_of(ctx)
    if destination.force and destination.output == STDOUT:
        raise click.UsageError("--force goes with -o FILE")
    if destination.browser and asked and value != "html":
        raise click.UsageError("--open shows html: leave out --format")
    form = form_of(
        destination.output, tuple(param.type.choices), "html" if destination.browser else value if asked else None
    )
    if form in _BINARY and destination.output == STDOUT and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for a terminal: give a file with -o")
    if form not in PAGED and ctx.get_parameter_source("paper") is ParameterSource.COMMANDLINE:
        raise click.UsageError(f"--paper goes with docx and pdf: {form} has no pages")
    ctx.meta[_KEY] = replace(destination, form=form)
    return form


def form_of(file: str, forms: Sequence[str], asked: str | None = None) -> str:
    """Return the format in which a file is written.

    Args:
        file: Its name; ``-`` for stdout.
        forms: The formats that there are, the default first.
        asked: The one that was asked for, if one was.

    Raises:
        InputError: The suffix names another format than the one asked for, or one that there is not.

    >>> form_of("arcadia.json", ("text", "markdown", "json")), form_of("arcadia", ("text", "json"))
    ('json', 'text')
    """
    suffix = Path(file).suffix.lower() if file != STDOUT else ""
    named = SUFFIXES.get(suffix, "")
    if asked and (not named or named == asked or (named == "text" and asked not in _BINARY)):
        if suffix not in _FOREIGN:
            return asked
    elif not asked and (not suffix or named in forms):
        return named or forms[0]
    if asked:
        raise InputError(f'"{file}" would not be {asked} by its suffix', hint=f"name it {_other_names(file, (asked,))}")
    what = named or suffix.removeprefix(".")
    raise InputError(
        f'cannot write "{file}": this answer is not written as {what}', hint=f"name it {_other_names(file, forms)}"
    )


def _other_names(file: str, forms: Sequence[str]) -> str:
    """Return names that a file may have instead, one for each format."""
    suffixes = {form: suffix for suffix, form in reversed(SUFFIXES.items())}
    *others, last = [str(Path(file).with_suffix(suffixes[form])) for form in forms]
    return f"{', '.join(others)} or {last}" if others else last


def _option(*names: str, **attributes: Any) -> Callable[[F], F]:
    """Return an option that is read before --format, and is not passed to the command."""
    return click.option(*names, is_eager=True, expose_value=False, callback=_store, **attributes)


def file_options(function: F) -> F:
    """Add -o and --force."""
    output_help = "Write to a file, in the format of its suffix; - is stdout."
    function = _option("--force", is_flag=True, help="Overwrite the file.")(function)
    return _option("-o", "--output", metavar="FILE", default=STDOUT, help=output_help)(function)


def format_option(*forms: str) -> Callable[[F], F]:
    """Add --format with the formats that a command can give, the default first, and where the answer goes."""

    def add(function: F) -> F:
        if "html" in forms:
            function = _option("--open", "browser", is_flag=True, help="Show it in the browser.")(function)
        if "pdf" in forms:
            sizes = click.Choice(("letter", "a4"))
            paper_help = "The size of a page of a pdf or docx."
            function = _option("--paper", type=sizes, default="letter", show_default=True, help=paper_help)(function)
        return click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            default=forms[0],
            show_default=True,
            callback=_choose_format,
            help="The format of the answer.",
        )(file_options(function))

    return add


def send(answer: Document | str | bytes, *, paged: bool = False, plain: bool = False) -> None:
    """Bring an answer where it goes.

    Args:
        answer: A view, or the content of a file.
        paged: Whether a view that would fit on the screen is shown in the pager too.
        plain: Whether a text is for a reader, and not the content of a file.

    Raises:
        InputError: The file exists and --force was not given, it cannot be written, or no browser can be opened.
    """
    ctx = click.get_current_context()
    destination = destination_of(ctx)
    if not isinstance(answer, (str, bytes)):
        if destination.output == STDOUT:
            show(replace(answer, header=_header(ctx)), paged=paged)
            return
        answer = answer.plain(PIPED_WIDTH)
    if destination.browser:
        _open(_write_page(answer, destination))
    elif destination.output == STDOUT and isinstance(answer, str):
        (put_plain if plain else put)(answer)
    else:
        write(answer, destination.output, force=destination.force)
    if destination.output != STDOUT:
        notify(f"Wrote {destination.output}")


def _header(ctx: click.Context) -> Header:
    """Return how much of a header is shown: little on a screen or in a pipe, all of it in a file."""
    settings = settings_of(ctx)
    if settings.quiet:
        return "none"
    return "whole" if settings.verbose or _is_redirected() else "brief"


def _is_redirected() -> bool:
    """Return whether stdout goes into a file."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # it is none of the system's
        return False


def _write_page(answer: str | bytes, destination: Destination) -> Path:
    """Write a page for the browser, to a file of its own unless one was named; return where it is."""
    if destination.output != STDOUT:
        write(answer, destination.output, force=destination.force)
        return Path(destination.output)
    import tempfile

    body = answer.encode() if isinstance(answer, str) else answer
    with tempfile.NamedTemporaryFile(prefix="hrreport-", suffix=".html", delete=False) as file:
        file.write(body)
    return Path(file.name)


def _open(page: Path) -> None:
    """Show a page in the browser.

    Raises:
        InputError: There is none.
    """
    import webbrowser

    address = page.resolve().as_uri()
    if not webbrowser.open(address):
        raise InputError("no browser could be opened", hint=f"open it by hand: {address}")
    notify(f"Opened {page} in the browser")
