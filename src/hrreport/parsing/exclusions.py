"""The elements inside a report that are no part of its text: navigation, scripts, what is hidden or struck out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4.element import Tag

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEFT_OUT = frozenset(
    "aside audio button canvas datalist dialog footer form head iframe input label link meta nav noscript object "
    "option script select style svg template textarea title video".split()
)
_NOT_TEXT = re.compile(
    r"(?!report-toc-section$)(?:report[-_]+)?(?:toc|breadcrumbs?|shar(?:e|ing)|social|related|sidebar|nav|navigation|menu|pagination|"
    r"cookies?|comments?|toggle|actions|screen-reader-text|sr-only|visually-hidden|skip-link)(?:$|[-_])"
)
"""How class names begin on elements that surround a text and are no part of it.

The number of a section, "Section 1.", has the class ``report-toc-section`` in the report itself.
"""
_ARCHIVE_TOOLBAR = re.compile(r"wm-ipp")
_STRUCK = frozenset(("del", "s", "strike"))
"""Elements whose text is struck out."""
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_HIDDEN_CLASSES = frozenset(("hidden", "is-hidden", "d-none"))
_FOLDED = "section_wrapper"
"""The class of the text of a section that a reader can fold: hidden on a page saved while it was folded."""


def is_excluded(tag: Tag, name: str) -> bool:
    """Return whether an element is no part of a text by its kind; whoever is quoted is named in a ``footer``."""
    return name in _LEFT_OUT and not (name == "footer" and tag.find_parent("blockquote"))


def is_hidden(tag: Tag) -> bool:
    """Return whether a browser does not show an element, folded sections excepted."""
    attrs = tag.attrs
    names = attrs.get("class") or ()
    hidden = "hidden" in attrs or attrs.get("aria-hidden") == "true" or not _HIDDEN_CLASSES.isdisjoint(names)
    hidden = hidden or bool(_HIDDEN.search(str(attrs.get("style") or "")))
    return hidden and _FOLDED not in names and not tag.find(("section", *HEADINGS))


def is_struck(tag: Tag) -> bool:
    """Return whether an element strikes out words; one around white space alone strikes out nothing."""
    struck = tag.name in _STRUCK or ("style" in tag.attrs and _STRUCK_STYLE.search(str(tag.attrs["style"])))
    return bool(struck) and bool(tag.get_text().strip())


def is_no_text(tag: Tag) -> bool:
    """Return whether an element surrounds a text and is no part of it."""
    names = tag.attrs.get("class")
    if names and any(_NOT_TEXT.match(name) for name in names):
        return True
    return bool(_ARCHIVE_TOOLBAR.match(str(tag.attrs.get("id") or "")))
