"""Exit codes: every one that the program ends with, beside 0 (done) and 2 (wrong usage, by click)."""

WRONG = 1
"""Exit code when anything is wrong."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

UNVERIFIED = 3
"""Exit code when a section boundary could not be verified and ``--strict`` was given."""

INCOMPLETE = 1
"""Exit code when a report that was asked for is missing."""

DIFFERENT = 1
"""Exit code of ``diff --exit-code`` when there are differences, as diff has it."""

FLAWED = 1
"""Exit code when a check finds something."""

REFUSED = 1
"""Exit code when something was refused because it is damaged."""

ABSENT = 1
"""Exit code when the quotation is not there as it is quoted."""

COULD_NOT_ASK = 4
"""Exit code when there is no news, and something could not be asked."""
