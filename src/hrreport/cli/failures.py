"""Failures: turn an error into a line, a hint and the code that the program exits with."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

import click

from hrreport.cli.exit_codes import FAILED, INTERRUPTED
from hrreport.cli.output import notify
from hrreport.cli.settings import settings_of
from hrreport.errors import HrReportError
from hrreport.terminal.spans import without_control_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.cli.settings import ProgramSettings

EXIT_WITH = "hrreport.exit"
"""Where a command leaves an exit code for after its answer, in the context's meta."""


class Failure(click.ClickException):
    """An error of ours, ready to be shown on stderr."""

    exit_code = FAILED

    def __init__(self, error: HrReportError, settings: ProgramSettings) -> None:
        """Wrap one of our errors for click; the settings say how much of it is shown."""
        super().__init__(str(error))
        self.error = error
        self.settings = settings

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message, what was tried, and the hint."""
        if self.settings.debug:
            import traceback

            chain = "".join(traceback.format_exception(self.error))
            click.echo(without_control_codes(chain), file=file, err=True, nl=False)
        notify(f"Error: {self.message}")
        if self.settings.verbose:
            for attempt in self.error.attempts:
                notify(f"  tried {attempt}")
        if self.error.hint:
            notify(f"Hint: {self.error.hint}")


class WrongUsage(click.UsageError):
    """A usage error of click, printed like our own errors."""

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002  click's signature
        """Write how the command is used, and what was wrong."""
        if self.ctx is not None:
            notify(self.ctx.get_usage())
            notify(f"Try '{self.ctx.command_path} --help' for help.\n")
        notify(f"Error: {self.format_message()}")


class Interrupted(click.ClickException):
    """Ctrl-C: nothing was half-written, and there is nothing to explain."""

    exit_code = INTERRUPTED

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message alone."""
        click.echo(self.message, file=file, err=True)


@contextmanager
def translate_errors(ctx: click.Context) -> Iterator[None]:
    """Turn errors of ours, and Ctrl-C, into what click shows and exits with."""
    try:
        yield
        if code := ctx.meta.get(EXIT_WITH):
            ctx.exit(code)
    except HrReportError as error:
        raise Failure(error, settings_of(ctx)) from error
    except click.UsageError as error:
        shows_help = type(error).__name__ == "NoArgsIsHelpError"  # which only newer versions of click have
        if shows_help or not sys.stderr.isatty():
            raise
        raise WrongUsage(error.format_message(), error.ctx) from error
    except KeyboardInterrupt:
        raise Interrupted("Interrupted.") from None


@contextmanager
def report_write_errors() -> Iterator[None]:
    """Turn what keeps an answer from being written, a full disk or a closed stdout, into a line and exit code 1.

    A closed pipe is not a failure: click ends the program silently then.
    """
    _stand_in_for_closed()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a help text may have what the console's encoding has not
    try:
        yield
    except OSError as error:
        if error.filename is not None:  # a file of ours, which its package should have reported
            raise
        why = "stdout is closed" if error.errno == errno.EBADF else error.strerror
        with suppress(OSError):  # stderr may go to the same place
            click.echo(f"Error: the output could not be written: {why}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again when it ends
        raise SystemExit(FAILED) from None


def _stand_in_for_closed() -> None:
    """Put something in the place of what was closed when the program began; writing to stdout fails then."""
    for name, flags, mode in (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
