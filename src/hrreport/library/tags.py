"""Tags: words of the index that a search is narrowed by: country, sections, topics, kinds.

They stand in a column of their own, so that no word of a query can meet them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.library.contents import Contents, StoredPassage


@lru_cache(maxsize=1 << 12)
def tag(sort: str, name: str) -> str:
    """Return the tag of a country, section, topic or kind as one word of letters and digits.

    >>> tag("section", "6/women")
    'sectionx6x2fxwomen'
    """
    return f"{sort}x" + "".join(c if c.isascii() and c.isalnum() and c != "x" else f"x{ord(c):x}x" for c in name)


def section_names(section_id: str) -> tuple[str, ...]:
    """Return the ids by which a section may be named in a search: with its part, and without.

    >>> section_names("tibet:1.c"), section_names("6/women")
    (('tibet:1.c', '1.c'), ('6/women',))
    """
    part = section_id.rpartition(":")[2]
    return (section_id,) if part == section_id else (section_id, part)


def section_tags(section_id: str) -> tuple[str, ...]:
    """Return the tags of a section and, with a ``*``, of what stands below it, as the index takes them.

    An id begins with the ids of the sections above it: ``1``, ``1.c``, ``1.c/prison-conditions``.
    """
    return (f'"{tag("section", section_id)}"', *(f'"{tag("section", section_id + mark)}"*' for mark in "./"))


def tags_of(country: str, contents: Contents, passage: StoredPassage, topics: tuple[str, ...]) -> str:
    """Return the tags of a paragraph that treats some topics."""
    found = [tag("country", country)]
    found += [tag("section", name) for name in section_names(contents.headings[passage.heading].id)]
    found += [tag("topic", topic) for topic in topics]
    found += [tag("kind", name) for name in passage.kind_names.split()]
    return " ".join(found)
