"""Tags: words of the index that a search is narrowed by: country, sections, topics, kinds.

They stand in a column of their own, so that no word of a query can meet them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.library.contents import Contents, Passage


def tag(sort: str, name: str) -> str:
    """Return the tag of a country, section, topic or kind as one word of letters and digits.

    >>> tag("section", "6/women")
    'sectionx6x2fxwomen'
    """
    return f"{sort}x" + "".join(c if c.isascii() and c.isalnum() and c != "x" else f"x{ord(c):x}x" for c in name)


def section_names(section_id: str) -> Iterator[str]:
    """Yield the ids by which a section may be named in a search: with its part, and without.

    >>> list(section_names("tibet:1.c"))
    ['tibet:1.c', '1.c']
    """
    yield section_id
    _, part, rest = section_id.rpartition(":")
    if part:
        yield rest


def tags_of(country: str, contents: Contents, passage: Passage) -> str:
    """Return the tags of a paragraph; those of sections include all that it stands in."""
    sections = dict.fromkeys(name for heading in contents.path(passage) for name in section_names(heading.id))
    found = [tag("country", country)]
    found += [tag("section", name) for name in sections]
    found += [tag("topic", topic) for topic in contents.topics(passage)]
    found += [tag("kind", kind.value) for kind in passage.kinds]
    return " ".join(found)
