"""Slugs: titles as they stand in ids and addresses."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 160
_APOSTROPHES = str.maketrans("", "", "'’‘`")
_GAP = re.compile(r"[^a-z0-9]+")


def slug(title: str) -> str:
    """Return a title in lower-case ASCII letters and digits, its words joined by hyphens.

    >>> slug("Wage, Hour, and OSH Enforcement")
    'wage-hour-and-osh-enforcement'
    >>> slug("Côte d’Ivoire")
    'cote-divoire'
    """
    plain = unicodedata.normalize("NFKD", title.translate(_APOSTROPHES))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return _GAP.sub("-", ascii_only.lower()).strip("-")[:_LONGEST].rstrip("-")
