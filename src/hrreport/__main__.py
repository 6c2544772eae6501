"""Entry of the ``hrreport`` command and of ``python -m hrreport``."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading

_ALLOCATIONS = 50_000
"""Values made before the garbage collector looks for cycles: more than most commands make at all."""


def main() -> None:
    """Run the command line and exit with its code."""
    gc.disable()  # nothing of what is imported becomes garbage
    from hrreport.cli.failures import report_write_errors
    from hrreport.cli.group import hrreport

    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()
    try:
        with report_write_errors():
            hrreport(prog_name="hrreport")
    except SystemExit as end:
        _leave(end.code)
        raise


def _leave(code: object) -> None:
    """End the process at once: to take the interpreter down value by value takes as long as a short command.

    By now the answer is written and files are closed; what was registered for the exit is run. Does nothing where
    threads go on or something is left to be told.
    """
    if threading.active_count() > 1 or not (code is None or isinstance(code, int)):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # Python tells of it when it ends
        return
    atexit._run_exitfuncs()  # noqa: SLF001  there is no public name for it
    os._exit(code or 0)


if __name__ == "__main__":
    main()
