"""Exit codes: what the program ends with, beside 0 (done) and 2 (wrong usage, by click)."""

FAILED = 1
"""There is no answer, because of an error."""
INCOMPLETE = 1
"""A report that was asked for is missing, or a PDF."""
ABSENT = 1
"""``verify``: the quotation is not there as it is quoted."""
WRONG = 1
"""``check``: something in a document is wrong."""
DIFFERENT = 1
"""``diff --exit-code``: there are differences, as diff has it."""
NEWS = 1
"""``watch``: there is news."""
FLAWED = 1
"""``library check``: something is wrong with the library."""
REFUSED = 1
"""``library import``: something was refused because it is damaged."""
UNVERIFIED = 3
"""``--strict``: a section boundary could not be verified."""
COULD_NOT_ASK = 4
"""``watch``: there is no news, and something could not be asked."""
INTERRUPTED = 130
"""Ctrl-C, as shells have it."""
