"""Whether a sentence stands on its own, or leans on the one before it."""

from __future__ import annotations

import re
from functools import cache

from hrreport import facts


@cache
def _leaning() -> re.Pattern[str]:
    openings = facts.text("vocabulary/leaning.txt").split("\n")
    return re.compile("|".join(o for o in openings if o and not o.startswith("#")))


def leans(sentence: str) -> bool:
    """Tell whether a sentence opens on a pronoun, a connective or "the report", or holds one that points back.

    >>> leans("They were released."), leans("Police released two men.")
    (True, False)
    """
    return _leaning().search(sentence) is not None
