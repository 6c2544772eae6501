"""The interface of a page layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag
    from bs4.filter import SoupStrainer


class PageLayout(Protocol):
    """One layout of pages; it recognizes its own pages."""

    @property
    def name(self) -> str:
        """Return the name used in messages."""
        ...

    @property
    def only(self) -> SoupStrainer | None:
        """The elements to build a tree of, for speed; ``None`` for all."""
        ...

    @property
    def plain_headings(self) -> bool:
        """Return whether headings may be paragraphs without markup of their own."""
        ...

    @property
    def masthead(self) -> bool:
        """Return whether lines of the site surround the report in the elements that contain it."""
        ...

    def recognizes(self, html: str) -> bool:
        """Return whether a page has this layout, at the cost of one search in its text."""
        ...

    def markup(self, html: str) -> str:
        """Return the page with its paragraphs marked as such, where its way of building them is not markup."""
        ...

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """Return the elements that hold the report, in order; none where the page has no report."""
        ...
