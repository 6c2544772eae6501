"""The sentences that a summary shows: which of a heading, what comes along with them, and the marks beside them."""
