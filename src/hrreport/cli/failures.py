"""Failures: how an error of ours becomes a line, a hint and an exit code. The only such place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import click

from hrreport.cli.options import settings_of
from hrreport.errors import HrReportError
from hrreport.terminal.spans import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""
UNVERIFIED = 3
"""Exit code when a section boundary could not be verified and ``--strict`` was given."""


INCOMPLETE = 1
"""Exit code when a report that was asked for is missing."""
DIFFERENT = 1
"""Exit code of ``diff --exit-code`` when there are differences, as diff has it."""
EXIT_WITH = "hrreport.exit"
"""Where a command leaves an exit code for after its answer, in the context's meta."""


class Failure(click.ClickException):
    """An error of ours, ready to be shown on stderr."""

    exit_code = 1

    def __init__(self, error: HrReportError, *, verbose: bool = False, debug: bool = False) -> None:
        """Take the error.

        Args:
            error: What happened.
            verbose: Whether every address that was tried is shown.
            debug: Whether the chain of causes is shown.
        """
        super().__init__(str(error))
        self.error = error
        self.verbose = verbose
        self.debug = debug

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message, what was tried, and the hint."""
        if self.debug:
            import traceback

            click.echo(harmless("".join(traceback.format_exception(self.error))), file=file, err=True, nl=False)
        click.echo(harmless(f"Error: {self.message}"), file=file, err=True)
        if self.verbose:
            for attempt in self.error.attempts:
                click.echo(harmless(f"  tried {attempt}"), file=file, err=True)
        if self.error.hint:
            click.echo(harmless(f"Hint: {self.error.hint}"), file=file, err=True)


class Interrupted(click.ClickException):
    """Ctrl-C: nothing was half-written, and there is nothing to explain."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        """Need nothing."""
        super().__init__("interrupted")

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so in a word."""
        click.echo("Interrupted.", file=file, err=True)


@contextmanager
def translated(ctx: click.Context) -> Iterator[None]:
    """Turn errors of ours, and Ctrl-C, into what click shows and exits with."""
    try:
        yield
        if code := ctx.meta.get(EXIT_WITH):
            ctx.exit(code)
    except HrReportError as error:
        settings = settings_of(ctx)
        raise Failure(error, verbose=settings.verbose, debug=settings.debug) from error
    except KeyboardInterrupt:
        raise Interrupted from None
